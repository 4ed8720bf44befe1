"""A listing as a workbook: the rows on one sheet, on another what they are."""

import re
from datetime import date
from io import BytesIO

from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from config.listings.columns import LICENCE, Kind, cell, flat, plain
from config.listings.faces.face import Face

MOST = 10_000  # rows
LONGEST = 32_767  # characters that a cell holds
FIRST_YEAR = 1900  # of the calendar that workbooks have
# What XML 1.0 has no place for. openpyxl's own list lacks the last two, on which lxml,
# where it is installed, fails.
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BOLD = Font(bold=True)


def response(export):
    """Return the workbook, which `MOST` rows keep to a few megabytes."""
    file = BytesIO()
    book = Workbook(write_only=True)
    write_rows(book.create_sheet(_("Rows")), export)
    write_about(book.create_sheet(_("About")), export)
    book.save(file)
    return HttpResponse(file.getvalue())


def write_rows(sheet, export):
    """Write the table; its first row stays in sight."""
    columns = flat(export.columns)
    sheet.freeze_panes = "A2"
    sheet.append([headed(sheet, column.name) for column in columns])
    for rows in export.chunks():
        for row in rows:
            sheet.append([typed(sheet, column, row, export.day) for column in columns])


def write_about(sheet, export):
    """Write what the rows are, and what each column means."""
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 80
    facts = [
        (_("What"), export.heading),
        (_("Rows"), export.count),
        *export.asked,
        (_("As of"), export.day),
        (_("Address"), export.address),
        (_("Licence"), LICENCE),
    ]
    for name, value in facts:
        sheet.append([headed(sheet, name), safe(sheet, value)])
    sheet.append([])
    sheet.append([headed(sheet, _("Column")), headed(sheet, _("Meaning"))])
    for column in flat(export.columns):
        sheet.append([safe(sheet, column.name), safe(sheet, str(column.about))])


def headed(sheet, words):
    """Return a cell that names what is beside or below it."""
    found = safe(sheet, str(words))
    found.font = BOLD
    return found


def typed(sheet, column, row, day):
    """Return a value as a cell of its own type: number, day, yes or no, or text."""
    value = column.value(row, day)
    if column.kind == Kind.DATE and isinstance(value, date):
        return value if value.year >= FIRST_YEAR else safe(sheet, value.isoformat())
    value = plain(column, value, day)
    return safe(sheet, cell(value) if isinstance(value, list) else value)


def safe(sheet, value):
    """Return a value as a cell in which a text is text, whatever it begins with."""
    if not isinstance(value, str):
        return value
    text = NO_TEXT.sub("", value)
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 1]}…"
    found = WriteOnlyCell(sheet, text)
    found.data_type = "s"
    return found


FACE = Face(
    suffix="xlsx",
    label="XLSX",
    content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    response=response,
    most=MOST,
)
