"""From the bytes of a workbook to the sheet with ICE's list on it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from config import workbooks
from config.workbooks import Cell

# Printed in every era of ICE's lists; a sheet without them is none.
NEEDED = frozenset({"STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE"})
# A title or a note may stand above the headings.
ROWS_ABOVE = 10

__all__ = ["Cell", "ListRefused", "Sheet", "read_workbook"]


class ListRefused(Exception):
    """A list that is not taken; the message tells an editor why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """ICE's list as a sheet prints it: headings, and (number, cells) of each row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_workbook(data: bytes) -> Sheet:
    """Return the first sheet that has the headings of ICE's lists.

    :raises ListRefused: if the file is no workbook we can open, or has no such sheet.
    """
    try:
        tables = workbooks.read_workbook(data)
    except workbooks.WorkbookRefused as refusal:
        raise ListRefused(str(refusal)) from refusal
    for table in tables:
        for place, (_number, cells) in enumerate(table.rows[:ROWS_ABOVE]):
            headings = tuple(heading_of(cell.text) for cell in cells)
            if set(headings) >= NEEDED:
                return sheet_below(headings, table.rows[place + 1 :])
    raise ListRefused(
        _(
            "No sheet of the workbook has the headings of ICE's lists (%(headings)s). "
            "Is it another workbook?"
        )
        % {"headings": ", ".join(sorted(NEEDED))}
    )


def heading_of(text: str) -> str:
    """Return a heading as the lists print it: capitals, single spaces."""
    return " ".join(text.upper().split())


def sheet_below(headings, rows):
    """Return the headings and rows, all as wide as the widest of them.

    :raises ListRefused: if there is none.
    """
    if not rows:
        raise ListRefused(_("The list has headings, but no row under them."))
    width = max(len(headings), *(len(cells) for _number, cells in rows))
    return Sheet(
        (*headings, *[""] * (width - len(headings))),
        tuple(
            (number, (*cells, *(Cell() for _missing in range(width - len(cells)))))
            for number, cells in rows
        ),
    )
