"""The database refuses what the record of who and where cannot be."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from jurisdictions.enums import Level
from jurisdictions.models import (
    Jurisdiction,
    NearSpelling,
    RecordVersion,
    RecordWords,
)
from tests.constraints import disagreeing_dates, flat, rules_broken_by, twice
from tests.factories import (
    AgencyAliasFactory,
    AgencyFactory,
    BodyFactory,
    NationFactory,
    OfficialFactory,
    OrganizationAliasFactory,
    OrganizationFactory,
    PlaceAliasFactory,
    PlaceFactory,
    StateFactory,
    TermFactory,
)


def in_one_place(factory):
    """Return the act of giving two rows of one place the same address."""
    return lambda: twice(factory, slug="same", jurisdiction=PlaceFactory())()


def under_one(factory, parent, name):
    """Return the act of giving one row the same other name twice."""
    return lambda: twice(factory, name="Same", **{name: parent()})()


BREAKS = {
    "place_slug_unique_in_state": [
        lambda: twice(PlaceFactory, slug="same", state=StateFactory())()
    ],
    "state_slug_unique": [
        lambda: [StateFactory(usps=code, slug="same") for code in ("AL", "GA")]
    ],
    "only_states_have_postal_codes": [
        lambda: PlaceFactory(usps="ZZ"),
        lambda: PlaceFactory(level=Level.STATE, state=None),
        lambda: NationFactory(usps="US"),
    ],
    "places_lie_in_a_state": [
        lambda: PlaceFactory(state=None),
        lambda: PlaceFactory(level=Level.TRIBAL, state=None),
        lambda: StateFactory(usps="GA", state=StateFactory(usps="AL")),
        lambda: NationFactory(state=StateFactory()),
    ],
    "population_has_its_year": [
        lambda: PlaceFactory(population=200_000),
        lambda: PlaceFactory(population_year=2020),
    ],
    "place_is_one_with_another": [
        lambda: Jurisdiction.objects.filter(pk=PlaceFactory().pk).update(
            one_with=F("pk")
        )
    ],
    "record_words_once": [
        twice(RecordWords.objects.create, kind="policy", record_id=1, names="a pact")
    ],
    "near_spelling_once": [
        twice(NearSpelling.objects.create, key="salem", word="salem")
    ],
    "place_alias_once": [under_one(PlaceAliasFactory, PlaceFactory, "jurisdiction")],
    "agency_slug_unique_in_place": [in_one_place(AgencyFactory)],
    "agency_alias_once": [under_one(AgencyAliasFactory, AgencyFactory, "agency")],
    "agency_alias_not_seen_backwards": [
        lambda: AgencyAliasFactory(
            first_seen_on=date(2025, 2, 1), last_seen_on=date(2025, 1, 31)
        )
    ],
    "body_slug_unique_in_place": [in_one_place(BodyFactory)],
    "organization_slug_unique": [twice(OrganizationFactory, slug="same")],
    "organization_alias_once": [
        under_one(OrganizationAliasFactory, OrganizationFactory, "organization")
    ],
    "official_slug_unique": [twice(OfficialFactory, slug="same")],
    "term_ends_after_it_starts": [
        lambda: TermFactory(
            start=date(2021, 2, 1),
            start_precision="day",
            end=date(2021, 1, 31),
            end_precision="day",
        )
    ],
    "term_start_precision_agrees": disagreeing_dates(
        TermFactory, "start", "start_precision"
    ),
    "term_end_precision_agrees": disagreeing_dates(TermFactory, "end", "end_precision"),
    "term_is_of_something": [lambda: TermFactory(jurisdiction=None)],
    "record_version_is_one_row": [lambda: RecordVersion.objects.create(pk=2)],
}


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "act"), flat(BREAKS))
def test_database_refuses(rule, act):
    assert rule in rules_broken_by(act)


@pytest.mark.django_db
def test_places_parent_is_a_state():
    """The key is a postal code, and `only_states_have_postal_codes` does the rest."""
    place = PlaceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Jurisdiction.objects.filter(pk=place.pk).update(state_id="ZZ")
        connection.check_constraints()  # a foreign key waits for the commit


@pytest.mark.django_db
def test_one_city_may_share_its_name_with_another_states():
    for code in ("AL", "GA"):
        PlaceFactory(name="Birmingham", slug="birmingham", state__usps=code)
