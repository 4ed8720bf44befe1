"""The API gives the rows of the listings, as their columns tell them."""

import random
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config.api.addresses import LISTS
from config.api.parameters import ON_RECORD
from config.api.schema import schema_in
from config.listings.columns import Kind
from jurisdictions.models import RecordVersion
from policies.enums import EventKind, PolicyStatus
from policies.models import Policy
from tests import factories
from tests.config.api_record import HELD, enter, view_of
from tests.config.test_headers import assert_guarded
from tests.reading import Reading

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"
# The addresses are a contract, and so are the names in every answer.
PAGE = ["count", "next", "previous", "as_of", "results"]
STATES = 6  # random states of the filters of each listing


@pytest.fixture
def record():
    """Enter a small record in which every parameter finds something."""
    enter()


@pytest.fixture(params=LISTS)
def name(request):
    """Return the name of each listing in turn."""
    return request.param


def ask(address, expecting=200, **query):
    """Ask the API below its root and return what it answers."""
    response = Client().get(f"{ROOT}{address}", query)
    assert response.status_code == expecting, response.content
    return response.json()


def nested(name):
    """Return the names of the columns of a listing that hold rows themselves."""
    return [c.name for c in view_of(name).columns if c.kind == Kind.ROWS]


# Rows


def states_of(name):
    """Return some random states of a listing's filters, always the same ones."""
    parameters = schema_in("en")["paths"][f"{ROOT}{name}/"]["get"]["parameters"]
    choice = random.Random(name)  # noqa: S311
    known = {p["name"]: p for p in parameters if values_for(p)}
    for _number in range(STATES):
        query = QueryDict(mutable=True)
        for asked in choice.sample(sorted(known), choice.randint(1, 2)):
            values = values_for(known[asked])
            query.setlist(asked, choice.sample(values, min(len(values), 2)))
        if choice.random() < 0.5:
            query["as_of"] = choice.choice(["2014-06-30", "2016-01-01", "2025-12-31"])
        yield query


def values_for(parameter):
    """Return values that a filter can have, none for what is no filter."""
    if held := HELD.get(parameter.get(ON_RECORD)):
        return held
    return parameter["schema"].get("items", {}).get("enum", [])[:4] * (
        parameter["name"] not in ("fields", "include")
    )


def test_same_rows_as_on_the_page(record, name):
    """As many, the same ones, in the same order, whatever is asked."""
    every = {
        urlsplit(row["address"]).path: row["id"]
        for row in ask(f"{name}/", page_size=200)["results"]
    }
    for query in states_of(name):
        found = ask(f"{name}/", **dict(query.lists()))
        page = Client().get(f"/{name}/", dict(query.lists()))
        links = Reading(page.content).links()
        shown = dict.fromkeys(urlsplit(link).path for link in links)
        listed = [every[link] for link in shown if link in every]
        ids = [row["id"] for row in found["results"]]
        assert [pk for pk in ids if pk in listed] == ids, query.urlencode()
        assert found["count"] == len(ids), query.urlencode()


def test_pages_hold_every_row_once():
    for number in range(7):
        factories.PolicyFactory(title=f"Pact {number}")
    address, ids = f"{ROOT}agreements/?sort=place&page_size=3", []
    while address:
        found = Client().get(address).json()
        assert list(found) == PAGE
        assert found["count"] == 7
        ids += [row["id"] for row in found["results"]]
        address = found["next"]
    assert sorted(ids) == sorted(Policy.objects.values_list("pk", flat=True))


def test_links_between_pages_are_canonical(settings):
    """One list has one address: parameters sorted, the first page without number."""
    settings.SITE_URL = "https://record.example"
    factories.PolicyFactory.create_batch(3)
    query = "page_size=1&page=2&type=&sort=oldest&fields=title"
    found = Client().get(f"{ROOT}agreements/?{query}").json()
    start = "https://record.example/api/v1/agreements/?fields=title"
    assert found["previous"] == f"{start}&page_size=1&sort=oldest"
    assert found["next"] == f"{start}&page=3&page_size=1&sort=oldest"
    last = Client().get(f"{ROOT}agreements/?page_size=1&page=3").json()
    assert last["next"] is None
    assert parse_qs(urlsplit(last["previous"]).query)["page"] == ["2"]


def test_record_as_of_a_day_is_what_it_was():
    policy = factories.PolicyFactory(
        citation__source__date=date(2015, 1, 1),
        events=[
            (EventKind.PROPOSED, date(2015, 1, 1)),
            (EventKind.EFFECTIVE, date(2016, 1, 1)),
        ],
    )
    for day, status in (("2015-06-01", "proposed"), ("2016-06-01", "active")):
        found = ask("agreements/", as_of=day)
        assert found["as_of"] == day
        assert [row["status"] for row in found["results"]] == [status]
        assert ask(f"agreements/{policy.pk}/", as_of=day)["status"] == status
        found = ask("agreements/", as_of=day, status=PolicyStatus.ACTIVE)
        assert found["count"] == (status == "active")
    ask(f"agreements/{policy.pk}/", as_of="2014-01-01", expecting=404)


def test_place_is_found_by_its_geoid_as_by_its_id(record):
    by_geoid = ask("places/geoid/0150000/")
    assert by_geoid["name"] == "Mobile"
    assert by_geoid == ask(f"places/{by_geoid['id']}/")
    assert ask("places/geoid/0199999/", expecting=404)["detail"]


# Columns


def test_record_comes_whole_and_a_list_without_what_nests(record, name):
    listed = ask(f"{name}/")["results"][0]
    whole = ask(f"{name}/{listed['id']}/")
    every = [column.name for column in view_of(name).columns]
    assert list(whole) == every
    assert list(listed) == [column for column in every if column not in nested(name)]


def test_list_includes_what_is_asked_for(record, name):
    if columns := nested(name):
        row = ask(f"{name}/", include=",".join(columns))["results"][0]
        assert row == ask(f"{name}/{row['id']}/")
    ask(f"{name}/", include="id", expecting=400)


def test_fields_alone_come_with_the_id(record, name):
    for columns in (["address"], [*nested(name), "licence"]):
        wanted = {"id", *columns}
        row = ask(f"{name}/", fields=",".join(columns))["results"][0]
        assert set(row) == wanted
        one = ask(f"{name}/{row['id']}/", fields=",".join([*columns, "", "id"]))
        assert one == row


def test_citations_say_what_a_record_rests_on(record):
    citation = ask("agreements/1/")["citations"][0]
    source = ask(f"sources/{citation['source_id']}/")
    assert citation["source_address"] == source["address"]
    assert citation["title"] == source["title"]


def test_column_that_every_row_has_is_never_null(record, name):
    """What the schema calls certain is: a client may lean on it."""
    for row in ask(f"{name}/", page_size=200, include=",".join(nested(name)))[
        "results"
    ]:
        assert missing(view_of(name).columns, row) == []


def missing(columns, row):
    """Return the columns that a row lacks, and those without words of their own."""
    found = [c.name for c in columns if c.always and row[c.name] is None]
    found += [c.name for c in columns if not c.about]
    for column in columns:
        if column.kind == Kind.ROWS:
            found += [
                n for inner in row[column.name] for n in missing(column.of, inner)
            ]
    return found


# Beside the rows


def test_root_names_what_there_is():
    found = ask("")
    assert list(found) == [*LISTS, "schema", "docs"]
    for address in found.values():
        assert Client().get(urlsplit(address).path).status_code == 200


def test_draft_is_not_there(name):
    """Neither in the list nor by its id; the whole site is read for what rows name."""
    rows = {
        "places": factories.PlaceFactory,
        "agreements": factories.PolicyFactory,
        "votes": factories.VoteFactory,
        "statements": factories.StatementFactory,
        "organizations": factories.OrganizationFactory,
        "officials": factories.OfficialFactory,
        "sources": factories.SourceFactory,
    }
    draft = rows[name](draft=True)
    assert draft.pk not in [row["id"] for row in ask(f"{name}/")["results"]]
    ask(f"{name}/{draft.pk}/", expecting=404)


def test_reader_who_holds_an_answer_is_told_that_nothing_changed(record):
    for address in ("agreements/?type=287g", "agreements/1/", "", "schema/", "docs/"):
        first = Client().get(f"{ROOT}{address}")
        with CaptureQueriesContext(connection) as queries:
            again = Client().get(
                f"{ROOT}{address}", headers={"If-None-Match": first["ETag"]}
            )
        assert again.status_code == 304
        assert len(queries) == 1
    RecordVersion.bump()
    again = Client().get(f"{ROOT}", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_answer_is_the_same_whatever_a_client_accepts(record):
    """It is kept by its address alone, so it may differ by nothing else."""
    for accepted in ("text/html", "application/xml", "*/*", "nonsense"):
        response = Client().get(f"{ROOT}votes/", headers={"Accept": accepted})
        assert response["Content-Type"] == "application/json"
        assert "Vary" not in response


def test_nothing_knows_the_reader(record, public_deployment, read_only, name):
    """The public deployment answers from a database that it can only read."""
    for address in (f"{name}/", f"{name}/?page_size=1", "", "schema/", "docs/"):
        response = Client().get(f"{ROOT}{address}")
        assert response.status_code == 200
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
        assert_guarded(response)


def test_head_is_the_answer_without_its_body(record):
    for address in ("votes/", "agreements/1/", ""):
        response = Client().head(f"{ROOT}{address}")
        assert response.status_code == 200
        assert response.content == b""
        assert response["ETag"] == Client().get(f"{ROOT}{address}")["ETag"]
