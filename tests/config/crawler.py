"""Reading the public site as a crawler does: from the front page, by its links."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from config.languages import bare, language_of

LINK = re.compile(r'(?:href|src|action)="([^"]+)"')


SITEMAPS = ["/sitemap.xml", "/sitemap-sources.xml", "/sitemap-prose.xml"]
OF_A_KIND = 3  # pages of one view and one set of parameters, beyond which all are alike


def kind_of(path: str) -> tuple[str, ...]:
    """Return what makes a page of a kind: its view, and the names of its query."""
    plain, _, query = bare(path).partition("?")
    try:
        view = resolve(plain).view_name
    except Resolver404:
        return (path,)
    if view == "wagtail_serve":  # prose: every page is its own kind
        view = plain
    return (view, *sorted({part.partition("=")[0] for part in query.split("&")}))


def view_of(path: str) -> tuple[str, ...]:
    """Return a coarser kind: the view alone, whatever its query asks."""
    return kind_of(path)[:1]


def crawl(
    client: Client,
    of_a_kind: int = OF_A_KIND,
    kind_of: Callable[[str], tuple[str, ...]] = kind_of,
) -> Iterator[tuple[str, HttpResponse]]:
    """Yield a few pages of every kind that links lead to, with their addresses.

    Of the same pages in another language one of a kind is enough.
    """
    waiting, read, kinds = ["/", *SITEMAPS], set(), Counter()
    while waiting:
        path = waiting.pop(0)
        kind, language = kind_of(path), language_of(path)
        most = of_a_kind if language == settings.LANGUAGE_CODE else 1
        if path in read or kinds[language, kind] == most:
            continue
        read.add(path)
        kinds[language, kind] += 1
        response = client.get(path)
        yield path, response
        if response.get("Content-Type", "").startswith("text/html"):
            waiting += local_links(response.content.decode(), path)


def local_links(html: str, path: str) -> list[str]:
    """Return the addresses on this site that a page links to."""
    found = []
    for link in LINK.findall(html):
        address = link.replace("&amp;", "&").partition("#")[0]
        if address.startswith("?"):
            address = path.partition("?")[0] + address
        if address.startswith("/") and not address.startswith(("//", "/static/")):
            found.append(address)
    return found
