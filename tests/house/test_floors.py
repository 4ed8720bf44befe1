"""Floors hold: records below, faces above, and a breach is caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import APPS, ROOT

# Modules an app may have, by floor. What is not here has none yet: give it one, in
# .importlinter too.
RECORDS = {"models", "derive", "enums", "matching", "outlines"}
TOLD = {"claims", "columns", "comparison", "excerpts", "footnotes", "glossary"}
TOLD |= {
    "articles",
    "bilingual",
    "designations",
    "edits",
    "grammar",
    "history",
    "lifelines",
    "likeness",
    "maps",
    "questions",
    "rollcall",
    "sentences",
    "spelling",
    "standings",
    "structured",
    "style",
    "tables",
    "timeline",
    "trends",
}
FACES = {"api", "feeds", "filters", "urls", "views", "viewsets", "wagtail_hooks"}
WRITERS = {"actions", "bulk", "changes", "duplicates", "freshness", "gazetteer"}
WRITERS |= {"intake", "management", "receiving", "registry", "roster", "spreadsheets"}
WRITERS |= {"filing", "stories"}
BESIDE = {"__init__", "apps", "migrations"}
FLOORS = RECORDS | TOLD | FACES | WRITERS | BESIDE

BREACHES = {
    "a record of a lower app leans on a higher one": (
        "jurisdictions/models/body.py",
        "import policies.models",
    ),
    "a derived fact leans on a model": ("policies/derive.py", "import policies.models"),
    "what is told asks a model": ("policies/sentences.py", "import policies.models"),
    "a record asks the floor above": ("policies/models/vote.py", "import news.claims"),
    "a record knows a face": ("policies/models/vote.py", "import policies.filters"),
    "a face knows another app's face": ("news/filters.py", "import policies.filters"),
    "a face knows every address": ("news/filters.py", "import config.urls"),
    "the site leans on its tests": ("news/filters.py", "import tests.parts"),
}


def homeless(app, rooms):
    """Return the modules of an app's folder that stand on no floor."""
    found = {path.stem for path in Path(app).glob("*.py")}
    found |= {path.parent.name for path in Path(app).glob("*/__init__.py")}
    return sorted(found - rooms)


@pytest.mark.parametrize("app", APPS[1:])
def test_every_module_stands_on_a_floor(app):
    assert homeless(ROOT / app, FLOORS) == []


def test_homeless_module_is_found(tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").touch()
    (tmp_path / "services.py").touch()
    assert homeless(tmp_path, RECORDS) == ["services"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Return a copy of the code, to be broken."""
    folder = tmp_path_factory.mktemp("copy")
    for part in (*APPS, "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=without_caches)
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def without_caches(folder, names):
    """Leave out what is not code."""
    return [name for name in names if name in {"__pycache__", "browser"}]


def lint(folder):
    """Run the import linter over a folder and return what it did."""
    linter = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [linter, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("module", "line"), BREACHES.values(), ids=BREACHES)
def test_breach_is_caught(copy, module, line):
    path = copy / module
    kept = path.read_text()
    path.write_text(f"{kept}\n{line}\n")
    try:
        done = lint(copy)
    finally:
        path.write_text(kept)
    assert done.returncode == 1
    assert " BROKEN" in done.stdout


def test_code_keeps_the_contract(copy):
    assert lint(copy).returncode == 0
