"""Feeds of all changes, and of sources."""

from django.utils.translation import gettext_lazy as _

from news.changes.feed import ListingFeed, RecordFeed
from news.filters import ChangeFilters, SourceFilters
from news.models import Source


class ChangeFeed(ListingFeed):
    """The listing of changes as a feed."""

    filterset_class = ChangeFilters
    list_name = "change-list"
    heading = _("What changed")

    def changes_of(self, filterset):
        """Return the rows themselves: they are changes."""
        return filterset.rows()


class SourceFeed(ListingFeed):
    """What changed in the sources that match."""

    filterset_class = SourceFilters
    list_name = "source-list"
    heading = _("Changes in sources")


class SourceChanges(RecordFeed):
    """What changed in one source."""

    model = Source
