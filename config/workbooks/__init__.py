"""Read somebody else's .xlsx: measured first, then opened by a process with limits.

No domain word here; who calls knows which sheet and which columns it looks for.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

CHILD = Path(__file__).parent / "child.py"
BYTES = 10 * 1024 * 1024
SECONDS = 20
# What other files begin with that people take for a workbook.
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"


class WorkbookRefused(Exception):
    """A file that is not read; the message tells an editor why and what to do."""


@dataclass(frozen=True)
class Cell:
    """One cell: its text as printed, its day if it is one, the address behind it.

    `format` is how a day is shown, as `mmm-yy` for what was typed as 2025-03.
    """

    text: str = ""
    value: date | None = None
    link: str = ""
    format: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet: rows that print anything, by their number, as wide as they print."""

    title: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    merged: tuple[str, ...] = ()  # areas such as B2:B4, printed in their first cell


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook, cells exactly as printed.

    A day is printed as Excel shows it in the United States: 2/18/2026.

    :raises WorkbookRefused: if it is no .xlsx, is damaged, or is too large to be
        what it should be.
    """
    measure(data)
    try:
        # The child is this project's own file and gets nothing but the bytes.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(CHILD)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"OPENPYXL_LXML": "False"},  # defusedxml guards the other parser only
        )
    except subprocess.TimeoutExpired as late:
        raise WorkbookRefused(reasons()["limits"]) from late
    if done.returncode:
        raise WorkbookRefused(reasons()["limits"])
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise WorkbookRefused(reasons()[answer["refused"]])
    return tuple(table_from(sheet) for sheet in answer["sheets"])


def measure(data):
    """Refuse what is no .xlsx, or a very large one, without opening it.

    :raises WorkbookRefused: naming what the file is instead, where that shows.
    """
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        raise WorkbookRefused(_("The file is empty."))
    if len(data) > BYTES:
        raise WorkbookRefused(
            _("The file is larger than %(size)s MB.") % {"size": BYTES // 1024**2}
        )
    if start.startswith(OLD_OR_LOCKED):
        raise WorkbookRefused(
            _(
                "This is an old .xls workbook, or one with a password. Open it and "
                "save it as .xlsx without a password."
            )
        )
    if start.startswith(b"%pdf"):
        raise WorkbookRefused(_("This is a PDF, not an .xlsx workbook."))
    if start.startswith((b"<!doctype", b"<html", b"<head")):
        raise WorkbookRefused(
            _(
                "This is a web page, not an .xlsx workbook. The address may have "
                "answered with an error; download the file again."
            )
        )
    if not data.startswith(ZIP):
        raise WorkbookRefused(
            _(
                "This is not an .xlsx workbook. A text file, such as a CSV, does not "
                "become one by another name."
            )
        )


def reasons():
    """Return the words for each reason the child gives."""
    return {
        "not_workbook": _("This is a zip archive, but not an .xlsx workbook."),
        "damaged": _("The workbook is damaged; download it again."),
        "entities": _(
            "The workbook declares entities of its own, which no spreadsheet program "
            "does. It is not opened."
        ),
        "limits": _(
            "The workbook takes more memory or time to open than a table of its size "
            "should. It is not read."
        ),
        "unpacked": _(
            "The workbook unpacks to far more than its size says. It is not opened."
        ),
        "rows": _("The workbook has more than 20,000 rows."),
        "columns": _("The workbook has more than 60 columns."),
    }


def table_from(sheet):
    """Return a sheet of the child's answer."""
    return Table(
        title=sheet["title"],
        rows=tuple(
            (
                number,
                tuple(
                    Cell(text, date.fromisoformat(day) if day else None, link, shown)
                    for text, day, link, shown in cells
                ),
            )
            for number, cells in sheet["rows"]
        ),
        merged=tuple(sheet["merged"]),
    )
