"""What every test gets: no network, and a database as migrations left it."""

import socket

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.backends.signals import connection_created
from django.test import TestCase, TransactionTestCase

from config.listings import memory
from tests import loaded, migrated

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class NetworkUsed(AssertionError):
    """A test, or what it tests, reached for another machine."""


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Forget what earlier tests counted: a version taken back comes again."""
    memory.forget()


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Refuse every connection that leaves this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, only_here(getattr(socket.socket, name)))
        yield


def only_here(connect):
    """Return a `connect` that knows loopback addresses and local sockets only."""

    def guarded(self, address):
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise NetworkUsed(f"connection to {address}")
        return connect(self, address)

    return guarded


@pytest.fixture(scope="session")
def migrated_before(request):
    """Let an empty SQLite database begin as a copy of one migrated before."""
    if connection.vendor != "sqlite":
        return None
    snapshot = migrated.snapshot_in(request.config.cache.mkdir("migrated"))

    def begin(connection, **kwargs):
        migrated.fill(snapshot, connection)

    connection_created.connect(begin)
    request.addfinalizer(lambda: connection_created.disconnect(begin))
    return snapshot


@pytest.fixture(scope="session")
def django_db_setup(migrated_before, django_db_setup, django_db_blocker):
    """Set the database up, and keep what migrations made of it for the next run."""
    if migrated_before:
        with django_db_blocker.unblock():
            connection.ensure_connection()
            migrated.keep(migrated_before, connection)


@pytest.fixture(scope="module")
def five_stories(django_db_setup, django_db_blocker):
    """The whole site with its stories, for one module's tests, then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        loaded.fill(connection)
        call_command("load_pages", verbosity=0)
        yield
        transaction.set_rollback(True)


def pytest_ignore_collect(collection_path, config):
    """Leave the tests out that need another program, unless they are asked for.

    The browser's share one record between them, so they need a database of their own;
    what the markup's say is the same on every database.
    """
    name = collection_path.name
    asked = any(name in argument for argument in config.args)
    return True if name in {"browser", "markup"} and not asked else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Put the tests that empty the database behind all others.

    A TransactionTestCase ends by emptying every table, so that the groups, pages
    and triggers of migrations are gone for whoever comes next. The order is
    otherwise random, and this sort keeps it.
    """
    for item in items:
        # Only a test so marked makes pytest-django set a database up.
        if "five_stories" in item.fixturenames:
            item.add_marker(pytest.mark.django_db)
    items.sort(key=empties_database)


def empties_database(item):
    """Tell whether a test commits, and so has to be cleaned up after."""
    case = getattr(item, "cls", None) or object
    mark = item.get_closest_marker("django_db")
    return (
        (issubclass(case, TransactionTestCase) and not issubclass(case, TestCase))
        or bool(mark and mark.kwargs.get("transaction"))
        or bool({"transactional_db", "live_server"} & set(item.fixturenames))
    )
