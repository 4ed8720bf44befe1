"""The changes of a list in the order in which an editor goes through them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from jurisdictions.derive import fold_name
from policies.enums import RosterChangeKind, RosterDecision

ORDER = {kind: number for number, kind in enumerate(RosterChangeKind.values)}


@dataclass(frozen=True)
class Outlined:
    """As much of a change as sorts it into a section and a group.

    A group is a state; of edits it is the cells that changed, joined by a plus.
    """

    pk: int
    kind: str
    state: str
    decision: str
    certain: bool
    name: str = ""
    number: int = 0
    cells: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided the change yet."""
        return self.decision == RosterDecision.OPEN

    @property
    def is_left_out(self) -> bool:
        """Whether somebody decided not to take the change over."""
        return self.decision == RosterDecision.REFUSED

    @property
    def group(self) -> str:
        """What the change is grouped by within its section."""
        return "+".join(self.cells) if self.cells else self.state

    @property
    def place(self) -> tuple[int, str, str, int, int]:
        """Where the change stands among all of its list."""
        return ORDER[self.kind], self.group, self.state, self.number, self.pk


@dataclass(frozen=True)
class Narrowing:
    """Which changes are looked at: all that a field says nothing about."""

    section: str = ""
    state: str = ""
    cell: str = ""
    decision: str = ""
    certain: str = ""  # "yes", or "no" for what needs a look
    q: str = ""

    def fits(self, change: Outlined) -> bool:
        """Return whether a change is among those looked at."""
        words = fold_name(self.q).split()
        name = fold_name(change.name) if words else ""
        return (
            self.section in ("", change.kind)
            and self.state in ("", change.state)
            and (not self.cell or self.cell in change.cells)
            and self.decision in ("", change.decision)
            and (not self.certain or change.certain == (self.certain == "yes"))
            and all(word in name for word in words)
        )


@dataclass(frozen=True)
class Scope:
    """What one button decides: a section or group of what is looked at, as counted."""

    section: str = ""
    group: str | None = None
    certain: bool = False
    count: int = 0

    def __str__(self) -> str:
        group = "*" if self.group is None else self.group
        return "|".join(
            [self.section or "*", group, "certain" if self.certain else "all"]
            + [str(self.count)]
        )

    @classmethod
    def read(cls, text: str) -> Scope:
        """Return the scope that a button sent.

        :raises ValueError: if no button of ours sends that.
        """
        section, group, which, count = text.split("|")
        if which not in ("certain", "all"):
            raise ValueError(text)
        return cls(
            "" if section == "*" else RosterChangeKind(section).value,
            None if group == "*" else group,
            which == "certain",
            int(count),
        )

    def of(self, changes: Iterable[Outlined]) -> list[Outlined]:
        """Return the open changes it is about."""
        return [
            change
            for change in changes
            if change.is_open
            and self.section in ("", change.kind)
            and self.group in (None, change.group)
            and (change.certain or not self.certain)
        ]


@dataclass
class Group:
    """Some changes of one kind, under one heading."""

    kind: str
    group: str
    rows: list = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    label: str = ""


@dataclass
class Section:
    """All changes of one kind: what became of them, and those on the page."""

    kind: str
    counts: Counter = field(default_factory=Counter)
    certain: Scope = field(default_factory=Scope)
    all: Scope = field(default_factory=Scope)
    groups: list[Group] = field(default_factory=list)
    effect: str = ""

    @property
    def label(self) -> str:
        """The name of the kind of change."""
        return RosterChangeKind(self.kind).label

    @property
    def definition(self) -> str:
        """What the kind of change is."""
        return RosterChangeKind(self.kind).definition

    @property
    def open(self) -> int:
        """How many nobody has decided."""
        return self.counts[RosterDecision.OPEN]

    @property
    def accepted(self) -> int:
        """How many were taken over."""
        return self.counts[RosterDecision.ACCEPTED]

    @property
    def left_out(self) -> int:
        """How many were left out."""
        return self.counts[RosterDecision.REFUSED]


def told(changes: Iterable[Outlined]) -> list[Section]:
    """Return the sections of a list that have changes, with their counts."""
    sections: dict[str, Section] = {}
    for change in sorted(changes, key=lambda change: change.place):
        section = sections.setdefault(change.kind, Section(change.kind))
        section.counts[change.decision] += 1
        section.counts["certain"] += change.certain and change.is_open
    return list(sections.values())


def paged(shown: Sequence[Outlined], page: Sequence[Outlined]) -> list[Section]:
    """Return the sections and groups of a page, with what their buttons decide.

    `shown` is everything looked at, in order, and `page` the part of it on the page:
    a button of a group decides the whole group, not only what the page has of it.
    """
    found = []
    for kind, changes in groupby(page, lambda change: change.kind):
        section = Section(kind, all=counted(shown, Scope(kind)))
        section.certain = counted(shown, Scope(kind, certain=True))
        for name, rows in groupby(changes, lambda change: change.group):
            scope = counted(shown, Scope(kind, name))
            section.groups.append(Group(kind, name, list(rows), scope))
        found.append(section)
    return found


def counted(changes: Iterable[Outlined], scope: Scope) -> Scope:
    """Return a scope with the number of changes that it is about."""
    number = len(scope.of(changes))
    return Scope(scope.section, scope.group, scope.certain, number)
