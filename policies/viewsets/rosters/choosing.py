"""Saying which place or agency a row is about, where nothing tells for certain."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from config.editing.choosers import is_id
from config.editing.labels import label_of
from jurisdictions.derive import fold_name
from jurisdictions.models import Agency, Jurisdiction
from policies.roster.comparing.likeness import distinctive
from policies.roster.deciding.decisions import choose_agency, choose_place
from policies.viewsets.rosters import telling
from policies.viewsets.rosters.access import OneList

OFFERED = 30


class ChooseMatch(OneList, TemplateView):
    """The places and agencies of the row's state that have the words looked for."""

    any_permission_required = None
    permission_required = "change"
    page_title = gettext_lazy("Which place, which agency?")
    template_name = "editing/rosters/match.html"

    @cached_property
    def change(self):
        """The change whose row is to be matched.

        :raises Http404: if the list has no such change.
        """
        changes = self.roster.changes.about_entries().for_review()
        return get_object_or_404(changes, pk=self.kwargs["change_pk"])

    @cached_property
    def back(self):
        """Where the editor came from: the list, narrowed as it was."""
        here = reverse("rosters:changes", args=[self.roster.pk])
        return get_valid_next_url_from_request(self.request) or here

    def get_context_data(self, **kwargs):
        """Add the row, and what may be chosen."""
        entry = self.change.entry
        words = self.request.GET.get("q", "")[:100]
        places = found_by(words, Jurisdiction, entry)
        if not words:
            words, places = first_guess(entry)
        return super().get_context_data(
            roster=self.roster,
            told=telling.told([self.change])[self.change.pk],
            words=words,
            places=labelled(places),
            agencies=labelled(found_by(words, Agency, entry)),
            back=self.back,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        """Remember the place or the agency that was chosen, for later lists too."""
        if "place" in request.POST:
            found, choose = chosen(request.POST["place"], Jurisdiction), choose_place
        elif "agency" in request.POST:
            found, choose = chosen(request.POST["agency"], Agency), choose_agency
        else:
            messages.warning(request, _("Nothing is chosen."))
            return redirect(request.get_full_path())
        try:
            choose(self.change, found, request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect(request.get_full_path())
        words = _("“%(agency)s” is matched to %(record)s, on later lists too.")
        agency = self.change.entry.agency_name
        messages.success(request, words % {"agency": agency, "record": label_of(found)})
        return redirect(self.back)


def found_by(words, model, entry):
    """Return records of the entry's state whose names contain every word."""
    if not words:
        return []
    rows = model.snippet_viewset.offered().in_states([entry.state])
    return list(rows.sought(words)[:OFFERED])


def first_guess(entry):
    """Return the words to begin with, and the places that have them.

    Those of the agency's name that tell it from others; failing that, its county.
    """
    own = " ".join(distinctive(fold_name(entry.agency_name).split()))
    county = " ".join(distinctive(fold_name(entry.county_name).split()))
    for words in filter(None, (own, county)):
        if places := found_by(words, Jurisdiction, entry):
            return words, places
    return own or county, []


def labelled(records):
    """Return (id, label) of each record."""
    return [(record.pk, label_of(record)) for record in records]


def chosen(value, model):
    """Return the record that was chosen.

    :raises Http404: if there is none of that id.
    """
    if not is_id(value):
        raise Http404
    return get_object_or_404(model.snippet_viewset.choices(), pk=value)
