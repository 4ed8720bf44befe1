"""New rows that may be an agreement shown before: for an editor to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from policies.enums import RosterChangeKind, RosterDoubt
from policies.models import RosterRow
from policies.roster.comparing.difference import Change, Key, Line
from policies.roster.matching.agencies import Match
from policies.roster.matching.kinds import kind_of
from policies.roster.taking import admission

ODD = str(RosterDoubt.DATE_ODD)
LIKE_ONE_GONE = str(RosterDoubt.LIKE_ONE_GONE)


class Doubting:
    """What the lists have lost, and what of a new list is like it.

    `since` is the day of the list before; on a first list nothing is doubted.
    """

    def __init__(
        self,
        found: Iterable[Change],
        dropped: Iterable[Line],
        since: date | None,
        matches: Mapping[Key, Match],
    ) -> None:
        gone = [one.before for one in found if one.kind == RosterChangeKind.GONE]
        self.lost = {like(line, place_held(line)) for line in (*dropped, *gone)}
        self.since, self.matches = since, matches

    def told(self, change: Change) -> Change:
        """Return a change; one to look at if its row is new and may be an older one.

        It may if it was signed long ago, or if the lists lost one of its place, kind
        of agency and model: an agency renamed, or a day corrected between two lists.
        """
        if change.kind != RosterChangeKind.NEW or self.since is None:
            return change
        row, expected = change.after.ref, self.since - admission.LATE
        doubts = []
        if row.signed_on is not None and row.signed_on < expected:
            doubts.append(ODD)
        match = self.matches.get(change.after.key)
        place = match.place.pk if match and match.place else None
        if like(change.after, place) in self.lost - {None}:
            doubts.append(LIKE_ONE_GONE)
        if not doubts:
            return change
        row.doubts = [*dict.fromkeys([*row.doubts, *doubts])]
        return replace(change, certain=False)


def like(line: Line, place: int | None) -> tuple[object, ...] | None:
    """Return the place, kind of agency and model of a line; None without a place.

    A state has many agencies of its own, which only their names tell apart.
    """
    if place is None or line.place_type.startswith("State"):
        return None
    return place, kind_of(line.agency_name, line.place_type), line.model


def place_held(line: Line) -> int | None:
    """Return the place of the entry that a line of an earlier list is about."""
    ref = line.ref
    return (ref.entry if isinstance(ref, RosterRow) else ref).jurisdiction_id
