"""A list is taken whole: rows as printed, entries followed, changes to decide."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from jurisdictions.models import RecordVersion
from news.models import Source
from policies.enums import MatchReason, RosterChangeKind, RosterDoubt, SpellingOf
from policies.models import (
    Roster,
    RosterEntry,
    RosterSpelling,
)
from policies.roster.reading.workbook import ListRefused
from tests.factories import CountyFactory, StateFactory
from tests.house.tree import ROOT
from tests.workbooks import JEM, PENDING, TFM, WSO, pending, signed, take, workbook

TYE, LEONARD, BRANSON = (
    signed("Tye Police Department", date(2025, 3, 4)),
    signed("Leonard Police Department", date(2025, 3, 4), model=JEM),
    signed("Branson Police Department", date(2025, 3, 4), model=WSO),
)
ADDRESS = "https://www.ice.gov/doclib/participatingAgencies03172025.xlsx"


def on(day, *rows, **given):
    """Take a list of a day in April 2025."""
    return take(*rows, name=f"participatingAgencies04{day:02}2025.xlsx", **given)


def kinds(roster):
    """Return the kinds of a list's changes with the agencies they are about."""
    rows = roster.changes.order_by("kind", "pk").select_related("entry")
    return [(row.kind, row.entry and row.entry.agency_name) for row in rows]


@pytest.mark.django_db
class TestFirstList:
    def test_rows_are_kept_as_printed_with_their_reading(self):
        link = "https:/www.ice.gov/tye.pdf"
        row = TYE | {"STATE": "TEXAS ", "MOA": ("link ", link), "COUNTY": "#N/A"}
        stored = on(1, row).rows.get()
        assert stored.number == 2
        assert stored.printed == {
            "STATE": "TEXAS ",
            "LAW ENFORCEMENT AGENCY": "Tye Police Department",
            "TYPE": "County",
            "COUNTY": "#N/A",
            "SUPPORT TYPE": TFM,
            "SIGNED": "3/4/2025",
            "MOA": "link ",
            "ADDENDUM": "",
        }
        assert stored.links == {"MOA": link}
        assert (stored.state, stored.county_name) == ("TX", "")
        assert stored.moa_url == "https://www.ice.gov/tye.pdf"
        assert stored.signed_on == date(2025, 3, 4)

    def test_list_is_a_published_source(self):
        version = RecordVersion.current()
        roster = on(1, TYE, url=ADDRESS)
        source = Source.objects.published().get(pk=roster.source_id)
        assert source.title == "ICE's list of participating agencies, April 1, 2025"
        assert (source.date, source.url) == (date(2025, 4, 1), ADDRESS)
        assert source.slug == "ices-list-of-participating-agencies-april-1-2025"
        assert RecordVersion.current() > version
        with pytest.raises(ListRefused, match="already have a source at the address"):
            on(2, TYE, url=ADDRESS)

    def test_every_row_is_new_and_says_what_it_is_about(self):
        county = CountyFactory(state=StateFactory(usps="AL"), name="Greene County")
        sheriff = signed("Greene County Sheriff's Office")
        roster = on(1, sheriff, signed("Nowhere University"))
        assert [kind for kind, _name in kinds(roster)] == [RosterChangeKind.NEW] * 2
        found, lost = RosterEntry.objects.order_by("pk")
        assert (found.jurisdiction, found.matched_by) == (
            county,
            MatchReason.COUNTY_NAME,
        )
        assert lost.doubts == [RosterDoubt.NO_PLACE_OF_ITS_OWN]
        certain = dict(roster.changes.values_list("entry", "certain"))
        assert certain == {found.pk: True, lost.pk: False}

    def test_row_printed_twice_is_one_entry(self):
        roster = on(1, TYE, TYE)
        assert (roster.rows.count(), roster.changes.count()) == (2, 1)
        assert RosterEntry.objects.get().rows.count() == 2

    def test_misspelt_state_is_one_decision(self):
        rows = [row | {"STATE": "PENNSLYVANIA"} for row in (TYE, LEONARD)]
        roster = on(1, *rows)
        asked = roster.changes.get(kind=RosterChangeKind.SYSTEMATIC)
        assert (asked.state, asked.entry) == ("PA", None)
        assert asked.details == {
            "of": "state",
            "printed": "PENNSLYVANIA",
            "meaning": "PA",
            "rows": 2,
        }
        assert set(RosterEntry.objects.values_list("state", flat=True)) == {"PA"}

    def test_spelling_that_was_decided_is_not_asked_again(self):
        RosterSpelling.objects.create(
            of=SpellingOf.STATE, printed="pennslyvania", meaning="PA"
        )
        roster = on(1, TYE | {"STATE": "PENNSLYVANIA"})
        assert not roster.changes.filter(kind=RosterChangeKind.SYSTEMATIC).exists()
        assert roster.rows.get().doubts == []


@pytest.mark.django_db
class TestNextList:
    def test_agreement_keeps_its_entry_through_corrections(self):
        first = on(1, TYE, LEONARD)
        before = dict(first.rows.values_list("agency_name", "entry"))
        second = on(
            2,
            TYE | {"COUNTY": "Taylor County", "STATE": "Alabama "},
            LEONARD | {"LAW ENFORCEMENT AGENCY": "Leonard  Police Dept"},
        )
        assert kinds(second) == [
            (RosterChangeKind.EDITED, "Tye Police Department"),
            (RosterChangeKind.RENAMED, "Leonard Police Dept"),
        ]
        entries = RosterEntry.objects.in_bulk()
        assert set(entries) == set(before.values())
        assert entries[before["Tye Police Department"]].county_name == "Taylor County"
        assert {entry.first_roster for entry in entries.values()} == {first}
        assert {entry.last_roster for entry in entries.values()} == {second}

    def test_renewal_is_an_agreement_of_its_own(self):
        (old,) = on(1, TYE).rows.all()
        roster = on(20, TYE | {"SIGNED": date(2025, 4, 15)})
        change = roster.changes.get()
        assert change.kind == RosterChangeKind.RENEWED
        assert change.before == old
        assert change.entry == change.row.entry != old.entry

    def test_what_is_not_on_a_list_is_told_and_keeps_its_entry(self):
        on(1, TYE, LEONARD, *many())
        roster = on(2, TYE, *many())
        change = roster.changes.get()
        assert change.kind == RosterChangeKind.GONE
        assert (change.entry, change.row) == (change.before.entry, None)
        assert change.entry.last_roster.published_on == date(2025, 4, 1)

    def test_new_row_signed_long_ago_is_doubted(self):
        on(1, TYE)
        roster = on(2, TYE, signed("Leonard Police Department", date(2024, 3, 4)))
        change = roster.changes.get()
        assert change.row.doubts == [RosterDoubt.DATE_ODD]
        assert not change.certain

    def test_row_like_one_that_is_gone_is_doubted(self):
        CountyFactory(name="Clay County", state__usps="AL")
        jail = "Clay County Detention Center"
        on(1, TYE, signed("Clay County Jail", date(2025, 3, 4)))
        roster = on(2, TYE, signed(jail, date(2025, 4, 1)))
        fresh = roster.changes.get(kind=RosterChangeKind.NEW)
        assert fresh.row.doubts == [RosterDoubt.LIKE_ONE_GONE]
        assert not fresh.certain
        other = on(3, TYE, signed(jail, date(2025, 4, 1)), signed(jail, model=WSO))
        assert other.changes.get().certain

    def test_agreement_absent_from_three_lists_is_no_longer_listed_once(self, settings):
        settings.ICE_LISTS_BEFORE_DELISTED = 3
        on(1, TYE, LEONARD, *many())
        entry = RosterEntry.objects.get(agency_name="Leonard Police Department")
        for day in (2, 3):
            delisted = on(day, TYE, *many()).changes.filter(kind="delisted")
            assert not delisted.exists()
        change = on(4, TYE, *many()).changes.get()
        assert (change.kind, change.entry) == (RosterChangeKind.DELISTED, entry)
        assert change.before.roster.published_on == date(2025, 4, 1)
        assert not on(5, TYE, *many()).changes.exists()
        roster = on(6, TYE, LEONARD, BRANSON, *many())
        change = roster.changes.get(kind=RosterChangeKind.RETURNED)
        assert change.entry == entry
        assert change.row.entry == entry
        assert change.before.roster.published_on == date(2025, 4, 1)

    def test_agreement_that_was_renewed_is_not_called_delisted(self, settings):
        settings.ICE_LISTS_BEFORE_DELISTED = 1
        on(1, TYE)
        roster = on(20, TYE | {"SIGNED": date(2025, 4, 15)})
        assert kinds(roster) == [(RosterChangeKind.RENEWED, "Tye Police Department")]

    def test_place_known_only_later_is_found(self):
        sheriff = signed("Greene County Sheriff's Office")
        on(1, sheriff)
        assert RosterEntry.objects.get().jurisdiction is None
        county = CountyFactory(state=StateFactory(usps="AL"), name="Greene County")
        on(2, sheriff)
        entry = RosterEntry.objects.get()
        assert (entry.jurisdiction, entry.doubts) == (county, [])

    def test_place_an_editor_chose_stays(self):
        on(1, TYE)
        county = CountyFactory(state=StateFactory(usps="AL"), name="Greene County")
        RosterEntry.objects.update(jurisdiction=county, matched_by=MatchReason.EDITOR)
        on(2, TYE | {"LAW ENFORCEMENT AGENCY": "Tye Police Dept"})
        assert RosterEntry.objects.get().jurisdiction == county

    def test_pending_agencies_are_followed_apart(self):
        on(1, TYE)
        roster = take(
            pending("Tye Police Department"),
            headings=PENDING,
            name="pendingAgencies04022025.xlsx",
        )
        assert kinds(roster) == [(RosterChangeKind.NEW, "Tye Police Department")]
        assert RosterEntry.objects.count() == 2


def many():
    """Return so many rows that one more or less is no falling back."""
    return [signed(f"Town {n} Police Department") for n in range(20)]


@pytest.mark.django_db
class TestCommand:
    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "participatingAgencies04012025.xlsx"
        path.write_bytes(workbook([TYE, LEONARD]))
        return path

    def test_counts_of_changes_are_printed(self, path, capsys):
        call_command("import_roster", path)
        said = capsys.readouterr().out
        assert "ICE's list of participating agencies, April 1, 2025: 2 rows." in said
        assert "2 New" in said
        assert Roster.objects.get().file_name == path.name

    def test_dry_run_says_what_changed_and_stores_nothing(self, path, capsys):
        before = RecordVersion.current()
        call_command("import_roster", path, "--dry-run")
        said = capsys.readouterr().out
        assert "2 New" in said
        assert "nothing was stored" in said
        assert not Roster.objects.exists()
        assert not Source.objects.exists()
        assert RecordVersion.current() == before

    def test_refused_list_ends_the_command_with_the_reason(self, path):
        call_command("import_roster", path)
        with pytest.raises(CommandError, match="not taken. We hold this very file"):
            call_command("import_roster", path)

    def test_missing_file_ends_the_command(self, tmp_path):
        with pytest.raises(CommandError, match="No such file"):
            call_command("import_roster", tmp_path / "none.xlsx")


def test_list_killed_half_way_twenty_times_leaves_the_database_whole(
    migrated_before, django_db_setup, tmp_path
):
    """Killed before each twentieth of its statements, and before the commit."""
    if migrated_before is None:
        pytest.skip("kills a process over a file of SQLite's")
    database = tmp_path / "record.sqlite3"
    database.write_bytes(migrated_before.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "tests.policies.killing"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "killed 20 times, whole each time; then taken\n"
