"""The figures of a run as a table to read and a file to compare with."""

import json
import os
import sqlite3
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.goals import cost, verdicts
from benchmarks.targets import EMPTY

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("django", "wagtail", "gunicorn", "jinja2")
TEMPERS = ("cold", "warm", "tenth")
HEADINGS = ("", "", "CPU ms", "in db", "× empty", "p50", "p95", "16: p50", "p95", "kB")
REACHED = {True: "reached", False: "NOT REACHED", None: "not measured"}


def told(measured, beside, *, share, rounds):
    """Return all that is known of one database's run, as the file keeps it."""
    figures = {temper: {} for temper in TEMPERS}
    for target in measured.targets:
        figures[target.temper][target.name] = figure_of(target)
    results = {
        "day": datetime.now(UTC).date().isoformat(),
        "database": measured.kind,
        "share": share,
        "rounds": rounds,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[2], 1),
        "versions": versions(),
        "filled_in_s": measured.whole.seconds,
        "figures": figures,
        "beside": {target.name: figure_of(target) for target in beside.targets},
        "changed": measured.changed,
        "memory": measured.memory,
        "downloads": measured.beside,
        "absent": [list(row) for row in (*measured.absent, *beside.absent)],
    }
    results["verdicts"] = [list(row) for row in verdicts(results)]
    return results


def figure_of(target):
    """Return the figures of a target with the size of its answer."""
    return target.figures() | {"bytes": target.size}


def versions():
    """Return what ran: Python, SQLite and the packages that answer."""
    found = {name: version(name) for name in PACKAGES}
    return {
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        **found,
    }


def write(results):
    """Keep a run's figures beside the last ones of the other database."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"serving-{results['database']}.json"
    path.write_text(json.dumps(results, indent=2) + "\n")


def table(results):
    """Return a run as aligned lines: figures, what is not there, the goals."""
    figures, unit = results["figures"], results["figures"]["cold"][EMPTY]
    rows = [
        line(name, temper, figures[temper][name], unit)
        for name in figures["cold"]
        for temper in TEMPERS
        if name in figures[temper]
    ]
    rows += [line(name, "", row, unit) for name, row in results["beside"].items()]
    if results["changed"]:
        once = {"1": results["changed"], "bytes": 0}
        rows.append(line("filter page", "first after a change", once, unit))
    title = f"On {results['database']}, {results['cores']} cores"
    lines = [f"\n{title}, load {results['load']}; times in ms", *aligned(rows), ""]
    for name, temper, reason in results["absent"]:
        lines.append(f"not there: {name} {temper} ({reason})")
    for goal, reached, words in results["verdicts"]:
        lines.append(f"{REACHED[reached]:<13}{goal}: {words}")
    return "\n".join(lines)


def line(name, temper, figure, unit):
    """Return one line of the table as cells."""
    one, many = figure["1"], figure.get("16", {})
    cells = [name, {"tenth": "cold, a tenth"}.get(temper, temper)]
    cells += [f"{cost(figure):.1f}", f"{one['database_cpu_ms']:.1f}"]
    cells.append(f"{cost(figure) / max(cost(unit), 0.001):.1f}")
    waits = (one["p50_ms"], one["p95_ms"], many.get("p50_ms"), many.get("p95_ms"))
    cells += ["" if wait is None else f"{wait:.1f}" for wait in waits]
    return [*cells, f"{figure['bytes'] / 1000:.0f}"]


def aligned(rows):
    """Return rows of cells under their headings, words left and figures right."""
    rows = [HEADINGS, *rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if number < 2 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
