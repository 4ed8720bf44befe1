"""Addresses of the search, of sources, of changes and of what readers report.

A contract: none is changed.
"""

from django.urls import path

from config.listings.faces import listing
from news import api
from news.feeds import ChangeFeed, CorrectionFeed, SourceChanges, SourceFeed
from news.views.cards import SourceCard
from news.views.changes import ChangeList, SourceHistory
from news.views.corrections import CorrectionList
from news.views.reporting import ReportError
from news.views.search import Search, suggest
from news.views.sources import SourceDetail, SourceList

urlpatterns = [
    *api.urlpatterns,
    path("search/", Search.as_view(), name="search"),
    path("search/suggest", suggest, name="search-suggest"),
    path("sources.atom", SourceFeed.as_view(), name="source-feed"),
    *listing("sources", SourceList, name="source-list"),
    path("sources/<int:pk>/", SourceDetail.as_view(), name="source-detail"),
    path("sources/<int:pk>/card.png", SourceCard.as_view(), name="source-card"),
    path("sources/<int:pk>/history/", SourceHistory.as_view(), name="source-history"),
    path(
        "sources/<int:pk>/changes.atom", SourceChanges.as_view(), name="source-changes"
    ),
    path("changes/", ChangeList.as_view(), name="change-list"),
    path("changes.atom", ChangeFeed.as_view(), name="change-feed"),
    *listing("corrections", CorrectionList, name="correction-list"),
    path("corrections.atom", CorrectionFeed.as_view(), name="correction-feed"),
    path("report-error/", ReportError.as_view(), name="report-error"),
]
