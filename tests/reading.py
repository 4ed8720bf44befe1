"""Public pages as a reader has them: words, and the numbers beside them."""

import re

from bs4 import BeautifulSoup
from django.test import Client

from tests.config.crawler import local_links


class Reading:
    """One page: what it says, and which source stands beside what."""

    def __init__(self, html):
        self.soup = BeautifulSoup(html, "html.parser")
        self.main = self.soup.main or self.soup

    @property
    def words(self):
        """The page's own text on one line, footnote numbers and all."""
        return plain(self.main)

    def section(self, name):
        """Return the words of the block with an id, "" when there is none."""
        block = self.main.find(id=name)
        return plain(block) if block else ""

    def sources_of(self, phrase):
        """Return the labels of the sources noted beside a phrase, in its own line."""
        lines = [line for line in self.lines() if phrase in plain(line)]
        assert lines, f"the page does not say {phrase!r}"
        return [
            plain(self.main.select_one(f"{mark['href']} a"))
            for line in lines
            for mark in line.select("sup a")
        ]

    def lines(self):
        """Return the smallest pieces of the page that have words and notes."""
        notes = self.main.find(id="sources")
        return [
            line
            for line in self.main.select("p, li, tr, dd, h1, h2, h3")
            if (line.name == "tr" or not line.select_one("p, li, tr, dd, h3"))
            and not (notes and notes in line.parents)
        ]

    def links(self):
        """Return the addresses the page's own text leads to."""
        return [link["href"] for link in self.main.find_all("a", href=True)]

    def records(self, kind):
        """Return the addresses of single records that the page leads to, each once."""
        address = re.compile(rf"/{kind}/\d+-")
        return sorted({link for link in self.links() if address.match(link)})


def plain(part):
    """Return the text of a part of a page on one line."""
    return re.sub(r"\s+", " ", part.get_text()).strip()


def read(address, **query):
    """Open an address of the public site and return what stands there."""
    response = Client().get(address, query)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return Reading(response.content)


def whole_site(client, start):
    """Return every public page that links lead to from some, by its address.

    Without the queries of links: filters combine without end.
    """
    waiting, found = ["/", *start], {}
    while waiting:
        address = waiting.pop(0)
        if address in found:
            continue
        page = found[address] = client.get(address)
        if page.get("Content-Type", "").startswith("text/html"):
            links = local_links(page.content.decode(), address)
            waiting += [link for link in links if "?" not in link]
    return found
