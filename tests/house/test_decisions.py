"""Decisions are pages of one form, and what they list is what there is."""

import re

import pytest

from tests.house.tree import ROOT, files

DECISIONS = files("*.md", under="docs/adr")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")
PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *files("*.md", under="docs")]


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decision_has_the_form_of_one(path):
    lines = path.read_text().splitlines()
    assert lines[0].startswith(f"# {path.name[:4]} ")
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Context", "## Decision", "## Consequences"]
    assert len(lines) < 70, "one page"


def test_every_runtime_dependency_has_its_reason():
    inputs = (ROOT / "requirements.in").read_text().splitlines()
    named = [
        re.split(r"[~=<>\s#]", line)[0].lower()
        for line in inputs
        if line and not line.startswith(("#", "-"))
    ]
    words = (ROOT / "docs/adr/0009-dependencies.md").read_text().lower()
    assert [name for name in named if f"| {name}" not in words] == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    targets = [path.parent / found for found in LINK.findall(path.read_text())]
    assert [str(target) for target in targets if not target.exists()] == []
