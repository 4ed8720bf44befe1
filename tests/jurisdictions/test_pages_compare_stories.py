"""The five stories side by side: what a reader sees, and that the faces agree."""

import csv
import io
import re

import pytest
from django.test import Client

from tests.reading import plain, read

pytestmark = pytest.mark.usefixtures("five_stories")

PLACES = ["us/al/birmingham", "us/ga/clarkston", "us/fl/south-miami"]
CBS = "Article before Birmingham's vote on its agreement with HSI"
NBC = "Small Georgia town restricts cooperation with immigration authorities"
NBC6 = "South Miami questions whether city needs to sign ICE enforcement agreement"
PLAIN = "Article on Birmingham's sanctuary city resolution"


def rows(**query):
    """Return {row: (whether it differs, its cells as the page has them)}."""
    found = {}
    for row in lines(read("/compare/", **{"p": PLACES} | query)):
        differs = "≠ differs" in plain(row.th)
        found[told_by(row.th)] = (differs, row.select("td"))
    return found


def lines(page):
    """Return the rows of the page's table."""
    return page.main.select("table.comparison tbody tr")


def told_by(part):
    """Return the words of a part without marks, shapes and numbers of sources."""
    for aside in part.select(
        "sup, .visually-hidden, [aria-hidden], .comparison__differs"
    ):
        aside.extract()
    return " ".join(re.sub(r"[\s·\u2060]+", " ", plain(part)).split())


def sources(page_cell, page):
    """Return the labels of the sources noted in a cell."""
    marks = page_cell.select("sup a[href^='#source-']")
    return {plain(page.main.select_one(f"{mark['href']} a")) for mark in marks}


def test_birmingham_clarkston_and_south_miami():
    found = rows()
    told = {
        name: [told_by(cell) for cell in cells] for name, (_d, cells) in found.items()
    }
    birmingham, clarkston, south_miami = told["Latest action"]
    assert "was to vote on December 7, 2021; no source gives its result" in birmingham
    assert "extends the agreement with HSI" in birmingham
    assert "adopted a policy on ICE's requests to hold people on May 2" in clarkston
    assert "a court’s clarification sought; no source gives the day" in south_miami
    none = "none found"
    assert told["287(g) agreement"][:2] == [none, none]
    assert (
        "Proposed South Miami Police Department Model not stated"
        in told["287(g) agreement"][2]
    )
    hsi = told["HSI customs-officer designation"]
    police = "Birmingham Police Department"
    assert f"In force {police} since when is not recorded" in hsi[0]
    assert f"Proposed {police} since November 2021 (inferred)" in hsi[0]
    assert hsi[1:] == [none, none]
    detainers = told["Detainers, notice of release, jail access"]
    assert "Not on ICE's request alone since May 2, 2017" in detainers[1]
    assert "Sanctuary City resolution In force" in told["Declarations"][0]
    assert "Result not recorded" in told["Votes"][0]
    assert "Passed, described as unanimous" in told["Votes"][1]
    assert told["Votes"][2] == none
    assert told["Organizations’ positions"] == [
        "Opposes: 13 organizations Extension of the agreement with HSI",
        none,
        none,
    ]
    assert "Bars local limits" in told["State law that applies"][0]
    assert told["Who decides"][2].startswith("Not stated")


def test_every_fact_has_its_source():
    page = read("/compare/", p=PLACES)
    for row in lines(page):
        for cell in row.select("td"):
            if cell.select(".comparison__facts") and row.th.get_text() != (
                "Kind of government"
            ):
                for fact in cell.select("li"):
                    assert sources(fact, page), plain(row)
    by_row = {plain(row.th): row.select("td") for row in lines(page)}
    latest = by_row["Latest action ≠ differs"]
    assert [sources(cell, page) for cell in latest] == [{CBS}, {NBC}, {NBC6}]
    (law, *_others) = by_row["State law that applies ≠ differs"]
    assert sources(law, page) == {PLAIN}


def test_same_rows_are_not_marked_and_can_be_left_out():
    found = rows()
    same = {name for name, (differs, _cells) in found.items() if not differs}
    assert "Other agreements and orders to cooperate" in same
    assert "Kind of government" in same
    left = rows(only="differs")
    assert set(left) == set(found) - same
    assert all(differs for differs, _cells in left.values())


def test_as_of_a_past_day():
    page = read("/compare/", p=PLACES, as_of="2017-06-01")
    assert "You see the record as of Jun 1, 2017" in page.words
    for later in ("HSI designation", "Woodfin", "2021", "13 organizations"):
        assert later not in page.words
    assert page.main.select_one(".as-of a")["href"] == (
        "/compare/?p=us/al/birmingham&p=us/ga/clarkston&p=us/fl/south-miami"
    )
    before = read("/compare/", p=PLACES, as_of="2021-12-06").words
    assert "is to vote on December 7, 2021" in before
    assert "Result not recorded" not in before


@pytest.mark.parametrize(
    "query", [{}, {"only": "differs"}, {"as_of": "2017-06-01"}, {"p": PLACES[:2]}]
)
def test_csv_is_the_page(query):
    answer = Client().get("/compare.csv", {"p": PLACES} | query)
    table = list(csv.reader(io.StringIO(answer.content.decode())))
    page = rows(**query)
    count = len(query.get("p", PLACES))
    assert [row[0] for row in table[1:]] == list(page)
    for row in table[1:]:
        differs, cells = page[row[0]]
        assert row[1 + count] == ("differs" if differs else "")
        assert [
            " ".join(re.sub(r"[\s·]+", " ", text).split())
            for text in row[1 : 1 + count]
        ] == [told_by(cell) for cell in cells]


def test_sources_of_the_csv_are_those_of_the_page():
    page = read("/compare/", p=PLACES)
    answer = Client().get("/compare.csv", {"p": PLACES})
    table = list(csv.reader(io.StringIO(answer.content.decode())))
    linked = {
        link
        for row in table[1:]
        for cell in row[5:]
        for link in cell.split()
        if "/sources/" in link
    }
    shown = {
        link["href"]
        for link in page.main.select("#sources .citation-list__body > p:first-child a")
    }
    assert {re.sub(r"^https?://[^/]+", "", link) for link in linked} == shown
