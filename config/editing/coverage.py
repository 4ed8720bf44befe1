"""The report of how far the record covers each state, and how fresh it is."""

from dataclasses import dataclass
from datetime import date, timedelta

import django_filters
from django.conf import settings
from django.db.models import Count, Max
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from config.editing.labels import DayColumn
from config.editing.reports import Report
from jurisdictions.models import Jurisdiction, public
from news.models import Source
from policies.models import CourtCase, Policy, Statement, Vote

# What is on record, and where from each its place is.
PLACES = {
    Policy: "jurisdiction",
    Vote: "body__jurisdiction",
    Statement: "jurisdiction",
    CourtCase: "jurisdiction",
}
# From a citation, what it supports, and the place of that.
CITED = {
    "policy": "policy__jurisdiction",
    "event__policy": "event__policy__jurisdiction",
    "vote": "vote__body__jurisdiction",
    "statement": "statement__jurisdiction",
    "case": "case__jurisdiction",
}


@dataclass
class Covered:
    """What is on record in one state, which is one of its own places.

    `recorded` are places with a record, `unchecked` records that nobody compared with
    their sources for long.
    """

    code: str
    name: str
    places: int = 0
    recorded: int = 0
    agreements: int = 0
    votes: int = 0
    others: int = 0
    sources: int = 0
    unchecked: int = 0
    newest_source: date | None = None
    newest_check: date | None = None

    @property
    def is_empty(self):
        """Whether nothing at all is on record there."""
        return not (self.agreements or self.votes or self.others)


def coverage(day):
    """Return what is on record in every state, by name; the queries are fixed."""
    states = Jurisdiction.objects.published().states().values_list("usps", "name")
    rows = {code: Covered(code, name) for code, name in states}
    places = Jurisdiction.objects.published()
    _add(rows, "places", by_state(places))
    _add(rows, "recorded", by_state(places.with_records()))
    long_ago = day - timedelta(days=settings.COVERAGE_DAYS)
    for model, path in PLACES.items():
        records = model.objects.published()
        column = {Policy: "agreements", Vote: "votes"}.get(model, "others")
        counted = by_state(records, path)
        _add(rows, column, counted)
        for code, _number, checked in counted:
            if code in rows:
                rows[code].newest_check = latest(rows[code].newest_check, checked)
        _add(rows, "unchecked", by_state(records.unchecked_since(long_ago), path))
    _add_sources(rows)
    return list(rows.values())


def by_state(rows, path=""):
    """Return (postal code, number, newest check) of rows, by the state of a place."""
    grouped = rows.order_by().annotate(code=code_of(path)).values("code")
    counted = grouped.annotate(number=Count("pk"), checked=Max("last_checked_on"))
    return list(counted.values_list("code", "number", "checked"))


def code_of(path):
    """Return the postal code of the state of a place, or of the place that is one."""
    names = [f"{path}__{name}" if path else name for name in ("usps", "state")]
    return Coalesce(*names)


def _add(rows, column, counted):
    """Add numbers to a column; what is federal or in no public state has no row."""
    for code, number, _checked in counted:
        if code in rows:
            setattr(rows[code], column, getattr(rows[code], column) + number)


def _add_sources(rows):
    """Count each public source once in every state where something rests on it."""
    first, *others = (
        Source.objects.published()
        .filter(public(Source, f"citations__{path}"))
        .order_by()
        .annotate(code=code_of(f"citations__{place}"))
        .values_list("pk", "code", "date")
        for path, place in CITED.items()
    )
    for _pk, code, day in first.union(*others):
        if code in rows:
            rows[code].sources += 1
            rows[code].newest_source = latest(rows[code].newest_source, day)


def latest(one, other):
    """Return the later of two days, either of which may not be known."""
    return max(filter(None, (one, other)), default=None)


class CoverageFilterSet(WagtailFilterSet):
    """States by what is missing; the rows are computed, so no query narrows them."""

    KEPT = {
        "empty": lambda row: row.is_empty,
        "recorded": lambda row: not row.is_empty,
        "unchecked": lambda row: row.unchecked,
    }

    show = django_filters.ChoiceFilter(
        label=_("States"),
        choices=[
            ("empty", _("Without any record")),
            ("recorded", _("With a record")),
            ("unchecked", _("With something not checked for long")),
        ],
        empty_label=_("All"),
    )

    class Meta:
        model = Jurisdiction
        fields = []

    def filter_queryset(self, queryset):
        """Return the states of which that is so."""
        asked = self.form.cleaned_data["show"]
        return list(filter(self.KEPT[asked], queryset)) if asked else queryset


def places_url(row):
    """Return the address of the list of a state's places."""
    listing = reverse(Jurisdiction.snippet_viewset.get_url_name("list"))
    return f"{listing}?state={row.code}"


HEADINGS = {
    "code": _("Code"),
    "name": _("State"),
    "places": _("Places"),
    "recorded": _("On record"),
    "agreements": _("Policies"),
    "votes": _("Votes"),
    "others": _("Other"),
    "sources": _("Sources"),
    "newest_source": _("Reported"),
    "newest_check": _("Checked"),
    "unchecked": _("Unchecked"),
}
# In a file there is room to say of what.
EXPORTED = HEADINGS | {
    "recorded": _("Places with a record"),
    "agreements": _("Agreements and policies"),
    "others": _("Statements and court cases"),
    "newest_source": _("Newest source"),
    "newest_check": _("Newest check"),
    "unchecked": _("Not checked for long"),
}
NUMBERS = ("places", "recorded", "agreements", "votes", "sources")


def number_column(name):
    """Return the column of a number by which the states can be sorted."""
    return NumberColumn(name, label=HEADINGS[name], sort_key=name)


class Coverage(ReportView):
    """Every state, a row each."""

    page_title = _("Coverage by state")
    header_icon = "globe"
    # Wagtail asks for a permission only of a view that says whose.
    permission_policy = ModelPermissionPolicy(Jurisdiction)
    permission_required = "view"
    filterset_class = CoverageFilterSet
    index_url_name = "coverage"
    index_results_url_name = "coverage_results"
    verbose_name_plural = _("states")
    default_ordering = "name"
    paginate_by = 100
    list_export = list(HEADINGS)
    export_headings = EXPORTED
    export_filename = "coverage-by-state"
    columns = [
        TitleColumn(
            "name",
            label=HEADINGS["name"],
            get_url=places_url,
            sort_key="name",
            classname="w-whitespace-nowrap",
        ),
        *map(number_column, NUMBERS),
        *(
            DayColumn(name, label=HEADINGS[name], sort_key=name)
            for name in ("newest_source", "newest_check")
        ),
        number_column("unchecked"),
    ]

    def get_base_queryset(self):
        """Return the states as they are today."""
        return coverage(timezone.localdate())

    def order_queryset(self, queryset):
        """Return the states in the order asked for, what is not known at the end."""
        name = self.ordering.removeprefix("-")
        known = [row for row in queryset if getattr(row, name) is not None]
        known.sort(
            key=lambda row: getattr(row, name), reverse=self.ordering.startswith("-")
        )
        return known + [row for row in queryset if getattr(row, name) is None]


REPORT = Report(
    Coverage,
    "coverage",
    "coverage",
    order=630,
    may_open=lambda user: user.has_perm("jurisdictions.view_jurisdiction"),
)
