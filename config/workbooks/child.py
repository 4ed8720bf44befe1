"""Open a workbook given on standard input and print its cells as JSON.

Runs as a process of its own (see `config.workbooks`), without Django: a file that
exhausts memory or time ends this process and nothing else.
"""

import io
import json
import re
import resource
import sys
import zipfile
from datetime import date, datetime

import openpyxl
from defusedxml import DefusedXmlException

MEMORY = 256 * 1024 * 1024
CPU_SECONDS = 5
MEMBERS = 200
UNPACKED = 50 * 1024 * 1024
RATIO = 100
ROWS = 20_000
COLUMNS = 60
HYPERLINK = re.compile(r'^=HYPERLINK\("([^"]*)"(?:\s*,\s*"([^"]*)")?\)$', re.IGNORECASE)


class Refused(Exception):
    """Carries the word for the reason."""


def main():
    """Print what the workbook holds, or the word for why it is not read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


def answer(data):
    """Return the sheets, or the reason why there are none."""
    try:
        return {"sheets": sheets(data)}
    except Refused as reason:
        return {"refused": str(reason)}
    except Exception as error:  # noqa: BLE001 - damaged files make openpyxl fail so
        return {"refused": reason_of(error)}


def reason_of(error):
    """Return the word for what went wrong; openpyxl wraps one error in another."""
    while error is not None:
        if isinstance(error, DefusedXmlException):
            return "entities"
        if isinstance(error, MemoryError):
            return "limits"
        error = error.__cause__ or error.__context__
    return "damaged"


def sheets(data):
    """Return each sheet's title and the rows that print anything.

    :raises Refused: if the archive or a sheet is not within limits.
    """
    measure(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    computed = {}
    if any(cell.data_type == "f" for sheet in book.worksheets for cell in held(sheet)):
        # Formulas: what the program that saved the file showed for them.
        again = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        computed = {sheet.title: sheet for sheet in again.worksheets}
    return [
        {
            "title": sheet.title,
            "rows": rows(sheet, computed.get(sheet.title)),
            "merged": [str(area) for area in sheet.merged_cells.ranges],
        }
        for sheet in book.worksheets
    ]


def measure(data):
    """Check what the archive says it unpacks to; zipfile unpacks no more than that.

    :raises Refused: if it is not a workbook's, or larger than a list would be.
    """
    members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MEMBERS or unpacked > UNPACKED or unpacked > RATIO * len(data):
        raise Refused("unpacked")
    if "[Content_Types].xml" not in {member.filename for member in members} or not any(
        member.filename.startswith("xl/") for member in members
    ):
        raise Refused("not_workbook")


def held(sheet):
    """Return the cells a sheet holds, without making those it lacks.

    A format on the last row of a sheet would make a million of them.
    """
    return [cell for cell in sheet._cells.values() if cell.value is not None]


def rows(sheet, computed):
    """Return [number, cells] of the rows with any text, cells from column A on.

    :raises Refused: if there are more rows or columns than a list has.
    """
    found = {}
    for cell in held(sheet):
        found.setdefault(cell.row, {})[cell.column] = printed(cell, computed)
    if len(found) > ROWS:
        raise Refused("rows")
    if max((max(cells) for cells in found.values()), default=0) > COLUMNS:
        raise Refused("columns")
    nothing = ["", None, "", ""]
    return [
        [number, [cells.get(column, nothing) for column in range(1, max(cells) + 1)]]
        for number, cells in sorted(found.items())
    ]


def printed(cell, computed):
    """Return a cell's text, its day in ISO form or None, its address and its format.

    The format is told of a day only: it may show the month alone.
    """
    value = cell.value
    link = address(cell)
    if cell.data_type == "f":
        formula = HYPERLINK.match(str(value))
        value = computed[cell.coordinate].value if computed else None
        if formula:
            link = link or formula[1]
            value = formula[2] or formula[1] if value is None else value
    if isinstance(value, date):
        shown = f"{value.month}/{value.day}/{value.year}"
        if isinstance(value, datetime) and value.time() != datetime.min.time():
            shown = f"{shown} {value:%H:%M}"
        return [shown, f"{value:%Y-%m-%d}".zfill(10), link, cell.number_format]
    return [text_of(value), None, link, ""]


def text_of(value):
    """Return a value as a spreadsheet prints it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def address(cell):
    """Return the address behind a cell as it is written, its fragment too."""
    link = getattr(cell, "hyperlink", None)
    if link is None:
        return ""
    target, location = link.target or "", link.location or ""
    return f"{target}#{location}" if location else target


if __name__ == "__main__":
    main()
