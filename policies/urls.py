"""Addresses of policies, votes, statements and the data page. None is changed."""

from django.urls import path

from policies.views.data import Data
from policies.views.listings import PolicyList, StatementList, VoteList
from policies.views.records import PolicyDetail, StatementDetail, VoteDetail


def record(prefix, view, name):
    """Return the addresses of one record: `12-slug/`, and `12/` leading there."""
    return [
        path(f"{prefix}/<int:pk>-<slug:slug>/", view, name=name),
        path(f"{prefix}/<int:pk>/", view, name=f"{name}-by-id"),
    ]


urlpatterns = [
    path("data/", Data.as_view(), name="data"),
    path("agreements/", PolicyList.as_view(), name="policy-list"),
    *record("agreements", PolicyDetail.as_view(), "policy-detail"),
    path("votes/", VoteList.as_view(), name="vote-list"),
    *record("votes", VoteDetail.as_view(), "vote-detail"),
    path("statements/", StatementList.as_view(), name="statement-list"),
    *record("statements", StatementDetail.as_view(), "statement-detail"),
]
