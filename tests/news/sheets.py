"""Sheets of records as the tests send them: CSV and XLSX, from rows by column."""

import csv
import io

from openpyxl import Workbook

from news.spreadsheets.entering import enter
from news.spreadsheets.examination import Outcome, examine
from news.spreadsheets.kinds import KINDS
from news.spreadsheets.reading import read_sheet

STORY = {
    "source_url": "https://ledger.example/agreement",
    "source_title": "Council signs",
    "source_outlet": "The Mobile Ledger",
    "source_published": "2025-03-05",
    "source_quote": "signed on Tuesday",
    "source_paragraph": "3",
}
POLICY = {
    "place": "Mobile, AL",
    "type": "287g",
    "model": "tfm",
    "title": "287(g) agreement",
    "direction": "adds",
    "event_1": "lea_signed",
    "event_1_date": "2025-03-04",
    "event_2": "Signed by ICE",
    "event_2_date": "2025-03",
    **STORY,
}


def as_csv(*rows):
    """Return a CSV file of rows, each {column: text}."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_xlsx(*rows):
    """Return a workbook of rows, each {column: value}."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    book = Workbook()
    book.active.append(columns)
    for row in rows:
        book.active.append([row.get(name) for name in columns])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def numbered(*rows):
    """Return rows as they are read: with their numbers, below the headings."""
    return [(number, row) for number, row in enumerate(rows, start=2)]


def looked_at(kind, *rows, user=None):
    """Return what rows of a kind of sheet would do, row by row."""
    return examine(KINDS[kind], numbered(*rows), user).findings


def entered(kind, *rows, user=None):
    """Enter rows and return what became of each."""
    return enter(KINDS[kind], numbered(*rows), user).findings


def refusals(kind, *rows):
    """Return, in words, what is wrong with the first row."""
    finding = looked_at(kind, *rows)[0]
    assert finding.outcome == Outcome.ERROR
    return [str(fault) for fault in finding.faults]


def read(data, kind="policies"):
    """Return the rows of a file."""
    return read_sheet(data, KINDS[kind]).rows
