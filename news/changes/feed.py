"""Feeds of changes: of the records a listing's filters match, of a record, a place."""

from abc import abstractmethod

from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from config.atom import atom
from config.listings import moved
from news.changes.telling import entries
from news.models import Change

# What a feed is called, below the page that it follows.
NAME = "changes.atom"
# So many entries a feed has, the newest first.
NEWEST = 50


class ChangesFeed(View):
    """A feed of changes; a subclass says of which, and what page shows the same."""

    def get(self, request, **kwargs):
        """Answer with the newest changes that a reader would care about."""
        rows, title, page = self.followed(request, **kwargs)
        return atom(
            request,
            title=title,
            about=_(
                "What changed in the public record. Changes of wording alone are in "
                "the history of each record."
            ),
            page=page,
            entries=entries(rows[:NEWEST]),
        )

    @abstractmethod
    def followed(self, request, **kwargs):
        """Return the changes, the feed's title and the address of its page."""


class ListingFeed(ChangesFeed):
    """What changed in the records that the filters of a listing match."""

    filterset_class = None
    list_name = ""
    heading = ""

    def followed(self, request):
        """Return the changes of the rows that match.

        :raises BadRequest: with what is wrong with the query, in words.
        """
        filterset = understood(self.filterset_class.from_request(request))
        query = request.META.get("QUERY_STRING", "")
        page = reverse(self.list_name)
        return (
            self.changes_of(filterset),
            ": ".join([str(self.heading), *filter(None, [in_words(filterset)])]),
            f"{page}?{query}" if query else page,
        )

    def changes_of(self, filterset):
        """Return the changes of what a listing's rows are."""
        return Change.objects.for_listing().of_rows(filterset.rows())


class RecordFeed(ChangesFeed):
    """What changed in one record, and in what hangs on it as a subclass says."""

    model = None

    def get(self, request, **kwargs):
        """Answer with the record's feed; an old address leads to the new one."""
        self.record = the_record(self.model, kwargs)
        if not stands_at(request, self.record, NAME):
            return moved(request, self.record, NAME)
        return super().get(request)

    def followed(self, request):
        """Return the changes of the record and of what hangs on it."""
        record = self.record
        rows = Change.objects.for_listing().of_record(record, *self.beside(record))
        return rows, _("Changes: %s") % record.told_name(), record.get_absolute_url()

    def beside(self, record):
        """Return the rows whose changes concern who follows the record.

        Drafts among them too: only the log knows what of them was public.
        """
        return ()


def understood(filterset):
    """Return a filterset that has no problems.

    :raises BadRequest: with its problems, in words.
    """
    if filterset.problems:
        raise BadRequest(" ".join(map(str, filterset.problems)))
    return filterset


def in_words(filterset):
    """Return the filters that are on, in words: “State: Alabama, Status: Active”."""
    return ", ".join(f"{chip.label}: {chip.value}" for chip in filterset.chips())


def the_record(model, kwargs):
    """Return the public record at an address, by its id or else its slug.

    :raises Http404: if there is none.
    """
    by = "pk" if "pk" in kwargs else "slug"
    return get_object_or_404(model.objects.named(), **{by: kwargs[by]})


def stands_at(request, record, below):
    """Return whether a request is for what stands below a record, where it does."""
    return request.path == f"{record.get_absolute_url()}{below}"
