"""The report of likely duplicates, and the screen on which two are compared."""

import django_filters
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from config.editing.labels import label_of
from config.editing.reports import Report
from jurisdictions.models import Organization
from news.duplicates.comparing import compared
from news.duplicates.merging import obstacle
from news.duplicates.pairs import KINDS, likely_duplicates
from news.models import Distinction


def may(user, action, model):
    """Return whether a user may do something to records of a model."""
    return user.has_perm(f"{model._meta.app_label}.{action}_{model._meta.model_name}")


def refusal(request, words):
    """Return the answer to somebody who may not do something: 403, in words."""
    context = {
        "page_title": _("Not allowed"),
        "header_title": _("Not allowed"),
        "header_icon": "warning",
        "words": words,
    }
    return render(request, "editing/refused.html", context, status=403)


def kinds_seen(user):
    """Return the names of the kinds whose records a user may see."""
    return [name for name, model in KINDS.items() if may(user, "view", model)]


class PairFilterSet(WagtailFilterSet):
    """Pairs by the kind of record; they are computed, so no query narrows them."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=lambda: [
            (name, capfirst(model._meta.verbose_name_plural))
            for name, model in KINDS.items()
        ],
        empty_label=_("All"),
    )

    class Meta:
        model = Organization
        fields = []

    def filter_queryset(self, queryset):
        """Return the pairs of a kind, computed for that kind alone."""
        kind = self.form.cleaned_data["kind"]
        return likely_duplicates([name for name in queryset if kind in ("", name)])


def compare_url(pair):
    """Return the address of the screen that shows both of a pair."""
    return reverse("duplicate_pair", args=[pair.kind, pair.one.pk, pair.other.pk])


HEADINGS = {
    "kind_label": _("Kind"),
    "one_id": _("Id"),
    "one": _("One"),
    "other_id": _("Other id"),
    "other": _("Other"),
    "score": _("Likeness"),
    "reason": _("Why"),
}


class LikelyDuplicates(ReportView):
    """Every pair of records that look like one, a row each."""

    page_title = _("Likely duplicates")
    header_icon = "copy"
    # Wagtail asks for a permission only of a view that says whose.
    permission_policy = ModelPermissionPolicy(Organization)
    permission_required = "view"
    filterset_class = PairFilterSet
    index_url_name = "duplicates"
    index_results_url_name = "duplicates_results"
    verbose_name_plural = _("pairs")
    default_ordering = None
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "likely-duplicates"
    columns = [
        TitleColumn(
            "one",
            label=_("Compare"),
            accessor=lambda pair: label_of(pair.one),
            get_url=compare_url,
        ),
        Column("other", label=_("with"), accessor=lambda pair: label_of(pair.other)),
        Column("kind_label", label=_("Kind")),
        Column("score", label=_("Likeness"), accessor=lambda p: f"{p.likeness[0]:.2f}"),
        Column("reason", label=_("Why"), accessor=lambda pair: pair.likeness.reason),
    ]

    def get_queryset(self):
        """Return the kinds of records to look at; the filter makes pairs of them."""
        return kinds_seen(self.request.user)

    def to_row_dict(self, item):
        """Return a pair as a row of the spreadsheet."""
        return {
            "kind_label": item.kind_label,
            "one_id": item.one.pk,
            "one": label_of(item.one),
            "other_id": item.other.pk,
            "other": label_of(item.other),
            "score": item.likeness.score,
            "reason": str(item.likeness.reason),
        }


class PairScreen(WagtailAdminTemplateMixin, TemplateView):
    """Two records beside each other, and what to do about them."""

    page_title = _("Are these one?")
    header_icon = "copy"
    template_name = "editing/pair.html"

    def dispatch(self, request, *args, **kwargs):
        """Answer those who may see the kind of record."""
        if self.model is None:
            raise Http404
        if not may(request.user, "view", self.model):
            return refusal(request, _("You may not see records of this kind."))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def model(self):
        """The kind of record, None for a word that is none."""
        return KINDS.get(self.kwargs["kind"])

    @cached_property
    def records(self):
        """The two records, in the order of the address.

        :raises Http404: unless there are two.
        """
        found = self.model.objects.in_bulk([self.kwargs["one"], self.kwargs["other"]])
        if len(found) != 2:
            raise Http404
        return found[self.kwargs["one"]], found[self.kwargs["other"]]

    def get_context_data(self, **kwargs):
        """Return both records, field by field."""
        one, other = self.records
        return super().get_context_data(**kwargs) | {
            "kind": self.model._meta.verbose_name,
            "one": one,
            "other": other,
            "one_label": label_of(one),
            "other_label": label_of(other),
            "one_url": AdminURLFinder().get_edit_url(one),
            "other_url": AdminURLFinder().get_edit_url(other),
            "rows": compared(one, other),
            "may_change": may(self.request.user, "change", self.model),
            "may_merge": may(self.request.user, "publish", self.model),
            "obstacle": obstacle(one, other),
        }


class Different(PairScreen):
    """What says of two records that they are different, for good."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        """Keep that they are different, and who says so."""
        if not may(request.user, "change", self.model):
            return refusal(request, _("You may not change records of this kind."))
        one, other = self.records
        reason = request.POST.get("reason", "").strip()[:300]
        Distinction.objects.tell_apart(one, [other], reason=reason, user=request.user)
        words = _("“%(one)s” and “%(other)s” are different, and not listed again.")
        labels = {"one": label_of(one), "other": label_of(other)}
        messages.success(request, words % labels)
        return redirect("duplicates")


def pair_urls():
    """Return the addresses of what is done about a pair."""
    pair = "duplicates/<slug:kind>/<int:one>/<int:other>/"
    return [
        path(pair, PairScreen.as_view(), name="duplicate_pair"),
        path(f"{pair}different/", Different.as_view(), name="duplicate_different"),
    ]


REPORT = Report(
    LikelyDuplicates, "duplicates", "duplicates", order=610, may_open=kinds_seen
)
