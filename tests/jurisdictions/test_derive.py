"""Names as they are compared, and who held an office on a day."""

from dataclasses import dataclass
from datetime import date

import pytest

from jurisdictions.derive import counting_day, fold_name, holders_on
from jurisdictions.enums import Office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "st louis"),
        ("O’Fallon", "OFallon"),
        ("O'Fallon", "o’fallon"),
        ("Doña Ana County", "Dona Ana county"),
        ("Winston-Salem", "winston salem"),
        ("  Miami   Beach ", "Miami Beach"),
        ("Hawaiʻi", "Hawai`i"),
        ("U.S.", "US"),
        ("287(g)", "287 g"),
        ("287(g)", "287g"),
        ("a 287 (G) agreement", "A 287g agreement"),
    ],
)
def test_fold_name_of_spellings_of_one_name(one, other):
    assert fold_name(one) == fold_name(other)


def test_fold_name_keeps_letters_and_digits_of_any_script():
    assert fold_name("Ñ é 東京 12") == "n e 東京 12"
    assert fold_name("!?") == ""


def test_counting_day_is_its_own_else_its_sources():
    stated, reported = date(2017, 1, 31), date(2021, 12, 6)
    assert counting_day(stated, reported) == stated
    assert counting_day(None, reported) == reported
    assert counting_day(None, None) is None


@dataclass
class Held:
    """A term of office as `holders_on` sees it."""

    official_id: int
    office: str = Office.MAYOR
    start: date | None = None
    end: date | None = None
    described_on: date | None = None
    former: bool = False
    reported_on: date | None = None
    place: int = 1

    def seat(self):
        return (self.office, self.place)


def holders(terms, day):
    """Return the ids of those who hold the terms on a day, in order."""
    return [term.official_id for term in holders_on(terms, day)]


def test_dated_terms_hold_from_their_first_to_their_last_day():
    terms = [
        Held(1, start=date(2010, 1, 1), end=date(2017, 11, 28)),
        Held(2, start=date(2017, 11, 28)),
    ]
    assert holders(terms, date(2009, 12, 31)) == []
    assert holders(terms, date(2010, 1, 1)) == [1]
    assert holders(terms, date(2017, 11, 27)) == [1]
    assert holders(terms, date(2017, 11, 28)) == [2]


def test_described_terms_hold_from_the_day_of_the_source():
    term = Held(1, described_on=date(2021, 12, 6))
    assert holders([term], date(2021, 12, 5)) == []
    assert holders([term], date(2030, 1, 1)) == [1]


def test_terms_that_only_an_undated_source_tells_of_hold_from_its_entry():
    term = Held(1, reported_on=date(2026, 1, 5))
    assert holders([term], date(2026, 1, 4)) == []
    assert holders([term], date(2026, 1, 5)) == [1]
    assert holders([Held(1)], date(2026, 1, 5)) == []


def test_newer_mayor_ends_the_older_ones_term():
    terms = [
        Held(2, described_on=date(2021, 12, 6)),
        Held(1, described_on=date(2017, 1, 31)),
    ]
    assert holders(terms, date(2017, 1, 31)) == [1]
    assert holders(terms, date(2021, 12, 6)) == [2]


def test_newer_member_ends_nobodys_term():
    terms = [
        Held(1, office=Office.LEGISLATOR, described_on=date(2017, 1, 31)),
        Held(2, office=Office.LEGISLATOR, described_on=date(2021, 12, 6)),
    ]
    assert holders(terms, date(2021, 12, 6)) == [1, 2]


def test_mayors_of_two_places_hold_both():
    terms = [
        Held(1, described_on=date(2017, 1, 31)),
        Held(2, described_on=date(2021, 12, 6), place=2),
    ]
    assert holders(terms, date(2021, 12, 6)) == [1, 2]


def test_somebody_called_former_ends_nobodys_term():
    terms = [
        Held(1, described_on=date(2017, 1, 31)),
        Held(2, described_on=date(2021, 12, 6), former=True),
    ]
    assert holders(terms, date(2021, 12, 6)) == [1, 2]
