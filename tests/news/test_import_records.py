"""Records by spreadsheet: what each row would do, and that it does exactly that."""

import os
import subprocess
import sys
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry, Revision

from jurisdictions.models import Organization
from news.models import Citation, Outlet, Source
from news.models.review import may_publish
from news.spreadsheets import entering
from news.spreadsheets.entering import NotEntered
from news.spreadsheets.examination import Outcome
from policies.models import Policy, PolicyEvent, Vote
from tests import factories
from tests.house.tree import ROOT
from tests.news.sheets import (
    POLICY,
    STORY,
    as_csv,
    as_xlsx,
    entered,
    looked_at,
    refusals,
)

pytestmark = pytest.mark.django_db

TABLES = (Citation, Organization, Outlet, Policy, PolicyEvent, Revision, Source, Vote)


@pytest.fixture
def mobile():
    """A city with a council, a member and a police department."""
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    factories.BodyFactory(jurisdiction=place, name="City Council")
    factories.AgencyFactory(jurisdiction=place, name="Mobile Police Department")
    member = factories.OfficialFactory(given_name="Ada", family_name="Lane")
    factories.TermFactory(official=member, jurisdiction=place)
    return place


@pytest.fixture
def editor():
    """Somebody who enters sheets."""
    return get_user_model().objects.create_user("ada")


def everything():
    """Return how many rows there are of what sheets make."""
    return [model.objects.count() for model in TABLES]


def outcomes(findings):
    """Return what becomes of each row."""
    return [finding.outcome for finding in findings]


def words_of(finding):
    """Return all that a preview says of a row, on one line."""
    said = [str(fault) for fault in finding.faults] + finding.notes
    said += [f"{row.what}: {row.was} → {row.now}" for row in finding.changes]
    return " | ".join(said)


VOTE = {
    "place": "us/al/mobile",
    "body": "city council",
    "motion": "Approve the agreement",
    "date": "2025-03-04",
    "result": "Passed",
    "yes_count": "5",
    "yes_members": "Ada Lane; Bo Roe",
    "no_members": "C. Day",
    **STORY,
}
ORGANIZATION = {
    "name": "Neighbors United",
    "kind": "advocacy",
    "place": "AL",
    "abbreviations": "NU; N.U. Inc",
    **STORY,
}
STATEMENT = {
    "place": "150000",  # a spreadsheet has dropped the zero
    "title": "Lane defends it",
    "kind": "quote",
    "summary": "She says that it keeps residents safe.",
    "official": "Ada Lane",
    "date": "2025",
    "concerns": "trust; Safety",
    **STORY,
}
ROWS = {
    "policies": POLICY,
    "votes": VOTE,
    "organizations": ORGANIZATION,
    "statements": STATEMENT,
}


@pytest.mark.usefixtures("mobile")
class TestRow:
    @pytest.mark.parametrize("kind", ROWS)
    def test_is_entered_as_the_preview_says_and_once(self, kind, editor):
        before = everything()
        seen = looked_at(kind, ROWS[kind], user=editor)
        assert outcomes(seen) == [Outcome.CREATE]
        assert everything() == before

        done = entered(kind, ROWS[kind], user=editor)
        assert words_of(done[0]) == words_of(seen[0])
        record = done[0].record
        assert not record.live
        assert record.latest_revision.user == editor
        assert not may_publish(record, editor)
        assert record.citations.get().quote == "signed on Tuesday"
        assert ModelLogEntry.objects.filter(
            user=editor, action="wagtail.create", object_id=str(record.pk)
        ).exists()

        after = everything()
        again = entered(kind, ROWS[kind], user=editor)
        assert outcomes(again) == [Outcome.DUPLICATE]
        assert again[0].existing == record.pk
        assert everything() == after

    def test_tells_a_policy_with_its_events(self):
        entered("policies", POLICY)
        policy = Policy.objects.get()
        told = [(e.kind, str(e.date), e.date_precision) for e in policy.events.all()]
        assert told == [
            ("lea_signed", "2025-03-04", "day"),
            ("ice_signed", "2025-03-01", "month"),
        ]
        assert all(event.citations.count() == 1 for event in policy.events.all())
        assert policy.status == "signed"

    def test_tells_a_vote_with_the_members_that_are_named(self):
        [finding] = entered("votes", VOTE)
        vote = Vote.objects.get()
        assert [str(ballot) for ballot in vote.ballots.all()] == [
            "Ada Lane: Yes",
            "Bo Roe: Yes",
            "C. Day: No",
        ]
        assert [b.official_id is None for b in vote.ballots.all()] == [
            False,
            True,
            True,
        ]
        assert (vote.yes_count, vote.no_count) == (5, None)
        assert "“Bo Roe”: kept as printed" in words_of(finding)

    def test_never_makes_names_from_a_count(self):
        assert "is no name" in refusals("votes", VOTE | {"yes_members": "5"})[0]

    def test_drafts_a_source_once_for_all_rows(self):
        other = POLICY | {"type": "other_agreement", "model": ""}
        del other["source_title"]
        entered("policies", POLICY, other)
        source = Source.objects.get(title="Council signs")
        assert (source.title, str(source.date), source.live) == (
            "Council signs",
            "2025-03-05",
            False,
        )
        assert source.outlet.name == "The Mobile Ledger"
        assert source.latest_revision

    def test_cites_a_source_that_is_known(self):
        known = factories.SourceFactory(url="http://www.ledger.example/agreement/")
        [finding] = entered("policies", POLICY)
        assert {
            row.source for row in Citation.objects.filter(policy=finding.record)
        } == {known}
        assert "on record with another" in words_of(finding)

    def test_never_cites_another_source_than_it_names(self):
        known = factories.SourceFactory(url="https://ledger.example/other")
        row = POLICY | {"source": str(known.pk)}
        assert "at another address" in refusals("policies", row)[0]
        [finding] = looked_at("policies", row | {"source_url": known.url})
        assert finding.outcome == Outcome.CREATE
        assert "on record with another" in words_of(finding)

    def test_cites_a_paper_without_an_address(self):
        paper = POLICY | {"source_url": ""}
        entered("policies", paper)
        assert outcomes(entered("policies", paper)) == [Outcome.DUPLICATE]
        assert Source.objects.get(title="Council signs").url == ""


@pytest.mark.usefixtures("mobile")
class TestChange:
    def test_names_the_record_and_waits_for_a_second_reader(self, editor):
        policy = factories.PolicyFactory(title="As it was", summary="Kept")
        row = {
            "record": str(policy.pk),
            "title": "As it is",
            "event_1": "effective",
            "event_1_date": "2025-04",
            **STORY,
        }
        [seen] = looked_at("policies", row)
        assert seen.outcome == Outcome.UPDATE
        assert "Title: As it was → As it is" in words_of(seen)
        assert "Event:  → In force 2025-04" in words_of(seen)
        entered("policies", row, user=editor)
        policy.refresh_from_db()
        draft = policy.get_latest_revision_as_object()
        assert (policy.title, policy.live) == ("As it was", True)
        assert policy.events.count() == 0
        assert (draft.title, draft.summary) == ("As it is", "Kept")
        assert [str(event.date) for event in draft.events.all()] == ["2025-04-01"]
        assert draft.citations.count() == policy.citations.count() + 1
        policy.latest_revision.publish()
        policy.refresh_from_db()
        assert (policy.title, policy.status) == ("As it is", "active")
        assert outcomes(looked_at("policies", row)) == [Outcome.DUPLICATE]

    def test_gives_an_event_that_is_there_its_note_in_spanish(self):
        [made] = entered("policies", POLICY | {"event_1_note": "By hand."})
        row = POLICY | {"record": str(made.record.pk), "event_1_note_es": "A mano."}
        [seen] = looked_at("policies", row)
        assert "By hand. → " in words_of(seen)
        assert "By hand. · A mano." in words_of(seen)
        [finding] = entered("policies", row)
        event = finding.record.get_latest_revision_as_object().events.first()
        assert (event.note, event.note_es) == ("By hand.", "A mano.")

    def test_says_when_an_event_is_there_with_another_date(self):
        [made] = entered("policies", POLICY)
        row = {"record": str(made.record.pk), "event_1": "lea_signed", **STORY}
        [finding] = looked_at("policies", row | {"event_1_date": "2025-03"})
        assert "another “Signed by the local side”" in words_of(finding)
        [finding] = looked_at("policies", row | {"event_1_date": "2025-03-04"})
        assert finding.outcome == Outcome.DUPLICATE
        assert not finding.notes

    def test_gives_a_member_another_vote_and_keeps_the_others(self):
        [made] = entered("votes", VOTE)
        row = {"record": str(made.record.pk), "no_members": "Bo Roe", **STORY}
        [finding] = entered("votes", row)
        assert "Member's vote: Bo Roe: Yes → Bo Roe: No" in words_of(finding)
        assert [str(ballot) for ballot in Vote.objects.get().ballots.all()] == [
            "Ada Lane: Yes",
            "Bo Roe: No",
            "C. Day: No",
        ]

    def test_knows_a_member_who_was_printed_before_we_had_an_entry(self, mobile):
        [made] = entered("votes", VOTE)
        member = factories.OfficialFactory(given_name="Bo", family_name="Roe")
        factories.TermFactory(official=member, jurisdiction=mobile)
        row = {"record": str(made.record.pk), "yes_members": "Bo Roe", **STORY}
        assert outcomes(looked_at("votes", row)) == [Outcome.DUPLICATE]
        [finding] = entered("votes", row | {"yes_members": "", "no_members": "BO ROE"})
        assert "Member's vote: Bo Roe: Yes → Bo Roe: No" in words_of(finding)
        assert Vote.objects.get().ballots.count() == 3

    def test_tells_of_a_draft_that_waits_already(self, editor):
        policy = factories.PolicyFactory()
        policy.summary = "Somebody else's"
        policy.save_revision()
        row = {"record": str(policy.pk), "title": "Other", **STORY}
        [finding] = entered("policies", row, user=editor)
        assert "changes wait to be published already" in words_of(finding)
        policy.refresh_from_db()
        draft = policy.get_latest_revision_as_object()
        assert (draft.title, draft.summary) == ("Other", "Somebody else's")
        assert policy.summary != draft.summary

    def test_of_one_record_comes_in_one_row(self):
        [made] = entered("policies", POLICY)
        row = {"record": str(made.record.pk), "title": "Other", **STORY}
        found = looked_at("policies", row, row | {"title": "Third"})
        assert outcomes(found) == [Outcome.UPDATE, Outcome.ERROR]

    def test_leaves_a_locked_record_alone(self):
        policy = factories.PolicyFactory(locked=True)
        row = {"record": str(policy.pk), "title": "Other", **STORY}
        assert "locked" in refusals("policies", row)[0]


@pytest.mark.usefixtures("mobile")
class TestDuplicate:
    def test_waits_for_a_decision(self):
        [made] = entered("policies", POLICY)
        row = POLICY | {"title": "Agreement of the police"}
        [finding] = looked_at("policies", row)
        assert finding.outcome == Outcome.LIKELY
        assert f"#{made.record.pk} Mobile, Alabama: 287(g) agreement" in words_of(
            finding
        )
        with pytest.raises(NotEntered, match="correct the rows"):
            entered("policies", row)
        assert outcomes(entered("policies", row | {"is_new": "yes"})) == [
            Outcome.CREATE
        ]
        assert outcomes(looked_at("policies", row)) == [Outcome.DUPLICATE]

    def test_is_found_within_the_file(self):
        found = looked_at("policies", POLICY, POLICY | {"title": "Other"}, POLICY)
        assert outcomes(found) == [Outcome.CREATE, Outcome.LIKELY, Outcome.ERROR]
        assert "says the same as row 2" in words_of(found[2])
        other = POLICY | {"title": "Other", "is_new": "yes"}
        found = looked_at("policies", POLICY, other, other)
        assert outcomes(found) == [Outcome.CREATE, Outcome.CREATE, Outcome.ERROR]
        assert "says the same as row 3" in words_of(found[2])

    def test_is_found_under_another_name(self):
        entered("organizations", ORGANIZATION)
        row = {"name": "n.u. inc", **STORY}
        assert outcomes(looked_at("organizations", row)) == [Outcome.LIKELY]

    @pytest.mark.parametrize(
        ("kind", "change"),
        [
            ("votes", {"motion": "approve the Agreement.", "result": "failed"}),
            ("statements", {"title": "In other words"}),
        ],
    )
    def test_is_the_same_motion_or_speaker_that_day(self, kind, change):
        entered(kind, ROWS[kind])
        assert outcomes(looked_at(kind, ROWS[kind] | change)) == [Outcome.LIKELY]


REFUSED = [
    ("policies", {"title": ""}, "title: A new record needs this."),
    ("policies", {"source_url": "", "source_title": ""}, "Every row cites a source"),
    ("policies", {"source_url": "ledger.example"}, "is no web address"),
    ("policies", {"source": "99"}, "no source with the id 99"),
    ("policies", {"record": "99"}, "with the id 99"),
    ("policies", {"record": "x"}, "is no id of a record"),
    ("policies", {"place": "Mobile"}, "could be in any state"),
    ("policies", {"place": "Mobil, AL"}, "Did you mean “Mobile”?"),
    ("policies", {"place": "0199999"}, "No place has the GEOID"),
    ("policies", {"place": "Mobile, ZZ"}, "There is no state “ZZ”"),
    ("policies", {"type": "287h"}, "Did you mean “287g”?"),
    ("policies", {"model": ""}, "A 287(g) agreement has a model"),
    ("policies", {"agency": "Mobile Police Dept"}, "Mobile Police Department”?"),
    ("policies", {"event_2": ""}, "but not what happened"),
    ("policies", {"event_1_date": "3/4/2025"}, "is no date"),
    ("policies", {"title": "#REF!"}, "“#REF!” is what a failed formula shows"),
    ("policies", {"title": "x" * 201}, "201 characters, and 200 at most"),
    ("policies", {"source_supports": "weather"}, "none of the choices"),
    ("votes", {"body": "Senate"}, "has no body “Senate”"),
    ("votes", {"mover": "Bo Roe"}, "No official of Mobile, Alabama is called"),
    ("votes", {"policy": "no-such"}, "has no agreement or policy at “no-such”"),
    ("votes", {"no_members": "Ada Lane"}, "“Ada Lane” votes twice"),
    ("votes", {"no_members": "BO ROE"}, "“BO ROE” votes twice"),
    ("votes", {"no_members": "x" * 200}, "at most 120 characters"),
    ("statements", {"official": ""}, "Say who speaks"),
    ("statements", {"organization": "Unheard Of"}, "import or enter it first"),
    ("statements", {"concerns": "traffic"}, "none of the choices"),
]


@pytest.mark.usefixtures("mobile")
@pytest.mark.parametrize(("kind", "change", "words"), REFUSED)
def test_what_is_not_certain_is_refused_in_words(kind, change, words):
    row = {name: text for name, text in (ROWS[kind] | change).items() if text}
    assert words in " | ".join(refusals(kind, row))


def test_place_of_two_is_named_with_geoids(mobile):
    factories.CountyFactory(name="Mobile County", geoid="01097")
    [words] = refusals("policies", POLICY)
    assert "0150000 (Mobile, Alabama" in words
    assert "01097 (Mobile County" in words
    found = looked_at("policies", POLICY | {"place": "Mobile County, Alabama"})
    assert found[0].record.jurisdiction.geoid == "01097"


def test_place_that_is_one_with_another_leads_there(mobile):
    factories.CountyFactory(name="Mobile County", geoid="01097", one_with=mobile)
    for name in ("01097", "us/al/mobile-county", "Mobile County, AL", "0150000"):
        [finding] = looked_at("policies", POLICY | {"place": name})
        assert finding.record.jurisdiction == mobile


def test_official_of_elsewhere_is_found_by_address(mobile):
    elsewhere = factories.OfficialFactory(given_name="Di", family_name="Fox")
    assert (
        f"{elsewhere.slug} (Di Fox)" in refusals("votes", VOTE | {"mover": "Di Fox"})[0]
    )
    assert (
        looked_at("votes", VOTE | {"mover": elsewhere.slug})[0].record.mover
        == elsewhere
    )


@pytest.mark.usefixtures("mobile")
class TestSheet:
    def test_with_one_wrong_row_writes_nothing(self):
        before = everything()
        with pytest.raises(NotEntered):
            entered("policies", POLICY, POLICY | {"type": "nonsense"})
        assert everything() == before

    def test_that_fails_half_way_writes_nothing(self, monkeypatch):
        before, draft = everything(), entering.draft

        def draft_some(record, user):
            if isinstance(record, Policy):
                raise RuntimeError
            draft(record, user)

        monkeypatch.setattr(entering, "draft", draft_some)
        with pytest.raises(RuntimeError):
            entered("policies", POLICY)
        assert everything() == before


@pytest.mark.usefixtures("mobile")
class TestCommand:
    def run(self, *arguments, **options):
        said = StringIO()
        call_command("import_records", *map(str, arguments), stdout=said, **options)
        return said.getvalue()

    @pytest.mark.parametrize("written", [as_csv, as_xlsx])
    def test_previews_then_writes_then_finds_all_there(self, tmp_path, editor, written):
        file = tmp_path / "sheet"
        file.write_bytes(written(POLICY))
        assert "row 2: Create: Mobile" in self.run("policies", file, dry_run=True)
        assert not Policy.objects.exists()
        assert "Written as drafts: 1" in self.run("policies", file, user="ada")
        assert Policy.objects.get().latest_revision.user == editor
        assert "Duplicate: nothing to write: 1" in self.run("policies", file)

    def test_fails_in_words_with_nothing_written(self, tmp_path):
        file = tmp_path / "sheet"
        for data, options, words in (
            (as_csv(POLICY | {"type": "x"}), {}, "Nothing is written"),
            (as_csv(POLICY | {"type": "x"}), {"dry_run": True}, "Some rows stop"),
            (b"", {}, "is empty"),
            (as_csv(POLICY), {"user": "nobody"}, "no account “nobody”"),
        ):
            file.write_bytes(data)
            with pytest.raises(CommandError, match=words):
                self.run("policies", file, **options)
        with pytest.raises(CommandError, match="cannot be read"):
            self.run("policies", tmp_path)
        assert not Policy.objects.exists()

    def test_writes_a_template_over_nothing(self, tmp_path):
        file = tmp_path / "votes.csv"
        self.run("votes", file, empty=True)
        assert file.read_text("utf-8-sig").startswith("record,is_new,place,body")
        with pytest.raises(CommandError, match="cannot be written"):
            self.run("votes", file, empty=True)


def test_sheet_killed_half_way_leaves_the_database_whole(
    migrated_before, django_db_setup, tmp_path
):
    """Killed before each fifth of its statements, and before the commit."""
    if migrated_before is None:
        pytest.skip("kills a process over a file of SQLite's")
    database = tmp_path / "record.sqlite3"
    database.write_bytes(migrated_before.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "tests.news.killing"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "killed 5 times, whole each time; then taken\n"
