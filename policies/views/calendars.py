"""Votes as a calendar: those a listing's filters match, and one alone."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from config.calendars import Event, calendar
from config.listings.columns import absolute
from jurisdictions.enums import Precision
from policies.enums import VoteResult
from policies.filters import VoteFilters
from policies.models import Vote

# A meeting or motion that will not take place.
OFF = (VoteResult.WITHDRAWN,)


class VoteListCalendar(View):
    """The votes that match, of those whose day is known."""

    def get(self, request):
        """Answer with a calendar.

        :raises BadRequest: with what is wrong with the query, in words.
        """
        filterset = VoteFilters.from_request(request)
        if filterset.problems:
            raise BadRequest(" ".join(map(str, filterset.problems)))
        votes = filterset.rows()
        return calendar(
            _("Votes on record"), [event_of(vote) for vote in votes if has_day(vote)]
        )


class VoteCalendar(View):
    """One vote, to be put into a reader's own calendar."""

    def get(self, request, pk, slug):
        """Answer with the vote's day; an old slug leads to the new one."""
        vote = get_object_or_404(Vote.objects.named(), pk=pk)
        if slug != vote.slug:
            address = reverse("vote-calendar", args=[vote.pk, vote.slug])
            return HttpResponsePermanentRedirect(address)
        if not has_day(vote):
            raise Http404(_("The day of this vote is not known."))
        return calendar(vote.told_title(), [event_of(vote)])


def has_day(vote):
    """Return whether a source gives the very day of a vote."""
    return bool(vote.date) and vote.date_precision == Precision.DAY


def event_of(vote):
    """Return a vote as an event of a calendar."""
    told = [vote.told_title(), str(vote.body), str(vote.outcome().label)]
    if vote.stream:
        told.append(_("Stream: %s") % vote.told("stream"))
    if vote.agenda_url:
        told.append(_("Agenda: %s") % vote.agenda_url)
    page = absolute(vote.get_absolute_url())
    return Event(
        uid=f"vote-{vote.pk}@{urlsplit(settings.SITE_URL).hostname}",
        day=vote.date,
        hour=vote.time,
        changed_at=vote.updated_at,
        summary=f"{vote.body.jurisdiction.name}: {vote.told_title()}",
        description="\n".join([*told, page]),
        location=vote.told("location").words,
        address=page,
        is_off=vote.result in OFF,
    )
