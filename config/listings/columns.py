"""What a machine may read of a row: named columns, the same in every face."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy

LICENCE = "CC BY 4.0"
# Types that a column's value and JSON share; a choice is a subclass of one.
AS_THEY_ARE = frozenset({str, int, bool, float, type(None)})


class Kind(StrEnum):
    """What a column holds, in the words of Frictionless' table schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "boolean"
    DATE = "date"
    LIST = "array"  # of texts
    ROWS = "rows"  # of another table, for faces that nest


@dataclass(frozen=True)
class Column:
    """One column: its lasting name, what it means, and how a row tells it.

    `value(row, day)` reads a row in memory as it stands on a day; it asks no
    database for more than `for_export` has fetched. None is what is not known.
    A column of rows has the columns of those in `of`.
    """

    name: str
    about: str
    value: Callable[[Any, date], Any]
    kind: Kind = Kind.TEXT
    of: tuple["Column", ...] = ()
    # The closed list a value is one of, by which the dictionary links it.
    choices: type | None = None
    # Whether every row has it; else it can be None.
    always: bool = False

    def __post_init__(self):
        # The catalogs have what a column means; `make messages` knows where it stands.
        object.__setattr__(self, "about", gettext_lazy(self.about))


def attribute(name, about, kind=Kind.TEXT, source="", choices=None, always=False):
    """Return a column that is one attribute of its row, empty text told as None."""
    path = (source or name).split(".")

    def value(row, day):
        for part in path:
            row = getattr(row, part) if row is not None else None
        return None if row == "" else row

    return Column(name, about, value, kind, choices=choices, always=always)


def label(name, about, source):
    """Return a column with the words for a choice of its row, which all have made."""

    def value(row, day):
        return str(getattr(row, f"get_{source}_display")()) or None

    return Column(name, about, value, always=True)


def told(columns, row, day):
    """Return {column: value} of a row on a day, ready for JSON."""
    return {
        column.name: plain(column, column.value(row, day), day) for column in columns
    }


def plain(column, value, day):
    """Return a value as JSON has it: days as text, choices as their value."""
    if type(value) in AS_THEY_ARE:  # most are, and there are very many
        return value
    if column.kind == Kind.ROWS:
        return [told(column.of, row, day) for row in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    if isinstance(value, str):
        return str(value)
    return value


def flat(columns):
    """Return the columns that fit in one cell each."""
    return tuple(column for column in columns if column.kind != Kind.ROWS)


def cell(value):
    """Return a plain value as one cell of a table: a list joined by semicolons."""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def absolute(address):
    """Return an address of ours with the site before it."""
    return f"{settings.SITE_URL}{address}"
