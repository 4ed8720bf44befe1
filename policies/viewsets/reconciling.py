"""The report of where ICE's newest list and our record differ."""

import django_filters
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from config.editing.filters import state_choices
from config.editing.reports import Report
from policies.enums import FindingKind
from policies.models import Policy, RosterEntry
from policies.roster.reconciling import reconcile
from policies.roster.reporting import HEADINGS, row_of

SEE_POLICIES = "policies.view_policy"


class FindingFilterSet(WagtailFilterSet):
    """Differences by kind and state; they are computed, so no query narrows them."""

    kind = django_filters.ChoiceFilter(
        label=_("Difference"), choices=FindingKind.choices, empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=state_choices, empty_label=_("All")
    )

    class Meta:
        model = RosterEntry
        fields = []

    def filter_queryset(self, queryset):
        """Return the differences that have each value asked for."""
        asked = {name: given for name, given in self.form.cleaned_data.items() if given}
        return [
            found
            for found in queryset
            if all(getattr(found, name) == given for name, given in asked.items())
        ]


def edit_url(found):
    """Return the address of the form of our record; None without one."""
    if found.policy is None:
        return None
    return reverse(
        Policy.snippet_viewset.get_url_name("edit"), args=[quote(found.policy.pk)]
    )


class Differences(ReportView):
    """Every difference between ICE's newest list and our record, a row each."""

    page_title = _("ICE's list and our record")
    header_icon = "list-ul"
    # Wagtail asks for a permission only of a view that says whose.
    permission_policy = ModelPermissionPolicy(Policy)
    permission_required = "view"
    filterset_class = FindingFilterSet
    index_url_name = "ice_differences"
    index_results_url_name = "ice_differences_results"
    verbose_name_plural = _("differences")
    default_ordering = None
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "ice-list-and-record"
    columns = [
        TitleColumn(
            "agency",
            label=_("Agency"),
            accessor=lambda found: found.agency or found.place,
            get_url=edit_url,
        ),
        Column("place", label=_("Place")),
        Column("state", label=_("State")),
        Column("kind", label=_("Difference"), accessor=lambda found: found.kind.label),
        Column("ours", label=_("Our record says")),
        Column("ices", label=_("ICE's list says")),
    ]

    def get_queryset(self):
        """Return the differences as they are now."""
        return reconcile()

    def to_row_dict(self, item):
        """Return a difference as a row of the spreadsheet."""
        return row_of(item)


REPORT = Report(
    Differences,
    "ice_differences",
    "ice-list",
    order=700,
    may_open=lambda user: user.has_perm(SEE_POLICIES),
)
