"""The questions the public may ask of agreements and policies."""

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.listings import AnswerFilter, AsOfFilter, DayFilter, WordsFilter
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
    where_filter,
    within_filter,
)
from policies.models import Policy

# The questions asked most: on the listing and on the map one tap away.
ASKED_MOST = (
    (_("287(g) in force"), {"status": "active", "type": "287g"}),
    (_("HSI designation"), {"type": "hsi_customs_designation"}),
    (_("Detainers"), {"type": "detainer_policy"}),
    (_("Adds cooperation"), {"direction": "adds"}),
    (_("Limits cooperation"), {"direction": "limits"}),
    (_("State laws"), {"type": "state_law"}),
)


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

    where = where_filter()
    type = AnswerFilter(label=_("Type"), choices=PolicyType)
    status = AnswerFilter(label=_("Status"), choices=PolicyStatus, method="of_status")
    direction = AnswerFilter(label=_("Direction"), choices=Direction)
    model = AnswerFilter(label=_("287(g) model"), choices=ProgramModel)
    state = state_filter()
    level = AnswerFilter(
        label=_("Level"), choices=Level, field_name="jurisdiction__level"
    )
    place = place_filter()
    within = within_filter()
    instrument = AnswerFilter(label=_("Instrument"), choices=Instrument)
    authority_path = AnswerFilter(label=_("Who decides"), choices=AuthorityPath)
    legal_effect = AnswerFilter(label=_("Legal effect"), choices=LegalEffect)
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    min_sources = django_filters.NumberFilter(
        label=_("Sources at least"),
        field_name="source_count",
        lookup_expr="gte",
        min_value=0,
        max_value=1000,
        decimal_places=0,
        error_messages=dict.fromkeys(
            ("invalid", "max_decimal_places"), _("give a whole number.")
        ),
    )
    as_of = AsOfFilter()
    q = WordsFilter()

    class Meta:
        model = Policy
        fields = [
            "where",
            "type",
            "status",
            "direction",
            "model",
            "state",
            "level",
            "place",
            "within",
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

    def as_asked(self, rows):
        """Tell of each policy its status on the day asked for."""
        rows = super().as_asked(rows)
        return rows.with_status_on(self.day) if self.day else rows

    def answers(self):
        """Count by the status of the day asked for."""
        status = F("status_then") if self.day else F("status")
        return super().answers() | {"status": status}

    def filter_queryset(self, queryset):
        """Filter; a past day knows nothing of today's order."""
        if self.day:
            queryset = self.as_asked(queryset).order_by(*self.terms_of("newest"))
        return super().filter_queryset(queryset)

    def in_order(self, rows, name, value):
        """Sort the rows by one of the orders, as of the day asked for."""
        return rows.order_by(*self.terms_of(value))

    def terms_of(self, order):
        """Return what to order by; a past day knows nothing of today's status."""
        if not self.day:
            return self.sorts[order][1]
        then = F("last_day")
        past = {
            "newest": (then.desc(nulls_last=True), "pk"),
            "oldest": (then.asc(nulls_last=True), "pk"),
        }
        return past.get(order, self.sorts[order][1])

    def of_status(self, rows, name, statuses):
        """Keep the rows that have, or on the day asked for had, one of these."""
        column = "status_then" if self.day else "status"
        return rows.filter(**{f"{column}__in": statuses}) if statuses else rows
