"""Choosing places to compare, and the faces of what was chosen."""

import csv
import io
import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jurisdictions.derive import fold_name, spellings
from jurisdictions.enums import Level
from jurisdictions.views.choosing import MOST
from policies.enums import EventKind
from policies.models import Policy
from tests import factories
from tests.reading import Reading, read

pytestmark = pytest.mark.django_db

PAGE, TABLE = "/compare/", "/compare.csv"


@pytest.fixture
def cities():
    """Five cities of two states, none with a record."""
    georgia = factories.StateFactory(usps="GA")
    return [
        factories.PlaceFactory(name="Mobile"),
        factories.PlaceFactory(name="Selma"),
        factories.PlaceFactory(name="Macon", state=georgia),
        factories.PlaceFactory(name="Rome", state=georgia),
        factories.PlaceFactory(name="Troy"),
    ]


def ask(address=PAGE, follow=False, **query):
    """Open a face with a query, each parameter once or several times."""
    return Client().get(address, query, follow=follow)


def paths(places):
    """Return the paths of places, as the address has them."""
    return [place.path for place in places]


def columns(page):
    """Return the places of the table, in order."""
    return [head.get_text(strip=True) for head in page.main.select("thead th")[1:]]


# From no place to four


def test_page_without_places_invites_and_may_be_found():
    page = read(PAGE)
    assert "Choose 2 to 4" in page.words
    assert page.main.select_one("input[name=add]")
    assert not page.main.table
    assert not page.soup.select_one("meta[name=robots]")


def test_one_place_invites_to_add_another(cities):
    page = read(PAGE, p="us/al/mobile")
    assert "One place more" in page.words
    assert not page.main.table
    (chip,) = page.main.select(".chips a")
    assert chip["aria-label"] == "Remove Mobile, Alabama"
    assert chip["href"] == PAGE


def test_order_is_the_readers(cities):
    for chosen in (cities[:MOST], cities[MOST - 1 :: -1]):
        page = read(PAGE, p=paths(chosen))
        assert columns(page) == [place.full_name for place in chosen]
        assert page.soup.select_one("meta[name=robots]")["content"] == "noindex,follow"


def test_chip_removes_one_place_and_keeps_the_rest(cities):
    page = read(PAGE, p=paths(cities[:3]), as_of="2021-12-06", only="differs")
    links = [chip["href"] for chip in page.main.select(".chips a")]
    assert links[1] == (
        "/compare/?p=us/al/mobile&p=us/ga/macon&as_of=2021-12-06&only=differs"
    )
    assert Client().get(links[1]).status_code == 200


def test_state_and_county_stand_beside_a_city(cities):
    county = factories.CountyFactory(name="Bibb County", state=cities[2].state)
    page = read(PAGE, p=["us/ga", county.path, "us/ga/macon"])
    assert columns(page) == ["Georgia", "Bibb County, Georgia", "Macon, Georgia"]


def test_table_names_its_rows_columns_and_itself(cities):
    table = read(PAGE, p=paths(cities[:2])).main.table
    assert "as of" in table.caption.get_text()
    assert {head["scope"] for head in table.select("thead th")} == {"col"}
    assert {head["scope"] for head in table.select("tbody th")} == {"row"}


def test_places_that_nothing_tells_apart_say_so(cities):
    page = read(PAGE, p=paths(cities[:2]), only="differs")
    assert "No row differs" in page.words
    assert f"{PAGE}?p=us/al/mobile&p=us/al/selma" in page.links()
    assert not page.main.table


# Adding by name


@pytest.mark.parametrize(
    "words", ["Macon", "macon, ga", "Macon Georgia", " MACON  GA ", "Macon, Georgia"]
)
def test_only_place_of_a_name_is_added(cities, words):
    answer = ask(p="us/al/mobile", add=words, only="differs")
    assert answer.status_code == 302
    assert answer["Location"] == ("/compare/?p=us/al/mobile&p=us/ga/macon&only=differs")


def test_whole_name_is_added_though_it_begins_others(cities):
    factories.PlaceFactory(name="Romeville")
    answer = ask(add="rome")
    assert answer["Location"] == "/compare/?p=us/ga/rome"


def test_several_of_a_name_are_told_apart_and_each_can_be_added(cities):
    state = cities[0].state
    factories.PlaceFactory(name="Rome", state=state)
    factories.PlaceFactory(
        name="Rome", state=state, level=Level.TOWNSHIP, slug="rome-township"
    )
    page = read(PAGE, p="us/al/mobile", add="Rome")
    assert "Which “Rome” do you mean?" in page.words
    links = [link for link in page.links() if "rome" in link]
    assert sorted(parse_qs(urlsplit(link).query)["p"][1] for link in links) == [
        "us/al/rome",
        "us/al/rome-township",
        "us/ga/rome",
    ]
    assert "Township" in page.words
    assert all(Client().get(link).status_code == 200 for link in links)


def test_part_of_a_name_is_offered_never_taken(cities):
    page = read(PAGE, p="us/al/mobile", add="Mac")
    assert "Add Macon, Georgia" in page.words


def test_name_that_nobody_has_is_told(cities):
    page = read(PAGE, p="us/al/mobile", add="Atlantis")
    assert "We know no place by the name “Atlantis”" in page.words


def test_place_that_is_here_is_not_added_again(cities):
    page = read(PAGE, p=paths(cities[:2]), add="Mobile, AL")
    assert "Mobile, Alabama is here already" in page.words
    assert len(columns(page)) == 2


def test_fifth_place_is_refused_in_words(cities):
    page = read(PAGE, p=paths(cities[:MOST]), add="Troy")
    assert "Remove one to add another" in page.words
    assert len(columns(page)) == MOST
    assert not page.main.select_one("input[name=add]")


def test_nation_is_not_to_be_compared(cities):
    factories.NationFactory()
    assert "United States" not in str(read(PAGE, add="united").main.select("a"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("st louis", True),
        ("saint louis mo", True),
        ("st louis missouri", True),
        ("city of saint louis mo", True),
        ("louis", False),
        ("st louis park", False),
        ("mo", False),
        ("", False),
    ],
)
def test_text_is_a_whole_name_or_none(text, found):
    state = factories.StateFactory(usps="MO", name="Missouri")
    place = factories.PlaceFactory(
        name="St. Louis", legal_name="City of St. Louis", state=state
    )
    assert any(map(place.answers_to, spellings(fold_name(text)))) is found


# Addresses


@pytest.mark.parametrize(
    "query",
    [
        "p=US/AL/Mobile&p=us/ga/macon",
        "p=/us/al/mobile/&p=us/ga/macon/",
        "p=us/al/mobile&p=us/ga/macon&add=&as_of=&only=",
        "p=&p=us/al/mobile&p=us/ga/macon",
    ],
)
@pytest.mark.parametrize("face", [PAGE, TABLE])
def test_other_ways_to_ask_lead_to_the_one_address(cities, face, query):
    if face == TABLE:
        query = query.replace("&add=", "")
    answer = Client().get(f"{face}?{query}")
    assert answer.status_code == 301
    assert answer["Location"] == f"{face}?p=us/al/mobile&p=us/ga/macon"


def test_address_of_a_form_is_as_good_as_the_written_one(cities):
    """Browsers write the slashes of a form's values as %2F."""
    answer = Client().get(f"{PAGE}?p=us%2Fal%2Fmobile&p=us%2Fga%2Fmacon")
    assert answer.status_code == 200


def test_place_that_is_one_with_a_city_leads_on(cities):
    factories.CountyFactory(name="Bibb County", state=cities[2].state)
    county = factories.CountyFactory(
        name="Old Macon County", state=cities[2].state, one_with=cities[2]
    )
    answer = ask(p=["us/al/mobile", county.path])
    assert answer["Location"] == "/compare/?p=us/al/mobile&p=us/ga/macon"


def test_former_address_leads_on(cities):
    cities[0].slug = "port-of-mobile"
    cities[0].save()
    answer = ask(p=["us/al/mobile", "us/ga/macon"])
    assert answer.status_code == 301
    assert answer["Location"] == "/compare/?p=us/al/port-of-mobile&p=us/ga/macon"


def test_place_page_leads_here(cities):
    page = read(cities[0].get_absolute_url())
    assert "/compare/?p=us/al/mobile" in page.links()
    page = read(cities[0].get_absolute_url(), as_of="2021-12-06")
    assert "/compare/?p=us/al/mobile&as_of=2021-12-06" in page.links()


# What cannot be shown as asked


def test_unknown_place_is_named_beside_those_we_have(cities):
    page = read(PAGE, p=["us/al/mobile", "us/zz/nowhere", "us/ga/macon"])
    assert "no place at the address “us/zz/nowhere”" in page.words
    assert columns(page) == ["Mobile, Alabama", "Macon, Georgia"]
    pages = [link for link in page.links() if link.startswith(("/", "?"))]
    assert all("nowhere" not in link for link in pages)


def test_place_given_twice_stands_once(cities):
    page = read(PAGE, p=["us/al/mobile", "us/ga/macon", "us/al/mobile"])
    assert "Mobile, Alabama was given more than once" in page.words
    assert columns(page) == ["Mobile, Alabama", "Macon, Georgia"]


def test_draft_is_as_unknown_as_what_never_was(cities):
    factories.PlaceFactory(name="Hidden", draft=True)

    def html_of(path):
        return ask(p=["us/al/mobile", path]).content.decode()

    told = [
        re.sub(r"us(/|%2F|%252F)al(/|%2F|%252F)(hidden|absent)", "", html_of(path))
        for path in ("us/al/hidden", "us/al/absent")
    ]
    assert told[0] == told[1]
    assert "We know no place" in read(PAGE, add="Hidden").words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("p=mobile", "no place’s address"),
        ("p=us/al/a/b", "no place’s address"),
        ("p=us/alabama", "no place’s address"),
        ("p=us/al/%22%3E%3Cscript%3E", "no place’s address"),
        ("p=us/al/" + "a" * 300, "no place’s address"),
        ("p=us/%C4%B1l/mobile", "no place’s address"),
        ("&".join(["p=us/al"] * 5), "At most 4 places"),
        ("as_of=yesterday", "As of"),
        ("as_of=2021-12-06&as_of=2020-01-01", "give one value only"),
        ("only=same", "the one value is"),
        ("add=a&add=b", "give one value only"),
        ("add=" + "a" * 101, "at most 100 characters"),
        ("colour=red", "do not know the parameter “colour”"),
    ],
)
def test_question_without_a_meaning_is_refused_in_words(query, words):
    page, table = (Client().get(f"{face}?{query}") for face in (PAGE, TABLE))
    assert page.status_code == table.status_code == 400
    assert words in Reading(page.content).words
    assert "<script>" not in page.content.decode()
    assert table["Content-Type"].startswith("text/plain")
    assert words in table.content.decode()


@pytest.mark.parametrize(
    "query",
    ["p=%00", "p=%ED%A0%80", "p=%25", "add=%22", "add=%25%5F", "add=%E2%80%AE"],
)
def test_hostile_question_is_no_fault(query):
    assert Client().get(f"{PAGE}?{query}").status_code in {200, 400}


def test_thousands_of_parameters_are_refused():
    for name in ("p", "x"):
        query = "&".join([f"{name}=us/al"] * 1001)
        assert Client().get(f"{PAGE}?{query}").status_code == 400


# The table to keep


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "Choose 2 to 4 places"),
        ({"p": ["us/al/mobile"]}, "Choose 2 to 4 places"),
        ({"p": ["us/al/mobile", "us/al/absent"]}, "no place at the address"),
        ({"p": ["us/al/mobile", "us/al/mobile"]}, "more than once"),
        ({"p": ["us/al/mobile"], "add": "Macon"}, "do not know the parameter “add”"),
    ],
)
def test_table_is_refused_where_the_page_would_tell_in_words(cities, query, words):
    answer = ask(TABLE, **query)
    assert answer.status_code == 400
    assert words in Reading(answer.content).words


def table(**query):
    """Return the rows of the CSV."""
    answer = ask(TABLE, **query)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode())))


def test_table_runs_no_formula(cities):
    factories.PolicyFactory(
        jurisdiction=cities[0],
        title='=HYPERLINK("https://evil.example")',
        events=[(EventKind.ADOPTED, date(2021, 1, 1))],
    )
    cells = [cell for row in table(p=paths(cities[:2])) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_table_says_its_day_and_when_we_last_searched(cities):
    cities[0].last_checked_on = date(2026, 1, 5)
    cities[0].save()
    answer = ask(TABLE, p=paths(cities[:2]), as_of="2021-12-06")
    name = "compare-us-al-mobile-us-al-selma-as-of-2021-12-06.csv"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    rows = table(p=paths(cities[:2]), as_of="2021-12-06")
    assert rows[0] == [
        "Field (as of 2021-12-06)",
        "Mobile, Alabama",
        "Selma, Alabama",
        "Differs",
        "Sources: Mobile, Alabama",
        "Sources: Selma, Alabama",
    ]
    assert rows[1][1:] == [
        "none found",
        "none found",
        "",
        "last searched 2026-01-05",
        "",
    ]


def test_footnote_of_nothing_found_tells_the_day_of_our_last_search(cities):
    cities[0].last_checked_on = date(2026, 1, 5)
    cities[0].save()
    page = read(PAGE, p=paths(cities[:2]))
    notes = page.section("searched")
    assert "Mobile, Alabama: last searched on Jan 5, 2026." in notes
    assert "Selma, Alabama: the day of our last search is not recorded." in notes
    marks = page.main.select("td sup a")
    assert {mark["href"] for mark in marks} == {"#searched-1", "#searched-2"}
    for link in page.main.select("td sup a, #searched a"):
        assert page.main.find(id=link["href"].removeprefix("#")), link


# What it costs


def fill(place, size):
    """Enter `size` rows of everything a comparison reads, about a place."""
    for _number in range(size):
        policy = factories.PolicyFactory(
            jurisdiction=place, events=[(EventKind.ADOPTED, date(2021, 1, 1))] * size
        )
        body = factories.BodyFactory(jurisdiction=place)
        vote = factories.VoteFactory(body=body, policy=policy)
        factories.BallotFactory.create_batch(size, vote=vote)
        factories.PolicyEventFactory(policy=policy, vote=vote)
        statement = factories.StatementFactory(jurisdiction=place, policy=policy)
        factories.SignatoryFactory.create_batch(size, statement=statement)
        factories.CitationFactory(jurisdiction=place)
        factories.PlaceAliasFactory(jurisdiction=place)
        place.counties.add(factories.CountyFactory(state=place.state))
        law = {"jurisdiction": place.state, "type": "state_law"}
        factories.PolicyFactory(events=[(EventKind.EFFECTIVE, None)], **law)
    place.save()


def asked(face, places):
    """Return how many queries a face asks for some places."""
    with CaptureQueriesContext(connection) as queries:
        assert ask(face, p=paths(places)).status_code == 200
    return len(queries)


def test_queries_are_as_many_for_two_places_as_for_four_and_for_many_rows(cities):
    for place in cities[:MOST]:
        fill(place, 1)
    few = {face: asked(face, cities[:2]) for face in (PAGE, TABLE)}
    for place in cities[:MOST]:
        fill(place, 3)
    assert Policy.objects.published().count() == MOST * (1 + 3) * 2
    for number in (2, 3, 4):
        assert {f: asked(f, cities[:number]) for f in (PAGE, TABLE)} == few
    assert few[PAGE] <= 26
