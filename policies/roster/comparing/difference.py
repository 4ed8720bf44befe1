"""What changed from one of ICE's lists to the next, told from their lines alone.

ICE gives its rows no id. What equal keys leave over is paired by rules, the surest
first; a pairing that is not the only one possible is not made. The order of the
lines means nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from jurisdictions.derive import fold_name
from policies.enums import RosterChangeKind
from policies.roster.comparing.likeness import alike, slip_of_the_pen

# Cells that may change while the agreement stays the same.
EDITABLE = ("county_name", "place_type", "moa_url", "addendum_url")
# An agreement signed anew so soon is rather a day corrected: for an editor to say.
SOON = 60

Key = tuple[str, str, str, date | None]


@dataclass(frozen=True)
class Line:
    """A row as the difference sees it; `ref` is the caller's own, never looked at.

    `agency` is what tells that two names are known to mean one agency: its id.
    `doubtful` says that an editor should look before anything is taken over.
    """

    state: str
    agency_name: str
    model: str
    signed_on: date | None = None
    county_name: str = ""
    place_type: str = ""
    moa_url: str = ""
    addendum_url: str = ""
    agency: int | None = None
    doubtful: bool = False
    number: int = 0
    ref: object = field(default=None, compare=False)

    @cached_property
    def name(self) -> str:
        """The agency's name as it is compared."""
        return fold_name(self.agency_name)

    @property
    def key(self) -> Key:
        """What two lists have in common of an agreement that nobody touched."""
        return self.state, self.name, self.model, self.signed_on

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells beside the key."""
        return tuple(getattr(self, name) for name in EDITABLE)


@dataclass(frozen=True)
class Change:
    """One difference. `details` is {field: [was, is]}, days written as ISO does."""

    kind: str
    before: Line | None
    after: Line | None
    details: dict[str, list[str]] = field(default_factory=dict)
    certain: bool = False


def difference(
    before: Sequence[Line],
    after: Sequence[Line],
    dropped: Sequence[Line] = (),
    *,
    since: date | None = None,
) -> list[Change]:
    """Return what changed between two lists, in the order of their rows.

    `dropped` is what earlier lists showed and the list before did not. `since` is the
    day of the list before: a signature after it is a new one, not a corrected one.
    Without it, the newest signature on that list stands for its day.
    """
    comparing = Comparing(before, after, since)
    comparing.pair_equal()
    comparing.pair_returned(dropped)
    comparing.pair_signed()
    comparing.pair_renamed()
    comparing.pair_moved()
    comparing.pair_switched()
    return comparing.told()


class Comparing:
    """Two lists, what of them has no counterpart yet, and the changes found."""

    def __init__(
        self, before: Sequence[Line], after: Sequence[Line], since: date | None
    ) -> None:
        self.gone, self.new = once(before, after), once(after, before)
        days = [line.signed_on for line in before if line.signed_on]
        self.since = since or max(days, default=None)
        self.changes: list[Change] = []

    def pair_equal(self) -> None:
        """Pair lines of one key; what else of the row changed is an edit."""
        for key in self.gone.keys() & self.new.keys():
            was, now = self.gone.pop(key), self.new.pop(key)
            if details := differing(was, now, EDITABLE):
                edited = Change(RosterChangeKind.EDITED, was, now, details, True)
                self.changes.append(edited)

    def pair_returned(self, dropped: Iterable[Line]) -> None:
        """Recognize what earlier lists showed and the list before did not."""
        for line in sorted(dropped, key=in_order):
            if line.key in self.new:
                now = self.new.pop(line.key)
                details = differing(line, now, EDITABLE)
                certain = not now.doubtful
                returned = Change(
                    RosterChangeKind.RETURNED, line, now, details, certain
                )
                self.changes.append(returned)

    def pair_signed(self) -> None:
        """Pair lines of one agency and model under another signature."""

        def shared(line: Line) -> Hashable:
            return line.state, line.name, line.model

        for gone, new in self.left_by(shared):
            slips = only_pairs(gone, new, self.is_slip)
            rest = [line for line in gone if line not in [was for was, _ in slips]]
            came = [line for line in new if line not in [now for _, now in slips]]
            for was, now in slips + only_pairs(rest, came, lambda was, now: True):
                self.change(self.kind_of_signature(was, now), was, now, "signed_on")

    def is_slip(self, was: Line, now: Line) -> bool:
        """Return whether two signatures differ as a mistyped day does."""
        return slip_of_the_pen(was.signed_on, now.signed_on)

    def kind_of_signature(self, was: Line, now: Line) -> str:
        """Return whether another signature is a new one or the same put right."""
        if was.signed_on is None or now.signed_on is None or self.is_slip(was, now):
            return RosterChangeKind.EDITED
        later = now.signed_on > max(was.signed_on, self.since or was.signed_on)
        return RosterChangeKind.RENEWED if later else RosterChangeKind.EDITED

    def pair_renamed(self) -> None:
        """Pair lines that differ in the agency's name, and mean one agency."""

        def known(line: Line) -> Hashable:
            return line.agency and (line.state, line.agency, line.model, line.signed_on)

        def signed(line: Line) -> Hashable:
            return line.state, line.model, line.signed_on

        for gone, new in self.left_by(known):
            for was, now in only_pairs(gone, new, lambda was, now: True):
                self.change(RosterChangeKind.RENAMED, was, now, "agency_name")
        for gone, new in self.left_by(signed):
            for was, now in only_pairs(gone, new, same_agency):
                self.change(RosterChangeKind.RENAMED, was, now, "agency_name")

    def pair_moved(self) -> None:
        """Pair lines of one agency, model and signature printed under another state."""

        def moved(line: Line) -> Hashable:
            return line.signed_on and (line.name, line.model, line.signed_on)

        for gone, new in self.left_by(moved):
            for was, now in only_pairs(gone, new, lambda was, now: True):
                self.change(RosterChangeKind.EDITED, was, now, "state")

    def pair_switched(self) -> None:
        """Pair lines of one agency when one model took the place of another."""

        def shared(line: Line) -> Hashable:
            return line.state, line.name

        for gone, new in self.left_by(shared):
            for was, now in only_pairs(gone, new, lambda was, now: True):
                self.change(RosterChangeKind.SWITCHED, was, now, "model", "signed_on")

    def left_by(
        self, shared: Callable[[Line], Hashable]
    ) -> list[tuple[list[Line], list[Line]]]:
        """Return the lines left of both lists by what they share, where both have."""
        groups: dict[Hashable, tuple[list[Line], list[Line]]]
        groups = defaultdict(lambda: ([], []))
        for side, lines in enumerate((self.gone, self.new)):
            for line in sorted(lines.values(), key=in_order):
                if line.name and (same := shared(line)):
                    groups[same][side].append(line)
        return [group for group in groups.values() if all(group)]

    def change(self, kind: str, was: Line, now: Line, *fields: str) -> None:
        """Record that one line became another, with every cell that differs."""
        del self.gone[was.key], self.new[now.key]
        details = differing(was, now, (*fields, *EDITABLE))
        certain = not now.doubtful and self.is_plain(kind, was, now)
        self.changes.append(Change(kind, was, now, details, certain))

    def is_plain(self, kind: str, was: Line, now: Line) -> bool:
        """Return whether what became of a line leaves nothing to weigh."""
        if kind == RosterChangeKind.RENAMED:
            known = was.agency is not None and was.agency == now.agency
            return known or alike(was.name, now.name, strictly=True)
        if kind == RosterChangeKind.RENEWED and was.signed_on and now.signed_on:
            return (now.signed_on - was.signed_on).days > SOON
        return was.state == now.state and now.signed_on is not None

    def told(self) -> list[Change]:
        """Return all changes: what has no counterpart is new, or is gone."""
        fresh = [
            Change(RosterChangeKind.NEW, None, line, certain=not line.doubtful)
            for line in self.new.values()
        ]
        missing = [
            Change(RosterChangeKind.GONE, line, None) for line in self.gone.values()
        ]
        return sorted([*self.changes, *fresh, *missing], key=place_in_list)


def once(lines: Iterable[Line], others: Iterable[Line]) -> dict[Key, Line]:
    """Return lines by key: of one printed twice, that which the other list has too."""
    elsewhere = {(line.key, line.cells) for line in others}
    found: dict[Key, Line] = {}
    for line in sorted(lines, key=in_order):
        kept = found.setdefault(line.key, line)
        if (kept.key, kept.cells) not in elsewhere >= {(line.key, line.cells)}:
            found[line.key] = line
    return found


def only_pairs(
    gone: Sequence[Line], new: Sequence[Line], fits: Callable[[Line, Line], bool]
) -> list[tuple[Line, Line]]:
    """Return the pairs of which neither line fits any other."""
    fitting = {was.key: [now for now in new if fits(was, now)] for was in gone}
    wanted = [now.key for found in fitting.values() for now in found]
    return [
        (was, fitting[was.key][0])
        for was in gone
        if len(fitting[was.key]) == 1 and wanted.count(fitting[was.key][0].key) == 1
    ]


def same_agency(was: Line, now: Line) -> bool:
    """Return whether two names, printed for one signature, may mean one agency."""
    return alike(was.name, now.name, strictly=was.signed_on is None)


def differing(was: Line, now: Line, fields: Iterable[str]) -> dict[str, list[str]]:
    """Return {field: [was, is]} of the cells that differ, as text."""
    return {
        name: [said(getattr(was, name)), said(getattr(now, name))]
        for name in fields
        if said(getattr(was, name)) != said(getattr(now, name))
    }


def said(value: str | date | None) -> str:
    """Return a cell as text; a missing day is empty."""
    return value.isoformat() if isinstance(value, date) else value or ""


def in_order(line: Line) -> tuple[int, str, str, str, str, tuple[str, ...]]:
    """Return the key by which lines have one order, whatever order they came in."""
    return (
        line.number,
        line.state,
        line.name,
        line.model,
        said(line.signed_on),
        line.cells,
    )


def place_in_list(change: Change) -> tuple[object, ...]:
    """Return where a change stands: by its row of the new list, else of the old."""
    line = change.after or change.before
    return (change.after is None, *in_order(line)) if line else ()
