"""From the bytes of a page to an article, in a process with limits, without network."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from news.articles.addresses import address_key
from news.articles.article import ADDRESS, TEXT, Article, Found, Origin, Published
from news.articles.characters import CONTROLS
from news.articles.fetching import Page, refuse_large
from news.articles.language import language_of
from news.articles.markup import decoded
from news.articles.pasted import read_text
from news.articles.refusal import ArticleRefused

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 15
# PDF, zip (as Word's), gzip, old Office, RTF, pictures.
OTHER_FILES = (
    *(b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF"),
)
# .mhtml, which some browsers offer first.
WHOLE_PAGE = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


def read_page(page: Page) -> Article:
    """Return the article on a page that was fetched, or on a file without address.

    :raises ArticleRefused: if there is none, or the page takes more than one should.
    """
    refuse_large(len(page.body))
    refuse_other_files(page.body)
    signs = decoded(page.body, page.charset)
    if page.kind == "text/plain":
        fetched = Found(page.address, Origin.ADDRESS) if page.address else None
        return replace(read_text(signs), address=fetched)
    told = answer(CONTROLS.sub("", signs).encode("utf-8", errors="replace"))
    paragraphs = without_headline(told["paragraphs"], told.get("headline"))
    if not paragraphs:
        raise ArticleRefused(_("No text of an article was found on the page."))
    if sum(map(len, paragraphs)) > TEXT:
        raise ArticleRefused(_("The text on the page is longer than an article."))
    return Article(
        paragraphs=tuple(paragraphs),
        headline=found(told, "headline"),
        outlet=found(told, "outlet"),
        byline=found(told, "byline"),
        language=language(paragraphs) or found(told, "language"),
        address=own_address(found(told, "address"), page.address),
        published=tuple(map(moment, told["published"])),
    )


def refuse_other_files(data: bytes) -> None:
    """Stop at a file that is no page, whatever it is called.

    :raises ArticleRefused: if it begins as one does.
    """
    if data.startswith(OTHER_FILES):
        raise ArticleRefused(_("The file is no web page."))
    if WHOLE_PAGE.search(data[:1000]):
        words = _(
            "The file has the page in one piece; saved as “HTML only” it is read."
        )
        raise ArticleRefused(words)


def answer(data: bytes) -> dict[str, Any]:
    """Return what the process for pages says of one in UTF-8.

    :raises ArticleRefused: if it does not get to say anything.
    """
    refused = ArticleRefused(_("The page cannot be read as one with an article."))
    try:
        # The child is this project's own module and gets nothing but the bytes.
        done = subprocess.run(
            [sys.executable, "-E", "-s", "-m", "news.articles.child"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=ROOT,
            env={},
        )
    except subprocess.TimeoutExpired as late:
        raise refused from late
    if done.returncode:
        raise refused
    return json.loads(done.stdout)


def found(told: Mapping[str, Any], name: str) -> Found | None:
    """Return a value of the process's answer."""
    value = told.get(name)
    return Found(value["value"], Origin(value["origin"])) if value else None


def moment(told: Mapping[str, Any]) -> Published:
    """Return a moment of the process's answer."""
    return Published(
        day=date.fromisoformat(told["day"]),
        at=time.fromisoformat(told["at"]) if told["at"] else None,
        zone=told["zone"],
        origin=Origin(told["origin"]),
    )


def language(paragraphs: list[str]) -> Found | None:
    """Return the language that the words are in; pages declare their template's."""
    code = language_of("\n".join(paragraphs))
    return Found(code, Origin.TEXT) if code else None


def without_headline(
    paragraphs: list[str], headline: Mapping[str, str] | None
) -> list[str]:
    """Return paragraphs without the headline, which is a field of its own."""
    first = paragraphs[0] if paragraphs else ""
    if headline and fold_name(first) == fold_name(headline["value"]):
        return paragraphs[1:]
    return paragraphs


def own_address(told: Found | None, fetched: str) -> Found | None:
    """Return the address a page gives itself, if it is of the site that was asked.

    A page may name the article of another site as its own; what was read is here.
    """
    try:
        address = urljoin(fetched, told.value) if told else ""
    except ValueError:
        address = ""
    key = address_key(address) if len(address) <= ADDRESS else ""
    if told and key and (not fetched or host(key) == host(address_key(fetched))):
        return Found(address, told.origin)
    return Found(fetched, Origin.ADDRESS) if fetched else None


def host(key: str) -> str:
    """Return the host of an address's key."""
    return urlsplit(key).netloc
