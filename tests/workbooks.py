"""Small workbooks as ICE publishes them, and spoiled ones, written by the tests."""

import io
import zipfile
from datetime import date, datetime
from unittest.mock import patch

from openpyxl import Workbook

from policies.roster.reading.workbook import Cell, Sheet
from policies.roster.taking.lists import take_list

# The headings of each era, as ICE printed them.
SCRAPED = ("STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "SIGNED", "MOA")
WITH_TYPE = (
    "STATE",
    "LAW ENFORCEMENT AGENCY",
    "TYPE",
    "SUPPORT TYPE",
    "SIGNED",
    "MOA",
)
WITH_COUNTY = (*WITH_TYPE[:3], "COUNTY", *WITH_TYPE[3:])
PARTICIPATING = (*WITH_COUNTY, "ADDENDUM")
PENDING_WITH_TYPE = WITH_TYPE[:4]
PENDING = WITH_COUNTY[:5]
PENDING_WITH_MOA = (*PENDING, "MOA")

TFM, JEM, WSO = (
    "Task Force Model",
    "Jail Enforcement Model",
    "Warrant Service Officer",
)


def signed(
    agency,
    day=date(2025, 3, 4),
    *,
    state="ALABAMA",
    kind="County",
    county="",
    model=TFM,
    moa="link",
    link="",
    addendum=None,
    addendum_link="",
):
    """Return a row of a participating list, by heading.

    `link` and `addendum_link` are the addresses behind the cells.
    """
    return {
        "STATE": state,
        "LAW ENFORCEMENT AGENCY": agency,
        "TYPE": kind,
        "COUNTY": county,
        "SUPPORT TYPE": model,
        "SIGNED": day,
        "MOA": (moa, link),
        "ADDENDUM": (addendum, addendum_link),
    }


def pending(agency, *, state="ALABAMA", kind="County", county="", model=TFM, moa=None):
    """Return a row of a pending list, by heading."""
    row = signed(agency, state=state, kind=kind, county=county, model=model, moa=moa)
    return {key: row[key] for key in PENDING_WITH_MOA}


def workbook(
    rows, headings=PARTICIPATING, *, blank_headings=5, before=(), name="Sheet1"
):
    """Return the bytes of an .xlsx with rows under headings.

    A row is a mapping by heading, or a sequence of cells; a cell is a value or
    (value, address behind it). `before` are titles of sheets that stand in front.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for title in before:
        book.create_sheet(title, 0).append(["Totals", len(rows)])
    sheet.append([*headings, *[None] * blank_headings])
    for number, row in enumerate(rows, start=2):
        cells = [row.get(key) for key in headings] if isinstance(row, dict) else row
        for column, cell in enumerate(cells, start=1):
            put(sheet.cell(number, column), cell)
    return saved(book)


def put(cell, content):
    """Write a value, and an address behind it if there is one."""
    value, link = content if isinstance(content, tuple) else (content, "")
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if link:
        cell.hyperlink = link
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "mm-dd-yy"


def saved(book):
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet(*rows, headings=PARTICIPATING):
    """Return rows as the reader of a workbook hands them on, without a workbook."""
    return Sheet(
        headings,
        tuple(
            (number, tuple(cell_of(row[name]) for name in headings))
            for number, row in enumerate(rows, start=2)
        ),
    )


def cell_of(content):
    """Return the cell a spreadsheet has for a value, or (value, address)."""
    value, link = content if isinstance(content, tuple) else (content, "")
    if isinstance(value, date):
        return Cell(f"{value.month}/{value.day}/{value.year}", value, link)
    return Cell(value or "", None, link)


def take(
    *rows, headings=PARTICIPATING, name="participatingAgencies03172025.xlsx", **given
):
    """Take a list of these rows, without the process that reads a workbook."""
    read = sheet(*rows, headings=headings)
    data = repr((name, given, read)).encode()
    with patch("policies.roster.taking.lists.read_workbook", return_value=read):
        return take_list(data, name, **given)


def rewritten(data, member, edit):
    """Return a workbook with one member of its archive put through `edit`."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, edit(content) if name == member else content)
    return out.getvalue()
