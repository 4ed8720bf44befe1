"""The one write of a deployment that otherwise only reads."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_write():
    """Open a transaction that may write, though the connection only reads.

    The public deployment's connections begin every transaction read-only, so that no
    page can write by mistake. This lifts that for one. What may be written then is for
    the role's rights to say (`config.public_reads.HANDED_IN`).
    """
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ WRITE")  # ends with the transaction
            yield
    else:
        with sqlite_opened(), transaction.atomic():
            yield


@contextmanager
def sqlite_opened():
    """Let a connection to SQLite write meanwhile; it is as it was afterwards."""
    with connection.cursor() as cursor:
        closed = cursor.execute("PRAGMA query_only").fetchone()[0]
        cursor.execute("PRAGMA query_only=OFF")
        try:
            yield
        finally:
            if closed:
                cursor.execute("PRAGMA query_only=ON")
