"""Reading the public site as a crawler does: from the front page, by its links."""

import re
from collections.abc import Iterator

from django.http import HttpResponse
from django.test import Client

LINK = re.compile(r'(?:href|src|action)="([^"]+)"')


def crawl(client: Client, limit: int = 400) -> Iterator[tuple[str, HttpResponse]]:
    """Yield every public page that links lead to, with its address.

    A query is followed once per page and parameter name: filters combine without end.
    """
    waiting, seen = ["/"], set()
    while waiting and len(seen) < limit:
        path = waiting.pop(0)
        if (shape := shape_of(path)) in seen:
            continue
        seen.add(shape)
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


def shape_of(path: str) -> str:
    """Return an address with the values of its query taken out."""
    return re.sub(r"=[^&]*", "=", path)
