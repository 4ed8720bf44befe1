"""Addresses of places, organizations and officials. A contract: none is changed."""

from django.urls import path

from jurisdictions.views.compare import Compare, CompareCsv
from jurisdictions.views.home import Home
from jurisdictions.views.listings import OfficialList, OrganizationList, PlaceList
from jurisdictions.views.people import OfficialDetail, OrganizationDetail
from jurisdictions.views.place import PlaceDetail
from jurisdictions.views.search import Search
from jurisdictions.views.states import StateDetail, StateList

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("us/", StateList.as_view(), name="state-list"),
    path("us/<slug:state>/", StateDetail.as_view(), name="state-detail"),
    path("us/<slug:state>/<slug:slug>/", PlaceDetail.as_view(), name="place-detail"),
    path("places/", PlaceList.as_view(), name="place-list"),
    path("organizations/", OrganizationList.as_view(), name="organization-list"),
    path(
        "organizations/<slug:slug>/",
        OrganizationDetail.as_view(),
        name="organization-detail",
    ),
    path("officials/", OfficialList.as_view(), name="official-list"),
    path("officials/<slug:slug>/", OfficialDetail.as_view(), name="official-detail"),
    path("compare/", Compare.as_view(), name="compare"),
    path("compare.csv", CompareCsv.as_view(), name="compare-csv"),
    path("search/", Search.as_view(), name="search"),
]
