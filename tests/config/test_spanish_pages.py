"""No word of a Spanish page is English, unless it is a name or says that it is."""

import re
from collections import Counter

import pytest
from django.test import Client

from config.languages import language_of
from jurisdictions.models import (
    Agency,
    AgencyAlias,
    Body,
    Jurisdiction,
    JurisdictionAlias,
    Official,
    Organization,
    OrganizationAlias,
)
from news.models import Outlet, Source
from policies.models import Ballot, CourtCase
from tests.config.crawler import crawl
from tests.config.spoken import texts_of, texts_of_calendar, texts_of_feed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

# Fields with words that stay as they are in every language.
NAMES = {
    Agency: ("name", "abbreviation"),
    AgencyAlias: ("name",),
    Ballot: ("voter_name",),
    Body: ("name",),
    CourtCase: ("caption", "court", "docket"),
    Jurisdiction: ("name", "legal_name", "full_name"),
    JurisdictionAlias: ("name",),
    Official: ("name",),
    Organization: ("name",),
    OrganizationAlias: ("name",),
    Outlet: ("name",),
    Source: ("byline",),
}
# Words that are the same in both languages, or that are addressed to programs.
SAME = {
    "API",
    "CSV",
    "GET",
    "PDF",
    "A4",
    "GeoJSON",
    "JSON",
    "JSONL",
    "SQLite",
    "XLSX",
    "YAML",
    "Atom",
}
SAME |= {"The Local Record", "Township", "Constable", "No", "Neutral", "Total", "ICE"}
SAME |= {
    "APA",
    "BibTeX",
    "Chicago",
    "Creative Commons",
    "CC BY 4.0",
    "iCalendar",
    "HSI",
    "Federal",
    "Error",
}
WORD = re.compile(r"[^\W\d_]{3,}")
# A name of a column, a parameter or a value, which programs read.
CODE = re.compile(r"-?[a-z\d_]+(?:=[\w,.-]+)?")
SITE = " · The Local Record"
PARTS = re.compile(r"[,:;·“”()\u2060]| \| ")


@pytest.fixture(scope="module")
def names(five_stories, django_db_blocker):
    """Every name of the record, whole and in its parts."""
    with django_db_blocker.unblock():
        found = {
            " ".join(getattr(row, name).split())
            for model, fields in NAMES.items()
            for row in model.objects.all()
            for name in fields
        }
    return found | {part for name in found for part in parts_of(name)}


def parts_of(text):
    """Return the parts of a text between its signs."""
    return {part.strip(" .¶") for part in PARTS.split(text)}


def is_data(text, names):
    """Return whether a text consists of whole names, and of words for programs."""
    return text in names or all(
        not WORD.search(part) or part in SAME or CODE.fullmatch(part) or part in names
        for part in parts_of(text)
    )


def said(response, language):
    """Return what an answer says in a language, by what kind of file it is."""
    kind = response.get("Content-Type", "").partition(";")[0]
    if kind == "text/html":
        return texts_of(response.content.decode(), language)
    if kind == "application/atom+xml":
        return texts_of_feed(response.content)
    if kind == "text/calendar":
        return texts_of_calendar(response.content.decode())
    return set()


def in_the_head_alone(response):
    """Return what a page says in its head alone, where no word has a language."""
    page = response.content.decode()
    return texts_of(page, "es", "head") - texts_of(page, "es", "body")


def test_no_english_is_left_on_a_spanish_page(names):
    reader = Client()
    left, read = {}, Counter()
    headlines = set(Source.objects.values_list("title", flat=True))
    for path, english in crawl(reader, of_a_kind=1):
        told = set() if language_of(path) == "es" else said(english, "en")
        if not told:
            continue
        read[english["Content-Type"]] += 1
        spanish = reader.get(f"/es{path}")
        both = {text for text in told & said(spanish, "es") if not is_data(text, names)}
        if both and spanish["Content-Type"].startswith("text/html"):
            titled = {
                f"{headline}{end}" for headline in headlines for end in ("", SITE)
            }
            both -= in_the_head_alone(spanish) & titled
        left |= dict.fromkeys(both, path)
    assert left == {}
    assert min(read.values()) > 4, read
    assert len(read) > 2


REFUSED = (
    "/agreements/?status=BOGUS",
    "/votes/?from=soon",
    "/compare/?p=us/al/nowhere",
    "/map/?type=BOGUS",
    "/us/al/nowhere/",
    "/agreements.csv?status=BOGUS",
    "/agreements.atom?status=BOGUS",
    "/votes.ics?result=BOGUS",
    "/us/al/birmingham/?as_of=soon",
    "/us/al/birmingham/?as_of=1900-01-01",
    "/search/?q=%00",
)


@pytest.mark.parametrize("path", REFUSED)
def test_no_english_is_left_in_a_refusal(names, path):
    reader = Client()
    told = said(reader.get(path), "en") & said(reader.get(f"/es{path}"), "es")
    assert [text for text in told if not is_data(text, names)] == []


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/agreements/?status=BOGUS",
        "/api/v1/agreements/?fields=bogus",
        "/api/v1/agreements/?page=x",
        "/api/v1/votes/999999/",
    ],
)
def test_api_refuses_in_spanish(path):
    reader = Client()
    english, spanish = reader.get(path), reader.get(f"/es{path}")
    assert english.status_code == spanish.status_code >= 400
    words = [set(WORD.findall(one.content.decode())) for one in (english, spanish)]
    keys = {"detail", "errors", "fields", "page", "status"}
    assert words[0] & words[1] <= keys | {"BOGUS", "bogus"}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="es"><p>Sources</p></html>', {"Sources"}),
        ('<html lang="es"><p lang="en">Sources</p>fin</html>', {"fin"}),
        ('<html lang="es"><a aria-label="Go">x</a> y</html>', {"Go", "x", "y"}),
    ],
)
def test_words_of_a_page_are_those_of_its_language(html, found):
    assert texts_of(html, "es") == found
