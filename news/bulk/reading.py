"""One pass over the public record: every row of every table, few in memory."""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from config.listings.columns import told
from jurisdictions.columns import citations_of
from jurisdictions.models import Jurisdiction
from news.bulk.tables import CITATION_ROWS, KEYS, RECORDS, REGISTRIES

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
    """Yield every record with what hangs on it; of the registries those named, last."""
    named = Named()
    for kind in RECORDS:
        for row in every(kind.rows(day)):
            yield named.noted(entry_of(kind, row, day))
    for kind in REGISTRIES:
        # What these are part of comes with the next round.
        while keys := named.not_yet_read(kind):
            for start in range(0, len(keys), FETCHED):
                rows = kind.rows(day).filter(pk__in=keys[start : start + FETCHED])
                for row in rows:
                    yield named.noted(entry_of(kind, row, day))


class Named:
    """The rows that those read so far refer to, by table."""

    def __init__(self):
        self.keys, self.read, self.states = defaultdict(set), defaultdict(set), set()

    def noted(self, entry):
        """Return an entry whose keys are noted."""
        for table, values in entry.rows:
            for column, other in KEYS[table].items():
                if values[column] is not None:
                    self.keys[other].add(values[column])
            self.states.add(values.get("state"))
        return entry

    def not_yet_read(self, kind):
        """Return the keys of a registry that were noted since this was asked last."""
        table = kind.table.name
        if kind.model is Jurisdiction:
            self._note_states()
        keys = self.keys[table] - self.read[table]
        self.read[table] |= keys
        return sorted(keys)

    def _note_states(self):
        codes = self.states - {None}
        states = Jurisdiction.objects.published().states().filter(usps__in=codes)
        self.keys["places"].update(states.values_list("pk", flat=True))


def every(rows):
    """Yield rows in the order of their keys, a few by each query."""
    last = 0
    while found := list(rows.filter(pk__gt=last)[:FETCHED]):
        yield from found
        last = found[-1].pk


def entry_of(kind, row, day):
    """Return a record with what hangs on it."""
    rows, holders = [(kind.table.name, told(kind.table.fields, row, day))], [row]
    for column in kind.table.columns:
        if table := kind.parts.get(column.name):
            parts = list(column.value(row, day))
            rows += [(table.name, told(table.fields, part, day)) for part in parts]
            holders += [part for part in parts if hasattr(part, "citations")]
    if kind.cited:
        found = (c for holder in holders for c in citations_of(holder, day))
        rows += [
            (CITATION_ROWS.name, told(CITATION_ROWS.fields, c, day)) for c in found
        ]
    return Entry(kind.table.name, told(kind.table.columns, row, day), tuple(rows))
