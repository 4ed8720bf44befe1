"""One decision for all rows that print one spelling."""

from django.core.exceptions import BadRequest, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from jurisdictions.derive import fold_name
from policies.roster.deciding.decisions import decide_spelling
from policies.viewsets.rosters import telling
from policies.viewsets.rosters.access import OneList


class DecideSpelling(OneList, TemplateView):
    """The rows that print a spelling, and whether it means what it seems to."""

    any_permission_required = None
    permission_required = "change"
    page_title = gettext_lazy("A spelling on the list")
    template_name = "editing/rosters/spelling.html"

    @cached_property
    def change(self):
        """The systematic change.

        :raises Http404: if the list has no such one.
        """
        changes = self.roster.changes.systematic()
        return get_object_or_404(changes, pk=self.kwargs["change_pk"])

    def get_context_data(self, **kwargs):
        """Add the rows that print the spelling."""
        spelling = telling.Spelling(self.change)
        return super().get_context_data(
            roster=self.roster,
            spelling=spelling,
            rows=rows_with(self.roster, spelling),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        """Remember the decision; one that somebody has made stands.

        :raises BadRequest: if no button of ours sends that.
        """
        answer = request.POST.get("means")
        if answer not in ("same", "different"):
            raise BadRequest
        try:
            decide_spelling(self.change, answer == "same", request.user)
        except ValidationError as refused:
            messages.warning(request, " ".join(refused.messages))
        else:
            messages.success(request, telling.Spelling(self.change).answer(answer))
        return redirect(reverse("rosters:changes", args=[self.roster.pk]))


def rows_with(roster, spelling):
    """Return (row, the cell) of a list's rows that print a spelling."""
    heading, printed = spelling.printed_as
    cells = (
        (row, row.printed.get(heading, "")) for row in roster.rows.order_by("number")
    )
    return [(row, cell) for row, cell in cells if fold_name(cell) == printed]
