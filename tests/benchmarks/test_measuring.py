"""What is told of the measured figures, from figures made for it."""

import os
import subprocess
import sys

import pytest

from benchmarks.datasette import address
from benchmarks.goals import company, growth, memory, verdicts
from benchmarks.measuring import middle
from benchmarks.processes import Used
from benchmarks.report import HEADINGS, aligned, table
from benchmarks.serving import turned
from benchmarks.targets import EMPTY, FILTER, OTHER, pages


def figure(cpu, database=0.0, wait=None):
    """Return the figures of a page whose request takes so many ms of CPU."""
    burst = {
        "requests": 10,
        "cpu_ms": cpu,
        "database_cpu_ms": database,
        "p50_ms": wait or cpu,
        "p95_ms": wait or cpu,
    }
    return {"1": burst, "16": burst, "bytes": 1_000}


def results(**changes):
    """Return what a run would keep, all goals of the filter page reached."""
    cold = {EMPTY: figure(1), FILTER: figure(8, database=1)}
    found = {
        "database": "sqlite",
        "cores": 2,
        "load": 0.1,
        "figures": {
            "cold": cold,
            "warm": {FILTER: figure(1)},
            "tenth": {FILTER: figure(8)},
        },
        "beside": {OTHER: figure(95)},
        "changed": figure(40)["1"],
        "memory": None,
        "downloads": None,
        "absent": [["map", "cold", 404]],
    } | changes
    return found | {"verdicts": verdicts(found)}


def verdict(results, words):
    """Return whether the goal with some words in it is reached."""
    return next(reached for goal, reached, _ in results["verdicts"] if words in goal)


def test_cost_counts_the_database_too():
    figures = results()["figures"]
    figures["cold"][FILTER] = figure(8, database=3)
    assert verdict(results(), "filter page, cold") is True
    assert verdict(results(figures=figures), "filter page, cold") is False


def test_goal_without_its_page_is_neither_reached_nor_missed():
    assert verdict(results(), "place, heavy, cold") is None


def test_datasette_has_to_cost_ten_times_as_much():
    assert verdict(results(), "Datasette") is True
    assert verdict(results(beside={OTHER: figure(80)}), "Datasette") is False
    assert verdict(results(beside={}), "Datasette") is None


@pytest.mark.parametrize(("tenth", "reached"), [(7, True), (5, False)])
def test_growth_names_the_pages_that_grow(tenth, reached):
    figures = {"cold": {FILTER: figure(9)}, "tenth": {FILTER: figure(tenth)}}
    _goal, told, words = growth(figures)
    assert told is reached
    assert FILTER in words


def test_memory_is_what_the_download_adds():
    held = {"bytes": 5_000_000, "before_mb": 100, "peak_mb": 108, "seconds": 2.0}
    assert memory(held)[1] is True
    assert memory(held | {"peak_mb": 190})[1] is False


def test_company_compares_a_page_alone_and_beside_downloads():
    waits = {"downloads": 3, "alone_p50_ms": 10.0, "beside_p50_ms": 25.0}
    assert company(waits)[1] is False


def test_table_tells_figures_absences_and_goals():
    told = table(results())
    assert "not there: map cold (404)" in told
    assert "NOT REACHED" not in told
    assert f"{FILTER:<11}" in told


def test_columns_are_aligned():
    lines = aligned([["a page", "cold", *["1.0"] * (len(HEADINGS) - 2)]])
    assert len({len(line) for line in lines}) == 1


def test_figures_are_medians_but_requests_are_summed():
    rounds = [{"requests": 3, "p50_ms": ms} for ms in (1.0, 9.0, 2.0)]
    assert middle(rounds, "requests") == 9
    assert middle(rounds, "p50_ms") == 2.0


def test_every_round_begins_elsewhere_and_leaves_nothing_out():
    rounds = [turned(list(range(7)), number) for number in range(3)]
    assert len({row[0] for row in rounds}) == 3
    assert all(sorted(row) == list(range(7)) for row in rounds)


def test_every_page_has_an_address():
    assert all(path.startswith("/") for path in pages("/a/", "/b/").values())


def test_datasette_is_asked_for_the_same_list():
    asked = address("FL", "287g")
    assert "state=FL&type=287g" in asked
    assert asked.count("_facet=") == 5


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_work_of_a_child_that_ended_counts():
    used = Used(os.getpid())
    work = "import time\nwhile time.process_time() < 0.3: pass"
    subprocess.run([sys.executable, "-c", work], check=True)
    assert used.seconds() >= 0.2
