"""All states, and the page of one: its law and its places."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views import View

from config.listings import asked_day
from config.sharing.pages import RecordPage
from jurisdictions.models import Agency, Jurisdiction
from jurisdictions.views.place import place_context
from news.footnotes import Footnotes
from policies.enums import IN_FORCE
from policies.maps import Question, county_map
from policies.models import Policy, PolicyEvent
from policies.standings import standings_on
from policies.tables import counts_by_state, place_rows
from policies.trends import trend


def places_inside(state, day):
    """Return the policies of a state's places that were on file by a day."""
    inside = Policy.objects.for_map().in_places_of(state)
    return inside.on_file(day).with_status_on(day)


def applying(day, **asked):
    """Return the question which policies were in force on a day, "" for today."""
    statuses = [("status", status.value) for status in IN_FORCE]
    return Question([*statuses, *asked.items()], day)


class StateList(View):
    """Every state with the number of its agreements and limits."""

    def get(self, request):
        """Answer with the states and the federal orders that bear on all."""
        as_of = asked_day(request)
        day = as_of or timezone.localdate()
        return render(
            request,
            "pages/state_list.html",
            {
                "as_of": as_of,
                "day": day,
                "notes": Footnotes(as_of),
                "rows": counts_by_state(
                    Jurisdiction.objects.published().states(),
                    Policy.objects.published().on_file(day).with_status_on(day),
                ),
                "in_force": applying(as_of.isoformat() if as_of else ""),
                "trend": trend(PolicyEvent.objects.for_trend(), day),
                "federal": standings_on(Policy.objects.for_standing().federal(), day),
                "agencies": Agency.objects.for_listing().federal().told_by(as_of),
            },
        )


class StateDetail(RecordPage):
    """A state: the page of a place, with the places that lie in it."""

    template_name = "pages/state_detail.html"

    def get(self, request, state):
        """Answer with the state's page, today's or as of a day."""
        place = get_object_or_404(
            Jurisdiction.objects.for_detail().states(), usps=state.upper()
        )
        if state != state.lower():
            return self.moved(request, place)
        as_of = asked_day(request)
        day = as_of or timezone.localdate()
        rows = place_rows(places_inside(place, day))
        counties = Jurisdiction.objects.counties_in(place)
        asked = as_of.isoformat() if as_of else ""
        question = Question(day=asked)
        context = place_context(place, as_of) | {
            "places": rows,
            "chart": county_map(place, counties, rows, question),
            "in_force": applying(asked, state=place.usps),
            "trend": trend(PolicyEvent.objects.in_state(place).for_trend(), day),
        }
        return self.answer(request, context)
