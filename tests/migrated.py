"""A migrated SQLite database, kept between runs of the tests.

Wagtail's migrations take longer than most suites. They run once for each state of
the migrations and the lock file; after that a test database begins as a copy, and
`migrate` finds nothing to do.
"""

import hashlib
import os
import sqlite3
from contextlib import closing

from django.conf import settings


def snapshot_in(folder):
    """Return where in a folder the snapshot of the migrations as they are now lies."""
    digest = hashlib.sha256()
    sources = sorted(settings.BASE_DIR.glob("*/migrations/*.py"))
    for path in (settings.BASE_DIR / "requirements.txt", *sources):
        digest.update(path.name.encode() + path.read_bytes())
    return folder / f"{digest.hexdigest()[:16]}.sqlite3"


def fill(snapshot, connection):
    """Copy the snapshot into a database that has nothing in it."""
    with connection.connection as database:
        empty = not database.execute("SELECT 1 FROM sqlite_master").fetchone()
    if empty and snapshot.exists():
        with closing(sqlite3.connect(snapshot)) as kept:
            kept.backup(connection.connection)


def is_migrated(connection):
    """Tell whether migrations have run on a database."""
    return "django_migrations" in connection.introspection.table_names()


def keep(snapshot, connection):
    """Make a snapshot of a migrated database, in place of those of older states."""
    if snapshot.exists() or snapshot != snapshot_in(snapshot.parent):
        return  # kept already, or the migrations were being edited meanwhile
    if not is_migrated(connection):
        return  # no test of the run asked for tables
    draft = snapshot.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(draft)) as copy:
        connection.connection.backup(copy)
    for older in snapshot.parent.glob("*.sqlite3"):
        older.unlink(missing_ok=True)
    draft.replace(snapshot)
