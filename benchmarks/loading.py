"""Measure what a reader with a slow phone waits for, in a real browser.

Chromium is slowed as its own tools slow it: each answer comes later by the latency,
its bytes at the network's pace, and scripts run on a quarter of the CPU.
"""

import json
import os
import statistics
import sys
from datetime import UTC, datetime

from playwright.sync_api import sync_playwright

from benchmarks.databases import tell
from benchmarks.readers import LANGUAGES, site, warm
from benchmarks.report import RESULTS
from tests.chromium import browser

RUNS = 5
SLOWER = 4  # times that the CPU is
# Pace in bits a second, latency in ms, and the ms in which the main part must stand.
NETWORKS = {
    "9 Mbps, 100 ms": (9_000_000, 100, 1_200),
    "400 kbps, 400 ms": (400_000, 400, 4_000),
}
MOST_SHIFT, MOST_BLOCKED = 0.02, 0
PHONE = {"width": 390, "height": 844}
# What a page notes of itself: ms until the largest part stood, shifts, long tasks.
WATCH = """
window.seen = {lcp: 0, cls: 0, tasks: []};
const watch = (type, note) => new PerformanceObserver(
    list => list.getEntries().forEach(note)).observe({type, buffered: true});
watch("largest-contentful-paint", entry => { seen.lcp = entry.startTime; });
watch("layout-shift", entry => { if (!entry.hadRecentInput) seen.cls += entry.value; });
watch("longtask", entry => { seen.tasks.push([entry.startTime, entry.duration]); });
"""
# Blocked is what a task takes beyond 50 ms, once something is there to be touched.
TOLD = """
() => {
    const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const late = ([start, took]) => start + took - Math.max(start, painted) - 50;
    const tbt = seen.tasks.reduce((sum, task) => sum + Math.max(late(task), 0), 0);
    return {lcp: seen.lcp, cls: seen.cls, tbt};
}
"""
SETTLED_MS = 1_000  # in which whatever would still move or block shows itself


def run(runs=RUNS, database=None):
    """Measure each page in both languages on each network; keep and tell figures."""
    with (
        browser() as path,
        site(database) as (address, pages),
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=path)
        found = list(figures(chromium, address, pages, runs))
        version = chromium.version
        chromium.close()
    results = {
        "day": datetime.now(UTC).date().isoformat(),
        "runs": runs,
        "cores": os.cpu_count(),
        "load": [round(load, 1) for load in os.getloadavg()],
        "chromium": version,
        "figures": found,
    }
    kept = RESULTS / "loading.json"
    kept.write_text(json.dumps(results, indent=2) + "\n")
    sys.stdout.write(table(results) + "\n")


def figures(chromium, address, pages, runs):
    """Yield the medians of each page: what was measured, and on which network."""
    for network, (pace, latency, most) in NETWORKS.items():
        for name, path in pages.items():
            for language in LANGUAGES:
                url = f"{address}{language}{path}"
                warm(url)
                seen = [visit(chromium, url, pace, latency) for _ in range(runs)]
                tell(f"{network}: {language}{path}")
                yield {
                    "network": network,
                    "page": name,
                    "path": f"{language}{path}",
                    "goal_lcp_ms": most,
                    **middles(seen),
                }


def middles(seen):
    """Return the median of each figure of some visits."""
    middle = {name: statistics.median(one[name] for one in seen) for name in seen[0]}
    return {
        "lcp_ms": round(middle["lcp"]),
        "cls": round(middle["cls"], 4),
        "tbt_ms": round(middle["tbt"]),
        "bytes": round(middle["bytes"]),
    }


def visit(chromium, url, pace, latency):
    """Open a page for the first time on a slow phone; return what was seen."""
    context = chromium.new_context(viewport=PHONE, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(WATCH)
    tools = context.new_cdp_session(page)
    sizes = []
    tools.on("Network.loadingFinished", lambda told: sizes.append(told))
    tools.send("Network.enable")
    slow = {"offline": False, "latency": latency}
    slow |= {"downloadThroughput": pace / 8, "uploadThroughput": pace / 8}
    tools.send("Network.emulateNetworkConditions", slow)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="load")
    page.wait_for_timeout(SETTLED_MS)
    seen = page.evaluate(TOLD)
    context.close()
    return seen | {"bytes": sum(told["encodedDataLength"] for told in sizes)}


def missed(figure):
    """Return the goals that a page does not reach, in words."""
    goals = {
        "LCP": figure["lcp_ms"] > figure["goal_lcp_ms"],
        "CLS": figure["cls"] > MOST_SHIFT,
        "TBT": figure["tbt_ms"] > MOST_BLOCKED,
    }
    return [name for name, too_much in goals.items() if too_much]


def table(results):
    """Return a run as aligned lines, with the goals of each network."""
    load = ", ".join(map(str, results["load"]))
    lines = [f"{results['runs']} runs, {results['cores']} cores, load {load}"]
    for network, (_pace, _latency, most) in NETWORKS.items():
        lines.append(
            f"\n{network}: LCP at most {most} ms, CLS {MOST_SHIFT}, "
            f"TBT {MOST_BLOCKED} ms"
        )
        for row in results["figures"]:
            if row["network"] == network:
                goals = ", ".join(missed(row))
                lines.append(
                    f"{row['path']:<48} {row['lcp_ms']:>5} ms {row['cls']:>7} "
                    f"{row['tbt_ms']:>4} ms {row['bytes'] / 1000:>5.1f} kB  "
                    + (f"NOT REACHED: {goals}" if goals else "reached")
                )
    return "\n".join(lines)
