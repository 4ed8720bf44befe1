"""The made-up record in a database, of either kind, kept where it can be."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from benchmarks.processes import stat_of

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "benchmarks"
FILL = """
import json
from benchmarks.record.filling import fill
print(json.dumps(fill({})))
"""
BUMP = "UPDATE jurisdictions_recordversion SET number = number + 1"


@dataclass
class Database:
    """One database with a share of the record, and where its places are served."""

    kind: str
    share: float
    url: str
    heavy: str
    light: str
    seconds: float  # that filling it took, 0 when it was kept
    postmaster: int = 0  # the process whose children are PostgreSQL's backends

    def change(self):
        """Move the record's version, as an editor's every change does."""
        run_sql(self.url, BUMP)


def manage(url, *command):
    """Run a command of the project on a database and return what it printed."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


def filled(url, share):
    """Fill a migrated database; return its places' addresses and the time it took."""
    began = time.monotonic()
    told = manage(url, "shell", "--no-imports", "--command", FILL.format(share))
    heavy, light = json.loads(told.splitlines()[-1])
    return heavy, light, round(time.monotonic() - began, 1)


def on_sqlite(share):
    """Return the share of the record as a SQLite file, made once for what makes it."""
    path = KEPT / f"record-{share}-{made_by()}.sqlite3"
    addresses = path.with_suffix(".json")
    url, seconds = f"sqlite:///{path}", 0.0
    if not addresses.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        forget_older(share)
        migrated = KEPT / f"migrated-{made_by()}.sqlite3"
        if not migrated.exists():
            manage(f"sqlite:///{migrated}", "migrate", "--verbosity=0")
        shutil.copy(migrated, path)
        tell(f"Filling a share of {share:g} on SQLite")
        heavy, light, seconds = filled(url, share)
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        addresses.write_text(json.dumps([heavy, light]))
    heavy, light = json.loads(addresses.read_text())
    return Database("sqlite", share, url, heavy, light, seconds)


def on_postgresql(server, share):
    """Return the share of the record as a database of a server, made for this run."""
    name = f"record_{str(share).replace('.', '_')}"
    url = urlsplit(server)._replace(path=f"/{name}").geturl()
    manage(server, "migrate", "--verbosity=0")
    template = urlsplit(server).path[1:]
    run_sql(server, f'DROP DATABASE IF EXISTS "{name}"')
    run_sql(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    tell(f"Filling a share of {share:g} on PostgreSQL")
    heavy, light, seconds = filled(url, share)
    run_sql(url, "VACUUM ANALYZE")  # as autovacuum has done before anybody reads
    return Database("postgresql", share, url, heavy, light, seconds, postmaster(url))


def tell(words):
    """Print a line at once: what follows takes a while."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def run_sql(url, statement):
    """Run one statement on a database, outside of any transaction."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
            database.execute(statement)
            database.commit()
        return
    with closing(psycopg2.connect(url)) as database:
        database.autocommit = True
        with database.cursor() as cursor:
            cursor.execute(statement)


def postmaster(url):
    """Return the process that PostgreSQL's backends come from, 0 if it is elsewhere."""
    with closing(psycopg2.connect(url)) as database, database.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid(), version()")
        told = stat_of(cursor.fetchone()[0])
        return int(told[1]) if told else 0


def made_by():
    """Return a digest of all that a filled database follows from."""
    digest = hashlib.sha256()
    made_from = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("benchmarks/record/*.py")]
    made_from += [ROOT / "requirements.txt", ROOT / "benchmarks" / "country.py"]
    for path in sorted(made_from):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def forget_older(share):
    """Remove the files of a share that something else made."""
    for path in [*KEPT.glob(f"record-{share}-*"), *KEPT.glob("migrated-*")]:
        if made_by() not in path.name:
            path.unlink()
