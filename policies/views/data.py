"""The page that says what the record holds, and which of ICE's lists."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from config.listings import page_of
from jurisdictions.models import Jurisdiction, Official, Organization
from news.models import Source
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
        }
        return render(request, "pages/data.html", context)


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
