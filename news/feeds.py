"""Feeds of all changes, of corrections, and of sources."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.views import View

from config.atom import Entry, atom
from config.listings.columns import absolute
from news.changes.feed import NEWEST, ListingFeed, RecordFeed, understood
from news.filters import ChangeFilters, CorrectionFilters, SourceFilters
from news.models import Source


class ChangeFeed(ListingFeed):
    """The listing of changes as a feed."""

    filterset_class = ChangeFilters
    list_name = "change-list"
    heading = _("What changed")

    def changes_of(self, filterset):
        """Return the rows themselves: they are changes."""
        return filterset.rows()


class CorrectionFeed(View):
    """The log of corrections, the newest first."""

    def get(self, request):
        """Answer with the corrections that match.

        :raises BadRequest: with what is wrong with the query, in words.
        """
        filterset = understood(CorrectionFilters.from_request(request))
        page = reverse("correction-list")
        rows = filterset.rows()[:NEWEST]
        return atom(
            request,
            title=_("Corrections"),
            about=_("What the public record said and should not have."),
            page=page,
            entries=[corrected(row, page) for row in rows],
        )


def corrected(row, page):
    """Return a correction as the entry of a feed."""
    at = timezone.make_aware(datetime.combine(row.corrected_on, time.min))
    lines = (
        _("Was: %s") % row.told("was"),
        _("Now: %s") % row.told("now"),
        _("Why: %s") % row.told("reason"),
    )
    html = format_html_join("", "<p>{}</p>", ((line,) for line in lines))
    entry = f"{page}#correction-{row.pk}"
    return Entry(absolute(entry), row.told("record_title"), row.page or entry, at, html)


class SourceFeed(ListingFeed):
    """What changed in the sources that match."""

    filterset_class = SourceFilters
    list_name = "source-list"
    heading = _("Changes in sources")


class SourceChanges(RecordFeed):
    """What changed in one source."""

    model = Source
