"""The questions the public may ask of statements."""

from django.db.models import BooleanField, ExpressionWrapper, F
from django.utils.translation import gettext_lazy as _

from config.listings import (
    AnswerFilter,
    AsOfFilter,
    DayFilter,
    FlagFilter,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.models import Organization
from policies.enums import (
    Stance,
    StatementKind,
)
from policies.filters.places import (
    PlacedFilters,
    official_filter,
    place_filter,
    state_filter,
    where_filter,
    within_filter,
)
from policies.models import Policy, Statement
from policies.models.statement_queries import in_dispute


class StatementFilters(PlacedFilters):
    """Filters of the listing of statements."""

    sorts = {
        "newest": (_("Newest first"), (F("date").desc(nulls_last=True), "-pk")),
        "oldest": (_("Oldest first"), (F("date").asc(nulls_last=True), "pk")),
    }

    where = where_filter()
    stance = AnswerFilter(label=_("Position"), choices=Stance)
    kind = AnswerFilter(label=_("Kind"), choices=StatementKind)
    state = state_filter()
    place = place_filter()
    within = within_filter()
    matter = RepeatedFilter(
        label=_("Agreement or policy"),
        method="about_policies",
        named=Policy.objects.names_by_id,
    )
    organization = RepeatedFilter(
        label=_("Organization"),
        method="by_organizations",
        named=Organization.objects.names_by_slug,
    )
    official = official_filter()
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    disputed = FlagFilter(label=_("Disputed claims"), method="only_disputed")
    as_of = AsOfFilter()
    q = WordsFilter()

    class Meta:
        model = Statement
        fields = [
            "where",
            "stance",
            "kind",
            "state",
            "place",
            "within",
            "matter",
            "organization",
            "official",
            "since",
            "until",
            "disputed",
            "as_of",
            "q",
            "sort",
        ]

    def answers(self):
        """Count what is disputed, whichever side of it."""
        disputed = ExpressionWrapper(in_dispute(Statement), output_field=BooleanField())
        return super().answers() | {"disputed": disputed}

    def about_policies(self, rows, name, ids):
        """Keep the statements about policies with these ids."""
        return rows.filter(policy__in=ids) if ids else rows

    def by_organizations(self, rows, name, slugs):
        """Keep what these organizations said or signed."""
        return rows.by_organizations(slugs) if slugs else rows

    def by_officials(self, rows, name, slugs):
        """Keep what these officials said or signed."""
        return rows.by_officials(slugs) if slugs else rows

    def only_disputed(self, rows, name, flag):
        """Keep both sides of disputed claims."""
        return rows.disputed() if flag else rows
