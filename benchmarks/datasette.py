"""Datasette with the rows and facets of our filter page, to compare with.

It lives in an environment of its own under `var/` and is no dependency of ours.
"""

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.databases import KEPT
from benchmarks.servers import HOST, free_port, running

HOME = KEPT / "datasette"
FACETS = ("type", "status", "direction", "state", "level")
# One table with what a row of our page prints and what its filters ask.
TABLE = """
CREATE TABLE agreements AS
SELECT policy.id, policy.title, place.name AS place,
       coalesce(place.state_id, place.usps) AS state, place.level, policy.type,
       policy.model, policy.status, policy.status_since, policy.direction,
       policy.instrument, policy.authority_path, policy.legal_effect,
       agency.name AS agency,
       (SELECT count(DISTINCT source_id) FROM record.news_citation AS citation
         WHERE citation.policy_id = policy.id
            OR citation.event_id IN (SELECT id FROM record.policies_policyevent
                                      WHERE policy_id = policy.id)) AS sources
  FROM record.policies_policy AS policy
  JOIN record.jurisdictions_jurisdiction AS place ON place.id = policy.jurisdiction_id
  LEFT JOIN record.jurisdictions_agency AS agency ON agency.id = policy.agency_id
"""


@contextmanager
def datasette(database):
    """Serve the policies of a record on SQLite with Datasette.

    :raises LookupError: if it cannot be installed.
    """
    program = installed()
    port, file = free_port(), HOME / "record.db"
    export(database.url.removeprefix("sqlite:///"), file)
    # One process, as it comes; `-i` lets it keep what cannot change.
    command = [program, "serve", "-i", file, "-h", HOST, "-p", str(port)]
    with running(command, port) as server:
        yield server


def installed():
    """Return Datasette's program, in an environment made for it.

    :raises LookupError: if it cannot be had.
    """
    program = HOME / "bin" / "datasette"
    if not program.exists():
        steps = (
            [Path(sys.base_prefix) / "bin" / "python3", "-m", "venv", HOME],
            [HOME / "bin" / "python", "-m", "pip", "install", "--quiet", "datasette"],
        )
        for step in steps:
            done = subprocess.run(step, capture_output=True, text=True, check=False)  # noqa: S603
            if done.returncode:
                last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
                raise LookupError(f"Datasette cannot be installed: {last}")
    return program


def export(record, file):
    """Write the policies of a record into a file for Datasette, indexed for it."""
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        database.execute("ATTACH ? AS record", [str(record)])
        database.execute(TABLE)
        for name in ("id", "status_since", *FACETS):
            database.execute(f"CREATE INDEX by_{name} ON agreements ({name})")
        database.commit()


def address(state, kind):
    """Return the path of the same list as `/agreements/?state=…&type=…` of ours."""
    asked = [("state", state), ("type", kind), ("_sort_desc", "status_since")]
    asked += [("_size", 50), *(("_facet", name) for name in FACETS)]
    return f"/record/agreements?{urlencode(asked)}"
