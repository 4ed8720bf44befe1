"""From the bytes of a file to its rows by column, or to words for why not."""

import csv
import hashlib
import io
import re
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from config.workbooks import ZIP, WorkbookRefused, read_workbook
from news.spreadsheets import templates

BYTES = 5 * 1024 * 1024
ROWS = 5_000
COLUMNS = 60
SHOWN = 5
# What begins a file that is neither: pictures, PDFs, old or locked workbooks.
OTHER_FILES = (
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8",
    b"GIF8",
    b"{\\rtf",
)
# Never in a text that somebody wrote; tab and line feeds are. The last stand where a
# program has already lost what was there.
CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]"
)
# Some programs write what parts the cells above the headings.
PARTED = re.compile(r'"?sep=([,;\t])"?\r?\n', re.IGNORECASE)


class SheetRefused(Exception):
    """A file that is not taken; the message says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """The rows of a file by their numbers: {column: text} without empty cells."""

    rows: tuple[tuple[int, dict[str, str]], ...]
    sha256: str


def read_sheet(data, kind):
    """Return what a CSV or XLSX file of a kind of sheet holds.

    :raises SheetRefused: if it is neither, too large, or has other columns.
    """
    if len(data) > BYTES:
        words = _("The file is larger than %s MB. Part it into several.")
        raise SheetRefused(words % (BYTES // 1024**2))
    lines = workbook_lines(data) if data.startswith(ZIP) else csv_lines(data)
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines:
        raise SheetRefused(
            _("The file is empty. Its first row has to name the columns.")
        )
    (_number, headings), *below = lines
    columns = columns_of(headings, kind)
    if not below:
        raise SheetRefused(_("The file names its columns, but has no row under them."))
    if len(below) > ROWS:
        words = _(
            "The file has %(count)s rows, and %(most)s at most are taken at once."
        )
        raise SheetRefused(words % {"count": len(below), "most": ROWS})
    rows = tuple((number, by_column(number, cells, columns)) for number, cells in below)
    return Sheet(rows, hashlib.sha256(data).hexdigest())


def workbook_lines(data):
    """Return (row number, texts) of the sheet of a workbook; dates as ISO.

    :raises SheetRefused: if it cannot be opened, or part of it would not be read.
    """
    try:
        tables = read_workbook(data)
    except WorkbookRefused as refusal:
        raise SheetRefused(str(refusal)) from refusal
    filled = [table for table in tables if table.rows and not explains(table)]
    if len(filled) > 1:
        words = _(
            "The workbook has rows on several sheets (%s), and one is read. Save the "
            "one with the records as a file of its own."
        )
        raise SheetRefused(words % ", ".join(table.title for table in filled))
    for table in filled:
        if table.merged:
            words = _(
                "Cells are merged (%s), and each row needs cells of its own. Part them "
                "and fill them all."
            )
            raise SheetRefused(words % ", ".join(table.merged[:SHOWN]))
    return [
        (number, [text_of(cell) for cell in cells])
        for table in filled
        for number, cells in table.rows
    ]


def explains(table):
    """Tell whether a sheet is the template's own about the columns."""
    first = tuple(cell.text for cell in table.rows[0][1])
    return first == tuple(map(str, templates.headings()))


def text_of(cell):
    """Return the text of a cell; a day as far as its format shows it.

    A program takes a typed 2025-03 for the first of March and shows the month.
    """
    if not cell.value:
        return cell.text.strip()
    signs = re.sub(r'"[^"]*"|\[[^]]*\]|\\.', "", cell.format.lower())
    if "d" in signs or "y" not in signs:
        return cell.value.isoformat()
    return f"{cell.value:%Y-%m}" if "m" in signs else f"{cell.value:%Y}"


def csv_lines(data):
    """Return (row number, texts) of a CSV file in UTF-8.

    A cell is text, whatever it begins with: nothing is ever computed.

    :raises SheetRefused: if it is no such file.
    """
    if data.startswith(OTHER_FILES):
        raise SheetRefused(_("This is neither a CSV file nor an .xlsx workbook."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SheetRefused(
            _(
                "The file is not in UTF-8, so its accents and dashes would be lost. In "
                "Excel choose “Save as” and “CSV UTF-8 (Comma delimited)”, or save it "
                "as .xlsx."
            )
        ) from None
    if CONTROLS.search(text):
        words = _("The file has signs that no text has. Is it a CSV file?")
        raise SheetRefused(words)
    told = PARTED.match(text)
    start, sign = (told.end(), told[1]) if told else (0, parted_by(text))
    lines = csv.reader(
        io.StringIO(text[start:], newline=""), delimiter=sign, strict=True
    )
    above = 1 if told else 0
    found, number = [], above
    try:
        for number, cells in enumerate(lines, start=above + 1):
            if any(cells):
                found.append((number, [cell.strip() for cell in cells]))
    except csv.Error as error:
        words = _("Row %(number)s cannot be read as CSV: %(error)s.")
        wrong = {"number": number + 1, "error": error}
        raise SheetRefused(words % wrong) from error
    return found


def parted_by(text):
    """Return what parts the cells: a comma, or what some programs write instead."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def columns_of(headings, kind):
    """Return the names of the columns in the order of the file, "" for none.

    :raises SheetRefused: naming those that are unknown, twice there or missing.
    """
    names = [re.sub(r"[\s-]+", "_", heading.strip().lower()) for heading in headings]
    while names and not names[-1]:
        names.pop()
    if len(names) > COLUMNS:
        words = _("The file has %(count)s columns, and the sheet has %(most)s.")
        most = len(kind.columns)
        raise SheetRefused(words % {"count": len(names), "most": most})
    wrong = [
        unknown(heading, kind)
        for heading, name in zip(headings, names, strict=False)
        if name and name not in kind.by_name
    ]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    wrong += [_("The column “%s” is there twice.") % name for name in twice]
    if "record" not in names:
        needed = [column.name for column in kind.columns if column.needed]
        missing = [name for name in needed if name not in names]
        wrong += [_("The column “%s” is missing.") % name for name in missing]
    if wrong:
        raise SheetRefused(" ".join(wrong))
    return names


def unknown(heading, kind):
    """Return a sentence about a heading that is no column, and what is like it."""
    folded = re.sub(r"[\s-]+", "_", heading.lower())
    close = get_close_matches(folded, kind.by_name, n=1, cutoff=0.6)
    if not close:
        return _("There is no column “%s”.") % heading[:60]
    words = _("There is no column “%(name)s”; did you mean “%(close)s”?")
    return words % {"name": heading[:60], "close": close[0]}


def by_column(number, cells, columns):
    """Return {column: text} of a row.

    :raises SheetRefused: if a cell stands under no heading.
    """
    outside = [
        cell
        for place, cell in enumerate(cells)
        if cell and (place >= len(columns) or not columns[place])
    ]
    if outside:
        words = _("Row %(number)s has “%(cell)s” under no heading.")
        raise SheetRefused(words % {"number": number, "cell": outside[0][:60]})
    if any(CONTROLS.search(cell) for cell in cells):
        words = _("Row %s has signs that no text has.")
        raise SheetRefused(words % number)
    return {
        name: cell for name, cell in zip(columns, cells, strict=False) if name and cell
    }
