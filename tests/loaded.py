"""The five stories, loaded once in a run and put back as rows from then on.

Loading goes through Wagtail, record by record, and takes many times as long as
copying the rows that it made.
"""

from datetime import date, time

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style

_kept = {}  # table: (columns, rows)


def fill(connection):
    """Put the stories into a database that migrations have made and nobody filled."""
    if _kept:
        restore(connection)
    else:
        empty = [
            table for table in tables(connection) if not rows_of(connection, table)
        ]
        call_command("load_stories", verbosity=0)
        keep(connection, empty)


def tables(connection):
    """Return the tables of the installed apps."""
    return connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )


def rows_of(connection, table):
    """Return the rows of a table, with their columns' names; None if it is empty."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        names = [column[0] for column in cursor.description]
        rows = [[storable(connection, value) for value in row] for row in cursor]
    return (names, rows) if rows else None


def storable(connection, value):
    """Return a value read as the database takes it back: SQLite keeps days as text."""
    if connection.vendor == "sqlite" and isinstance(value, date | time):
        return str(value)
    return value


def keep(connection, empty):
    """Remember what loading put into tables that were empty before."""
    found = {table: rows_of(connection, table) for table in empty}
    _kept.update({table: filled for table, filled in found.items() if filled})


def restore(connection):
    """Put the remembered rows back; foreign keys are checked when all are there."""
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, (names, rows) in _kept.items():
            columns = ", ".join(quoted(name) for name in names)
            values = ", ".join(["%s"] * len(names))
            cursor.executemany(
                f"INSERT INTO {quoted(table)} ({columns}) VALUES ({values})",  # noqa: S608
                rows,
            )
    count_on(connection)


def count_on(connection):
    """Let new ids follow those in use.

    PostgreSQL's sequences hear neither of rows that bring their ids along nor of a
    transaction that is taken back.
    """
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(sql)
