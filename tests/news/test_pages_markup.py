"""The markup of every page of the five stories: whole, and each note with its fact."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from config.languages import language_of
from tests.reading import whole_site

pytestmark = pytest.mark.usefixtures("five_stories")

# Elements that have no end.
VOID = {"meta", "link", "input", "br", "hr", "img", "source", "path", "rect", "use"}


class Nesting(HTMLParser):
    """Notes every element that is not ended where it should be."""

    def __init__(self):
        super().__init__()
        self.open, self.faults = [], []

    def handle_startendtag(self, tag, attrs):
        """Pass over `<path />`."""

    def handle_starttag(self, tag, attrs):
        """Remember what was begun, and that no attribute was given twice."""
        names = [name for name, _value in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Tell of an end that is not that of what was begun last."""
        if tag in VOID:
            return
        begun = self.open.pop() if self.open else None
        if begun != tag:
            self.faults.append(f"<{begun}> is ended by </{tag}> at {self.getpos()}")


def faults_of(html):
    """Return what is wrong with the nesting of a page."""
    nesting = Nesting()
    nesting.feed(html)
    nesting.close()
    return nesting.faults + [f"<{tag}> is never ended" for tag in nesting.open]


@pytest.fixture(scope="module")
def answers(five_stories, django_db_blocker):
    """Return what every address that links lead to answers, by address."""
    with django_db_blocker.unblock():
        return whole_site(Client(), ("/officials/", "/organizations/", "/sources/"))


@pytest.fixture(scope="module")
def pages(answers):
    """Return every page as a tree, by address."""
    return {
        address: BeautifulSoup(answer.content, "html.parser")
        for address, answer in answers.items()
        if answer.get("Content-Type", "").startswith("text/html")
    }


def test_every_link_leads_to_a_page(answers):
    assert len(answers) > 200
    wrong = {a: r.status_code for a, r in answers.items() if r.status_code != 200}
    assert wrong == {}


def test_every_page_is_well_nested(answers, pages):
    found = {address: faults_of(answers[address].content.decode()) for address in pages}
    assert {address: faults for address, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "html", ["<p><b>x</p></b>", "<div>", "</p>", '<a href="/" href="/x">x</a>']
)
def test_bad_nesting_is_found(html):
    assert faults_of(html)


def test_every_page_has_one_heading_and_a_title_of_its_own(pages):
    titles = {}
    for address, page in pages.items():
        assert len(page.find_all("h1")) == 1, address
        assert len(page.find_all("main")) == 1, address
        language = language_of(address)
        assert page.html["lang"] == language, address
        titles.setdefault((language, page.title.get_text()), []).append(address)
    assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_no_id_is_given_twice(pages):
    for address, page in pages.items():
        ids = Counter(part["id"] for part in page.find_all(id=True))
        assert [name for name, count in ids.items() if count > 1] == [], address


def test_every_link_within_a_page_has_its_target(pages):
    for address, page in pages.items():
        ids = {part["id"] for part in page.find_all(id=True)}
        for link in page.select("a[href^='#']"):
            assert link["href"][1:] in ids, f"{link['href']} on {address}"


def test_every_link_to_a_part_of_another_page_has_its_target(pages):
    for address, page in pages.items():
        for link in page.select("a[href^='/'][href*='#']"):
            target, part = urldefrag(link["href"])
            if target in pages:
                assert pages[target].find(id=part), f"{link['href']} on {address}"


def test_every_control_has_its_label(pages):
    for address, page in pages.items():
        labelled = {label.get("for") for label in page.find_all("label")}
        for control in page.select("input, select"):
            named = control.get("id") in labelled or control.find_parent("label")
            hidden = control.get("type") == "hidden"
            assert hidden or named or control.get("aria-label"), (
                f"{control} on {address}"
            )


def test_every_footnote_has_its_source_and_every_source_leads_back(pages):
    read = 0
    for address, page in pages.items():
        marks = page.select("sup.footnote")
        notes = page.select("#sources .citation-list__source")
        for mark in marks:
            assert page.select_one(f"#sources {mark.a['href']}"), address
            assert page.select(f"#sources a[href='#{mark['id']}']"), address
        for note in notes:
            backs = note.select(".citation-list__back a")
            assert backs, f"{note['id']} on {address} is cited by nothing"
            for back in backs:
                assert page.select_one(f"sup{back['href']}"), address
        numbers = [int(note["id"].removeprefix("source-")) for note in notes]
        assert numbers == list(range(1, len(notes) + 1)), address
        read += len(marks)
    assert read > 500


def test_every_sentence_of_where_things_stand_has_its_source(pages):
    for address, page in pages.items():
        for line in page.select(".standing__sentences"):
            assert line.select("sup.footnote"), address


def test_every_row_of_what_we_know_has_its_source_or_says_unknown(pages):
    for address, page in pages.items():
        for row in page.select("#claims tbody tr"):
            words = row.get_text(" ", strip=True)
            noted = row.select("sup.footnote")
            unknown = re.search("ot recorded|ot stated|no consta|no se indica", words)
            assert noted or unknown, f"{words} on {address}"
