"""Nothing in the repository speaks of the machine or the place it was made in."""

import re

import pytest

from tests.house.tree import ROOT, files, lines_matching

# Somebody's folders; `path/to/…` and the folders of a container are nobody's.
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.])/(home|root|Users|work|workspace|mnt)/\w")
# What a reader of the repository cannot open.
OUT_OF_REACH = re.compile(
    r"\.\./shared|\b(acceptance|interface|vocabulary|style|design|stack)\.md"
    r"|\bissue \d",
    re.IGNORECASE,
)
# In small letters the first of these is Spanish for “all”.
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|(?i:coming soon)")
HERE = ROOT / "tests" / "house" / "test_words.py"
RULES = (SOMEBODYS_FOLDER, OUT_OF_REACH, UNFINISHED)


@pytest.mark.parametrize("rule", RULES)
def test_no_such_words(rule):
    paths = [path for path in files("*") if path != HERE]
    assert lines_matching(rule, paths) == []


@pytest.mark.parametrize(
    ("rule", "broken", "fine"),
    [
        (SOMEBODYS_FOLDER, "see /home/ada/x", "PYTHON=/path/to/python3.11"),
        (OUT_OF_REACH, "as design.md says", "docs/adr/0002-floors.md"),
        (OUT_OF_REACH, "see issue 12", "each issue of ICE's list"),
        (UNFINISHED, "# TODO later", "todo el órgano"),
    ],
)
def test_such_words_are_found(rule, broken, fine):
    assert rule.search(broken)
    assert not rule.search(fine)
