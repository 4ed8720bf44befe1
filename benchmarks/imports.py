"""Time what the country's size makes slow, each as a command of its own.

`make bench` runs this on SQLite and on PostgreSQL. Figures are of one run each: wall
time, CPU time of the command and its children, and the most memory it held.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.country import (
    FIRST_LIST,
    LISTED,
    NEXT_LIST,
    changed,
    list_rows,
    write_list,
    write_registry,
)

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "results"
SMALL = 0.1  # a tenth of the country, to see whether memory grows with rows


def measured(*command, environment):
    """Run a command of the project and return what it took.

    :raises SystemExit: with the command's own words if it fails.
    """
    began = time.monotonic()
    with tempfile.TemporaryFile() as words:
        child = subprocess.Popen(  # noqa: S603 - our own commands
            [sys.executable, "manage.py", *map(str, command)],
            cwd=ROOT,
            env=environment,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        if child.returncode:
            raise SystemExit(words.read().decode())
    return {
        "wall_s": round(time.monotonic() - began, 1),
        "cpu_s": round(used.ru_utime + used.ru_stime, 1),
        "peak_mb": round(used.ru_maxrss / 1024),
    }


def steps(folder):
    """Yield (what, rows, command) in the order in which they have to run."""
    registry, tenth = folder / "registry.csv", folder / "tenth.csv"
    yield "migrate", 0, ["migrate", "--verbosity=0"]
    yield "load_states", 57, ["load_states"]
    rows = write_registry(tenth, SMALL)
    yield "import_places, a tenth", rows, ["import_places", tenth, "--partial"]
    rows = write_registry(registry)
    yield "import_places, the country", rows, ["import_places", registry, "--partial"]
    yield "import_places, nothing new", rows, ["import_places", registry, "--partial"]
    lists = list_rows(LISTED, FIRST_LIST)
    first = folder / f"{FIRST_LIST}__participatingAgencies.xlsx"
    write_list(first, lists)
    yield "import_roster, the first list", LISTED, ["import_roster", first]
    following = changed(lists, NEXT_LIST)
    after = folder / f"{NEXT_LIST}__participatingAgencies.xlsx"
    write_list(after, following)
    command = ["import_roster", after]
    yield "import_roster, the difference", len(following), command


def run(database, folder):
    """Measure every step on a database and return the figures."""
    environment = os.environ | {"DATABASE_URL": database}
    figures = {}
    for what, rows, command in steps(folder):
        figures[what] = {"rows": rows} | measured(*command, environment=environment)
        tell(what, figures[what])
    return figures


def tell(what, figure):
    """Print one line of the table."""
    line = "{rows:>7,} rows {wall_s:>7} s {cpu_s:>7} s CPU {peak_mb:>6} MB"
    sys.stdout.write(f"{what:<32}{line.format(**figure)}\n")
    sys.stdout.flush()


def main():
    """Measure on DATABASE_URL, else on a new SQLite file, and keep the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
        kind = "postgresql" if database.startswith("postgres") else "sqlite"
        sys.stdout.write(f"On {kind}\n")
        figures = run(database, folder)
    RESULTS.mkdir(exist_ok=True)
    told = {
        "day": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "python": sys.version.split()[0],
        "figures": figures,
    }
    (RESULTS / f"{kind}.json").write_text(json.dumps(told, indent=2) + "\n")
