"""The page that says what the record holds, and which of ICE's lists."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from config.downloads import sets_held
from config.listings import page_of
from config.listings.columns import Kind
from config.structured import dataset
from jurisdictions.columns import (
    AGENCIES,
    BODIES,
    OFFICIALS,
    ORGANIZATIONS,
    PLACES,
)
from jurisdictions.models import Jurisdiction, Official, Organization
from news.columns import CORRECTIONS, OUTLETS, SOURCES
from news.models import Source
from policies.columns import COURT_CASES, POLICIES, STATEMENTS, VOTES
from policies.enums import RosterKind
from policies.models import Policy, Roster, Statement, Vote

LISTS_SHOWN = 200

# What is counted: its name, its listing, the rows that the listing shows.
HOLDINGS = (
    (
        _("Places with a record"),
        "place-list",
        lambda: Jurisdiction.objects.published().with_records(),
    ),
    (_("Agreements and policies"), "policy-list", Policy.objects.published),
    (_("Votes"), "vote-list", Vote.objects.published),
    (_("Statements"), "statement-list", Statement.objects.published),
    (_("Organizations"), "organization-list", Organization.objects.published),
    (_("Officials"), "official-list", Official.objects.published),
    (_("Sources"), "source-list", Source.objects.published),
)
# The columns of each list or table, by the name of its files.
COLUMNS = (
    ("agreements", _("Agreements and policies"), POLICIES),
    ("votes", _("Votes"), VOTES),
    ("statements", _("Statements"), STATEMENTS),
    ("court_cases", _("Court cases, in the files of the whole record"), COURT_CASES),
    ("places", _("Places"), PLACES),
    ("agencies", _("Agencies, in the files of the whole record"), AGENCIES),
    ("bodies", _("Bodies that vote, in the files of the whole record"), BODIES),
    ("organizations", _("Organizations"), ORGANIZATIONS),
    ("officials", _("Officials"), OFFICIALS),
    ("outlets", _("Outlets, in the files of the whole record"), OUTLETS),
    ("sources", _("Sources"), SOURCES),
    ("corrections", _("Corrections"), CORRECTIONS),
)
HOLDS = {
    Kind.TEXT: _("text"),
    Kind.INTEGER: _("whole number"),
    Kind.NUMBER: _("number"),
    Kind.YES_NO: _("true or false"),
    Kind.DATE: _("date, YYYY-MM-DD"),
    Kind.LIST: _("several texts"),
    Kind.ROWS: _("rows"),
}
# A listing that shows more than what is counted, narrowed to that.
NARROWED = {"place-list": "?recorded=1"}


@dataclass(frozen=True)
class Newest:
    """The newest list of a kind that we hold, None if none, and its age in days."""

    kind: RosterKind
    roster: Roster | None
    age: int | None


class Data(View):
    """What is on record: how much, as of when, from which lists, on what terms."""

    def get(self, request):
        """Answer with the counts, the newest lists and a page of all lists held."""
        day = timezone.localdate()
        lists = Roster.objects.for_listing()
        context = {
            "day": day,
            "holdings": holdings(),
            "newest": [newest(lists, kind, day) for kind in RosterKind],
            "page": page_of(lists, request.GET.get("page") or "1", LISTS_SHOWN),
            "query": request.GET,
            "sets": sets_held(),
            "structured": [whole_record()],
        }
        return render(request, "pages/data.html", context)


def whole_record():
    """Return the record as a collection that can be had as files."""
    names = ("policy-list", "vote-list", "statement-list", "source-list")
    forms = (("text/csv", "csv"), ("application/json", "json"))
    return dataset(
        _("The Local Record"),
        _(
            "What US cities, counties and states have agreed with Immigration and "
            "Customs Enforcement (ICE), who voted, and the sources that say so."
        ),
        reverse("data"),
        [
            (media, reverse(f"{name}-{suffix}"))
            for name in names
            for media, suffix in forms
        ],
    )


class Columns(View):
    """What each column of a download means."""

    def get(self, request):
        """Answer with the columns of every list."""
        kinds = [
            {"name": name, "heading": heading, "columns": list(map(told_of, columns))}
            for name, heading, columns in COLUMNS
        ]
        return render(request, "pages/columns.html", {"kinds": kinds})


def told_of(column):
    """Return what the page says of a column."""
    return {
        "name": column.name,
        "about": column.about,
        "holds": HOLDS[column.kind],
        "of": column.of,
        "choices": [v for v in column.choices.values if v] if column.choices else [],
    }


def holdings():
    """Return (label, address of the listing, count) of each kind of record."""
    return [
        (label, reverse(name) + NARROWED.get(name, ""), rows().count())
        for label, name, rows in HOLDINGS
    ]


def newest(lists, kind, day):
    """Return the newest list of a kind, with how old it is on a day."""
    roster = lists.newest(kind)
    return Newest(kind, roster, (day - roster.published_on).days if roster else None)
