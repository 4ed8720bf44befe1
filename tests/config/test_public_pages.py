"""What holds for every public page there is: the reader leaves no trace."""

import re

import pytest
from django.test import Client

from config.languages import bare
from tests.config.crawler import crawl
from tests.config.test_headers import assert_guarded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

# What would need an inline permission, or call another host, when the page opens.
# Facts for search engines are read, never run.
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:"
    r'|<script(?! type="application/ld\+json")(?![^>]*\bsrc=)'
)
ELSEWHERE = re.compile(
    # Lasting addresses are told, and nothing is fetched from them.
    r'<(?:script|img|iframe|source|video|audio|link(?! rel="(?:canonical|alternate)"))'
    r'[^>]*(?:src|href)="(?:https?:)?//'
)

# A form that is being filled in; nobody else's cache keeps it.
OF_ONE_READER = "/report-error/"


@pytest.fixture(scope="module")
def pages(five_stories, django_db_blocker):
    """Every public page of the five stories, by address."""
    with django_db_blocker.unblock():
        return dict(crawl(Client(raise_request_exception=False)))


def test_every_link_leads_somewhere(pages):
    assert len(pages) > 60
    broken = {
        path for path, page in pages.items() if page.status_code not in {200, 301}
    }
    assert broken == set()


def test_no_page_sets_or_depends_on_a_cookie(pages):
    for path, page in pages.items():
        assert not page.cookies, path
        assert "cookie" not in page.get("Vary", "").lower(), path


def test_every_page_carries_the_headers(pages):
    for page in pages.values():
        assert_guarded(page)


def test_every_page_can_be_kept_by_its_tag(pages):
    for path, page in pages.items():
        if page.status_code == 200 and not bare(path).startswith(OF_ONE_READER):
            assert page["ETag"], path
            assert page["Cache-Control"].startswith("public"), path


def test_no_page_needs_inline_style_or_script(pages):
    for path, html in html_of(pages):
        assert not INLINE.search(html), path


def test_no_page_loads_from_elsewhere(pages):
    for path, html in html_of(pages):
        assert not ELSEWHERE.search(html), path


def test_every_page_is_served_from_a_database_that_only_reads(
    public_deployment, read_only, client
):
    read = {path: page.status_code for path, page in crawl(client)}
    assert len(read) > 60
    assert {path for path, status in read.items() if status not in {200, 301}} == set()


def test_every_sort_of_page_was_read(pages):
    """Else the other tests here would prove little."""
    firsts = {path.split("/")[1].partition("?")[0] for path in pages}
    assert firsts >= {
        "",
        "us",
        "places",
        "agreements",
        "votes",
        "statements",
        "organizations",
        "officials",
        "sources",
        "corrections",
        "report-error",
        "method",
        "privacy",
        "about",
        "glossary",
    }


def html_of(pages):
    """Yield the address and text of every page of HTML."""
    for path, page in pages.items():
        if page.get("Content-Type", "").startswith("text/html"):
            yield path, page.content.decode()
