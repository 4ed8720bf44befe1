"""Rows in bulk, as saving each of them would leave them, without its revision."""

from collections import Counter

from django.utils import timezone
from django.utils.text import slugify

BATCH = 500


class Ledger:
    """What a record is entered into; it remembers which addresses are taken.

    The stored facts are derived by the models' own `derive_fields`. Only the address,
    for which that would ask the database row by row, is settled here.
    """

    def __init__(self):
        self.taken = Counter()

    def enter(self, rows, *children):
        """Publish new rows and their children, "a.b" being those of "a"."""
        for row in rows:
            self.prepare(row)
        write(rows)
        for path in children:
            held = rows
            for name in path.split("."):
                held = [child for row in held for child in getattr(row, name).all()]
            write(held)
        return rows

    def prepare(self, row):
        """Publish a record and set its stored facts, as its own `save` would."""
        row.live, row.has_unpublished_changes = True, False
        row.first_published_at = row.last_published_at = timezone.now()
        row.slug = self.address(row)
        row.derive_fields()

    def address(self, row):
        """Return an address that no sibling has, by the rule of `Record.fill_slug`."""
        scope = getattr(row, f"{row.slug_scope}_id") if row.slug_scope else None
        stem = slugify(row.slug_source())[:110] or type(row)._meta.model_name
        self.taken[type(row), scope, stem] += 1
        number = self.taken[type(row), scope, stem]
        return stem if number == 1 else f"{stem}-{number}"


def write(rows):
    """Write rows of one model, whose stored facts are set."""
    if rows:
        type(rows[0])._base_manager.bulk_create(rows, batch_size=BATCH)
