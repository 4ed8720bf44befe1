"""Every page in English and Spanish, by its address and by nothing else."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from config.languages import bare, in_language, language_of, prefixed
from config.sitemaps import RECORDS, SITEMAPS, Counted
from news.changes.watching import record_at
from news.models import Correction
from policies.models import Policy, Vote
from tests.config.crawler import local_links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
SWITCH = re.compile(r'class="masthead__language"><a href="([^"]+)"')
SITE = "http://127.0.0.1:8000"
PLACE = "/us/al/birmingham/"
PAGES = (
    "/",
    "/us/",
    PLACE,
    "/us/al/birmingham/?as_of=2017-12-31",
    "/us/al/birmingham/history/",
    "/agreements/?state=AL&type=hsi_customs_designation",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/method/",
    "/glossary/",
    "/map/",
    "/changes/",
    "/api/v1/docs/",
)
# Addresses that are one for all languages.
OF_ALL = re.compile(r"^/(?:es/|static/|data/downloads/|documents/|sitemap|robots)")


@pytest.fixture
def reader():
    return Client()


def text_of(reader, path, **headers):
    response = reader.get(path, headers=headers)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize(
    ("path", "language", "own"),
    [
        ("/", "en", "/"),
        ("/votes/", "en", "/votes/"),
        ("/es/", "es", "/"),
        ("/es/votes/", "es", "/votes/"),
        ("/es", "en", "/es"),
        ("/estates/", "en", "/estates/"),
        ("/fr/votes/", "en", "/fr/votes/"),
        ("/en/votes/", "en", "/en/votes/"),
        ("", "en", ""),
        ("/es/", "es", "/"),
    ],
)
def test_language_is_that_of_the_address(path, language, own):
    assert language_of(path) == language
    assert bare(path) == own
    assert in_language(own, language) == path


@pytest.mark.parametrize("path", PAGES)
def test_page_leads_to_the_same_page_in_the_other_language(reader, path):
    english, spanish = text_of(reader, path), text_of(reader, f"/es{path}")
    assert '<html lang="en">' in english
    assert '<html lang="es">' in spanish
    found = dict(ALTERNATE.findall(english))
    assert found == dict(ALTERNATE.findall(spanish))
    assert set(found) == {"en", "es", "x-default"}
    assert found["x-default"] == found["en"]
    there = SWITCH.search(english)[1].replace("&amp;", "&")
    back = SWITCH.search(spanish)[1].replace("&amp;", "&")
    assert f"{SITE}{there}" == found["es"].replace("&amp;", "&")
    assert f"{SITE}{back}" == found["en"].replace("&amp;", "&")
    assert text_of(reader, there) == spanish
    assert text_of(reader, back) == english


@pytest.mark.parametrize("path", PAGES)
def test_spanish_page_leads_to_spanish_pages(reader, path):
    page = f"/es{path}"
    html = text_of(reader, page)
    away = SWITCH.search(html)[1].replace("&amp;", "&")
    astray = {
        link
        for link in local_links(html, page)
        if not OF_ALL.match(link) and link.partition("?")[0] != away.partition("?")[0]
    }
    assert astray == set()


def test_language_is_not_guessed_from_the_browser(reader):
    reader.cookies["django_language"] = "es"
    html = text_of(reader, PLACE, accept_language="es-MX,es;q=0.9")
    assert '<html lang="en">' in html
    response = reader.get("/es/us/al/birmingham/", headers={"accept-language": "en"})
    assert '<html lang="es">' in response.content.decode()
    assert not {"cookie", "accept-language"} & set(
        response.get("Vary", "").lower().split(", ")
    )


def test_address_without_its_last_slash_leads_to_the_spanish_page(reader):
    assert reader.get("/es").headers["Location"] == "/es/"
    found = reader.get("/es/us/al/birmingham")
    assert found.headers["Location"] == "/es/us/al/birmingham/"


def test_answer_in_the_first_words_of_the_spanish_page(reader):
    html = text_of(reader, "/es/us/al/birmingham/")
    opening = re.sub(r"<[^>]+>", "", html.split('class="standing__', 1)[1])
    assert "La policía de Birmingham tiene un acuerdo con HSI, parte de ICE" in opening
    assert "El concejo municipal de Birmingham iba a votar" in opening
    assert "el 7 de diciembre de 2021; ninguna fuente da el resultado." in opening


def test_dates_and_numbers_are_written_as_readers_write_them(reader):
    html = text_of(reader, "/es/us/al/birmingham/")
    assert "6 dic 2021" in html
    assert "Dec 6, 2021" not in html
    assert "Dec 6, 2021" in text_of(reader, PLACE)


def test_nothing_at_a_spanish_address_is_said_in_spanish(reader):
    response = reader.get("/es/nada/")
    assert response.status_code == 404
    html = response.content.decode()
    assert '<html lang="es">' in html
    assert "No hay nada en esta dirección" in html


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/es/agreements.csv?state=XX", "Alabama"),
        ("/es/api/v1/agreements/?status=maybe", "detail"),
        ("/es/changes.atom?kind=x", ""),
    ],
)
def test_refusals_of_files_are_in_spanish(reader, path, words):
    spanish, english = reader.get(path), reader.get(bare(path))
    assert spanish.status_code == english.status_code == 400
    assert spanish.content != english.content
    assert spanish["Content-Type"] == english["Content-Type"]


def test_file_that_is_sent_piece_by_piece_is_in_the_language_of_its_address(reader):
    spanish = b"".join(reader.get("/es/agreements.csv").streaming_content).decode()
    english = b"".join(reader.get("/agreements.csv").streaming_content).decode()
    assert spanish.splitlines()[0] == english.splitlines()[0]
    assert "Ley estatal" in spanish
    assert "State law" not in spanish
    assert "State law" in english
    assert f"{SITE}/es/us/al/birmingham/" not in english


def test_feed_and_calendar_are_in_the_language_of_their_address(reader):
    feed = text_of(reader, "/es/changes.atom")
    assert 'xml:lang="es"' in feed
    assert f"{SITE}/es/" in feed
    assert f"{SITE}/es/votes/" in text_of(reader, "/es/votes.ics")


def test_old_address_leads_on_in_its_own_language(reader):
    Redirect.objects.create(old_path="/us/al/old-name", redirect_link=PLACE)
    assert reader.get("/us/al/old-name/").headers["Location"] == PLACE
    found = reader.get("/es/us/al/old-name/")
    assert found.headers["Location"] == f"/es{PLACE}"


def test_address_with_two_slashes_leads_to_no_other_site(reader):
    assert bare("/es//evil.example/") == "/evil.example/"
    assert in_language("/es//evil.example/", "en") == "/evil.example/"
    html = reader.get("/es//evil.example/").content.decode()
    assert 'href="//' not in html


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("/us/al/", "/es/us/al/"),
        ("/documents/1/letter.pdf", "/documents/1/letter.pdf"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_redirect_keeps_the_language_of_pages_alone(reader, link, leads_to):
    Redirect.objects.create(old_path="/old", redirect_link=link)
    assert reader.get("/es/old/").headers["Location"] == leads_to


def test_redirect_never_leads_to_where_it_was_asked(reader):
    Redirect.objects.create(old_path="/old", redirect_link="/es/old/")
    assert reader.get("/es/old/").status_code == 404


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_record_is_known_by_its_address_in_any_language(language, prefix):
    policy = Policy.objects.published().first()
    path = f"{prefix}{policy.get_absolute_url()}"
    with translation.override(language):
        assert record_at(path) == policy


def test_log_of_corrections_leads_to_pages_in_its_language():
    correction = Correction(record_path=PLACE)
    assert correction.page == PLACE
    with translation.override("es"):
        assert correction.page == f"/es{PLACE}"
        assert Correction(record_path="//evil.example/").page == ""


def test_sitemap_tells_every_page_in_both_languages(reader):
    index = text_of(reader, "/sitemap.xml")
    assert "sitemap-places.xml" in index
    assert "sitemap-places-es.xml" in index
    for section in ("places", "votes", "prose", "views"):
        english = text_of(reader, f"/sitemap-{section}.xml")
        spanish = text_of(reader, f"/sitemap-{section}-es.xml")
        pairs = re.findall(
            r'hreflang="en" href="([^"]+)"/>\s*<xhtml:link[^>]*"es" href="([^"]+)"',
            english,
        )
        assert pairs, section
        for here, there in pairs:
            assert f"<loc>{here}</loc>" in english
            assert f"<loc>{there}</loc>" in spanish
            assert there.replace("/es/", "/", 1) == here


def test_sitemap_index_counts_each_record_once_for_all_languages(
    reader, django_assert_num_queries
):
    reader.get("/sitemap.xml")  # what a process keeps is asked for once
    # One for each type of record; the rest find the site, and its prose twice over.
    with django_assert_num_queries(len(RECORDS) + 13) as asked:
        index = text_of(reader, "/sitemap.xml")
    for table in ("policies_vote", "policies_statement", "news_source"):
        counted = [q for q in asked.captured_queries if f'FROM "{table}"' in q["sql"]]
        assert len(counted) == 1, table
        assert "COUNT" in counted[0]["sql"]
    newest = SITEMAPS["votes"].get_latest_lastmod()
    assert index.count(f"<lastmod>{newest:%Y-%m-%d}") >= len(RECORDS)


def test_sitemap_index_leads_to_every_page_of_a_section(reader, monkeypatch):
    monkeypatch.setattr(Counted, "limit", 2)
    index = text_of(reader, "/sitemap.xml")
    last = -(-Vote.objects.published().count() // 2)
    for section in ("votes", "votes-es"):
        assert f"/sitemap-{section}.xml?p={last}</loc>" in index
        assert f"/sitemap-{section}.xml?p={last + 1}</loc>" not in index


def test_web_server_knows_the_prefixes_too():
    rules = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    for code in prefixed():
        for path in ("/api/", "/report-error/$"):
            assert f"location ~ ^(/{code})?{path} {{" in rules


def test_prose_that_nobody_translated_says_so(reader):
    from news.management.commands.load_pages import enter
    from news.models import HomePage, ProsePage

    home = HomePage.objects.get(locale__language_code="en")
    words = {"slug": "funding", "title": "Funding", "body": "<p>Nobody pays.</p>"}
    enter(home, ProsePage(locale=home.locale, **words))
    html = text_of(reader, "/es/funding/")
    assert "Esta página aún no se ha traducido" in html
    assert '<div lang="en">' in html
    assert "Nobody pays." in html
    assert "aún no se ha traducido" not in text_of(reader, "/funding/")


def test_prose_is_the_translation_of_its_twin():
    from news.models import ProsePage

    for slug in ("method", "privacy", "about"):
        both = ProsePage.objects.filter(slug=slug)
        assert {page.locale.language_code for page in both} == {"en", "es"}
        assert len({page.translation_key for page in both}) == 1
