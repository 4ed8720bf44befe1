"""The map of the country: how many records match the filters in each state."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from jurisdictions.derive import years_through
from jurisdictions.models import Jurisdiction
from policies.filters import ASKED_MOST, PolicyFilters
from policies.maps import Question, nation_map
from policies.models import PolicyEvent

# What says how rows are listed, not which.
NO_FILTERS = frozenset({"as_of", "page", "sort"})


class Map(View):
    """The states, each with the number of records that match, and its table."""

    def get(self, request):
        """Answer with the map; when a filter is wrong, with words and no map."""
        filterset = PolicyFilters.from_request(request)
        problems, day = filterset.problems, filterset.value_of("as_of")
        question = question_of(filterset.data, day)
        chart = None
        if not problems:
            states = Jurisdiction.objects.published().states()
            chart = nation_map(states, filterset.count_by("state"), question)
        today = timezone.localdate()
        first = PolicyEvent.objects.first_day()
        context = {
            "as_of": day,
            "day": day or today,
            "filterset": filterset,
            "chips": filterset.chips(),
            "problems": problems,
            "chart": chart,
            "question": question,
            "suggested": suggested(question),
            "years": years_through(first, today, day or today),
        }
        status = 400 if problems else 200
        return render(request, "pages/map.html", context, status=status)


def question_of(query, day):
    """Return what a map was asked by the filters of a query."""
    pairs = [
        (name, value)
        for name, values in query.lists()
        for value in values
        if name not in NO_FILTERS
    ]
    return Question(pairs, day.isoformat() if day else "")


def suggested(question):
    """Return (label, query, whether it is on) of everything, and what is asked most."""
    day = {"as_of": question.day} if question.day else {}
    return [
        (label, urlencode(sorted((day | asked).items())), dict(question.pairs) == asked)
        for label, asked in ((_("Everything on record"), {}), *ASKED_MOST)
    ]
