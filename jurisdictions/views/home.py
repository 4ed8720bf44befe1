"""The front page."""

from django.shortcuts import render
from django.utils import timezone
from django.views import View

from jurisdictions.models import Jurisdiction
from news.footnotes import Footnotes
from news.models import HomePage
from policies.enums import PolicyStatus
from policies.maps import Question, nation_map
from policies.models import Policy, Statement, Vote
from policies.tables import counts_by_type


class Home(View):
    """What the site answers, how much is on record, what is coming, what is new."""

    def get(self, request):
        """Answer with the front page."""
        day = timezone.localdate()
        context = {
            "page": HomePage.objects.live().spoken().first(),
            "day": day,
            "notes": Footnotes(),
            "counts": counts_by_type(Policy.objects.published()),
            "chart": nation_map(
                Jurisdiction.objects.published().states(),
                Policy.objects.published().in_force().counted_by_state(),
                Question([("status", PolicyStatus.ACTIVE.value)]),
            ),
            "upcoming": Vote.objects.for_listing().upcoming(day)[:5],
            "missing": Vote.objects.for_listing().result_missing(day)[:5],
            "latest": Policy.objects.for_listing().newest_entered()[:6],
            "statements": Statement.objects.for_listing()[:4],
        }
        return render(request, "pages/home.html", context)
