"""The screens on which two records are made one, and on which that is undone."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogFormatter

from config.editing.labels import label_of
from config.editing.reports import Report
from news.duplicates.merging import MERGED, UNDONE, Refused, merge, undo
from news.duplicates.pairs import KINDS
from news.models import Merge
from news.viewsets.duplicates import (
    PairScreen,
    kinds_seen,
    may,
    refusal,
)

MAY_NOT = gettext_lazy("Only those who may publish records may merge them.")


class ChooseOther(WagtailAdminTemplateMixin, FormView):
    """Which record is the same as this one?"""

    page_title = gettext_lazy("Merge with another")
    header_icon = "copy"
    template_name = "editing/merge_choose.html"

    def dispatch(self, request, *args, **kwargs):
        """Answer those who may merge the kind of record."""
        self.model = KINDS.get(kwargs["kind"])
        if self.model is None:
            raise Http404
        if not may(request.user, "publish", self.model):
            return refusal(request, MAY_NOT)
        self.record = get_object_or_404(self.model, pk=kwargs["one"])
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        """Return the form with a chooser of the same kind of record."""
        form = forms.Form(**self.get_form_kwargs())
        viewset = self.model.snippet_viewset
        form.fields["other"] = forms.ModelChoiceField(
            queryset=viewset.rows().exclude(pk=self.record.pk),
            widget=viewset.chooser_viewset.widget_class(),
            label=_("The other one"),
        )
        return form

    def get_context_data(self, **kwargs):
        """Return the record, and what the chooser needs."""
        context = super().get_context_data(**kwargs)
        return context | {
            "record": label_of(self.record),
            "media": context["form"].media,
        }

    def form_valid(self, form):
        """Show both beside each other."""
        kind, other = self.kwargs["kind"], form.cleaned_data["other"]
        return redirect("duplicate_pair", kind, self.record.pk, other.pk)


class MergePair(PairScreen):
    """What folds the second of two records into the first."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        """Merge the two, or say in words why not."""
        if not may(request.user, "publish", self.model):
            return refusal(request, MAY_NOT)
        kept, folded = self.records
        reason = request.POST.get("reason", "").strip()[:300]
        try:
            merge(kept, folded, user=request.user, reason=reason)
        except Refused as refused:
            messages.error(request, _("Not merged: %s") % refused)
            return redirect("duplicate_pair", **kwargs)
        words = _("“%(folded)s” is merged into “%(kept)s”.")
        told = {"folded": label_of(folded), "kept": label_of(kept)}
        messages.success(request, words % told)
        return redirect("merges")


class Merges(WagtailAdminTemplateMixin, ListView):
    """Every merge, the newest first, each with a button that undoes it."""

    page_title = gettext_lazy("Merges")
    header_icon = "copy"
    template_name = "editing/merges.html"
    paginate_by = 50

    def get_queryset(self):
        """Return the merges of the kinds that the reader may see."""
        seen = kinds_seen(self.request.user)
        if not seen:
            raise PermissionDenied
        return Merge.objects.newest().filter(kind__in=seen)

    def get_context_data(self, **kwargs):
        """Return the merges, with the kinds whose merges the reader may undo."""
        user = self.request.user
        may_undo = [name for name, kind in KINDS.items() if may(user, "publish", kind)]
        return super().get_context_data(**kwargs) | {"may_undo": may_undo}


class UndoMerge(View):
    """What takes a merge back."""

    http_method_names = ["post"]

    def post(self, request, pk):
        """Undo it; say what was changed since, or why it cannot be undone."""
        done = get_object_or_404(Merge.objects.newest(), pk=pk)
        if not may(request.user, "publish", KINDS[done.kind]):
            return refusal(request, MAY_NOT)
        try:
            left = undo(done, user=request.user)
        except Refused as refused:
            messages.error(request, _("Not undone: %s") % refused)
            return redirect("merges")
        messages.success(request, _("“%s” stands for itself again.") % done.folded_name)
        if left:
            messages.warning(request, "; ".join(left))
        return redirect("merges")


class MergedFormatter(LogFormatter):
    """Says in the admin's log what was merged into what."""

    label = gettext_lazy("Merged")
    words = gettext_lazy("%(folded)s merged into %(kept)s")

    def format_message(self, log_entry):
        """Return what was done, and why."""
        told = str(self.words) % log_entry.data
        reason = log_entry.data["reason"]
        return f"{told}: {reason}" if reason else told


class UndoneFormatter(MergedFormatter):
    """Says in the admin's log which merge was undone."""

    label = gettext_lazy("Merge undone")
    words = gettext_lazy("%(folded)s no longer merged into %(kept)s")


def register_merges(actions):
    """Let the admin's log tell of merges in words."""
    actions.register_action(MERGED)(MergedFormatter)
    actions.register_action(UNDONE)(UndoneFormatter)


def merge_urls():
    """Return the addresses of the screens."""
    pair = "duplicates/<slug:kind>/<int:one>/"
    return [
        path(pair, ChooseOther.as_view(), name="duplicate_choose"),
        path(f"{pair}<int:other>/merge/", MergePair.as_view(), name="duplicate_merge"),
        path("reports/merges/<int:pk>/undo/", UndoMerge.as_view(), name="merge_undo"),
    ]


REPORT = Report(Merges, "merges", "merges", order=620, may_open=kinds_seen)
