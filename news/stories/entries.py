"""Reading the stories' files: no database, only what stands in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

# What several stories lean on comes before the stories themselves.
FILES = (
    "places.toml",
    "sources.toml",
    "several.toml",
    "000-birmingham-hsi.toml",
    "001-clarkston.toml",
    "002-south-miami.toml",
    "003-seven-cities.toml",
    "004-birmingham-sanctuary.toml",
)

# The field whose record an entry's slug is unique within; elsewhere it is unique.
SCOPES = {
    "jurisdiction": "state",
    "agency": "jurisdiction",
    "body": "jurisdiction",
    "policy": "jurisdiction",
    "courtcase": "jurisdiction",
    "vote": "body",
}


@dataclass(frozen=True)
class Entry:
    """One record as a file tells it: its type, its fields and rows beneath it."""

    kind: str
    values: dict[str, Any]

    @property
    def reference(self) -> str:
        """What other entries call it: “al/birmingham”, “al/birmingham/police”."""
        scope = SCOPES.get(self.kind)
        return f"{self.values[scope]}/{self.slug}" if scope else self.slug

    @property
    def slug(self) -> str:
        """The record's address, which is also what finds it on the next run."""
        slug: str = self.values["slug"]
        return slug


def read(folder: Path = FOLDER) -> Iterator[Entry]:
    """Yield the entries of every file, in order.

    A file's `told_by` is the source of each of its citations that names no other.
    """
    for name in FILES:
        tables = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        source = tables.pop("told_by", None)
        for kind, entries in tables.items():
            for values in entries:
                yield Entry(kind, with_source(values, source))


def with_source(values: dict[str, Any], source: str | None) -> dict[str, Any]:
    """Return an entry whose citations, and those beneath it, all name a source."""
    told = dict(values)
    for name, rows in values.items():
        if name == "citations":
            told[name] = [{"source": source, **row} for row in rows]
        elif isinstance(rows, list) and rows and isinstance(rows[0], dict):
            told[name] = [with_source(row, source) for row in rows]
    return told
