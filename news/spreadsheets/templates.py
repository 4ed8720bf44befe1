"""What to fill in: the template of a kind of sheet, and the table of its columns."""

import csv
import io

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def headings():
    """Return what the table of columns says of each."""
    return (
        _("column"),
        _("needed"),
        _("what may stand there"),
        _("what it means"),
        _("example"),
    )


def described(column):
    """Return one column as a row of the table."""
    values = ", ".join(value for value, _label in column.choices if value)
    accepts = f"{column.accepts}: {values}" if values else str(column.accepts)
    needed = _("yes") if column.needed else ""
    return (column.name, needed, accepts, str(column.words), column.example)


def template(kind, format):
    """Return the bytes of an empty sheet: its headings, in XLSX with their meaning."""
    return as_csv(kind) if format == "csv" else as_xlsx(kind)


def as_csv(kind):
    """Return the row of headings, marked as UTF-8 so that Excel keeps accents."""
    lines = io.StringIO()
    csv.writer(lines).writerow(column.name for column in kind.columns)
    return lines.getvalue().encode("utf-8-sig")


def as_xlsx(kind):
    """Return a workbook: the sheet to fill in, and one that tells of its columns."""
    book = openpyxl.Workbook()
    sheet, meaning = book.active, book.create_sheet(_("Columns"))
    sheet.title = kind.name
    sheet.append([column.name for column in kind.columns])
    sheet.freeze_panes = "A2"
    meaning.append(headings())
    for column in kind.columns:
        meaning.append(described(column))
    for written in (sheet, meaning):
        for cell in written[1]:
            cell.font = Font(bold=True)
    for number in range(1, len(kind.columns) + 1):
        # Text, or a program makes days of months and drops the zeros of a GEOID.
        sheet.column_dimensions[get_column_letter(number)].number_format = "@"
    for letter, width in zip("ABCDE", (24, 8, 60, 60, 32), strict=True):
        meaning.column_dimensions[letter].width = width
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def as_markdown(kind):
    """Return the table of columns as the documentation prints it."""
    rows = [headings(), ("---",) * 5]
    rows += [
        (f"`{name}`", *(cell.replace("|", "\\|") for cell in rest))
        for name, *rest in map(described, kind.columns)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
