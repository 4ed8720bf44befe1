"""Rooms, migrations and decisions are named for what they hold."""

import re

from tests.house.tree import ROOT, files

# Rooms that grow into the whole house, because anything may be put there.
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def nameless_rooms(paths):
    """Return paths of which a folder or module has a name that says nothing."""
    return [
        path
        for path in paths
        if FORBIDDEN & {part.removesuffix(path.suffix) for part in path.parts}
    ]


def unnamed_migrations(paths):
    """Return migrations that were left with the name a machine gave."""
    return [path for path in paths if re.match(r"\d{4}_auto_|\d{4}_.*\d{8}", path.name)]


def misnumbered_decisions(texts):
    """Return decisions whose heading has another number than their file.

    `texts` maps a file's name, as 0003-citations.md, to what it says.
    """
    return [
        name
        for name, text in texts.items()
        if not re.match(rf"# (ADR )?0*{int(name[:4])}\b", text)
    ]


def test_no_room_without_a_purpose():
    inside = [path.relative_to(ROOT) for path in files("*")]
    assert nameless_rooms(inside) == []


def test_room_without_a_purpose_is_found():
    paths = [ROOT / "news" / "utils.py", ROOT / "core" / "x.py", ROOT / "news" / "x.py"]
    assert nameless_rooms([path.relative_to(ROOT) for path in paths]) == [
        paths[0].relative_to(ROOT),
        paths[1].relative_to(ROOT),
    ]


def test_every_migration_is_named():
    assert unnamed_migrations(files("migrations/0*.py")) == []


def test_unnamed_migration_is_found():
    names = ["0002_auto_20261121_2200.py", "0003_term_end.py"]
    assert unnamed_migrations([ROOT / name for name in names]) == [ROOT / names[0]]


def test_decisions_bear_the_number_of_their_file():
    texts = {path.name: path.read_text() for path in files("0*.md", under="docs/adr")}
    assert texts, "there are no decisions in docs/adr"
    assert misnumbered_decisions(texts) == []
    assert len({name[:4] for name in texts}) == len(texts), "a number is used twice"


def test_misnumbered_decision_is_found():
    texts = {"0002-floors.md": "# 1. Floors", "0003-dates.md": "# 3. Dates\n"}
    assert misnumbered_decisions(texts) == ["0002-floors.md"]
