"""Measure how fast pages are, with what each costs the server, in one mixed run.

Every server is up for the whole run, and every round asks each for each page in turn:
what disturbs the machine meanwhile disturbs all alike. Figures are medians of rounds.
"""

import os
import sys
from contextlib import ExitStack
from http.client import HTTPConnection

from benchmarks import datasette, targets
from benchmarks.databases import on_postgresql, on_sqlite
from benchmarks.downloads import memory_of, page_beside
from benchmarks.measuring import CLIENTS, Target
from benchmarks.report import table, told, write
from benchmarks.servers import COLD, HEADERS, HOST, WARM, collect_static, gunicorn
from benchmarks.web import nginx
from tests import postgres

ROUNDS, SECONDS, TENTH = 5, 0.5, 0.1
CHANGES = 5


def run(share, rounds, seconds, sqlite_alone):
    """Measure on SQLite, and beside it on PostgreSQL unless told otherwise."""
    with ExitStack() as up:
        makers = [on_sqlite]
        if url := "" if sqlite_alone else postgresql(up):
            makers.append(lambda part: on_postgresql(url, part))
        pairs = [(make(share), make(round(share * TENTH, 4))) for make in makers]
        collect_static(pairs[0][0].url)
        measured = [Measured(whole, tenth, up) for whole, tenth in pairs]
        beside = others(pairs[0][0], measured[0], up)
        every = [target for one in measured for target in one.targets] + beside.targets
        for number in range(rounds):
            say(f"round {number + 1} of {rounds}")
            for target in turned(every, number):
                for clients in CLIENTS:
                    target.measure(clients, seconds)
        for one in measured:
            one.measure_once(seconds)
    for one in measured:
        results = told(one, beside, share=share, rounds=rounds)
        write(results)
        say(table(results))


def postgresql(up):
    """Return the address of the PostgreSQL in the environment, else of one of ours."""
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith("postgres"):
        return url
    try:
        return up.enter_context(postgres.server())
    except LookupError as lack:
        say(f"Without PostgreSQL: {lack}")
        return ""


def say(words):
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def turned(rows, number):
    """Return a list begun elsewhere, so that no target is always first."""
    start = number * len(rows) // 3 % max(len(rows), 1)
    return rows[start:] + rows[:start]


class Measured:
    """A database's servers and their targets, and what is measured of them once."""

    def __init__(self, whole, tenth, up):
        self.whole, self.kind = whole, whole.kind
        self.cold = up.enter_context(gunicorn(whole.url, COLD))
        servers = {"cold": (self.cold, whole)}
        servers["warm"] = (up.enter_context(gunicorn(whole.url, WARM)), whole)
        servers["tenth"] = (up.enter_context(gunicorn(tenth.url, COLD)), tenth)
        self.targets, self.absent = [], []
        for temper, (server, database) in servers.items():
            pages = targets.pages(database.light, database.heavy)
            for name, path in pages.items():
                self.add(name, temper, path, server)
        page = next(t for t in self.targets if t.name == targets.FILTER)
        held = {"If-None-Match": page.etag}
        self.add(targets.NOT_MODIFIED, "cold", page.path, self.cold, held)
        self.changed, self.memory, self.beside = {}, None, None

    def add(self, name, temper, path, server, headers=None):
        """Add a target, or note that it is not there."""
        target = Target(
            self.kind, name, temper, path, server, self.whole.postmaster, headers or {}
        )
        target.try_out()
        if target.is_there:
            self.targets.append(target)
        else:
            self.absent.append((name, temper, target.status))

    def measure_once(self, seconds):
        """Measure what stops the others: changes of the record, whole downloads."""
        page = next(t for t in self.targets if t.name == targets.FILTER)
        first = Target(
            self.kind, targets.CHANGED, "cold", page.path, self.cold, page.postmaster
        )
        for _ in range(CHANGES):
            self.whole.change()
            first.measure(1, 0.0, least=1)
        self.changed = first.figures()["1"]
        self.memory = memory_of(self.cold)
        if self.memory:
            self.beside = page_beside(page, max(10 * seconds, 3.0))


class Beside:
    """What is measured beside ours, and what could not be had."""

    def __init__(self):
        self.targets, self.absent = [], []


def others(whole, measured, up):
    """Return nginx with a file of the filter page, and Datasette with its rows."""
    beside = Beside()
    page = next(t for t in measured.targets if t.name == targets.FILTER)
    same = datasette.address(targets.STATE, targets.TYPE)
    for name, path, start in (
        (targets.FILE, "/page", lambda: nginx(body_of(page))),
        (targets.OTHER, same, lambda: datasette.datasette(whole)),
    ):
        try:
            server = up.enter_context(start())
        except (LookupError, RuntimeError) as lack:
            beside.absent.append((name, "", str(lack)))
            continue
        target = Target(name, name, "cold", path, server)
        target.try_out()
        if target.is_there:
            beside.targets.append(target)
        else:
            beside.absent.append((name, "cold", target.status))
    return beside


def body_of(target):
    """Return what a target answers with."""
    connection = HTTPConnection(HOST, target.server.port)
    connection.request("GET", target.path, headers=HEADERS)
    return connection.getresponse().read()
