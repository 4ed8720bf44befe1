"""The questions the public may ask of policies, votes and statements."""

import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.listings import (
    DayFilter,
    FlagFilter,
    PublicFilterSet,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.enums import Level
from jurisdictions.models import Body, Jurisdiction, Official, Organization
from jurisdictions.models.jurisdiction import state_choices
from policies.enums import (
    AuthorityPath,
    Direction,
    Instrument,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    ProgramModel,
    Stance,
    StatementKind,
    VoteMethod,
    VoteResult,
)
from policies.models import Policy, Statement, Vote


class PlacedFilters(PublicFilterSet):
    """Filters every listing of what places did has: where and when."""

    def of_states(self, rows, name, codes):
        """Keep the rows of these states and the places in them."""
        return rows.in_states(codes) if codes else rows

    def of_places(self, rows, name, geoids):
        """Keep the rows of these places."""
        return rows.of_places(geoids) if geoids else rows

    def in_span(self, rows, name, day):
        """Keep what happened between two days, or from one on, or up to one."""
        asked = self.form.cleaned_data
        return rows.between(asked.get("since"), asked.get("until")) if day else rows

    def as_it_stood(self, rows, name, day):
        """Keep what a source had told of by a day."""
        return rows.on_file(day) if day else rows


def state_filter():
    """Return the repeatable filter by state."""
    return django_filters.MultipleChoiceFilter(
        label=_("State"), choices=state_choices, method="of_states"
    )


def place_filter():
    """Return the repeatable filter by a place's GEOID."""
    return RepeatedFilter(
        label=_("Place"), method="of_places", named=Jurisdiction.objects.names_by_geoid
    )


def official_filter():
    """Return the repeatable filter by an official's address."""
    return RepeatedFilter(
        label=_("Official"),
        method="by_officials",
        named=Official.objects.names_by_slug,
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

    result = django_filters.MultipleChoiceFilter(
        label=_("Result"), choices=VoteResult, method="of_result"
    )
    method = django_filters.MultipleChoiceFilter(label=_("Method"), choices=VoteMethod)
    state = state_filter()
    place = place_filter()
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
    as_of = DayFilter(label=_("As of"), method="as_it_stood")
    q = WordsFilter()

    class Meta:
        model = Vote
        fields = [
            "result",
            "method",
            "state",
            "place",
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
        return self.form.cleaned_data.get("as_of")


class StatementFilters(PlacedFilters):
    """Filters of the listing of statements."""

    sorts = {
        "newest": (_("Newest first"), (F("date").desc(nulls_last=True), "-pk")),
        "oldest": (_("Oldest first"), (F("date").asc(nulls_last=True), "pk")),
    }

    stance = django_filters.MultipleChoiceFilter(label=_("Position"), choices=Stance)
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=StatementKind)
    state = state_filter()
    place = place_filter()
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
    as_of = DayFilter(label=_("As of"), method="as_it_stood")
    q = WordsFilter()

    class Meta:
        model = Statement
        fields = [
            "stance",
            "kind",
            "state",
            "place",
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
