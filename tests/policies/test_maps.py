"""The map's numbers are the list's, its words are its numbers, and no draft counts."""

import gzip
import random
import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template import engines
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.text import slugify

from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from jurisdictions.outlines.shapes import counties_of
from policies.enums import Direction, EventKind, PolicyStatus, PolicyType
from policies.filters import PolicyFilters
from policies.maps import (
    COUNTY_STEPS,
    STATE_STEPS,
    Mark,
    Question,
    clear_of,
    county_map,
    ranges,
    shade_of,
)
from policies.models import Policy
from policies.standings import Standing
from policies.tables import PlaceRow
from tests import factories
from tests.jurisdictions.test_outlines import gazetteer

pytestmark = pytest.mark.django_db
SEED = 20261125


class Drawn:
    """A map page as a reader has it: each area's number, in each of its forms."""

    def __init__(self, response):
        self.soup = BeautifulSoup(response.content, "html.parser")

    @property
    def areas(self):
        """Return the links of the drawing, cities' points not among them."""
        links = self.soup.select("svg.area-map__drawing a[href]")
        return [a for a in links if "area-map__mark" not in a.get("class", [])]

    @property
    def titles(self):
        """Return the number that each area's title tells, by name."""
        told = [area.title.get_text() for area in self.areas]
        return {words.rpartition(": ")[0]: number_in(words) for words in told}

    @property
    def printed(self):
        """Return the numbers printed on areas, by name."""
        return {
            area.title.get_text().rpartition(": ")[0]: number_in(area.text_of)
            for area in map(labelled, self.areas)
            if area.text_of
        }

    def boxes(self, name):
        """Return (code, number) of the boxes of a list."""
        boxes = self.soup.select(f".area-map__{name} a")
        return {
            box.contents[0].strip(): number_in(box.strong.get_text()) for box in boxes
        }

    @property
    def table(self):
        """Return the numbers of the table twin, by name."""
        rows = self.soup.select(".area-table tbody tr")
        return {row.th.get_text(): number_in(row.td.get_text()) for row in rows}


def labelled(area):
    """Give an area the words printed on it."""
    label = area.find("text")
    area.text_of = label.get_text() if label else ""
    return area


def number_in(words):
    """Return the number in some words, 0 for "no record"."""
    found = re.search(r"[\d,]+(?= record|$)", words.strip())
    return int(found[0].replace(",", "")) if found else 0


def listed(query):
    """Return the number of rows that the list has for a query."""
    request = RequestFactory().get(f"/agreements/?{query}")
    filterset = PolicyFilters.from_request(request)
    assert filterset.problems == []
    return filterset.rows().count()


@pytest.fixture
def states():
    """Enter the country, its states and territories and the District, at once."""
    factories.NationFactory()
    Jurisdiction.objects.bulk_create(
        Jurisdiction(
            usps=row["usps"],
            geoid=row["geoid"],
            level=row["level"],
            name=row["name"],
            slug=slugify(row["name"]),
            live=True,
        )
        for row in gazetteer("states.csv")
    )


@pytest.fixture
def country(states):
    """Enter policies of some states and their places, and of the country."""
    chance = random.Random(SEED)  # noqa: S311
    places = []
    for code in ("AL", "GA", "FL", "PR", "DC", "RI", "AK"):
        state = Jurisdiction.objects.get(usps=code)
        places += [state, *factories.PlaceFactory.create_batch(2, state=state)]
    places.append(Jurisdiction.objects.get(level=Level.FEDERAL))
    for number in range(30):
        kind = chance.choice([EventKind.ADOPTED, EventKind.PROPOSED])
        day = date(2010 + number % 12, 3, 1)
        later = [(EventKind.RESCINDED, day + timedelta(900))] * (number % 3 == 0)
        factories.PolicyFactory(
            jurisdiction=places[number % len(places)],
            type=chance.choice([PolicyType.PROGRAM_287G, PolicyType.DETAINER_POLICY]),
            direction=chance.choice(list(Direction)),
            events=[(kind, day), *later],
        )


def random_query(chance):
    """Return a query of some filters, often with a day."""
    choices = {
        "type": ["287g", "detainer_policy"],
        "direction": [way.value for way in Direction],
        "status": ["active", "proposed", "terminated"],
        "level": ["state", "municipality"],
        "state": ["AL&state=FL", "PR&state=RI"],
        "as_of": ["2012-12-31", "2016-06-01", "2020-01-01"],
        "q": ["springfield"],
    }
    names = chance.sample(list(choices), chance.randint(0, 3))
    return "&".join(f"{name}={chance.choice(choices[name])}" for name in names)


# Numbers


def test_numbers_are_those_of_the_list(client, country):
    chance = random.Random(SEED)  # noqa: S311
    for _time in range(10):
        query = random_query(chance)
        drawn = Drawn(client.get(f"/map/?{query}"))
        whole = f"{query}&" if query else ""
        assert sum(drawn.table.values()) == listed(query), query
        for code, number in drawn.boxes("tiles").items():
            if number:
                narrowed = re.sub(r"(^|&)state=\w+", "", query)
                assert number == listed(f"{narrowed}&state={code}"), query
            elif "state=" not in query:
                assert listed(f"{whole}state={code}") == 0


def test_all_forms_of_the_map_have_the_same_numbers(client, country):
    drawn = Drawn(client.get("/map/?direction=adds"))
    numbers = drawn.table
    names = dict(Jurisdiction.objects.states().values_list("usps", "name"))
    assert drawn.titles == {name: numbers[name] for name in drawn.titles}
    assert drawn.printed == {name: numbers[name] for name in drawn.printed}
    for form in ("tiles", "small"):
        boxes = drawn.boxes(form)
        assert boxes == {code: numbers[names[code]] for code in boxes}
    # What is too small for a number on it has one beside the map.
    beside = {names[code] for code in drawn.boxes("small")}
    assert drawn.printed.keys() | beside == drawn.titles.keys()


def test_every_area_is_a_link_with_words(client, states):
    drawn = Drawn(client.get("/map/"))
    assert len(drawn.areas) == 51
    assert all(area["href"] and area.title.get_text() for area in drawn.areas)
    assert drawn.titles["Alabama"] == 0
    assert drawn.areas[0].title.get_text() == "Alabama: no record"


def test_tiles_are_all_states_the_district_and_the_territories(client, states):
    drawn = Drawn(client.get("/map/"))
    assert len(drawn.boxes("tiles")) == 56
    spots = [
        (li["data-row"], li["data-column"])
        for li in drawn.soup.select(".area-map__tiles li")
    ]
    assert len(set(spots)) == 56


def test_area_leads_to_its_state_or_to_what_matches_there(client, country):
    plain, filtered = (
        {a.title.get_text().partition(":")[0]: a["href"] for a in Drawn(page).areas}
        for page in (
            client.get("/map/?as_of=2024-01-01"),
            client.get("/map/?as_of=2024-01-01&direction=adds"),
        )
    )
    assert plain["Alabama"] == "/us/al/?as_of=2024-01-01"
    wanted = "/agreements/?as_of=2024-01-01&direction=adds&state="
    assert {h for h in filtered.values() if h.startswith("/agreements/")}
    for name, address in filtered.items():
        assert address.startswith((wanted, plain[name])), name
    for address in (plain["Alabama"], filtered["Alabama"], filtered["Texas"]):
        assert client.get(address).status_code == 200


def test_whole_country_is_in_no_state(client, states):
    nation = Jurisdiction.objects.get(level=Level.FEDERAL)
    factories.PolicyFactory(jurisdiction=nation)
    drawn = Drawn(client.get("/map/"))
    assert sum(drawn.titles.values()) == 0
    row = drawn.soup.select(".area-table tbody tr")[-1]
    assert row.a["href"] == "/agreements/?level=federal"
    assert row.td.get_text().strip() == "1"


def test_draft_counts_nowhere(client, states):
    state = Jurisdiction.objects.get(usps="GA")
    hidden = factories.PlaceFactory(state=state, draft=True)
    factories.PolicyFactory(jurisdiction=state, draft=True)
    factories.PolicyFactory(jurisdiction=hidden, events=[("adopted", date(1990, 1, 1))])
    page = client.get("/map/")
    assert sum(Drawn(page).table.values()) == 0
    assert b"1990" not in page.content
    assert not Drawn(client.get("/us/ga/")).areas


def test_page_says_that_it_shows_the_past(client, country):
    page = client.get("/map/?as_of=2016-06-01").content.decode()
    assert "You see the record as of" in page
    assert "Jun 1, 2016" in page
    assert "You see the record" not in client.get("/map/").content.decode()


def test_years_are_links_that_keep_the_question(client, country):
    drawn = Drawn(client.get("/map/?direction=adds&as_of=2016-06-01"))
    years = {a.get_text(): a for a in drawn.soup.select(".years a")}
    assert list(years)[0] == "2010"
    assert list(years)[-1] == str(timezone.localdate().year)
    assert years["2012"]["href"] == "/map/?as_of=2012-12-31&direction=adds"
    assert [name for name, a in years.items() if a.get("aria-current")] == ["2016"]
    assert years[list(years)[-1]]["href"] == "/map/?direction=adds"
    kept = drawn.soup.select(".as-of__form input[type=hidden]")
    assert [(field["name"], field["value"]) for field in kept] == [
        ("direction", "adds")
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("colour=red", "We do not know the filter"),
        ("layer=limits", "We do not know the filter"),
        ("state=ZZ", "State"),
        ("as_of=yesterday", "As of"),
        ("as_of=2020-01-01&as_of=2021-01-01", "one value only"),
        ("type=%22%25&min_sources=1000000000", "Type"),
        ("&".join(f"state={n}" for n in range(100)), "too many values"),
    ],
)
def test_question_that_is_not_understood_gets_words_and_no_map(client, query, words):
    response = client.get(f"/map/?{query}")
    assert response.status_code == 400
    assert words in response.content.decode()
    assert not Drawn(response).areas


def test_map_asks_as_many_queries_for_many_rows_as_for_few(client, states):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            for path in (
                "/map/?as_of=2024-01-01",
                "/map/?state=AL&direction=adds&as_of=2024-01-01",
                "/us/al/",
                "/",
            ):
                assert client.get(path).status_code == 200
        return len(queries)

    def enter(number):
        state = Jurisdiction.objects.get(usps="AL")
        for row in range(number):
            place = factories.PlaceFactory(
                state=state, latitude=33, longitude=-86 - row / 100
            )
            place.counties.add(factories.CountyFactory(state=state))
            place.save()
            factories.PolicyFactory(
                jurisdiction=place, events=[(EventKind.ADOPTED, date(2020, 1, 1))]
            )

    enter(2)
    few = asked()
    enter(48)
    assert asked() == few


# A state's counties


@pytest.fixture
def jefferson(states):
    """Enter a county of Alabama that has an outline."""
    state = Jurisdiction.objects.get(usps="AL")
    return factories.CountyFactory(name="Jefferson County", geoid="01073", state=state)


def city_in(county, **more):
    """Enter a city that lies in a county, with a policy for each direction told."""
    city = factories.PlaceFactory(
        name="Birmingham", state=county.state, latitude=33.52066, longitude=-86.80249
    )
    city.counties.add(county)
    city.save()
    for direction in more.pop("directions", [Direction.ADDS]):
        factories.PolicyFactory(jurisdiction=city, direction=direction, **more)
    return city


def test_county_counts_its_own_and_those_of_its_cities(client, jefferson):
    city_in(jefferson, directions=[Direction.ADDS, Direction.LIMITS])
    factories.PolicyFactory(jurisdiction=jefferson)
    drawn = Drawn(client.get("/us/al/"))
    assert drawn.titles == {"Jefferson County": 3}
    assert drawn.printed == {"Jefferson County": 3}
    assert drawn.table == {"Jefferson County": 3}
    assert drawn.areas[0]["href"] == jefferson.get_absolute_url()


def test_city_is_a_point_for_each_direction(client, jefferson):
    city = city_in(jefferson, directions=[Direction.LIMITS, Direction.ADDS])
    (mark,) = Drawn(client.get("/us/al/")).soup.select(".area-map__mark")
    assert mark["href"] == city.get_absolute_url()
    assert mark.title.get_text() == (
        "Birmingham: 1 × Adds cooperation, 1 × Limits cooperation"
    )
    ways = [point["data-direction"] for point in mark.select("use")]
    assert ways == ["adds", "limits"]
    spot = counties_of("01").spot(-86.80249, 33.52066)
    assert [int(point["y"]) for point in mark.select("use")] == [spot[1]] * 2


def test_map_of_counties_follows_the_day(client, jefferson):
    city_in(jefferson, events=[(EventKind.ADOPTED, date(2018, 5, 1))])
    assert not Drawn(client.get("/us/al/?as_of=2017-12-31")).areas
    later = Drawn(client.get("/us/al/?as_of=2018-12-31"))
    assert later.titles == {"Jefferson County": 1}
    assert later.areas[0]["href"].endswith("?as_of=2018-12-31")


def test_what_no_map_can_show_is_told_in_words(client, jefferson):
    lost = factories.PlaceFactory(name="Lostville", state=jefferson.state)
    region = factories.CountyFactory(
        name="New Region", geoid="01999", state=jefferson.state
    )
    for place in (lost, region):
        factories.PolicyFactory(jurisdiction=place)
    drawn = Drawn(client.get("/us/al/"))
    block = " ".join(drawn.soup.find(id="map").get_text().split())
    assert "Without an outline, so not on the map: New Region." in block
    assert "Without coordinates, so not a point on the map: Lostville." in block
    assert "in which county they lie: Lostville." in block
    assert drawn.table == {"New Region": 1}
    assert drawn.titles == {"Jefferson County": 0}


def test_city_that_is_its_own_county_is_counted_there(client, states):
    state = Jurisdiction.objects.get(usps="PA")
    city = factories.PlaceFactory(name="Philadelphia", state=state)
    factories.CountyFactory(
        name="Philadelphia County", geoid="42101", state=state, one_with=city
    )
    factories.PolicyFactory(jurisdiction=city)
    drawn = Drawn(client.get("/us/pa/"))
    assert drawn.titles == {"Philadelphia County": 1}
    assert drawn.areas[0]["href"] == city.get_absolute_url()


def test_draft_county_is_not_on_the_map(client, states):
    state = Jurisdiction.objects.get(usps="AL")
    county = factories.CountyFactory(
        name="Hidden County", geoid="01073", state=state, draft=True
    )
    city_in(county)
    page = client.get("/us/al/")
    assert b"Hidden" not in page.content
    assert not Drawn(page).areas


# A state's counties, of what the filters keep


def entered_in_jefferson(jefferson):
    """Enter policies of two kinds in a county, its city and its state."""
    city = city_in(jefferson, type=PolicyType.PROGRAM_287G)
    for place in (city, jefferson, jefferson.state):
        factories.PolicyFactory(jurisdiction=place, type=PolicyType.DETAINER_POLICY)
    factories.PolicyFactory(
        jurisdiction=jefferson.state, type=PolicyType.PROGRAM_287G, draft=True
    )
    return city


def test_map_of_one_state_is_that_of_its_counties(client, jefferson):
    city = entered_in_jefferson(jefferson)
    drawn = Drawn(client.get("/map/?state=AL&type=287g"))
    assert drawn.soup.h1.get_text() == "Map of agreements and policies in Alabama"
    assert "(1), 287(g) agreement, Alabama" in drawn.soup.title.get_text()
    assert drawn.titles == drawn.printed == drawn.table == {"Jefferson County": 1}
    lead = drawn.soup.select_one(".page__lead").get_text()
    assert lead.startswith("1 record, in 1 county, as of")
    whole = Drawn(client.get("/map/?state=AL&direction=adds"))
    assert whole.titles == {"Jefferson County": 3}
    assert "the state’s own: 1 record" in " ".join(whole.soup.get_text().split())
    (mark,) = drawn.soup.select(".area-map__mark")
    wanted = f"/agreements/?place={city.geoid}&state=AL&type=287g"
    assert mark["href"] == wanted


def test_county_on_the_map_leads_to_the_list_of_as_many(client, jefferson):
    entered_in_jefferson(jefferson)
    drawn = Drawn(client.get("/map/?state=AL&type=detainer_policy"))
    row = drawn.soup.select_one(".area-table tbody tr")
    listing = "/agreements/?state=AL&type=detainer_policy&within=01073"
    assert drawn.areas[0]["href"] == row.td.a["href"] == listing
    assert listed(listing.partition("?")[2]) == drawn.titles["Jefferson County"] == 2
    assert row.th.a["href"] == jefferson.get_absolute_url()
    own = drawn.soup.find("a", string="1 record")["href"]
    assert listed(own.partition("?")[2]) == 1


def test_county_without_what_was_asked_leads_to_its_page(client, jefferson):
    entered_in_jefferson(jefferson)
    factories.CountyFactory(name="Shelby County", geoid="01117", state=jefferson.state)
    drawn = Drawn(client.get("/map/?state=AL&type=287g"))
    links = {a.title.get_text(): a["href"] for a in drawn.areas}
    assert "/shelby-county/" in links["Shelby County: no record"]


def test_county_beside_those_asked_for_has_no_list(client, jefferson):
    """What lies in two counties counts in both; one list cannot ask for that."""
    city = entered_in_jefferson(jefferson)
    other = factories.CountyFactory(
        name="Shelby County", geoid="01117", state=jefferson.state
    )
    city.counties.add(other)
    city.save()
    drawn = Drawn(client.get("/map/?state=AL&within=01073"))
    assert drawn.titles == {"Jefferson County": 3, "Shelby County": 2}
    links = {a.title.get_text().partition(":")[0]: a["href"] for a in drawn.areas}
    assert links["Jefferson County"] == "/agreements/?state=AL&within=01073"
    assert links["Shelby County"] == other.get_absolute_url()


def test_list_of_a_county_has_the_city_that_is_one_with_it(client, states):
    state = Jurisdiction.objects.get(usps="PA")
    city = factories.PlaceFactory(name="Philadelphia", state=state)
    factories.CountyFactory(
        name="Philadelphia County", geoid="42101", state=state, one_with=city
    )
    factories.PolicyFactory(jurisdiction=city)
    drawn = Drawn(client.get("/map/?state=PA"))
    assert drawn.titles == {"Philadelphia County": 1}
    assert listed(drawn.areas[0]["href"].partition("?")[2]) == 1


def test_maps_of_country_and_state_lead_to_each_other(client, jefferson):
    entered_in_jefferson(jefferson)
    query = "as_of=2021-01-01&direction=adds"
    factories.PolicyFactory(
        jurisdiction=jefferson, events=[(EventKind.ADOPTED, date(2020, 1, 1))]
    )
    nation = Drawn(client.get(f"/map/?{query}"))
    row = next(
        row
        for row in nation.soup.select(".area-table tbody tr")
        if row.th.get_text() == "Alabama"
    )
    assert row.th.a["href"] == f"/map/?{query}&state=AL"
    assert row.td.a["href"] == f"/agreements/?{query}&state=AL"
    state = Drawn(client.get(row.th.a["href"]))
    assert state.titles == {"Jefferson County": 1}
    back = state.soup.find("a", string=re.compile("all states"))
    assert back["href"] == f"/map/?{query}"
    years = {a.get_text(): a["href"] for a in state.soup.select(".years a")}
    assert years["2020"] == "/map/?as_of=2020-12-31&direction=adds&state=AL"
    chips = [a["href"] for a in state.soup.select(".chips a[href^='/map/']")]
    assert all("state=AL" in address for address in chips)
    # Without a filter a state's own page has the same map.
    row = Drawn(client.get("/map/")).soup.select_one(".area-table tbody tr")
    assert row.th.a["href"] == "/us/al/"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("state=GA", "No record of Georgia, or of a place in it, matches"),
        ("state=AL&type=287g&as_of=1990-01-01", "No record of Alabama"),
        ("state=PR", "no outlines of what lies in Puerto Rico"),
    ],
)
def test_state_without_a_map_says_so_in_words(client, jefferson, query, words):
    entered_in_jefferson(jefferson)
    factories.PolicyFactory(jurisdiction=Jurisdiction.objects.get(usps="PR"))
    drawn = Drawn(client.get(f"/map/?{query}"))
    assert words in drawn.soup.get_text()
    assert not drawn.areas
    assert drawn.soup.find("a", string=re.compile("all states"))


def test_district_is_counted_as_its_own_county(client, states):
    district = Jurisdiction.objects.get(usps="DC")
    factories.CountyFactory(
        name="District of Columbia", geoid="11001", state=district, one_with=district
    )
    factories.PolicyFactory(jurisdiction=district)
    drawn = Drawn(client.get("/map/?state=DC"))
    assert drawn.titles == {"District of Columbia": 1}
    assert "the state’s own" not in drawn.soup.get_text()
    assert listed(drawn.areas[0]["href"].partition("?")[2]) == 1


def test_several_states_are_asked_of_the_country(client, country):
    drawn = Drawn(client.get("/map/?state=AL&state=FL"))
    assert len(drawn.areas) == 51


# Days


def test_first_day_is_that_of_anything_public(states):
    state = Jurisdiction.objects.get(usps="AL")
    place = factories.PlaceFactory(state=state)
    here = Jurisdiction.objects.territory_of
    assert here(place).first_day() is None
    # A policy without an event is known since its source told of it.
    factories.PolicyFactory(jurisdiction=place)
    assert here(place).first_day() == factories.REPORTED
    factories.PolicyFactory(
        jurisdiction=place, events=[(EventKind.ADOPTED, date(2015, 1, 1))]
    )
    factories.PolicyFactory(
        jurisdiction=place, draft=True, events=[(EventKind.ADOPTED, date(1999, 1, 1))]
    )
    assert here(place).first_day() == here(state).first_day() == date(2015, 1, 1)
    body = factories.BodyFactory(jurisdiction=place)
    factories.VoteFactory(body=body, date=date(2012, 1, 1), date_precision="day")
    assert here(place).first_day() == date(2012, 1, 1)


# Sizes, as they stand on the page


def packed(svg):
    """Return the bytes of a drawing as a server sends it."""
    return len(gzip.compress(str(svg).encode(), 6))


def test_nation_is_small(client, country):
    html = client.get("/map/?direction=adds&as_of=2020-01-01").content.decode()
    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)[0]
    assert packed(svg) <= 9_200
    assert len(gzip.compress(html.encode(), 6)) <= 20_000


def test_home_is_small(client, country):
    html = client.get("/").content
    assert len(gzip.compress(html, 6)) <= 20_000


def test_every_states_counties_are_small(states):
    Jurisdiction.objects.bulk_create(
        Jurisdiction(
            state_id=row["state"],
            geoid=row["geoid"],
            level=Level.COUNTY,
            name=row["registry_name"],
            slug=slugify(row["registry_name"]),
            live=True,
        )
        for row in gazetteer("counties.csv")
    )
    environment = engines["jinja2"].env
    macro = environment.get_template("components/county_map.html").module.county_map
    sizes = {}
    for state in Jurisdiction.objects.states().exclude(level=Level.TERRITORY):
        counties = list(Jurisdiction.objects.counties_in(state))
        # A record in every county: nothing is left out.
        adds = Standing(Policy(direction=Direction.ADDS), PolicyStatus.ACTIVE)
        rows = [PlaceRow(county, [adds]) for county in counties]
        svg = str(macro(county_map(state, counties, rows, Question()), state.name))
        sizes[state.usps] = packed(svg)
    assert len(sizes) == 51
    assert sorted(sizes.values())[25] <= 5_000
    assert max(sizes.values()) <= 15_000


# Pure


def test_shades_are_told_in_words_without_a_gap():
    for steps in (STATE_STEPS, COUNTY_STEPS):
        told = ranges(steps)
        for shade, least, most in told:
            assert shade_of(least, steps) == shade
            assert most is None or shade_of(most, steps) == shade
            assert most is None or shade_of(most + 1, steps) == shade + 1
        assert shade_of(0, steps) == 0
        assert told[-1][2] is None


def test_number_keeps_clear_of_points():
    spots = [(10, 10), (40, 10)]
    assert clear_of([], spots) == (10, 10)
    assert clear_of([(12, 12)], spots) == (40, 10)
    assert clear_of([(12, 12), (40, 10)], spots) == (10, 10)


def test_points_of_a_city_stand_side_by_side():
    counts = {Direction.ADDS: 1, Direction.LIMITS: 2}
    mark = Mark("Mobile", "/us/al/mobile/", 100, 50, counts)
    assert mark.points() == [(Direction.ADDS, 95), (Direction.LIMITS, 105)]


def test_question_narrows_what_it_lists():
    question = Question([("state", "AL"), ("type", "287g")], "2020-01-01")
    assert question.list_of(state="GA") == (
        "/agreements/?as_of=2020-01-01&state=GA&type=287g"
    )
    assert Question().list_of() == "/agreements/"
    assert Question(day="2020-01-01").is_open


def test_home_counts_what_is_in_force(client, states):
    state = Jurisdiction.objects.get(usps="TX")
    active = [(EventKind.EFFECTIVE, date(2020, 1, 1))]
    factories.PolicyFactory(jurisdiction=state, events=active)
    factories.PolicyFactory(jurisdiction=state)
    drawn = Drawn(client.get("/"))
    assert drawn.titles["Texas"] == 1
    link = next(a for a in drawn.areas if a.title.get_text().startswith("Texas"))
    assert link["href"] == f"/agreements/?state=TX&status={PolicyStatus.ACTIVE}"
    assert listed("state=TX&status=active") == 1
