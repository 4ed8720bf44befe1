"""The page of a place of which very much is on record."""

from datetime import date

import pytest

from jurisdictions import designations
from jurisdictions.registry import names
from jurisdictions.views import place as view
from tests import factories
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def talked_of(monkeypatch):
    """Return a place with more statements than its page shows."""
    monkeypatch.setattr(view, "STATEMENTS", 3)
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    for number in range(1, 6):
        factories.StatementFactory(
            jurisdiction=place, title=f"Word {number}", date=date(2021, 1, number)
        )
    return place


def test_page_shows_the_newest_statements_and_leads_to_all(talked_of):
    page = read(talked_of.get_absolute_url())
    assert "The newest 3 of 5 statements are on this page." in page.words
    assert "Word 5" in page.words
    assert "Word 2" not in page.words
    (link,) = [link for link in page.links() if link.startswith("/statements/?")]
    assert all(f"Word {number}" in read(link).words for number in range(1, 6))


def test_past_day_has_its_own_newest(talked_of):
    page = read(talked_of.get_absolute_url(), as_of="2021-01-04")
    assert "The newest 3 of 4 statements" in page.words
    assert "Word 4" in page.words
    assert "/statements/?place=0150000&as_of=2021-01-04" in page.links()


def test_page_with_all_its_statements_says_nothing_of_more(talked_of, monkeypatch):
    monkeypatch.setattr(view, "STATEMENTS", 5)
    page = read(talked_of.get_absolute_url())
    assert "The newest" not in page.words


# Several agencies of one place


def agreement_of(name, place):
    """Return an agreement that an agency signed, called as all others are."""
    agency = factories.AgencyFactory(name=name, jurisdiction=place)
    policy = factories.PolicyFactory(
        jurisdiction=place, agency=agency, title="Jail agreement"
    )
    factories.PolicyEventFactory(policy=policy, date=date(2021, 1, 2))
    return policy


def test_agreements_of_several_agencies_are_told_apart():
    place = factories.PlaceFactory(name="Mobile")
    for name in ("Jail Board", "City Police"):
        agreement_of(name, place)
    page = read(place.get_absolute_url())
    for section in ("timeline", "agreements"):
        assert "Jail Board" in page.section(section)
        assert "City Police" in page.section(section)
    listed = read("/agreements/", q="Mobile").words
    assert "Jail Board" in listed
    assert "City Police" in listed
    brief = read(f"{place.get_absolute_url()}brief/").words
    assert "Jail agreement · City Police" in brief


def test_timeline_of_one_agency_does_not_repeat_its_name():
    place = factories.PlaceFactory(name="Mobile")
    agreement_of("City Police", place)
    page = read(place.get_absolute_url())
    assert "City Police" not in page.section("timeline")
    assert "City Police" in page.section("agreements")


def test_agency_that_is_a_draft_is_named_nowhere():
    place = factories.PlaceFactory(name="Mobile")
    for name in ("Jail Board", "City Police"):
        agreement_of(name, place).agency.unpublish()
    assert "Jail Board" not in read(place.get_absolute_url()).words
    assert "Jail Board" not in read("/agreements/", q="Mobile").words
    assert "Jail Board" not in read("/search/", q="jail").words


# What a place is


def test_kind_of_place_is_told_in_the_language_of_the_page():
    place = factories.PlaceFactory(name="Mobile", designation="village")
    assert "Ciudad o pueblo · villa" in read(f"/es{place.get_absolute_url()}").words
    assert "City or town · village" in read(place.get_absolute_url()).words


def test_kind_of_place_that_has_no_spanish_says_its_language():
    place = factories.PlaceFactory(name="Mobile", designation="hamlet")
    facts = read(f"/es{place.get_absolute_url()}").main.select_one(".place-facts")
    assert facts.find("span", lang="en", string="hamlet")


def test_every_kind_of_place_of_the_registry_is_told():
    assert {*names.COUNTY_WORDS, *names.PLACE_WORDS} == designations.WORDS.keys()
