"""Rows of ICE's lists find their place and agency, or a doubt: never a wrong one."""

from dataclasses import dataclass

import pytest

from jurisdictions.enums import AgencyKind, Level
from policies.enums import MatchReason, RosterDoubt
from policies.roster.matching.agencies import AgencyMatcher, kind_of
from tests.factories import (
    AgencyAliasFactory,
    AgencyFactory,
    CountyFactory,
    PlaceFactory,
    StateFactory,
)


@dataclass
class Line:
    """A row as read."""

    agency_name: str
    county_name: str = ""
    place_type: str = "Municipality"
    state: str = "AL"


@pytest.fixture
def alabama(db):
    """Return Alabama with a county, a city, and a city with a township's name."""
    state = StateFactory(usps="AL")
    cobb = CountyFactory(state=state, name="Cobb County", designation="county")
    PlaceFactory(state=state, name="Auburn", designation="city")
    PlaceFactory(state=state, name="College Park", designation="city")
    PlaceFactory(state=state, name="Palmyra", designation="village")
    township = PlaceFactory(
        state=state, name="Palmyra", designation="town", level=Level.TOWNSHIP
    )
    township.counties.set([cobb])
    township.save()
    return state


PLACED = [
    (Line("Cobb County Sheriff’s Office"), "Cobb County", MatchReason.COUNTY_NAME),
    (Line("Cobb County Sheriff's Dept.", "Auburn"), "Cobb County", "county_name"),
    (Line("County of Cobb / Cobb County Jail"), "Cobb County", "county_name"),
    (Line("Cobb County Board of County Commissioners"), "Cobb County", "county_name"),
    (Line("Cobb County District Attorney's Office"), "Cobb County", "county_name"),
    (Line("Cobb Sheriff's Office"), "Cobb County", "county_name"),
    (Line("Auburn Police Departement"), "Auburn", MatchReason.PLACE_NAME),
    (Line("City of Auburn Police Department"), "Auburn", "place_name"),
    (Line("Auburn City Marshal's Office"), "Auburn", "place_name"),
    (Line("Auburn Public Safety", place_type="State Agency"), "Auburn", "place_name"),
    (Line("College Park Police Department"), "College Park", "place_name"),
    (Line("Town of Palmyra Police Department"), "Palmyra", "place_name"),
    (Line("Alabama Department of Corrections"), "Alabama", MatchReason.STATE_AGENCY),
    (Line("Office of Fish", place_type="State Agency"), "Alabama", "state_agency"),
    (Line("Alabama National Guard"), "Alabama", "state_agency"),
]


@pytest.mark.parametrize(
    ("line", "place", "reason"), PLACED, ids=[row[0].agency_name for row in PLACED]
)
def test_row_finds_its_place(alabama, line, place, reason):
    match = AgencyMatcher(["AL"]).match(line)
    assert (match.place.name, match.reason, match.doubts) == (place, reason, ())


DOUBTED = [
    (Line("Palmyra Police Department"), RosterDoubt.PLACE_AMBIGUOUS),
    (Line("Springfield Police Department"), RosterDoubt.PLACE_UNKNOWN),
    (Line("Las Auburn Metropolitan Police"), RosterDoubt.PLACE_UNKNOWN),
    (Line("Georgia Department of Corrections"), RosterDoubt.PLACE_UNKNOWN),
    (Line("Auburn University Police Department"), RosterDoubt.NO_PLACE_OF_ITS_OWN),
    (Line("Cobb County Port Authority Police"), RosterDoubt.NO_PLACE_OF_ITS_OWN),
    (Line("Auburn Airport Police Department"), RosterDoubt.NO_PLACE_OF_ITS_OWN),
    (Line("Cobb County Regional Police"), RosterDoubt.NO_PLACE_OF_ITS_OWN),
    (Line("Palmyra Township Constable's Office"), RosterDoubt.NO_PLACE_OF_ITS_OWN),
    (Line("", "Cobb County"), RosterDoubt.AGENCY_MISSING),
    (Line("Auburn Police Department", state="CA"), RosterDoubt.PLACE_UNKNOWN),
    (Line("Auburn Police Department", state=""), RosterDoubt.PLACE_UNKNOWN),
]


@pytest.mark.parametrize(
    ("line", "doubt"),
    DOUBTED,
    ids=[f"{row.agency_name} {row.state}" for row, _ in DOUBTED],
)
def test_row_without_a_certain_place_waits(alabama, line, doubt):
    match = AgencyMatcher().match(line)
    assert (match.place, match.agency, match.doubts) == (None, None, (doubt,))


def test_constable_is_of_its_county_and_waits_all_the_same(alabama):
    match = AgencyMatcher().match(Line("Cobb County Constable Precinct 6"))
    assert match.place.name == "Cobb County"
    assert match.doubts == (RosterDoubt.NO_PLACE_OF_ITS_OWN,)


def test_known_spelling_comes_first(alabama):
    alias = AgencyAliasFactory(
        agency__jurisdiction=alabama, name="Auburn University Police Department"
    )
    match = AgencyMatcher().match(Line("AUBURN UNIVERSITY POLICE  DEPARTMENT"))
    assert (match.agency, match.place) == (alias.agency, alabama)
    assert match.reason == MatchReason.SPELLING


def test_bare_name_from_the_fbi_is_no_spelling(alabama):
    cobb = CountyFactory(state=alabama, name="Dale County", designation="county")
    sheriff = AgencyFactory(jurisdiction=cobb, kind=AgencyKind.SHERIFF)
    AgencyAliasFactory(agency=sheriff, name="Dale")
    assert AgencyMatcher().match(Line("Dale")).agency is None


def test_agency_of_the_place_is_found_by_its_kind(alabama):
    matcher_of = {
        "Auburn police": ("Auburn", AgencyKind.POLICE),
        "Cobb County sheriff or county police": ("Cobb County", AgencyKind.OTHER),
    }
    made = {
        name: AgencyFactory(
            name=name, kind=kind, jurisdiction=alabama.places.get(name=place)
        )
        for name, (place, kind) in matcher_of.items()
    }
    matcher = AgencyMatcher()
    found = {
        printed: matcher.match(Line(printed)).agency
        for printed in (
            "Auburn Police Department",
            "Cobb County Sheriff's Office",
            "Cobb County Jail",
        )
    }
    # A county can have a sheriff and a police: what may be either is neither for sure.
    assert [*found.values()] == [made["Auburn police"], None, None]


def test_two_agencies_of_one_name_wait(alabama):
    auburn = alabama.places.get(name="Auburn")
    for name in ("Auburn police", "Auburn Police Services"):
        AgencyFactory(name=name, jurisdiction=auburn)
    match = AgencyMatcher().match(Line("Auburn Police Department"))
    assert (match.place, match.agency) == (auburn, None)
    assert match.doubts == (RosterDoubt.AGENCY_AMBIGUOUS,)


def test_matching_asks_nothing_more(alabama, django_assert_num_queries):
    AgencyFactory(name="Auburn police", jurisdiction=alabama.places.get(name="Auburn"))
    with django_assert_num_queries(5):
        matcher = AgencyMatcher(["AL"])
    with django_assert_num_queries(0):
        for line, *_ in PLACED + DOUBTED:
            match = matcher.match(line)
            str(match.place), str(match.agency)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Auburn Police Department", AgencyKind.POLICE),
        ("State College Police Department", AgencyKind.POLICE),
        ("College Park Police Department", AgencyKind.POLICE),
        ("New Berlin Marshal's Office", AgencyKind.POLICE),
        ("Center Line Division of Public Safety and Security", AgencyKind.POLICE),
        ("Arkansas Department of Public Safety", AgencyKind.OTHER),
        ("Melbourne International Airport Police Department", AgencyKind.OTHER),
        ("Louisiana Office of the State Fire Marshal", AgencyKind.OTHER),
        ("Walker County Sheriff’s Department", AgencyKind.SHERIFF),
        ("Gulf County Board of Commissioners /Detention Facility", "corrections"),
        ("Texas Department of Public Safety - Texas Highway Patrol", "state_police"),
        ("Florida State University Police Department", AgencyKind.CAMPUS_POLICE),
        ("South Pymatuning TWP State Constable", AgencyKind.CONSTABLE),
        ("Hendricks County Prosecutor's Office", AgencyKind.PROSECUTOR),
        ("Texas Office of the Attorney General", AgencyKind.OTHER),
    ],
)
def test_kind_of_agency_in_its_name(name, kind):
    assert kind_of(name, "State Agency") == kind
