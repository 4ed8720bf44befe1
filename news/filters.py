"""The questions the public may ask of sources, of changes and of corrections."""

from django.db.models import BooleanField, ExpressionWrapper, F
from django.utils.translation import gettext_lazy as _

from config.listings import (
    AnswerFilter,
    AsOfFilter,
    DayFilter,
    FlagFilter,
    PublicFilterSet,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.models import Jurisdiction
from jurisdictions.models.jurisdiction import state_choices
from news.changes.telling import tell
from news.enums import ChangeKind, RecordType, SourceKind
from news.models import Change, Correction, Outlet, Source
from news.models.change import about_state
from news.models.source_queries import lacks_something


class SourceFilters(PublicFilterSet):
    """Filters of the listing of sources."""

    sorts = {
        "newest": (_("Newest first"), (F("date").desc(nulls_last=True), "-pk")),
        "oldest": (_("Oldest first"), (F("date").asc(nulls_last=True), "pk")),
        "outlet": (_("Outlet"), ("outlet__name", "pk")),
    }

    kind = AnswerFilter(label=_("Kind"), choices=SourceKind)
    outlet = RepeatedFilter(
        label=_("Outlet"), method="of_outlets", named=Outlet.objects.names_by_slug
    )
    state = AnswerFilter(label=_("State"), choices=state_choices, method="of_states")
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    incomplete = FlagFilter(label=_("Something missing"), method="only_incomplete")
    as_of = AsOfFilter()
    q = WordsFilter()

    class Meta:
        model = Source
        fields = [
            "kind",
            "outlet",
            "state",
            "since",
            "until",
            "incomplete",
            "as_of",
            "q",
            "sort",
        ]

    def answers(self):
        """Count the sources that lack something."""
        lacking = ExpressionWrapper(lacks_something(), output_field=BooleanField())
        return super().answers() | {"incomplete": lacking}

    def several_answers(self):
        """Count a source in every state in which a record rests on it."""
        return {"state": Source.objects.states_told_of()}

    def of_outlets(self, rows, name, slugs):
        """Keep the sources of outlets with these addresses."""
        return rows.filter(outlet__slug__in=slugs, outlet__live=True) if slugs else rows

    def of_states(self, rows, name, codes):
        """Keep the sources that policies or statements of these states cite."""
        return rows.about_states(codes) if codes else rows

    def in_span(self, rows, name, day):
        """Keep what was published between two days, or from one on, or up to one."""
        since, until = self.value_of("since"), self.value_of("until")
        return rows.between(since, until) if day else rows

    def as_it_stood(self, rows, name, day):
        """Keep what was published, or without a date was entered, by a day."""
        return rows.on_file(day) if day else rows

    def only_incomplete(self, rows, name, flag):
        """Keep the sources that lack something."""
        return rows.incomplete() if flag else rows


class ChangeFilters(PublicFilterSet):
    """Filters of the listing of changes."""

    sorts = {"newest": (_("Newest first"), ("-at", "-pk"))}

    kind = AnswerFilter(label=_("Kind"), choices=ChangeKind)
    record = AnswerFilter(
        label=_("Record"), choices=RecordType, field_name="record_type"
    )
    state = AnswerFilter(label=_("State"), choices=state_choices, method="of_states")
    place = RepeatedFilter(
        label=_("Place"), method="of_places", named=Jurisdiction.objects.names_by_geoid
    )
    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")
    q = WordsFilter()

    class Meta:
        model = Change
        fields = ["kind", "record", "state", "place", "since", "until", "q", "sort"]

    def answers(self):
        """Count a change in the state that its record is about."""
        return super().answers() | {"state": about_state()}

    def page_rows(self, keys):
        """Return the changes with these keys in words, all told together."""
        return tell(super().page_rows(keys))

    def of_states(self, rows, name, codes):
        """Keep the changes of what was done or said in these states."""
        return rows.in_states(codes) if codes else rows

    def of_places(self, rows, name, geoids):
        """Keep the changes of what was done or said in these places."""
        return rows.of_places(geoids) if geoids else rows

    def in_span(self, rows, name, day):
        """Keep what changed between two days, or from one on, or up to one."""
        since, until = self.value_of("since"), self.value_of("until")
        return rows.between(since, until) if day else rows


class CorrectionFilters(PublicFilterSet):
    """Filters of the log of corrections."""

    sorts = {"newest": (_("Newest first"), ("-corrected_on", "-pk"))}

    since = DayFilter(label=_("From"), method="in_span")
    until = DayFilter(label=_("To"), method="in_span")

    class Meta:
        model = Correction
        fields = ["since", "until", "sort"]

    def in_span(self, rows, name, day):
        """Keep what was corrected between two days, or from one on, or up to one."""
        since, until = self.value_of("since"), self.value_of("until")
        return rows.between(since, until) if day else rows
