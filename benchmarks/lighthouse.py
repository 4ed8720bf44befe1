"""Ask Lighthouse what it makes of the pages, as a phone shows them: 100 of everything.

It is npm's package, fetched into a folder of its own under `var/benchmarks`; it is no
dependency of the site.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.databases import KEPT, tell
from benchmarks.readers import LANGUAGES, site, warm
from benchmarks.report import RESULTS
from tests.chromium import browser

# The last that runs on Node 20; 13 and later ask for 22.19.
VERSION = "12.8.2"
HOME = KEPT / "lighthouse"
PROGRAM = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WHOLE = 100
# Chromium refuses its sandbox to root, as which a container runs.
FLAGS = "--headless=new --no-sandbox"


def run(database=None):
    """Ask about each page in both languages; keep the scores and what costs points."""
    program = installed()
    with browser() as path, site(database) as (address, pages):
        found = []
        for page, at in pages.items():
            for language in LANGUAGES:
                url = f"{address}{language}{at}"
                warm(url)
                found.append({"page": page, "path": f"{language}{at}"})
                found[-1] |= judged(report(program, path, url))
                tell(line(found[-1]))
    results = {
        "day": datetime.now(UTC).date().isoformat(),
        "lighthouse": VERSION,
        "cores": os.cpu_count(),
        "load": [round(load, 1) for load in os.getloadavg()],
        "pages": found,
    }
    kept = RESULTS / "lighthouse.json"
    kept.write_text(json.dumps(results, indent=2) + "\n")
    below = [one for one in found if min(one["scores"].values()) < WHOLE]
    whole = len(found) - len(below)
    sys.stdout.write(f"{whole} of {len(found)} pages have 100 of everything\n")


def installed():
    """Return Lighthouse's program, fetched if need be.

    :raises LookupError: if it cannot be had.
    """
    told = PROGRAM.parents[1] / "package.json"
    if not told.exists() or json.loads(told.read_text())["version"] != VERSION:
        if not shutil.which("npm"):
            raise LookupError("no npm here, by which Lighthouse comes")
        HOME.mkdir(parents=True, exist_ok=True)
        quiet = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund"]
        fetch = ["npm", "install", "--prefix", HOME, *quiet, f"lighthouse@{VERSION}"]
        done = subprocess.run(fetch, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise LookupError(f"Lighthouse cannot be fetched: {done.stderr.strip()}")
    return PROGRAM


def report(program, chromium, url):
    """Return Lighthouse's report of a page, on a phone with its slow network."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        asked = ["--quiet", "--output=json", f"--output-path={file}"]
        asked += [
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={FLAGS}",
        ]
        subprocess.run(  # noqa: S603 - our own command
            ["node", program, url, *asked],  # noqa: S607
            env=os.environ | {"CHROME_PATH": chromium},
            check=True,
        )
        return json.loads(file.read_text())


def judged(told):
    """Return a report's scores, its times, and the audits that cost it points."""
    audits, costs = told["audits"], {}
    for name, category in told["categories"].items():
        below = [
            part["id"]
            for part in category["auditRefs"]
            if part["weight"] and (audits[part["id"]]["score"] or 0) < 1
            if audits[part["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
        ]
        if below:
            costs[name] = below
    return {
        "scores": {
            name: round(category["score"] * WHOLE)
            for name, category in told["categories"].items()
        },
        "lcp_ms": round(audits["largest-contentful-paint"]["numericValue"]),
        "tbt_ms": round(audits["total-blocking-time"]["numericValue"]),
        "cls": round(audits["cumulative-layout-shift"]["numericValue"], 4),
        "costs": costs,
    }


def line(page):
    """Return a page's scores in a line, with what costs points."""
    scores = "  ".join(f"{score:>3}" for score in page["scores"].values())
    costs = ", ".join(name for names in page["costs"].values() for name in names)
    return f"{page['path']:<48} {scores}  {costs}".rstrip()
