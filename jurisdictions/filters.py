"""The questions the public may ask of places, organizations and officials."""

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from config.listings import (
    AnswerFilter,
    AsOfFilter,
    FlagFilter,
    PublicFilterSet,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.enums import Level, Office, OrganizationKind
from jurisdictions.models import Jurisdiction, Official, Organization
from jurisdictions.models.jurisdiction import state_choices


class PlaceFilters(PublicFilterSet):
    """Filters of the listing of places."""

    sorts = {
        "recorded": (
            _("On record first"),
            ("-recorded", "name", "state_id", "level", "pk"),
        ),
        "name": (_("Name"), ("name", "state_id", "level", "pk")),
        "state": (_("State"), ("state_id", "name", "level", "pk")),
        "records": (_("Most records"), ("-policy_count", "name", "pk")),
    }

    q = WordsFilter(label=_("Name"))
    level = AnswerFilter(label=_("Level"), choices=Level)
    state = AnswerFilter(label=_("State"), choices=state_choices, method="of_states")
    within = RepeatedFilter(
        label=_("Within county"),
        method="within_counties",
        named=Jurisdiction.objects.names_by_geoid,
    )
    recorded = FlagFilter(label=_("With records only"), method="with_records")
    as_of = AsOfFilter()

    class Meta:
        model = Jurisdiction
        fields = ["q", "level", "state", "within", "recorded", "as_of", "sort"]

    @classmethod
    def public_rows(cls):
        """Return all places with their counties: some are told apart by them."""
        return super().public_rows().prefetch_related("counties")

    @classmethod
    def listed(cls, rows):
        """Return the places that stand for themselves, those on record first."""
        return rows.principal().with_record_flag().order_by(*cls.sorts["recorded"][1])

    def as_asked(self, rows):
        """Tell of each place what was on record on the day asked for."""
        if day := self.day:
            rows = rows.with_policy_count(day).with_record_flag(day)
        return rows

    def answers(self):
        """Count a state with its places, and the places that have a record."""
        own = {"state": Coalesce(F("usps"), F("state")), "recorded": F("recorded")}
        return super().answers() | own

    def of_states(self, rows, name, codes):
        """Keep these states and the places in them."""
        return rows.in_states(codes) if codes else rows

    def within_counties(self, rows, name, geoids):
        """Keep these counties and the places that lie in them."""
        return rows.within(geoids) if geoids else rows

    def with_records(self, rows, name, flag):
        """Keep the places that have something on record."""
        return rows.with_records(self.day) if flag else rows

    def as_it_stood(self, rows, name, day):
        """Keep every place: the day changes what is told of it, not whether."""
        return rows


class OrganizationFilters(PublicFilterSet):
    """Filters of the listing of organizations."""

    sorts = {"name": (_("Name"), ("name", "pk"))}

    q = WordsFilter(label=_("Name"))
    kind = AnswerFilter(label=_("Kind"), choices=OrganizationKind)
    state = AnswerFilter(label=_("State"), choices=state_choices, method="of_states")
    as_of = AsOfFilter()

    class Meta:
        model = Organization
        fields = ["q", "kind", "state", "as_of", "sort"]

    def several_answers(self):
        """Count an organization in every state it is on record in."""
        return {"state": Organization.objects.states_spoken_on()}

    def of_states(self, rows, name, codes):
        """Keep organizations that spoke on these states or the places in them."""
        return rows.speaking_in_states(codes) if codes else rows

    def as_it_stood(self, rows, name, day):
        """Keep the organizations heard of by a day."""
        return rows.heard_by(day) if day else rows


class OfficialFilters(PublicFilterSet):
    """Filters of the listing of officials."""

    sorts = {"name": (_("Surname"), ("family_name", "given_name", "pk"))}

    q = WordsFilter(label=_("Name"))
    office = AnswerFilter(label=_("Office"), choices=Office, method="in_office")
    state = AnswerFilter(label=_("State"), choices=state_choices, method="of_states")
    place = RepeatedFilter(
        label=_("Place"), method="of_places", named=Jurisdiction.objects.names_by_geoid
    )
    within = RepeatedFilter(
        label=_("Within county"),
        method="within_counties",
        named=Jurisdiction.objects.names_by_geoid,
    )
    as_of = AsOfFilter()

    class Meta:
        model = Official
        fields = ["q", "office", "state", "place", "within", "as_of", "sort"]

    def several_answers(self):
        """Count an official in every office held, and in every state of one."""
        return {
            "office": Official.objects.offices_held(),
            "state": Official.objects.states_served(),
        }

    def in_office(self, rows, name, offices):
        """Keep those who held one of these offices."""
        return rows.in_offices(offices) if offices else rows

    def of_states(self, rows, name, codes):
        """Keep the officials of these states and the places in them."""
        return rows.in_states(codes) if codes else rows

    def of_places(self, rows, name, geoids):
        """Keep the officials of these places."""
        return rows.of_places(geoids) if geoids else rows

    def within_counties(self, rows, name, geoids):
        """Keep the officials of these counties and of the places in them."""
        return rows.located(Jurisdiction.objects.within(geoids)) if geoids else rows

    def as_it_stood(self, rows, name, day):
        """Keep those known to be in a public role by a day."""
        return rows.known_by(day) if day else rows
