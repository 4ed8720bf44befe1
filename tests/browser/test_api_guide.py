"""The guide's JavaScript reads the record in a browser."""

from django.test import Client

from tests.config.test_api_guide import snippets

# A page of ours: a browser lets no other read from this machine. That other sites may
# read, the headers say (tests/config/test_sharing.py).
PAGE = "/api/v1/docs/"


def test_javascript_of_the_guide_reads_the_record(page, site, settings):
    settings.SITE_URL = site
    (snippet,) = snippets("javascript")
    page.goto(PAGE)
    found = page.evaluate(running(snippet, "inForce(site, state)"), [site, "AL"])
    every = """(async () => {
        const ids = [];
        const query = { page_size: 5 };
        for await (const row of rows(site, "agreements", query)) ids.push(row.id);
        return ids;
    })()"""
    ids = page.evaluate(running(snippet, every), [site, "AL"])
    assert len(ids) == len(set(ids)) > 5
    assert ids == [row["id"] for row in asked("agreements", page_size=200)]
    assert found == [
        [row["place"], row["title"], row["status_since"], row["sources"]]
        for row in asked("agreements", state="AL", status="active")
    ]


def test_refused_query_is_told_to_the_page(page, site):
    page.goto(PAGE)
    (snippet,) = snippets("javascript")
    wrong = 'rows(site, "votes", { colour: "red" }).next().catch((e) => e.message)'
    told = page.evaluate(running(snippet, wrong), [site, ""])
    assert told == "We do not know the filter “colour”."


def running(snippet, expression):
    """Return a function for the browser that has a snippet and gives a value."""
    return "([site, state]) => {" + snippet + "; return " + expression + "; }"


def asked(listing, **query):
    """Return the rows that the API gives to a query."""
    return Client().get(f"/api/v1/{listing}/", query).json()["results"]
