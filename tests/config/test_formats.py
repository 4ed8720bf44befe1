"""Every file for programs is what its format's standard says, in both languages."""

from collections import Counter, defaultdict
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from drf_spectacular.validation import validate_schema
from icalendar import Calendar

from config.languages import language_of
from tests.config import formats
from tests.config.crawler import crawl, view_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

CHECKS = {
    "application/atom+xml": formats.of_atom,
    "application/geo+json": formats.of_geojson,
    "application/json": formats.of_json,
    "text/csv": formats.of_csv,
}
# No link leads to some: a feed of nothing, a file that a filter leaves empty.
ASKED = ("/votes.atom?state=WY", "/votes.csv?state=WY", "/votes.geojson?state=WY")
CALENDARS = ("/votes.ics", "/es/votes.ics", "/votes.ics?state=WY", "/votes.ics?split=1")


@pytest.fixture(scope="module")
def files(five_stories, django_db_blocker):
    """Return the files that links lead to, one of each kind, by type and address."""
    reader, found = Client(), defaultdict(dict)
    with django_db_blocker.unblock():
        read = list(crawl(reader, of_a_kind=1, kind_of=view_of))
        read += [(path, reader.get(path)) for path in ASKED]
        for path, response in read:
            kind = response.get("Content-Type", "").partition(";")[0]
            if kind in CHECKS:
                assert response.status_code == 200, path
                found[kind][path] = b"".join(response)
    return found


@pytest.mark.parametrize("kind", CHECKS)
def test_file_is_valid(files, kind):
    wrong = {path: CHECKS[kind](body) for path, body in files[kind].items()}
    assert {path: found for path, found in wrong.items() if found} == {}
    spoken = Counter(map(language_of, wrong))
    assert min(spoken["en"], spoken["es"]) >= 4


def test_sitemaps_are_valid_and_lead_to_pages():
    reader = Client()
    index = reader.get("/sitemap.xml").content
    assert formats.by_schema("sitemap", index) == []
    for section in formats.addresses(index):
        body = reader.get(urlsplit(section).path).content
        assert formats.by_schema("sitemap", body) == [], section
        first = formats.addresses(body)[0]
        assert reader.get(urlsplit(first).path).status_code == 200


@pytest.mark.parametrize("path", CALENDARS)
def test_calendar_is_valid(path):
    calendar = Calendar.from_ical(Client().get(path).content)
    # To hand an event over, RFC 5546 asks for an organizer's address; we hand none.
    assert "METHOD" not in calendar
    for part in calendar.walk():
        assert part.errors == []
        assert set(part.required) <= set(part)
        for name in part.singletons:
            assert not isinstance(part.get(name), list), name
    uids = [event["UID"] for event in calendar.events]
    assert len(uids) == len(set(uids))


@pytest.mark.parametrize("language", ["", "/es"])
def test_schema_of_the_api_is_openapi(language):
    asked = f"{language}/api/v1/schema/?format=json"
    validate_schema(formats.of_strict_json(Client().get(asked).content))


def test_robots_are_told_what_is_meant():
    text = Client().get("/robots.txt").content.decode()
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    for path in ("/", "/us/al/birmingham/", "/es/agreements/?state=AL", "/votes.csv"):
        assert rules.can_fetch("anybot", path), path
    for path in ("/admin/", "/accounts/login/", "/report-error/", "/es/report-error/"):
        assert not rules.can_fetch("anybot", path), path
    assert [urlsplit(at).path for at in rules.site_maps()] == ["/sitemap.xml"]


FEED = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>x</title>
<link href="http://a.example/" rel="self"/><id>a:b</id><updated>2026-01-01</updated>
<author><name>x</name></author></feed>"""
PAGES = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
<loc>/us/</loc></url></urlset>"""
POINT = b"""{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1,
"properties": {}, "geometry": {"type": "Point", "coordinates": [33.5, -186.8]}}]}"""


@pytest.mark.parametrize(
    ("check", "body"),
    [
        (formats.of_atom, FEED),
        (lambda body: formats.by_schema("sitemap", body), PAGES),
        (formats.of_geojson, POINT),
        (formats.of_csv, b"a,b\r\n1\r\n"),
        (formats.of_csv, b"a,a\r\n1,2\r\n"),
        (formats.of_csv, b"a,b\n1,2\n"),
    ],
)
def test_fault_is_found(check, body):
    assert check(body)


@pytest.mark.parametrize("body", [b'{"a": 1, "a": 2}', b'{"a": NaN}', b"\xff"])
def test_what_is_no_json_is_refused(body):
    with pytest.raises(ValueError):
        formats.of_json(body)
