"""The brief of a place: as a page that a browser prints, and as a file."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views import View

from config.listings import asked_day, moved
from jurisdictions.models import Jurisdiction
from jurisdictions.views.brief.building import brief_of
from jurisdictions.views.brief.pdf import PAPERS, written
from jurisdictions.views.place import place_context
from jurisdictions.views.states import places_inside
from news.changes.feed import stands_at
from policies.models import Policy
from policies.tables import place_rows


def brief_context(place, as_of):
    """Return what the page of a place prints, and the brief that is made of it."""
    context = place_context(place, as_of)
    types = {row.policy.type for row in context["standings"]}
    beside = Policy.objects.for_listing().beside(place).of_types(types)
    rows = place_rows(beside.on_file(context["day"]).with_status_on(context["day"]))
    inside = place_rows(places_inside(place, context["day"])) if place.is_state else []
    return context | {"brief": brief_of(context, rows, inside)}


class PlaceBrief(View):
    """The brief as a page of the site."""

    name = "brief/"

    def get(self, request, state, slug=None):
        """Answer with the brief, today's or as of a day."""
        rows = Jurisdiction.objects.for_detail()
        if slug is None:
            place = get_object_or_404(rows.states(), usps=state.upper())
        else:
            place = get_object_or_404(rows, state=state.upper(), slug=slug.lower())
        place = place.shown("one_with") or place
        if not stands_at(request, place, self.name):
            return moved(request, place, self.name)
        return self.answer(request, brief_context(place, asked_day(request)))

    def answer(self, request, context):
        """Return the brief as HTML."""
        return render(request, "pages/brief.html", context)


class PlaceBriefPdf(PlaceBrief):
    """The brief as a file to send or to keep: `?size=` letter, or a4."""

    name = "brief.pdf"

    def answer(self, request, context):
        """Return the brief as a PDF that a browser shows.

        :raises BadRequest: when the paper is none that we print on, in words.
        """
        size = request.GET.get("size", "letter")
        if size not in PAPERS:
            words = _("Size: write %(sizes)s.")
            raise BadRequest(words % {"sizes": " / ".join(PAPERS)})
        response = HttpResponse(written(context["brief"], size), "application/pdf")
        name = context["place"].path.replace("/", "-")
        response["Content-Disposition"] = f'inline; filename="{name}-brief.pdf"'
        # The page of the place says it all; a search leads there.
        response["X-Robots-Tag"] = "noindex"
        return response
