"""No word of a Spanish page is English, unless it is a name or says that it is."""

import re

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from config.languages import language_of
from jurisdictions.models import Official
from tests.config.crawler import crawl
from tests.config.spoken import texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

APPS = ("jurisdictions", "news", "policies")
TEXTS = (models.CharField, models.TextField)
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
PARTS = re.compile(r"[,:;·“”()\u2060]| \| ")


@pytest.fixture(scope="module")
def stored(five_stories, django_db_blocker):
    """Every text of the record: names, and what editors wrote."""
    with django_db_blocker.unblock():
        found = set()
        for model in apps.get_models():
            if model._meta.app_label not in APPS:
                continue
            if model is Official:
                found |= {row.name for row in model.objects.all()}
            names = [f.name for f in model._meta.concrete_fields if type(f) in TEXTS]
            for row in model._default_manager.values_list(*names) if names else ():
                found |= {" ".join(text.split()) for text in row if text}
        return "\n".join(found)


def is_data(text, stored):
    """Return whether a text consists of names and other words of the record."""
    parts = (part.strip(" .¶") for part in PARTS.split(text))
    return all(
        not WORD.search(part) or part in SAME or CODE.fullmatch(part) or part in stored
        for part in parts
    )


def test_no_english_is_left_on_a_spanish_page(stored):
    reader = Client()
    left, read = {}, 0
    for path, page in crawl(reader, of_a_kind=1):
        if language_of(path) == "es":
            continue
        if not page.get("Content-Type", "").startswith("text/html"):
            continue
        if page.status_code != 200:
            continue
        read += 1
        spanish = reader.get(f"/es{path}").content.decode()
        english = texts_of(page.content.decode(), "en")
        both = english & texts_of(spanish, "es")
        for text in both:
            if not is_data(text, stored):
                left.setdefault(text, path)
    assert read > 60
    assert left == {}


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
