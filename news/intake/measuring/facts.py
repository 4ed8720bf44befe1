"""Articles with the facts that somebody wrote down for them, from a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from news.intake.articles import Article

LISTS = ("jurisdictions", "agreements", "votes", "officials", "organizations")
ENDINGS = (".facts.json", ".json")
# What an entry of each list must at least say.
NEEDED = {
    "jurisdictions": "name",
    "agreements": "type",
    "votes": "body",
    "officials": "name",
    "organizations": "name",
}


class FactsRefused(Exception):
    """A file or folder that is not what measuring needs; says which and why."""


@dataclass(frozen=True)
class Sample:
    """An article and its facts, under the name that its two files share."""

    name: str
    article: Article
    facts: dict[str, Any]


def samples_in(folder: Path) -> list[Sample]:
    """Return the articles of a folder with their facts, by name.

    :raises FactsRefused: if anything there lacks its partner or cannot be read.
    """
    if not folder.is_dir():
        raise FactsRefused(f"There is no folder {folder}.")
    texts = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    facts: dict[str, Path] = {}
    for path in sorted(folder.glob("*.json")):
        name = path.name.removesuffix(".json").removesuffix(".facts")
        if name in facts:
            raise FactsRefused(f"{facts[name]} and {path} are both of {name}.txt.")
        facts[name] = path
    if not texts and not facts:
        raise FactsRefused(f"{folder} has no article: nothing there ends in .txt.")
    if alone := [texts[name] for name in texts if name not in facts]:
        wanted = f"{alone[0].stem}{ENDINGS[0]}"
        raise FactsRefused(f"{alone[0]} has no facts: there is no {wanted} beside it.")
    if alone := [facts[name] for name in facts if name not in texts]:
        raise FactsRefused(f"{alone[0]} has no article of its name in .txt beside it.")
    return [sample_of(name, texts[name], facts[name]) for name in texts]


def sample_of(name: str, text: Path, facts: Path) -> Sample:
    """Return one article with its facts.

    :raises FactsRefused: if a file is no UTF-8, or the facts are of another form.
    """
    told = facts_of(facts)
    published = told.get("published")
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except (TypeError, ValueError) as error:
        raise FactsRefused(
            f"{facts}: “published” is {published!r}, and not a day such as 2017-02-01."
        ) from error
    article = Article(
        _read(text),
        told.get("title") or "",
        day,
        told.get("language") or "",
    )
    return Sample(name, article, told)


def facts_of(path: Path) -> dict[str, Any]:
    """Return the facts that a file tells.

    :raises FactsRefused: saying what is missing or of the wrong kind.
    """
    try:
        told = json.loads(_read(path))
    except ValueError as error:
        raise FactsRefused(f"{path} is no JSON: {error}.") from error
    if not isinstance(told, dict):
        raise FactsRefused(f"{path} has to be one object with lists of facts.")
    for name in LISTS:
        rows = told.get(name)
        if not isinstance(rows, list):
            raise FactsRefused(f"{path} has no list “{name}”.")
        for row in rows:
            if not isinstance(row, dict) or not isinstance(row.get(NEEDED[name]), str):
                raise FactsRefused(
                    f"{path}: an entry of “{name}” has no “{NEEDED[name]}”."
                )
    return told


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FactsRefused(f"{path} cannot be read as UTF-8: {error}.") from error
