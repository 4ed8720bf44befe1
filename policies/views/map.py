"""The map of the country, or of one state: how many records match the filters where."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from jurisdictions.derive import years_through
from jurisdictions.models import Jurisdiction
from policies.filters import ASKED_MOST, PolicyFilters
from policies.maps import Question, county_map, nation_map
from policies.models import PolicyEvent
from policies.tables import place_rows

# What says how rows are listed, not which.
NO_FILTERS = frozenset({"as_of", "page", "sort"})


class Map(View):
    """The states, or one state's counties, each with the number of what matches."""

    def get(self, request):
        """Answer with the map; when a filter is wrong, with words and no map."""
        filterset = PolicyFilters.from_request(request)
        problems, as_of = filterset.problems, filterset.value_of("as_of")
        question = question_of(filterset.data, as_of)
        today = timezone.localdate()
        day = as_of or today
        state = None if problems else state_of(filterset)
        if state:
            chart = counties_chart(state, filterset, question, day)
        else:
            chart = None if problems else states_chart(filterset, question)
        first = PolicyEvent.objects.first_day()
        context = {
            "as_of": as_of,
            "day": day,
            "filterset": filterset,
            "chips": filterset.chips(),
            "problems": problems,
            "state": state,
            "chart": chart,
            "question": question,
            "suggested": suggested(question, {"state": state.usps} if state else {}),
            "years": years_through(first, today, day),
        }
        status = 400 if problems else 200
        template = "pages/state_map.html" if state else "pages/map.html"
        return render(request, template, context, status=status)


def state_of(filterset):
    """Return the one state that is asked for, None for more or none."""
    codes = filterset.value_of("state")
    if len(codes) != 1:
        return None
    return get_object_or_404(Jurisdiction.objects.published().states(), usps=codes[0])


def states_chart(filterset, question):
    """Return the map of the states with the numbers of what matches."""
    states = Jurisdiction.objects.published().states()
    return nation_map(states, filterset.count_by("state"), question)


def counties_chart(state, filterset, question, day):
    """Return the map of a state's counties with what matches, None without one."""
    rows = place_rows(filterset.rows().with_counties().with_status_on(day))
    return county_map(state, Jurisdiction.objects.counties_in(state), rows, question)


def question_of(query, day):
    """Return what a map was asked by the filters of a query."""
    pairs = [
        (name, value)
        for name, values in query.lists()
        for value in values
        if name not in NO_FILTERS
    ]
    return Question(pairs, day.isoformat() if day else "")


def suggested(question, kept):
    """Return (label, query, whether it is on) of everything, and what is asked most.

    `kept` is what each of them asks besides, such as the state.
    """
    day = {"as_of": question.day} if question.day else {}
    return [
        (
            label,
            urlencode(sorted((day | asked | kept).items())),
            dict(question.pairs) == asked | kept,
        )
        for label, asked in ((_("Everything on record"), {}), *ASKED_MOST)
    ]
