"""Whatever a reader does with a list, what was asked stays asked."""

import random
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import resolve

from tests.config.test_listing_counts import at_random, record
from tests.config.test_listings import LISTINGS

__all__ = ["record"]  # the fixture

pytestmark = pytest.mark.django_db

PAGES = 8  # of each listing, asked at random
# Changes are followed whatever the order of the rows.
UNORDERED = {"page", "sort"}


def pairs(query):
    """Return the parameters of a query string that say something."""
    return {(name, value) for name, value in parse_qsl(query) if value.strip()}


def but(asked, names):
    """Return parameters without those of some names."""
    return {(name, value) for name, value in asked if name not in names}


def asked_by(link):
    """Return what the address of a link asks."""
    return pairs(urlsplit(link["href"]).query)


def sent(form):
    """Return what a browser would send of a form."""
    found = set()
    for control in form.find_all("input"):
        ticked = control.get("type") != "checkbox" or control.has_attr("checked")
        if ticked and control.get("value", "").strip():
            found.add((control["name"], control["value"]))
    return found


@pytest.mark.parametrize("address", LISTINGS)
def test_nothing_asked_is_lost_on_the_way(record, monkeypatch, address):
    filters, _factory = LISTINGS[address]
    monkeypatch.setattr(resolve(address).func.view_class, "paginate_by", 2)
    chance = random.Random(address)  # noqa: S311 - the same ones every time
    followed = 0
    for _number in range(PAGES):
        query = at_random(chance, filters)
        asked = pairs(query.urlencode())
        html = Client().get(f"{address}?{query.urlencode()}").content.decode()
        page = BeautifulSoup(html, "html.parser").main
        assert sent(page.find("form", attrs={"data-listing": True})) == asked
        for link in page.select(".pagination a"):
            assert but(asked_by(link), {"page"}) == asked, link
        for link in page.select(".sort a"):
            assert but(asked_by(link), {"sort"}) == but(asked, {"sort"}), link
        for link in page.select(".export__choice:first-of-type a"):
            if "This list" in link.get_text():
                assert asked_by(link) == asked, link
        for link in page.select("a[href^='/map/']"):
            assert asked_by(link) == asked, link
        for link in page.select(".follow a"):
            assert asked_by(link) == but(asked, UNORDERED), link
        followed += len(page.select(".pagination a, .sort a, .export__choice a"))
    assert followed
