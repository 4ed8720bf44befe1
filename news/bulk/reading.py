"""One pass over the public record: every row of every table, few in memory."""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from config.listings.columns import told
from jurisdictions.columns import citations_of
from jurisdictions.models import Jurisdiction
from news.bulk.tables import CITATION_ROWS, PLACE_RECORDS, RECORDS

FETCHED = 500  # rows by one query


@dataclass(frozen=True)
class Entry:
    """One record: as an object with all that hangs on it, and as rows of tables."""

    name: str  # of the table of its kind
    nested: dict
    rows: tuple[tuple[str, dict], ...]  # (table, values by column)


@contextmanager
def one_state():
    """Read the record as it stands at one moment, whatever is published meanwhile."""
    if connection.in_atomic_block:  # whose state it is then
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        # Django's own transactions on SQLite would keep editors from saving.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def entries(day):
    """Yield every record with what hangs on it; places last, those referred to."""
    places, states = set(), set()
    for kind in RECORDS:
        for row in every(kind.rows(day)):
            entry = entry_of(kind, row, day)
            for _table, values in entry.rows:
                places.add(values.get("place_id"))
                states.add(values.get("state"))
            yield entry
    named = Jurisdiction.objects.published().states().filter(usps__in=states - {None})
    places |= set(named.values_list("pk", flat=True))
    keys = sorted(places - {None})
    rows = PLACE_RECORDS.rows(day).with_citations()
    for start in range(0, len(keys), FETCHED):
        for row in rows.filter(pk__in=keys[start : start + FETCHED]):
            yield entry_of(PLACE_RECORDS, row, day)


def every(rows):
    """Yield rows in the order of their keys, a few by each query."""
    last = 0
    while found := list(rows.filter(pk__gt=last)[:FETCHED]):
        yield from found
        last = found[-1].pk


def entry_of(kind, row, day):
    """Return a record with what hangs on it."""
    rows, holders = [(kind.table.name, told(kind.table.fields, row, day))], [row]
    if kind.parts:
        (within,) = (c for c in kind.table.columns if c.name == kind.within)
        parts = list(within.value(row, day))
        rows += [(kind.parts.name, told(kind.parts.fields, p, day)) for p in parts]
        holders += [part for part in parts if hasattr(part, "citations")]
    if kind.cited:
        found = (c for holder in holders for c in citations_of(holder, day))
        rows += [
            (CITATION_ROWS.name, told(CITATION_ROWS.fields, c, day)) for c in found
        ]
    return Entry(kind.table.name, told(kind.table.columns, row, day), tuple(rows))
