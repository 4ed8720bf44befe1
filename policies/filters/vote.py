"""The questions the public may ask of votes."""

from django.db.models import BooleanField, ExpressionWrapper, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.listings import (
    AnswerFilter,
    AsOfFilter,
    DayFilter,
    FlagFilter,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.models import Body
from policies.enums import (
    VoteMethod,
    VoteResult,
)
from policies.filters.places import (
    PlacedFilters,
    official_filter,
    place_filter,
    state_filter,
    where_filter,
    within_filter,
)
from policies.models import Vote
from policies.models.vote_queries import (
    not_unanimous,
    outcome,
    still_to_come,
    without_result,
)


class VoteFilters(PlacedFilters):
    """Filters of the listing of votes."""

    sorts = {
        "newest": (_("Newest first"), (F("date").desc(nulls_last=True), "-pk")),
        "oldest": (_("Oldest first"), (F("date").asc(nulls_last=True), "pk")),
        "place": (
            _("Place"),
            ("body__jurisdiction__state", "body__jurisdiction__name", "pk"),
        ),
    }

    place_path = "body__jurisdiction"

    where = where_filter()
    result = AnswerFilter(label=_("Result"), choices=VoteResult, method="of_result")
    method = AnswerFilter(label=_("Method"), choices=VoteMethod)
    state = state_filter()
    place = place_filter()
    within = within_filter()
    body = RepeatedFilter(
        label=_("Body"), method="of_bodies", named=Body.objects.names_by_slug
    )
    official = official_filter()
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    upcoming = FlagFilter(label=_("Still to come"), method="only_upcoming")
    result_missing = FlagFilter(
        label=_("Result not recorded"), method="only_result_missing"
    )
    split = FlagFilter(label=_("Not unanimous"), method="only_split")
    as_of = AsOfFilter()
    q = WordsFilter()

    class Meta:
        model = Vote
        fields = [
            "where",
            "result",
            "method",
            "state",
            "place",
            "within",
            "body",
            "official",
            "since",
            "until",
            "upcoming",
            "result_missing",
            "split",
            "as_of",
            "q",
            "sort",
        ]

    def answers(self):
        """Count by the result, and the past or future, that the day tells."""
        day = self._day() or timezone.localdate()
        flags = {
            "upcoming": still_to_come(day),
            "result_missing": without_result(day),
            "split": not_unanimous(),
        }
        told = {
            name: ExpressionWrapper(condition, output_field=BooleanField())
            for name, condition in flags.items()
        }
        return super().answers() | told | {"result": outcome(day)}

    def of_result(self, rows, name, results):
        """Keep the votes of which the day's page tells one of these results."""
        return rows.with_outcome(results, self._day()) if results else rows

    def of_bodies(self, rows, name, slugs):
        """Keep the votes of bodies with these addresses."""
        return rows.filter(body__slug__in=slugs) if slugs else rows

    def by_officials(self, rows, name, slugs):
        """Keep the votes in which these officials are on record."""
        return rows.with_ballots_of(slugs) if slugs else rows

    def only_upcoming(self, rows, name, flag):
        """Keep the votes still to come."""
        return rows.upcoming(self._day()) if flag else rows

    def only_result_missing(self, rows, name, flag):
        """Keep the past votes without a recorded result."""
        return rows.result_missing(self._day()) if flag else rows

    def only_split(self, rows, name, flag):
        """Keep the votes that were not unanimous."""
        return rows.split() if flag else rows

    def _day(self):
        return self.day
