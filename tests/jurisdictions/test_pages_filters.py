"""What each parameter of the listings of places, organizations, officials keeps."""

from datetime import date

import pytest

from jurisdictions.enums import Office, OrganizationKind
from jurisdictions.filters import OfficialFilters, OrganizationFilters, PlaceFilters
from policies.enums import EventKind
from tests import factories
from tests.config.test_listings import asked

pytestmark = pytest.mark.django_db


def rows(filters, query):
    """Return the rows a listing answers a query with, in its order."""
    filterset = asked(filters, query)
    assert filterset.problems == []
    return list(filterset.rows())


# Places


def test_places_by_name_level_and_state():
    city = factories.PlaceFactory(name="Springfield")
    county = factories.CountyFactory(name="Springfield County")
    other = factories.PlaceFactory(
        name="Springfield", state=factories.StateFactory(usps="GA")
    )
    assert set(rows(PlaceFilters, "q=springfield")) == {city, county, other}
    assert rows(PlaceFilters, "q=springfield+alabama&level=county") == [county]
    assert set(rows(PlaceFilters, "state=GA")) == {other, other.state}


def test_place_is_found_by_its_alias():
    alias = factories.PlaceAliasFactory(name="The Magic City")
    alias.jurisdiction.save()
    assert rows(PlaceFilters, "q=magic") == [alias.jurisdiction]


def test_places_with_records():
    empty = factories.PlaceFactory()
    policy = factories.PolicyFactory().jurisdiction
    vote = factories.VoteFactory().body.jurisdiction
    statement = factories.StatementFactory().jurisdiction
    draft = factories.PolicyFactory(draft=True).jurisdiction
    found = rows(PlaceFilters, "recorded=1")
    assert set(found) == {policy, vote, statement}
    assert not {empty, draft} & set(found)


def test_records_of_places_are_counted_as_of_a_day():
    policy = factories.PolicyFactory(events=[(EventKind.ADOPTED, date(2015, 5, 5))])
    place = policy.jurisdiction
    factories.PolicyFactory(jurisdiction=place, draft=True)
    counts = {
        query: {row.pk: row.policy_count for row in rows(PlaceFilters, query)}[place.pk]
        for query in ("", "as_of=2015-05-05", "as_of=2015-05-04")
    }
    assert counts == {"": 1, "as_of=2015-05-05": 1, "as_of=2015-05-04": 0}
    assert rows(PlaceFilters, "recorded=1&as_of=2015-05-04") == []
    assert rows(PlaceFilters, "recorded=1&as_of=2015-05-05") == [place]


def test_places_with_most_records_first():
    few = factories.PolicyFactory().jurisdiction
    many = factories.PolicyFactory().jurisdiction
    factories.PolicyFactory(jurisdiction=many)
    assert rows(PlaceFilters, "sort=records")[:2] == [many, few]


# Organizations


def test_organizations_by_name_and_kind():
    acij = factories.OrganizationFactory(name="Alabama Coalition")
    factories.OrganizationAliasFactory(organization=acij, name="ACIJ")
    acij.save()
    church = factories.OrganizationFactory(kind=OrganizationKind.FAITH)
    assert rows(OrganizationFilters, "q=acij") == [acij]
    assert rows(OrganizationFilters, "kind=faith") == [church]


def test_organizations_by_where_they_spoke():
    said = factories.StatementFactory(
        official=None, organization=factories.OrganizationFactory()
    )
    signed = factories.SignatoryFactory()
    factories.SignatoryFactory(statement__draft=True)
    factories.StateFactory(usps="GA")
    found = rows(OrganizationFilters, "state=AL")
    assert set(found) == {said.organization, signed.organization}
    assert rows(OrganizationFilters, "state=GA") == []


def test_organization_is_known_from_its_first_source():
    organization = factories.OrganizationFactory(
        citation__source__date=date(2017, 2, 1)
    )
    assert rows(OrganizationFilters, "as_of=2017-01-31") == []
    assert rows(OrganizationFilters, "as_of=2017-02-01") == [organization]


# Officials


def test_officials_by_office_state_and_place():
    chief = factories.TermFactory(
        office=Office.POLICE_CHIEF,
        jurisdiction=None,
        agency=factories.AgencyFactory(jurisdiction__geoid="0107000"),
    ).official
    mayor = factories.TermFactory(
        jurisdiction__state=factories.StateFactory(usps="GA")
    ).official
    assert rows(OfficialFilters, "office=police_chief") == [chief]
    assert rows(OfficialFilters, "state=GA") == [mayor]
    assert rows(OfficialFilters, "place=0107000") == [chief]
    assert set(rows(OfficialFilters, "state=GA&state=AL")) == {chief, mayor}


def test_officials_by_name():
    official = factories.OfficialFactory(given_name="Añá", family_name="O’Rivers")
    factories.OfficialFactory()
    assert rows(OfficialFilters, "q=ORIVERS+ana") == [official]


def test_official_is_known_from_the_first_source():
    official = factories.OfficialFactory(citation__source__date=date(2017, 2, 1))
    assert rows(OfficialFilters, "as_of=2017-01-31") == []
    assert rows(OfficialFilters, "as_of=2017-02-01") == [official]
    factories.TermFactory(
        official=official, start=date(2010, 1, 1), start_precision="year"
    )
    assert rows(OfficialFilters, "as_of=2010-06-01") == [official]
