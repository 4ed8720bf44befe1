"""The files of the whole record: whole, the same each time, and nothing of a draft."""

import csv
import gc
import hashlib
import io
import json
import os
import signal
import sqlite3
import tracemalloc
import zipfile
from datetime import date
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.downloads import folder, path_of, sets_held
from jurisdictions.models import RecordVersion
from news.bulk import making, reading
from news.bulk.making import make
from news.bulk.tables import RECORDS, REGISTRIES, every_table
from policies.enums import EventKind
from policies.models import Policy
from tests import factories
from tests.policies.test_pages_queries import record_of

pytestmark = pytest.mark.django_db

CANARY = "Zyzzyva"
NAMES = [table.name for table in every_table()]


@pytest.fixture(autouse=True)
def downloads(settings, tmp_path):
    """Let the files lie in a folder of the test's own."""
    settings.DOWNLOADS_ROOT = tmp_path / "downloads"
    settings.SERVE_DOWNLOADS = True
    return settings.DOWNLOADS_ROOT


@pytest.fixture
def record():
    """Return a small record with a row in every table."""
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    official = factories.OfficialFactory()
    factories.TermFactory(official=official, jurisdiction=place)
    organization = factories.OrganizationFactory(jurisdiction=place, name="=1+1")
    policy = factories.PolicyFactory(
        jurisdiction=place, events=[(EventKind.ADOPTED, date(2021, 1, 1))]
    )
    factories.PolicyFactory(
        jurisdiction=place, predecessor=policy, predecessor_relation="renewal"
    )
    vote = factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=place), policy=policy
    )
    factories.BallotFactory(vote=vote, official=official)
    statement = factories.StatementFactory(
        jurisdiction=place, policy=policy, vote=vote, official=official
    )
    factories.StatementFactory(jurisdiction=place, disputes=statement)
    factories.ConcernFactory(statement=statement, detail="Fear", detail_es="Miedo")
    factories.SignatoryFactory(statement=statement, organization=organization)
    factories.SignatoryFactory(
        statement=statement, official=official, organization=None
    )
    factories.CitationFactory(jurisdiction=place, quote="of the place")
    force = factories.AgencyFactory(jurisdiction=place, name="Police of Mobile")
    policy.agency = factories.AgencyFactory(
        jurisdiction=place, name="Jail of Mobile", parent=force
    )
    policy.save()
    factories.AgencyFactory(jurisdiction=place, name="Named nowhere")
    factories.PolicyRoleFactory(policy=policy, official=official)
    case = factories.CourtCaseFactory(jurisdiction=place, policy=policy)
    factories.CasePartyFactory(case=case, agency=force)
    factories.CaseEventFactory(case=case)
    factories.PlaceFactory(name="Nothing happened here")
    return policy


def made(**options):
    """Make a set by the command and return the newest."""
    said = io.StringIO()
    call_command("export_record", verbosity=0, stdout=said, **options)
    return sets_held()[0], said.getvalue()


def archive(held):
    """Return the zip of a set."""
    return zipfile.ZipFile(folder() / held.files[0].name)


def rows_of(held, name):
    """Return the rows of a table in the zip."""
    text = archive(held).read(f"{name}.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def base(held):
    """Return a connection to the SQLite file of a set."""
    return sqlite3.connect(folder() / held.files[2].name)


def test_all_files_have_the_same_rows(record):
    held, _said = made()
    whole = json.loads((folder() / held.files[1].name).read_text())
    database = base(held)
    for name in NAMES:
        rows = rows_of(held, name)
        assert len(rows) == held.counts[name] > 0, name
        found = database.execute(f"SELECT id FROM {name}").fetchall()  # noqa: S608
        assert sorted(int(row["id"]) for row in rows) == sorted(i for (i,) in found)
        if name in whole:
            assert [row["id"] for row in whole[name]] == [
                int(row["id"]) for row in rows
            ]
    (first, _second) = whole["policies"]
    assert [event["kind"] for event in first["events"]] == [EventKind.ADOPTED]
    assert first["citations"]
    assert whole["as_of"] == timezone.localdate().isoformat()
    database.close()


def test_places_are_those_that_something_refers_to(record):
    held, _said = made()
    names = {row["name"] for row in rows_of(held, "places")}
    assert {"Mobile", "Alabama"} <= names
    assert "Nothing happened here" not in names


def test_agencies_are_those_referred_to_and_what_they_are_part_of(record):
    held, _said = made()
    names = {row["name"] for row in rows_of(held, "agencies")}
    assert {"Jail of Mobile", "Police of Mobile"} <= names
    assert "Named nowhere" not in names


def test_outlets_are_those_that_published_a_source(record):
    herald = factories.OutletFactory(name="The Herald", owner="A family")
    factories.SourceFactory(outlet=herald)
    factories.OutletFactory(name="Published nothing")
    held, _said = made()
    database = base(held)
    joined = database.execute(
        "SELECT outlets.name, owner FROM sources "
        "JOIN outlets ON outlets.id = sources.outlet_id"
    ).fetchall()
    database.close()
    assert ("The Herald", "A family") in joined
    assert "Published nothing" not in {row["name"] for row in rows_of(held, "outlets")}


def test_command_says_how_many_of_the_records_it_has_read(record):
    said = io.StringIO()
    call_command("export_record", stdout=said)
    (held,) = sets_held()
    records = sum(held.counts[kind.table.name] for kind in RECORDS)
    assert f"Records: {records} of {records} rows" in said.getvalue()
    assert f"{held.name}: {held.rows:,} rows" in said.getvalue()


def test_database_opens_and_its_keys_lead_somewhere(record):
    held, _said = made()
    database = base(held)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = database.execute("PRAGMA foreign_key_list(citations)").fetchall()
    assert {key[2] for key in keys} >= {"policies", "events", "sources", "places"}
    types = {row[1]: row[2] for row in database.execute("PRAGMA table_info(policies)")}
    assert (types["id"], types["title"], types["latitude"]) == (
        "INTEGER",
        "TEXT",
        "REAL",
    )
    joined = database.execute(
        "SELECT count(*) FROM events JOIN policies ON policies.id = policy_id "
        "JOIN places ON places.id = policies.place_id"
    )
    assert joined.fetchone() == (1,)
    (text,) = database.execute("SELECT sources FROM policies").fetchone()
    assert isinstance(json.loads(text), list)
    told = dict(database.execute('SELECT "column", about FROM columns').fetchall())
    assert told["title"]
    database.close()


def test_citation_leads_to_one_source_and_one_row(record):
    held, _said = made()
    targets = [key for key in rows_of(held, "citations")[0] if key.endswith("_id")]
    for row in rows_of(held, "citations"):
        assert row["source_id"]
        assert len([1 for key in targets if row[key]]) == 2


def test_package_describes_the_tables_as_they_are(record):
    """What Frictionless' table schema asks, as far as these tables use it."""
    held, _said = made()
    package = json.loads(archive(held).read("datapackage.json"))
    assert package["profile"] == "tabular-data-package"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert [resource["name"] for resource in package["resources"]] == NAMES
    fields = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in package["resources"]
    }
    for resource in package["resources"]:
        body = archive(held).read(resource["path"])
        assert len(body) == resource["bytes"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        rows = rows_of(held, resource["name"])
        assert list(rows[0]) == fields[resource["name"]]
        schema = resource["schema"]
        assert schema["primaryKey"] == "id"
        assert len({row["id"] for row in rows}) == len(rows)
        for key in schema["foreignKeys"]:
            other = key["reference"]["resource"] or resource["name"]
            assert key["reference"]["fields"] in fields[other]
            known = {row["id"] for row in rows_of(held, other)} | {""}
            assert {row[key["fields"]] for row in rows} <= known
        for field in schema["fields"]:
            assert field["description"]
            for row in rows:
                check(field, row[field["name"]])


def check(field, text):
    """Assert that the text of a cell is of its column's type."""
    rules = field.get("constraints", {})
    if text == "":
        assert not rules.get("required")
        return
    readers = {"integer": int, "number": float, "date": date.fromisoformat}
    readers |= {"boolean": ["true", "false"].index, "string": str}
    readers[field["type"]](text)
    assert text in rules.get("enum", [text]), field["name"]


def test_formula_is_marked_in_tables_only(record):
    held, _said = made()
    assert [row["name"] for row in rows_of(held, "organizations")] == ["'=1+1"]
    database = base(held)
    assert database.execute("SELECT name FROM organizations").fetchone() == ("=1+1",)
    database.close()


def test_sums_and_manifest_are_of_the_files(record):
    version = RecordVersion.current()
    held, _said = made()
    assert held.version == version
    assert held.day == timezone.localdate()
    lines = (folder() / held.sums).read_text().splitlines()
    for file, line in zip(held.files, lines, strict=True):
        body = (folder() / file.name).read_bytes()
        assert line == f"{hashlib.sha256(body).hexdigest()}  {file.name}"
        assert (file.bytes, file.sha256) == (len(body), line[:64])
    readme = archive(held).read("README.md").decode()
    assert f"| `policies.csv` | {held.counts['policies']} |" in readme
    assert "CC BY 4.0" in archive(held).read("LICENCE.txt").decode()


def test_same_record_makes_the_same_files(record, tmp_path):
    day = timezone.localdate()
    first, is_new = make(tmp_path / "a", day, 3)
    second, _is_new = make(tmp_path / "b", day, 3)
    assert is_new
    assert first.files == second.files


def test_unchanged_record_makes_no_second_set(record):
    first, _said = made()
    again, said = made()
    assert "nothing changed" in said
    assert sets_held() == [first] == [again]


def test_changed_record_of_a_day_gets_a_name_of_its_own(record):
    first, _said = made()
    before = (folder() / first.files[0].name).read_bytes()
    record.title = "Renamed"
    record.save()
    second, _said = made()
    assert second.name == f"{first.name}-2"
    assert (folder() / first.files[0].name).read_bytes() == before
    assert [held.name for held in sets_held()] == [second.name, first.name]


def test_oldest_sets_go(record, settings):
    for number in range(3):
        record.title = f"Renamed {number}"
        record.save()
        made(keep=2)
    names = [held.name for held in sets_held()]
    assert len(names) == 2
    assert names[0].endswith("-3")
    known = {name for held in sets_held() for name in held.names}
    assert {path.name for path in folder().iterdir()} == known | {".lock"}
    with pytest.raises(CommandError):
        made(keep=0)


def test_new_set_makes_pages_new(record):
    tag = Client().get("/data/")["ETag"]
    made()
    assert Client().get("/data/", headers={"If-None-Match": tag}).status_code == 200


def test_only_one_command_makes_a_set(record):
    folder().mkdir()
    with making.alone(folder()), pytest.raises(CommandError):
        made()


@pytest.mark.parametrize("move", [0, 1, 3, 4])
def test_killed_command_leaves_the_set_before_whole(record, move):
    first, _said = made()
    record.title = "Renamed"
    record.save()
    child = os.fork()
    if child == 0:
        die_at(move)
        make(folder(), timezone.localdate(), 1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert sets_held() == [first]
    for file in first.files:
        body = (folder() / file.name).read_bytes()
        assert hashlib.sha256(body).hexdigest() == file.sha256
    second, _said = made(keep=5)
    assert second.name == f"{first.name}-2"
    known = {name for held in sets_held() for name in held.names}
    assert {path.name for path in folder().iterdir()} == known | {".lock"}


def die_at(move):
    """Let this process be killed at one of the moves into place."""
    replace, count = os.replace, iter(range(10))

    def moved(*paths):
        if next(count) == move:
            os.kill(os.getpid(), signal.SIGKILL)
        replace(*paths)

    making.os.replace = moved


def test_nothing_of_a_draft_is_in_any_file(record):
    place, hidden = record.jurisdiction, {"draft": True, "citation": None}
    outlet = factories.OutletFactory(name=CANARY, draft=True)
    source = factories.SourceFactory(title=CANARY, outlet=outlet, draft=True)
    official = factories.OfficialFactory(family_name=CANARY, **hidden)
    group = factories.OrganizationFactory(name=CANARY, **hidden)
    agency = factories.AgencyFactory(jurisdiction=place, name=CANARY, **hidden)
    body = factories.BodyFactory(jurisdiction=place, name=CANARY, **hidden)
    county = factories.CountyFactory(name=CANARY, draft=True)
    draft = factories.PolicyFactory(jurisdiction=place, title=CANARY, **hidden)
    vote = factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=place), motion=CANARY, **hidden
    )
    place.counties.add(county)
    place.save()
    record.agency, record.counterparty = agency, agency
    record.conflicts_with.add(draft)
    factories.PolicyRoleFactory(policy=record, official=official)
    case = factories.CourtCaseFactory(jurisdiction=place, policy=draft)
    factories.CasePartyFactory(case=case, agency=agency, name="The county")
    factories.AgencyFactory(jurisdiction=place, parent=agency)
    factories.BodyFactory(jurisdiction=place, parent=body)
    factories.PolicyEventFactory(policy=record, vote=vote)
    record.predecessor, record.predecessor_relation = draft, "renewal"
    record.save()
    factories.CitationFactory(policy=record, source=source, quote=CANARY)
    factories.VoteFactory(body=body, motion=CANARY)
    shown = factories.VoteFactory(
        body=vote.body, policy=draft, mover=official, seconder=official
    )
    factories.BallotFactory(vote=shown, official=official)
    statement = factories.StatementFactory(
        jurisdiction=place,
        policy=draft,
        vote=vote,
        official=official,
        organization=group,
        agency=agency,
        body=body,
        disputes=factories.StatementFactory(title=CANARY, **hidden),
    )
    factories.SignatoryFactory(statement=statement, organization=group)
    factories.TermFactory(
        official=factories.OfficialFactory(), jurisdiction=None, agency=agency
    )
    private = factories.SourceFactory(outlet=outlet)
    private.text = private.editorial_note = f"{CANARY} in full"
    private.save()
    held, _said = made()
    assert {row["conflicts_with_ids"] for row in rows_of(held, "policies")} == {""}
    assert {row["name"] for row in rows_of(held, "parties")} >= {"The county"}
    for file in held.files:
        body = (folder() / file.name).read_bytes()
        assert CANARY.encode() not in body, file.name
    for name in archive(held).namelist():
        assert CANARY.encode() not in archive(held).read(name), name


def test_queries_do_not_grow_with_the_record():
    asked = []
    for size in (2, 5):
        with transaction.atomic():
            record_of(size)
            with CaptureQueriesContext(connection) as queries:
                told = list(reading.entries(timezone.localdate()))
            asked.append(len(queries))
            transaction.set_rollback(True)
        assert {entry.name for entry in told} == {
            kind.table.name for kind in (*REGISTRIES, *RECORDS)
        }
    assert asked[0] == asked[1]


def test_memory_does_not_grow_with_the_record(tmp_path, monkeypatch):
    """What is held, without what Python's collector has not come to yet."""
    place = factories.PlaceFactory()
    day, peaks, told = timezone.localdate(), [], count()

    def tell(entry):
        if next(told) % 100 == 0:
            gc.collect()

    monkeypatch.setattr(reading, "FETCHED", 50)
    for turn, size in enumerate((200, 1000)):
        Policy.objects.bulk_create(
            Policy(
                jurisdiction=place,
                type="other",
                title=f"Pact {turn} {number}",
                slug=f"pact-{turn}-{number}",
                summary="What it does. " * 20,
                direction="adds",
            )
            for number in range(size)
        )
        gc.collect()
        gc.freeze()  # so that collecting what comes is quick
        tracemalloc.start()
        make(tmp_path / str(turn), day, 1, tell)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        gc.unfreeze()
    assert peaks[1] < peaks[0] * 1.5


def test_page_offers_the_newest_set_and_those_before(record):
    empty = Client().get("/data/").content.decode()
    assert "No file of the whole record has been made here yet." in empty
    first, _said = made()
    record.title = "Renamed"
    record.save()
    second, _said = made()
    page = Client().get("/data/").content.decode()
    for held in (first, second):
        for file in held.files:
            assert f'href="/data/downloads/{file.name}"' in page
    assert second.files[0].sha256 in page
    assert first.files[0].sha256 not in page


def test_file_is_served_whole_and_as_a_file(record):
    held, _said = made()
    for name in held.names:
        response = Client().get(f"/data/downloads/{name}")
        assert b"".join(response) == (folder() / name).read_bytes()
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert "immutable" in response["Cache-Control"]
        assert response["Content-Security-Policy"].endswith("sandbox")


@pytest.mark.parametrize(
    "name",
    [
        "../settings.py",
        "..%2f..%2fmanage.py",
        "%2e%2e/manage.py",
        "/etc/passwd",
        ".lock",
        "stray.zip",
        "nothing.zip",
        "local-record.zip%00",
    ],
)
def test_nothing_else_is_served(record, name):
    made()
    (folder() / "stray.zip").write_text("not ours")
    assert path_of(name) is None
    assert Client().get(f"/data/downloads/{name}").status_code in (400, 404)


def test_web_server_serves_files_unless_told_otherwise(record, settings):
    held, _said = made()
    settings.SERVE_DOWNLOADS = False
    address = f"/data/downloads/{held.files[0].name}"
    assert Client().get(address).status_code == 404


def test_every_column_of_the_downloads_is_explained():
    page = Client().get("/data/columns/").content.decode()
    for table in (kind.table for kind in (*REGISTRIES, *RECORDS)):
        for column in table.fields:
            assert f"<code>{column.name}</code>" in page
