"""What is told of loading and of Lighthouse's reports, from figures made for it."""

import pytest

from benchmarks import lighthouse, loading

SLOW = "400 kbps, 400 ms"


def figure(**changes):
    """Return the medians of a page that reaches every goal."""
    found = {"network": SLOW, "path": "/", "goal_lcp_ms": 4_000, "lcp_ms": 900}
    return found | {"cls": 0.0, "tbt_ms": 0, "bytes": 20_000} | changes


@pytest.mark.parametrize(
    ("changes", "goals"),
    [
        ({}, []),
        ({"lcp_ms": 4_000, "cls": 0.02}, []),
        ({"lcp_ms": 4_001}, ["LCP"]),
        ({"cls": 0.021, "tbt_ms": 1}, ["CLS", "TBT"]),
    ],
)
def test_goal_is_missed_when_a_figure_is_above_it(changes, goals):
    assert loading.missed(figure(**changes)) == goals


def test_figures_are_medians():
    seen = [{"lcp": n, "cls": n / 100, "tbt": 0, "bytes": 10} for n in (9, 1, 2)]
    assert loading.middles(seen) == {"lcp_ms": 2, "cls": 0.02, "tbt_ms": 0, "bytes": 10}


def test_table_names_each_network_and_what_is_missed():
    rows = [figure(), figure(path="/es/", tbt_ms=3)]
    text = loading.table(
        {"runs": 5, "cores": 2, "load": [0.1, 0.2, 0.3], "figures": rows}
    )
    assert all(network in text for network in loading.NETWORKS)
    assert "NOT REACHED: TBT" in text
    assert text.splitlines()[0] == "5 runs, 2 cores, load 0.1, 0.2, 0.3"


def test_report_tells_scores_and_what_costs_points():
    audits = {
        "largest-contentful-paint": {"numericValue": 900.4},
        "total-blocking-time": {"numericValue": 0},
        "cumulative-layout-shift": {"numericValue": 0.00001},
        "meta-description": {"score": 0, "scoreDisplayMode": "binary"},
        "hreflang": {"score": 1, "scoreDisplayMode": "binary"},
        "structured-data": {"score": None, "scoreDisplayMode": "manual"},
    }
    refs = [
        {"id": name, "weight": 1}
        for name in ("meta-description", "hreflang", "structured-data")
    ]
    told = {"audits": audits, "categories": {"seo": {"score": 0.92, "auditRefs": refs}}}
    found = lighthouse.judged(told)
    assert found["scores"] == {"seo": 92}
    assert found["costs"] == {"seo": ["meta-description"]}
    assert found["lcp_ms"] == 900
    line = lighthouse.line({"path": "/", **found})
    assert line.split() == ["/", "92", "meta-description"]
