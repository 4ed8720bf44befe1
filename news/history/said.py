"""What a record said on a day, and what differs between two days or two changes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from config.listings.columns import Kind
from jurisdictions.bilingual import Told
from news.history.differ import (
    Piece,
    both_in_one,
    line_difference,
    shortened,
    word_difference,
)
from news.history.labels import label_of
from news.history.quiet import differing, is_loud
from news.history.recorded import COLUMN
from news.history.words import PROSE, SPEAKS_BY, Names, lines_of


@dataclass(frozen=True)
class Fact:
    """One column in words; no lines where nothing was known."""

    label: str
    lines: list[str]


@dataclass(frozen=True)
class Difference:
    """One column that says something else, in pieces of before and after.

    Of rows and lists the pieces are the lines that only the one had.
    """

    column: str
    was: list[Piece]
    now: list[Piece]
    in_lines: bool = False
    # Of prose: both texts in one, where they differ with the words around.
    merged: list[Piece] | None = None

    @property
    def label(self) -> str:
        """What the column is called."""
        return label_of(self.column)

    @property
    def words(self) -> str:
        """The difference in one line: “Status: Approved → Signed”."""
        if self.in_lines:
            lines = [_("added %(what)s") % {"what": piece.text} for piece in self.now]
            lines += [
                _("no longer %(what)s") % {"what": piece.text} for piece in self.was
            ]
            return f"{self.label}: {'; '.join(lines)}"
        was, now = (
            " ".join(piece.text for piece in pieces) or _("not recorded")
            for pieces in (self.was, self.now)
        )
        return f"{self.label}: {was} → {now}"


def said_on(changes: list[Any], day: date) -> Any:
    """Return the change after which a record said what it said on a day, or None.

    `changes` are one record's, in order. None is before anything is kept; a change
    by which the record was withdrawn means that it said nothing.
    """
    known = [change for change in changes if change.kept_from <= day]
    return known[-1] if known else None


def facts(record_type: str, told: dict[str, Any], names: Names) -> list[Fact]:
    """Return all that a record said, column by column."""
    shown = [name for name in COLUMN[record_type] if name not in SPEAKS_BY]
    return [
        Fact(label_of(name), lines_of(record_type, name, told, names))
        for name in shown
        if name in told
    ]


def differences(
    record_type: str,
    was: dict[str, Any],
    now: dict[str, Any],
    names: Names,
    only: set[str] | None = None,
) -> list[Difference]:
    """Return what differs between two things a record said, column by column.

    `only` leaves out all but some columns.
    """
    changed = differing(was, now) if only is None else only
    shown = {SPEAKS_BY.get(name, name) for name in changed}
    found = []
    for name in (name for name in COLUMN[record_type] if name in shown):
        old = lines_of(record_type, name, was, names)
        new = lines_of(record_type, name, now, names)
        differ = prose_difference if name in PROSE else line_difference
        before, after = differ(old, new)
        if any(piece.differs for piece in (*before, *after)):
            in_lines = COLUMN[record_type][name].kind in (Kind.ROWS, Kind.LIST)
            merged = None
            if name in PROSE and old and new:
                merged = shortened(both_in_one(" ".join(old), " ".join(new)))
                merged = in_language_of(merged, old, new)
            found.append(Difference(name, before, after, in_lines, merged))
    return found


def prose_difference(was: list[str], now: list[str]) -> tuple[list[Piece], list[Piece]]:
    """Return a text before and after, in pieces."""
    before, after = word_difference(" ".join(was), " ".join(now))
    return in_language_of(before, was, was), in_language_of(after, now, now)


def in_language_of(pieces: list[Piece], was: list[str], now: list[str]) -> list[Piece]:
    """Return pieces of a text that know the language of the text they are from."""
    return [
        piece._replace(text=Told(piece.text, whole.language))
        if isinstance(whole := (now if piece.is_new else was)[0], Told)
        else piece
        for piece in pieces
    ]


def news_of(change: Any, names: Names) -> list[Difference]:
    """Return what a reader would care about of what differs by one change."""
    was, now = change.before or {}, change.told
    loud = {name for name in differing(was, now) if is_loud(name, was, now)}
    return differences(change.record_type, was, now, names, loud)
