"""Places by the names that lists print: of their state, and of what they are called."""

import pytest

from jurisdictions.enums import Level
from jurisdictions.matching import PlaceNames, same_body
from tests.factories import (
    CountyFactory,
    PlaceAliasFactory,
    PlaceFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


def town(name, designation, usps, level=Level.MUNICIPALITY, **said):
    return PlaceFactory(
        name=name,
        designation=designation,
        registry_name=f"{name} {designation}".strip(),
        level=level,
        state=StateFactory(usps=usps),
        **said,
    )


def county(name, designation, usps, **said):
    return CountyFactory(
        name=name,
        designation=designation,
        registry_name=name,
        state=StateFactory(usps=usps),
        **said,
    )


def found(places):
    return [(place.name, place.designation) for place in places]


@pytest.mark.parametrize(
    ("printed", "called"),
    [
        ("Hanover", ["borough", "township"]),
        ("Hanover Township", ["township"]),
        ("Hanover Twp.", ["township"]),
        ("Township of Hanover", ["township"]),
        ("HANOVER BORO", ["borough"]),
        ("City of Hanover", []),
    ],
)
def test_words_say_which_of_two_namesakes(printed, called):
    town("Hanover", "borough", "PA")
    PlaceFactory(
        name="Hanover Township",
        designation="township",
        registry_name="Hanover township",
        level=Level.TOWNSHIP,
        state=StateFactory(usps="PA"),
    )
    towns = PlaceNames(["PA"]).municipalities("PA", printed)
    assert sorted(place.designation for place in towns) == called


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Dickson City", "Dickson City"),
        ("Saint Marys", "St. Marys"),
        ("Ft. Washington", "Fort Washington"),
        ("Mt Pleasant", "Mount Pleasant"),
        ("De Kalb", "DeKalb"),
        ("Town of O Fallon", "O'Fallon"),
        ("Agawam", "Agawam Town"),
    ],
)
def test_spellings_of_one_name(printed, name):
    words = {"O'Fallon": "town", "Dickson City": "borough"}
    town(name, words.get(name, "city"), "PA")
    town("Dickson", "borough", "AL")
    towns = PlaceNames().municipalities("PA", printed)
    assert [place.name for place in towns] == [name]


def test_name_is_no_other_that_only_runs_together():
    town("North East", "borough", "PA")
    assert PlaceNames().municipalities("PA", "Northeast") == []


def test_name_is_of_its_state_only():
    town("Auburn", "city", "CA")
    names = PlaceNames()
    assert found(names.municipalities("CA", "Auburn")) == [("Auburn", "city")]
    assert names.municipalities("AL", "Auburn") == []


def test_alias_and_name_of_the_registry_count():
    nashville = town("Nashville", "", "AL")
    PlaceAliasFactory(jurisdiction=nashville, name="Nashville-Davidson")
    towns = PlaceNames().municipalities("AL", "Nashville Davidson")
    assert towns == [nashville]


def test_place_that_is_no_more_is_not_found():
    town("Ghost", "town", "AL", active=False)
    assert PlaceNames().municipalities("AL", "Ghost") == []


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Richmond", ["Richmond", "Richmond County"]),
        ("Richmond County", ["Richmond County"]),
        ("RICHMOND CITY", ["Richmond"]),
        ("Charles City County", ["Charles City County"]),
        ("Charles City", ["Charles City County"]),
        ("Orleans County", ["New Orleans"]),
        ("Orleans Parish", ["New Orleans"]),
    ],
)
def test_county_or_the_city_that_is_none(printed, names):
    county("Richmond County", "county", "AL")
    county("Charles City County", "county", "AL")
    richmond = town("Richmond", "city", "AL")
    county("Richmond city", "city", "AL", one_with=richmond)
    orleans = town("New Orleans", "city", "AL")
    county("Orleans Parish", "parish", "AL", one_with=orleans)
    counties = PlaceNames(["AL"]).counties("AL", printed)
    assert sorted(place.name for place in counties) == names


def test_county_tells_two_townships_apart():
    york = county("York County", "county", "PA")
    berks = county("Berks County", "county", "PA")
    one, other, unknown = (
        town("Penn", "township", "PA", Level.TOWNSHIP) for _ in range(3)
    )
    one.counties.set([york])
    other.counties.set([berks])
    for place in (one, other):
        place.save()
    names = PlaceNames()
    towns = names.municipalities("PA", "Penn Township")
    assert {*names.within(towns, [york])} == {one, unknown}


def test_index_takes_few_queries_and_asking_none(django_assert_num_queries):
    town("Auburn", "city", "AL")
    with django_assert_num_queries(2):
        names = PlaceNames()
    with django_assert_num_queries(0):
        (place,) = names.municipalities("AL", "Auburn")
        assert (str(place), place.level, place.state_code) == (
            "Auburn, Alabama",
            Level.MUNICIPALITY,
            "AL",
        )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Birmingham police", "Birmingham Police Department", True),
        ("Cobb County sheriff or county police", "Cobb County Sheriff’s Office", True),
        ("Saint Ann Police Department", "St. Ann police", True),
        ("Birmingham Airport Police", "Birmingham Police Department", False),
    ],
)
def test_same_body(one, other, same):
    assert same_body(one, other) is same
