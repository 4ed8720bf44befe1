"""Follow agreements from the list before to a new one, and store what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef

from policies.enums import MatchReason, RosterChangeKind, RosterKind
from policies.models import Roster, RosterChange, RosterEntry, RosterRow
from policies.roster.comparing.difference import Change, Key, Line, difference
from policies.roster.comparing.lines import READ, dropped_lines, line_from, lines_of
from policies.roster.matching.agencies import AgencyMatcher, Match
from policies.roster.reading.rows import ReadList, ReadRow
from policies.roster.taking import admission
from policies.roster.taking.doubting import ODD, Doubting

BATCH = 500
MATCHED = ("jurisdiction", "agency", "matched_by", "doubts")
# An agreement that took the place of another is an entry of its own.
BEGINNING = {
    RosterChangeKind.NEW,
    RosterChangeKind.RENEWED,
    RosterChangeKind.SWITCHED,
}
FOLLOWED = (RosterChangeKind.RENEWED, RosterChangeKind.SWITCHED)


def follow(roster: Roster, listed: ReadList, before: Roster | None) -> None:
    """Store a list's rows, tie them to entries, and store the changes to decide."""
    following = Following(roster, listed, before)
    following.find_changes()
    following.store_entries()
    following.store_rows()
    following.store_changes(listed)


@dataclass
class Tied:
    """A row of the new list, unsaved, with its key and what it matched."""

    row: RosterRow
    key: Key
    match: Match | None


class Following:
    """One new list on the list before: whose row is whose."""

    def __init__(self, roster: Roster, listed: ReadList, before: Roster | None) -> None:
        self.roster, self.before = roster, before
        self.earlier = lines_of(before)
        self.dropped = dropped_lines(roster.kind, before)
        # Of a row printed twice the first tells what its entry says.
        self.entries = {line.key: line.ref.entry for line in reversed(self.earlier)}
        self.later = {
            row.number
            for row in admission.signed_later(listed.rows, roster.published_on)
        }
        asking = {row.state for row in listed.rows if not self.is_matched(row)}
        self.matcher = AgencyMatcher(asking - {""})
        self.tied = [self.tie(row) for row in listed.rows]
        self.changes: list[Change] = []
        self.of_change: list[RosterEntry] = []
        self.fresh: list[RosterEntry] = []
        self.altered: dict[int, RosterEntry] = {}

    def tie(self, read: ReadRow) -> Tied:
        """Return a row to be stored, matched unless its entry already is."""
        row = RosterRow(
            roster=self.roster,
            number=read.number,
            printed=read.printed,
            links=read.links,
            doubts=[*read.doubts, *([ODD] if read.number in self.later else ())],
            **{name: getattr(read, name) for name in READ},
        )
        match = None if self.is_matched(read) else self.matcher.match(read)
        return Tied(row, read.key, match)

    def is_matched(self, row: ReadRow) -> bool:
        """Return whether we know of an unchanged row already what it is about."""
        entry = self.entries.get(row.key)
        return bool(entry and (entry.jurisdiction_id or entry.agency_id))

    def find_changes(self) -> None:
        """Compare the lists and tell for every row which entry it is about."""
        since = self.before.published_on if self.before else None
        lines = [line_of_tied(tied, self.entries.get(tied.key)) for tied in self.tied]
        found = difference(self.earlier, lines, self.dropped, since=since)
        matches = {tied.key: tied.match for tied in self.tied if tied.match}
        doubting = Doubting(found, self.dropped, since, matches)
        self.changes = [doubting.told(change) for change in found]
        for change in self.changes:
            entry = self.entry_of(change)
            self.of_change.append(entry)
            if change.after is not None:
                self.entries[change.after.key] = entry
        settled = set()
        for tied in self.tied:
            tied.row.entry = entry = self.entries[tied.key]
            if tied.key not in settled:
                settled.add(tied.key)
                self.update(entry, tied)

    def entry_of(self, change: Change) -> RosterEntry:
        """Return the entry a change is about, a new one where one begins."""
        if change.kind in BEGINNING:
            entry = RosterEntry(kind=self.roster.kind, first_roster=self.roster)
            self.fresh.append(entry)
            return entry
        ref = change.before.ref
        return ref if isinstance(ref, RosterEntry) else ref.entry

    def update(self, entry: RosterEntry, tied: Tied) -> None:
        """Let an entry say what its row says, and keep what an editor chose for it."""
        said = {name: getattr(tied.row, name) for name in READ}
        if tied.match and keeps_less(entry, tied):
            said |= {
                "jurisdiction_id": tied.match.place and tied.match.place.pk,
                "agency_id": tied.match.agency and tied.match.agency.pk,
                "matched_by": tied.match.reason,
                "doubts": [str(doubt) for doubt in tied.match.doubts],
            }
        differs = {
            name: value for name, value in said.items() if getattr(entry, name) != value
        }
        for name, value in differs.items():
            setattr(entry, name, value)
        entry.last_roster = self.roster
        if differs and entry.pk:
            self.altered[entry.pk] = entry

    def store_entries(self) -> None:
        """Store new entries, and what the others say now.

        Those as rows over the ones there are: when ICE adds a column, every row of a
        list changes, and an update writes each cell as a condition of its own.
        """
        RosterEntry.objects.bulk_create(self.fresh, batch_size=BATCH)
        RosterEntry.objects.bulk_create(
            self.altered.values(),
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=[*READ, *MATCHED],
        )

    def store_rows(self) -> None:
        """Store the rows, each with its entry, which this list is now the last of."""
        rows = [tied.row for tied in self.tied]
        for row in rows:
            row.entry_id = row.entry.pk
        RosterRow.objects.bulk_create(rows, batch_size=BATCH)
        RosterEntry.objects.filter(rows__roster=self.roster).update(
            last_roster=self.roster
        )

    def store_changes(self, listed: ReadList) -> None:
        """Store what is to be decided: spellings, differences, what is long absent."""
        found = [*self.spellings(listed), *self.differences()]
        RosterChange.objects.bulk_create(found, batch_size=BATCH)
        # Looks at what was just stored: who was followed is not absent.
        RosterChange.objects.bulk_create(self.delistings(), batch_size=BATCH)

    def spellings(self, listed: ReadList) -> Iterable[RosterChange]:
        """Return one decision for each spelling that nobody knows."""
        for unknown in listed.unknown:
            yield RosterChange(
                roster=self.roster,
                kind=RosterChangeKind.SYSTEMATIC,
                state=unknown.proposed if unknown.of == "state" else "",
                details={
                    "of": unknown.of,
                    "printed": unknown.printed,
                    "meaning": unknown.proposed,
                    "rows": unknown.rows,
                },
            )

    def differences(self) -> Iterable[RosterChange]:
        """Return the differences as rows to decide on."""
        returned = [
            entry
            for change, entry in zip(self.changes, self.of_change, strict=True)
            if change.kind == RosterChangeKind.RETURNED
        ]
        last = last_rows(returned, self.roster)
        for change, entry in zip(self.changes, self.of_change, strict=True):
            row = change.after.ref if change.after else None
            before = change.before.ref if change.before else None
            if isinstance(before, RosterEntry):
                before = last.get(entry.pk)
            yield RosterChange(
                roster=self.roster,
                kind=change.kind,
                entry=entry,
                before=before,
                row=row,
                state=(row or before or entry).state,
                details=change.details,
                certain=change.certain,
            )

    def delistings(self) -> Iterable[RosterChange]:
        """Return a decision for each entry that so many lists in a row are without.

        Once for an absence, and not for what another agreement took the place of. An
        application off the list of pending ones was decided, or is on the other list:
        nothing to tell.
        """
        if self.roster.kind == RosterKind.PENDING:
            return
        lists = Roster.objects.of_kind(self.roster.kind).reverse()
        without = list(lists[: settings.ICE_LISTS_BEFORE_DELISTED])
        if len(without) < settings.ICE_LISTS_BEFORE_DELISTED:
            return
        told = RosterChange.objects.filter(
            entry=OuterRef("pk"),
            kind=RosterChangeKind.DELISTED,
            roster__gt=OuterRef("last_roster"),
        )
        followed = RosterChange.objects.filter(
            before__entry=OuterRef("pk"), kind__in=FOLLOWED
        )
        gone = list(
            RosterEntry.objects.filter(kind=self.roster.kind)
            .exclude(last_roster__in=without)
            .exclude(Exists(told) | Exists(followed))
            .order_by("pk")
        )
        last = last_rows(gone, self.roster)
        for entry in gone:
            yield RosterChange(
                roster=self.roster,
                kind=RosterChangeKind.DELISTED,
                entry=entry,
                before=last.get(entry.pk),
                state=entry.state,
            )


def line_of_tied(tied: Tied, entry: RosterEntry | None) -> Line:
    """Return a row of the new list as the difference sees it."""
    if tied.match is None:
        return line_from(
            tied.row, entry.agency_id, tied.row.number, doubtful=bool(tied.row.doubts)
        )
    return line_from(
        tied.row,
        tied.match.agency.pk if tied.match.agency else None,
        tied.row.number,
        doubtful=bool(tied.row.doubts or tied.match.doubts),
    )


def keeps_less(entry: RosterEntry, tied: Tied) -> bool:
    """Return whether what a row matched tells more than what its entry has."""
    if entry.matched_by == MatchReason.EDITOR:
        return False
    if entry.state != tied.row.state:
        return True
    nothing = entry.jurisdiction_id is None and entry.agency_id is None
    return nothing or bool(tied.match.place or tied.match.agency)


def last_rows(entries: Iterable[RosterEntry], roster: Roster) -> dict[int, RosterRow]:
    """Return the newest row, of lists before this one, of some entries."""
    rows = RosterRow.objects.filter(entry__in=[entry.pk for entry in entries])
    return {
        row.entry_id: row
        for row in rows.exclude(roster=roster).order_by(
            "roster__published_on", "roster__edition", "-number"
        )
    }
