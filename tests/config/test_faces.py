"""Every face of every listing tells the rows of its page, and nothing else."""

import csv
import gc
import io
import json
import random
import tracemalloc
from datetime import date, datetime

import pytest
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from config.listings.columns import Kind, flat
from config.listings.faces import export, listing, offered, xlsx
from config.listings.faces import json as as_json
from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction, RecordVersion
from policies.enums import STATUS_AFTER, EventKind, VoteResult
from policies.models import Policy
from tests import factories
from tests.faces import FACES, LISTINGS, fetched, ids, sheets, table

pytestmark = pytest.mark.django_db

FORMULAS = [
    "=1+1",
    "+x",
    "-x",
    "@x",
    "\tx",
    " =1",
    "'=1",
    "＝1",
    "-5",
    "'tis",
    "a,b\n“c”",
]


@pytest.fixture(autouse=True)
def no_rest(monkeypatch):
    """Let exports of the tests work without giving way."""
    monkeypatch.setattr(export, "REST", 0)


@pytest.fixture
def record():
    """Return a few rows of everything, of several days and states."""
    days = [date(2015, 3, 1), date(2018, 6, 1), date(2021, 9, 1)]
    for number, day in enumerate(days):
        state = factories.StateFactory(usps=("AL", "GA", "TX")[number])
        point = {"latitude": "33.50000", "longitude": "-86.80000"} if number else {}
        place = factories.PlaceFactory(state=state, **point)
        place.counties.add(factories.CountyFactory(state=state))
        place.save()
        source = factories.SourceFactory(date=day)
        official = factories.OfficialFactory(citation__source=source)
        factories.TermFactory(official=official, jurisdiction=place, described_on=day)
        organization = factories.OrganizationFactory(
            jurisdiction=place, citation__source=source
        )
        policy = factories.PolicyFactory(
            jurisdiction=place,
            agency=factories.AgencyFactory(jurisdiction=place),
            citation__source=source,
            events=[(EventKind.ADOPTED, day), (EventKind.RESCINDED, date(2022, 1, 1))],
        )
        vote = factories.VoteFactory(
            body=factories.BodyFactory(jurisdiction=place),
            policy=policy,
            date=day,
            yes_count=5,
            citation__source=source,
        )
        factories.BallotFactory(vote=vote, official=official)
        statement = factories.StatementFactory(
            jurisdiction=place,
            policy=policy,
            vote=vote,
            official=official,
            date=day,
            citation__source=source,
        )
        factories.SignatoryFactory(statement=statement, organization=organization)
        factories.ConcernFactory(statement=statement)


def queries_of(name):
    """Return questions to a listing: none, some at random, and each on a past day."""
    dice = random.Random(name)  # noqa: S311 - the same ones every time
    view = resolve(f"/{name}/").func.view_class
    fields = view.filterset_class({}, queryset=view.filterset_class.public_rows())
    asked = [{}, {"q": "spring"}, {"q": "zzz"}]
    choices = {
        key: [value for value, _label in field.choices]
        for key, field in fields.form.fields.items()
        if getattr(field, "choices", None)
    }
    for key in dice.sample(sorted(choices), min(4, len(choices))):
        values = dice.sample(choices[key], min(2, len(choices[key])))
        asked.append({key: values[:1] if key == "sort" else values})
    return asked + [query | {"as_of": "2018-12-31"} for query in asked]


def on_page(name, query):
    """Return the ids of the rows that the listing's page shows, in order."""
    view = resolve(f"/{name}/").func.view_class
    response = Client().get(f"/{name}/", query)
    assert response.status_code == 200
    request = response.wsgi_request
    return [row.pk for row in view.filterset_class.from_request(request).rows()]


@pytest.mark.parametrize("name", LISTINGS)
def test_all_faces_have_the_rows_of_the_page(record, name):
    for query in queries_of(name):
        expected = on_page(name, query)
        for listed, suffix in FACES:
            if listed == name:
                assert ids(name, suffix, query) == expected, (suffix, query)


@pytest.mark.parametrize("name", LISTINGS)
def test_columns_have_the_same_names_everywhere(record, name):
    columns = resolve(f"/{name}/").func.view_class.columns
    in_cells = [column.name for column in flat(columns)]
    assert len(set(in_cells)) == len(in_cells)
    header = fetched(f"/{name}.csv").decode().splitlines()[0]
    assert header == ",".join(in_cells)
    rows, about = sheets(f"/{name}.xlsx")
    assert rows[0] == in_cells
    assert [line[0] for line in about[-len(in_cells) :]] == in_cells
    found = json.loads(fetched(f"/{name}.json"))
    assert list(found["rows"][0]) == [column.name for column in columns]
    assert [column["name"] for column in found["columns"]] == list(found["rows"][0])
    assert all(column.about for column in columns)


@pytest.mark.parametrize("name", LISTINGS)
def test_every_row_says_where_it_is_and_on_what_terms(record, name):
    for row in table(f"/{name}.csv"):
        assert row["address"].startswith("http")
        assert row["licence"] == "CC BY 4.0"
        assert Client().get(row["address"].partition(":8000")[2]).status_code == 200


def test_json_says_what_it_is(record):
    found = json.loads(fetched("/agreements.json?state=GA&as_of=2018-12-31"))
    assert found["count"] == len(found["rows"]) == 1
    assert found["as_of"] == "2018-12-31"
    assert found["address"].endswith("/agreements/?as_of=2018-12-31&state=GA")
    (row,) = found["rows"]
    assert row["status"] == STATUS_AFTER[EventKind.ADOPTED]
    # What came later is not told of that day.
    assert [event["kind"] for event in row["events"]] == [EventKind.ADOPTED]
    assert row["citations"][0]["quote"] == "as the council heard"


def test_vote_tells_no_result_before_its_day(record):
    vote = factories.VoteFactory(date=date(2030, 1, 1), yes_count=4, result="passed")
    factories.BallotFactory(vote=vote)
    found = json.loads(fetched("/votes.json"))["rows"]
    (row,) = [row for row in found if row["id"] == vote.pk]
    assert row["result"] == VoteResult.SCHEDULED
    assert (row["yes_count"], row["ballots"]) == (None, [])


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("nothing=1", "nothing"),
        ("sort=sideways", "sort"),
        ("as_of=yesterday", "as_of"),
        ("as_of=2020-01-01&as_of=2021-01-01", "as_of"),
        (f"q={'x' * 101}", "q"),
        ("page=2", "page"),
        ("q=%22%25&nothing=1000000000", "nothing"),
    ],
)
def test_bad_question_is_refused_in_words(query, field):
    for name, suffix in FACES:
        response = Client().get(f"/{name}.{suffix}?{query}")
        assert response.status_code == 400
        if suffix in ("csv", "xlsx"):
            assert response["Content-Type"].startswith("text/plain")
            assert response.content.strip()
        else:
            assert field in response.json()["errors"]
            assert all(response.json()["errors"].values())


def test_junk_is_refused_before_any_work():
    many = "&".join(f"p{n}=1" for n in range(1000))
    for query in ("q=%00", many):
        assert Client().get(f"/places.csv?{query}").status_code == 400


@pytest.mark.parametrize("words", FORMULAS)
def test_text_survives_and_is_never_a_formula(words):
    """What docs/downloads.md says of taking the mark off again."""
    factories.OrganizationFactory(name=words)
    (row,) = table("/organizations.csv")
    cell = row["name"]
    signs = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0")
    assert not cell.startswith(signs) or cell == "-5"
    if cell.startswith("'") and cell.lstrip(" '").startswith(signs):
        cell = cell[1:]
    assert cell == words
    text = next(iter(sheets("/organizations.xlsx")[0][1:]))
    assert text[2] == words


def test_workbook_has_cells_of_their_own_types(record):
    rows, about = sheets("/agreements.xlsx?state=GA")
    row = dict(zip(rows[0], rows[1], strict=True))
    assert isinstance(row["id"], int)
    assert isinstance(row["status_since"], datetime)
    assert isinstance(row["latitude"], float)
    assert row["model"] is None
    assert ["State", "Georgia"] in [line[:2] for line in about]
    assert ["Rows", 1] in [line[:2] for line in about]


def test_workbook_leaves_out_signs_that_no_file_of_its_kind_can_hold():
    factories.OrganizationFactory(name="One\x0b \ufffe\uffffgroup")
    assert sheets("/organizations.xlsx")[0][1][2] == "One group"
    assert sheets("/organizations.xlsx?q=%EF%BF%BE%EF%BF%BF%0B")


def test_workbook_holds_no_formula_and_no_endless_cell(monkeypatch):
    factories.OrganizationFactory(name="=1+1", description="x" * 40_000)
    book = xlsx.response  # the file itself says that the cell is text
    assert book
    row = sheets("/organizations.xlsx")[0][1]
    assert len(max((c for c in row if isinstance(c, str)), key=len)) == xlsx.LONGEST


def test_workbook_of_too_many_rows_is_refused_in_words(record, monkeypatch):
    face = resolve("/places.xlsx").func.view_initkwargs["face"]
    monkeypatch.setitem(
        resolve("/places.xlsx").func.view_initkwargs,
        "face",
        type(face)(**{**face.__dict__, "most": 2}),
    )
    response = Client().get("/places.xlsx")
    assert response.status_code == 400
    assert "take CSV" in response.content.decode()
    assert fetched("/places.xlsx?q=zzz")


def test_points_are_where_the_places_are(record):
    found = json.loads(fetched("/statements.geojson"))
    assert found["type"] == "FeatureCollection"
    points = [feature["geometry"] for feature in found["features"]]
    assert points.count(None) == 1
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        if feature["geometry"]:
            assert feature["geometry"]["coordinates"] == [-86.8, 33.5]
            assert feature["properties"]["longitude"] == -86.8


def test_list_without_places_has_no_points():
    assert Client().get("/organizations.geojson").status_code == 404


def test_empty_list_is_a_whole_file():
    for name, suffix in FACES:
        assert ids(name, suffix, {"q": "zzz"}) == []


def test_file_is_labelled_and_not_sent_twice(record):
    for name, suffix in FACES:
        address = f"/{name}.{suffix}"
        first = Client().get(address)
        b"".join(first)
        assert first["Cache-Control"].startswith("public")
        assert first["X-Robots-Tag"] == "noindex"
        assert f'filename="{name}-2' in first["Content-Disposition"]
        assert first["Content-Disposition"].endswith(f'.{suffix}"')
        again = Client().get(address, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304


def test_file_of_a_changed_record_is_sent(record):
    first = fetched_with_tag("/votes.csv")
    RecordVersion.bump()
    after = Client().get("/votes.csv", headers={"If-None-Match": first})
    assert after.status_code == 200


def fetched_with_tag(address):
    """Return the tag of a file."""
    return Client().get(address)["ETag"]


def test_headers_alone_wait_for_no_row(record):
    for name, suffix in FACES:
        with CaptureQueriesContext(connection) as asked:
            response = Client().head(f"/{name}.{suffix}")
        assert response.status_code == 200
        assert b"".join(response) == b""
        assert "Content-Length" not in response
        assert len(asked) <= 8  # what the question takes, as on the page
        whole = Client().get(f"/{name}.{suffix}")
        assert response["Content-Type"] == whole["Content-Type"]
        assert b"".join(whole)


def test_queries_do_not_grow_with_the_rows(monkeypatch):
    def asked():
        found = {}
        for name, suffix in FACES:
            with CaptureQueriesContext(connection) as queries:
                fetched(f"/{name}.{suffix}")
            found[f"{name}.{suffix}"] = len(queries)
        return found

    many_of_everything()
    asked()  # what is remembered of the record afterwards
    few = asked()
    many_of_everything()
    asked()
    assert asked() == few
    monkeypatch.setattr(export, "FETCHED", 1)
    assert all(count > few[name] for name, count in asked().items())


def many_of_everything():
    """Enter two rows of everything, each with relations of its own."""
    for _number in range(2):
        place = factories.PlaceFactory()
        place.counties.add(factories.CountyFactory())
        place.save()
        agency = factories.AgencyFactory(jurisdiction=place)
        policy = factories.PolicyFactory(
            jurisdiction=place,
            agency=agency,
            counterparty=factories.AgencyFactory(),
            predecessor=Policy.objects.first(),
            predecessor_relation="renewal" if Policy.objects.exists() else "",
            events=[(EventKind.ADOPTED, date(2020, 1, 1))] * 2,
        )
        official = factories.OfficialFactory()
        group = factories.OrganizationFactory(jurisdiction=place)
        for where in ({"agency": agency}, {"organization": group}):
            factories.TermFactory(official=official, jurisdiction=None, **where)
        vote = factories.VoteFactory(
            policy=policy, mover=official, seconder=factories.OfficialFactory()
        )
        factories.BallotFactory.create_batch(2, vote=vote)
        statement = factories.StatementFactory(
            policy=policy,
            vote=vote,
            agency=agency,
            body=vote.body,
            speaking_place=place,
            organization=group,
        )
        factories.SignatoryFactory.create_batch(2, statement=statement)


def test_memory_does_not_grow_with_the_rows(monkeypatch):
    """A stream holds what it tells just now, whatever there is to tell."""
    state = factories.StateFactory()
    Jurisdiction.objects.bulk_create(
        Jurisdiction(
            name=f"Town {number}",
            slug=f"town-{number}",
            level=Level.MUNICIPALITY if number % 3 else Level.TOWNSHIP,
            state=state,
            geoid=f"98{number:06}",
            lookup=f"town {number} alabama al",
        )
        for number in range(5000)
    )
    with connection.cursor() as cursor:  # as a running database does by itself
        cursor.execute(f"ANALYZE {Jurisdiction._meta.db_table}")
    monkeypatch.setattr(export, "FETCHED", 100)
    peaks = []
    for query in ("?level=township", ""):
        fetched(f"/places.csv{query}")  # what is kept of the first time
        gc.collect()
        gc.freeze()  # so that collecting what comes is quick
        tracemalloc.start()
        for _piece in Client().get(f"/places.csv{query}"):
            gc.collect()  # what is held, not what waits to be collected
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        gc.unfreeze()
    assert 0 < len(table("/places.csv?level=township")) < 2500
    assert peaks[1] < peaks[0] + 500_000


def test_export_rests_while_it_works(record, monkeypatch):
    rests = []
    monkeypatch.setattr(export, "TOLD", 1)
    monkeypatch.setattr(export, "rest", rests.append)
    assert len(ids("agreements", "csv")) == 3
    assert not rests  # so few rows are told at once
    monkeypatch.setattr(export, "UNTIRED", 0)
    assert len(ids("agreements", "csv")) == 3
    assert len(rests) >= 2


def test_row_withdrawn_meanwhile_is_left_out(record, monkeypatch):
    monkeypatch.setattr(export, "FETCHED", 1)
    stream = iter(Client().get("/agreements.csv"))
    text = next(stream)
    last = Policy.objects.for_listing().last()
    last.unpublish()
    text += b"".join(stream)
    assert last.title not in text.decode()
    assert len(list(csv.reader(io.StringIO(text.decode())))) == 3


def test_text_is_of_utf8_without_a_mark(record):
    factories.OrganizationFactory(name="Peña Blanca")
    body = fetched("/organizations.csv")
    assert body.startswith(b"id,")
    assert "Peña Blanca".encode() in body


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_streamed_object_is_whole_however_its_rows_come(count):
    rows = list(range(count))
    for pieces in ([rows], [[n] for n in rows], [rows, []], [[], rows]):
        text = "".join(as_json.with_list({"a": 1}, "rows", pieces))
        assert json.loads(text) == {"a": 1, "rows": rows}


def test_every_value_is_of_its_column_kind(record):
    types = {
        Kind.TEXT: str,
        Kind.INTEGER: int,
        Kind.NUMBER: float,
        Kind.YES_NO: bool,
        Kind.DATE: str,
        Kind.LIST: list,
        Kind.ROWS: list,
    }
    for name in LISTINGS:
        columns = resolve(f"/{name}/").func.view_class.columns
        for row in json.loads(fetched(f"/{name}.json"))["rows"]:
            for column in columns:
                value = row[column.name]
                assert value is None or type(value) is types[column.kind], column
                if column.choices and isinstance(value, str):
                    assert value in column.choices.values


def test_page_offers_this_list_and_everything(record, rf):
    view = resolve("/agreements/").func.view_class
    filterset = view.filterset_class.from_request(rf.get("/?state=GA&page=2"))
    offers = offered(view, "policy-list", filterset)
    assert offers[0].this == "/agreements.csv?state=GA"
    assert offers[0].everything == "/agreements.csv"
    macro = get_template("components/export.html").template.module.export
    html = str(macro(offers, 1, 3))
    assert 'href="/agreements.csv?state=GA"' in html
    assert ">this list (1)<" in html and ">everything (3)<" in html
    assert ">this list" not in str(macro(offers, 3, 3))


def test_workbook_that_cannot_hold_a_list_is_not_offered(rf, monkeypatch):
    view = resolve("/places/").func.view_class
    filterset = view.filterset_class.from_request(rf.get("/?q=spring&as_of=2020-01-01"))
    monkeypatch.setattr(type(filterset), "total", 40_000)
    offers = offered(view, "place-list", filterset)
    assert [o.suffix for o in offers if not o.everything] == ["xlsx"]
    assert [o.this for o in offers][0] == "/places.csv?as_of=2020-01-01&q=spring"
    assert offers[0].everything == "/places.csv?as_of=2020-01-01"


def test_listing_has_an_address_for_each_face():
    view = resolve("/organizations/").func.view_class
    names = [pattern.name for pattern in listing("groups", view, name="group-list")]
    assert names == [
        "group-list",
        "group-list-csv",
        "group-list-json",
        "group-list-xlsx",
    ]


def test_day_of_a_status_is_told_only_where_a_source_dates_it():
    adopted = EventKind.ADOPTED
    dated = factories.PolicyFactory(events=[(adopted, date(2019, 1, 1))])
    undated = factories.PolicyFactory(events=[])
    factories.PolicyEventFactory(policy=undated, kind=adopted, date=None)
    undated.save()
    rows = {int(row["id"]): row for row in table("/agreements.csv")}
    told = [
        (rows[policy.pk]["status_since"], rows[policy.pk]["status_since_precision"])
        for policy in (dated, undated)
    ]
    assert told == [("2019-01-01", "day"), ("", "unknown")]
    assert rows[dated.pk]["status"] == rows[undated.pk]["status"] == "active"
