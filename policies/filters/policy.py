"""The questions the public may ask of agreements and policies."""

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.listings import (
    DayFilter,
    WordsFilter,
)
from jurisdictions.enums import Level
from policies.enums import (
    AuthorityPath,
    Direction,
    Instrument,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    ProgramModel,
)
from policies.filters.places import (
    PlacedFilters,
    place_filter,
    state_filter,
)
from policies.models import Policy


class PolicyFilters(PlacedFilters):
    """Filters of the listing of agreements and policies."""

    sorts = {
        "newest": (
            _("Newest first"),
            (F("status_since").desc(nulls_last=True), "pk"),
        ),
        "oldest": (_("Oldest first"), (F("status_since").asc(nulls_last=True), "pk")),
        "place": (_("Place"), ("jurisdiction__state", "jurisdiction__name", "pk")),
        "sources": (_("Most sources"), ("-source_count", "pk")),
    }

    type = django_filters.MultipleChoiceFilter(label=_("Type"), choices=PolicyType)
    model = django_filters.MultipleChoiceFilter(
        label=_("287(g) model"), choices=ProgramModel
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=PolicyStatus, method="of_status"
    )
    direction = django_filters.MultipleChoiceFilter(
        label=_("Direction"), choices=Direction
    )
    state = state_filter()
    level = django_filters.MultipleChoiceFilter(
        label=_("Level"), choices=Level, field_name="jurisdiction__level"
    )
    place = place_filter()
    instrument = django_filters.MultipleChoiceFilter(
        label=_("Instrument"), choices=Instrument
    )
    authority_path = django_filters.MultipleChoiceFilter(
        label=_("Who decides"), choices=AuthorityPath
    )
    legal_effect = django_filters.MultipleChoiceFilter(
        label=_("Legal effect"), choices=LegalEffect
    )
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    min_sources = django_filters.NumberFilter(
        label=_("Sources at least"),
        field_name="source_count",
        lookup_expr="gte",
        min_value=0,
        max_value=1000,
        decimal_places=0,
    )
    as_of = DayFilter(label=_("As of"), method="as_it_stood")
    q = WordsFilter()

    class Meta:
        model = Policy
        fields = [
            "type",
            "model",
            "status",
            "direction",
            "state",
            "level",
            "place",
            "instrument",
            "authority_path",
            "legal_effect",
            "since",
            "until",
            "min_sources",
            "as_of",
            "q",
            "sort",
        ]

    @classmethod
    def public_rows(cls):
        """Return all policies with their events: a row tells when, and how exactly."""
        return super().public_rows().prefetch_related("events")

    def filter_queryset(self, queryset):
        """Filter, with the status of the day asked for at hand on every row."""
        if day := self.form.cleaned_data.get("as_of"):
            queryset = queryset.with_status_on(day).order_by(*self.terms_of("newest"))
        return super().filter_queryset(queryset)

    def in_order(self, rows, name, value):
        """Sort the rows by one of the orders, as of the day asked for."""
        return rows.order_by(*self.terms_of(value))

    def terms_of(self, order):
        """Return what to order by; a past day knows nothing of today's status."""
        if not self.form.cleaned_data.get("as_of"):
            return self.sorts[order][1]
        then = F("last_day")
        past = {
            "newest": (then.desc(nulls_last=True), "pk"),
            "oldest": (then.asc(nulls_last=True), "pk"),
        }
        return past.get(order, self.sorts[order][1])

    def of_status(self, rows, name, statuses):
        """Keep the rows that have, or on the day asked for had, one of these."""
        if not statuses:
            return rows
        then = self.form.cleaned_data.get("as_of")
        return rows.filter(**{f"{'status_then' if then else 'status'}__in": statuses})
