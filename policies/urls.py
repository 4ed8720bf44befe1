"""Addresses of policies, votes, statements, map and data page. None is changed."""

from django.urls import path

from config.listings.faces import listing
from policies import api
from policies.feeds import (
    PolicyChanges,
    PolicyFeed,
    StatementChanges,
    StatementFeed,
    VoteChanges,
    VoteFeed,
)
from policies.views.calendars import VoteCalendar, VoteListCalendar
from policies.views.cards import PolicyCard, StatementCard, VoteCard
from policies.views.data import Columns, Data
from policies.views.frames import PolicyFrame, VoteFrame
from policies.views.history import PolicyHistory, StatementHistory, VoteHistory
from policies.views.listings import PolicyList, StatementList, VoteList
from policies.views.map import Map
from policies.views.records import PolicyDetail, StatementDetail, VoteDetail


def record(prefix, view, name):
    """Return the addresses of one record: `12-slug/`, and `12/` leading there."""
    return [
        path(f"{prefix}/<int:pk>-<slug:slug>/", view, name=name),
        path(f"{prefix}/<int:pk>/", view, name=f"{name}-by-id"),
    ]


def below(prefix, history, changes, card, noun):
    """Return the addresses below one record: its history, its feed and its card."""
    own = f"{prefix}/<int:pk>-<slug:slug>"
    return [
        path(f"{own}/history/", history, name=f"{noun}-history"),
        path(f"{own}/changes.atom", changes, name=f"{noun}-changes"),
        path(f"{own}/card.png", card, name=f"{noun}-card"),
    ]


urlpatterns = [
    *api.urlpatterns,
    path("data/", Data.as_view(), name="data"),
    path("map/", Map.as_view(), name="map"),
    *record("agreements", PolicyDetail.as_view(), "policy-detail"),
    *below(
        "agreements",
        PolicyHistory.as_view(),
        PolicyChanges.as_view(),
        PolicyCard.as_view(),
        "policy",
    ),
    *record("embed/agreements", PolicyFrame.as_view(), "policy-frame"),
    *record("embed/votes", VoteFrame.as_view(), "vote-frame"),
    path("agreements.atom", PolicyFeed.as_view(), name="policy-feed"),
    path("votes.atom", VoteFeed.as_view(), name="vote-feed"),
    path("votes.ics", VoteListCalendar.as_view(), name="vote-list-calendar"),
    path(
        "votes/<int:pk>-<slug:slug>.ics", VoteCalendar.as_view(), name="vote-calendar"
    ),
    *below(
        "votes",
        VoteHistory.as_view(),
        VoteChanges.as_view(),
        VoteCard.as_view(),
        "vote",
    ),
    *record("votes", VoteDetail.as_view(), "vote-detail"),
    path("statements.atom", StatementFeed.as_view(), name="statement-feed"),
    *below(
        "statements",
        StatementHistory.as_view(),
        StatementChanges.as_view(),
        StatementCard.as_view(),
        "statement",
    ),
    path("data/columns/", Columns.as_view(), name="data-columns"),
    *listing("agreements", PolicyList, name="policy-list"),
    *listing("votes", VoteList, name="vote-list"),
    *listing("statements", StatementList, name="statement-list"),
    *record("statements", StatementDetail.as_view(), "statement-detail"),
]
