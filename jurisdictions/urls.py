"""Addresses of places, organizations and officials. A contract: none is changed."""

from django.urls import path

from config.listings.faces import listing
from jurisdictions import api
from jurisdictions.feeds import (
    OfficialChanges,
    OfficialFeed,
    OrganizationChanges,
    OrganizationFeed,
    PlaceChanges,
    PlaceFeed,
    StateChanges,
)
from jurisdictions.views.brief.pages import PlaceBrief, PlaceBriefPdf
from jurisdictions.views.cards import (
    OfficialCard,
    OrganizationCard,
    PlaceCard,
    SiteCard,
    StateCard,
)
from jurisdictions.views.compare import Compare, CompareCsv
from jurisdictions.views.frames import PlaceFrame, StateFrame
from jurisdictions.views.history import (
    OfficialHistory,
    OrganizationHistory,
    PlaceHistory,
)
from jurisdictions.views.home import Home
from jurisdictions.views.listings import OfficialList, OrganizationList, PlaceList
from jurisdictions.views.people import OfficialDetail, OrganizationDetail
from jurisdictions.views.place import PlaceDetail
from jurisdictions.views.states import StateDetail, StateList

urlpatterns = [
    *api.urlpatterns,
    path("", Home.as_view(), name="home"),
    path("card.png", SiteCard.as_view(), name="card"),
    path("us/", StateList.as_view(), name="state-list"),
    path("us/<slug:state>/", StateDetail.as_view(), name="state-detail"),
    # No government of any state is called History or Brief.
    path("us/<slug:state>/history/", PlaceHistory.as_view(), name="state-history"),
    path("us/<slug:state>/brief/", PlaceBrief.as_view(), name="state-brief"),
    path("us/<slug:state>/brief.pdf", PlaceBriefPdf.as_view(), name="state-brief-pdf"),
    path("us/<slug:state>/card.png", StateCard.as_view(), name="state-card"),
    path("us/<slug:state>/changes.atom", StateChanges.as_view(), name="state-changes"),
    path("us/<slug:state>/<slug:slug>/", PlaceDetail.as_view(), name="place-detail"),
    path(
        "us/<slug:state>/<slug:slug>/history/",
        PlaceHistory.as_view(),
        name="place-history",
    ),
    path(
        "us/<slug:state>/<slug:slug>/brief/", PlaceBrief.as_view(), name="place-brief"
    ),
    path(
        "us/<slug:state>/<slug:slug>/brief.pdf",
        PlaceBriefPdf.as_view(),
        name="place-brief-pdf",
    ),
    path(
        "us/<slug:state>/<slug:slug>/card.png", PlaceCard.as_view(), name="place-card"
    ),
    path(
        "us/<slug:state>/<slug:slug>/changes.atom",
        PlaceChanges.as_view(),
        name="place-changes",
    ),
    path("embed/us/<slug:state>/", StateFrame.as_view(), name="state-frame"),
    path(
        "embed/us/<slug:state>/<slug:slug>/", PlaceFrame.as_view(), name="place-frame"
    ),
    path("places.atom", PlaceFeed.as_view(), name="place-feed"),
    path("organizations.atom", OrganizationFeed.as_view(), name="organization-feed"),
    *listing("places", PlaceList, name="place-list"),
    *listing("organizations", OrganizationList, name="organization-list"),
    path(
        "organizations/<slug:slug>/",
        OrganizationDetail.as_view(),
        name="organization-detail",
    ),
    path(
        "organizations/<slug:slug>/history/",
        OrganizationHistory.as_view(),
        name="organization-history",
    ),
    path(
        "organizations/<slug:slug>/changes.atom",
        OrganizationChanges.as_view(),
        name="organization-changes",
    ),
    path(
        "organizations/<slug:slug>/card.png",
        OrganizationCard.as_view(),
        name="organization-card",
    ),
    path("officials.atom", OfficialFeed.as_view(), name="official-feed"),
    *listing("officials", OfficialList, name="official-list"),
    path("officials/<slug:slug>/", OfficialDetail.as_view(), name="official-detail"),
    path(
        "officials/<slug:slug>/card.png", OfficialCard.as_view(), name="official-card"
    ),
    path("compare/", Compare.as_view(), name="compare"),
    path("compare.csv", CompareCsv.as_view(), name="compare-csv"),
    path(
        "officials/<slug:slug>/history/",
        OfficialHistory.as_view(),
        name="official-history",
    ),
    path(
        "officials/<slug:slug>/changes.atom",
        OfficialChanges.as_view(),
        name="official-changes",
    ),
]
