"""The histories of places, organizations and officials."""

from django.shortcuts import get_object_or_404, render
from django.views import View

from config.listings import moved
from jurisdictions.models import Jurisdiction, Official, Organization
from news.changes.feed import stands_at
from news.changes.history import NAME, RecordHistory, asked_days, history_context
from news.models import Change


class OrganizationHistory(RecordHistory):
    """What we said of an organization, and when."""

    model = Organization
    section = "organization-list"


class OfficialHistory(RecordHistory):
    """What we said of an official, and when."""

    model = Official
    section = "official-list"


class PlaceHistory(View):
    """What we said of all that is on record about a place, and when."""

    def get(self, request, state, slug=None):
        """Answer with the history of what a place did and what was said there."""
        rows = Jurisdiction.objects.named()
        if slug is None:
            place = get_object_or_404(rows.states(), usps=state.upper())
        else:
            place = get_object_or_404(rows, state=state.upper(), slug=slug.lower())
        place = place.shown("one_with") or place
        if not stands_at(request, place, NAME):
            return moved(request, place, NAME)
        changes = Change.objects.for_history().of_place(place)
        context = history_context(changes, asked_days(request))
        return render(
            request,
            "pages/history.html",
            context
            | {
                "title": str(place),
                "address": place.get_absolute_url(),
                "section": "state-list",
                "of_place": True,
            },
        )
