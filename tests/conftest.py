"""What every test gets: no network, and a database as migrations left it."""

import socket

import pytest
from django.test import TestCase, TransactionTestCase

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class NetworkUsed(AssertionError):
    """A test, or what it tests, reached for another machine."""


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


def pytest_ignore_collect(collection_path, config):
    """Leave the browser's tests out unless they are asked for.

    They share one record between them, so they need a database of their own.
    """
    asked = any("browser" in argument for argument in config.args)
    return True if collection_path.name == "browser" and not asked else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Put the tests that empty the database behind all others.

    A TransactionTestCase ends by emptying every table, so that the groups, pages
    and triggers of migrations are gone for whoever comes next. The order is
    otherwise random, and this sort keeps it.
    """
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
