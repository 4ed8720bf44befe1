"""Lists in an article: bullets below a sentence, or names in a row within one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.reading import Reading
from news.intake.sentences import Sentence

_cap = r"(?:[A-ZÁÉÍÓÚÑ0-9][\w&.'-]*)"
_link = r"(?:of|for|and|the|de|del|la|los|las|y|e|para|por|&|in|on|to|en|a|with|pro)"
GROUP = (
    rf"{_cap}(?: {_cap}| {_link}(?: {_link})? {_cap}){{0,9}}(?: \([A-Z]{{2,}}[\w-]*\))?"
)
# Names in a row: none of them may hold an “and” of its own but the last.
_plain = (
    rf"{_cap}(?: {_cap}| (?:of|for|de|del|para|por|in|on|to|en)(?: the| la| los| "
    rf"las)? {_cap}){{0,8}}(?: \([A-Z]{{2,}}[\w-]*\))?"
)
ROW = (
    rf"(?P<row>(?:the )?{_plain}(?:, (?:the )?{_plain}){{0,12}},? (?:and|y|e|&) "
    rf"(?:the )?{GROUP}|(?:the )?{GROUP})"
)
INTRODUCES = re.compile(
    r"\b(?:organi[sz]ations?|groups?|signed|signator(?:y|ies)|signers|"
    r"coalition|members|"
    r"nonprofits|churches|unions|organizaciones|grupos|firmantes|firmaron|coalición|"
    r"congregations|agencies|partners|sponsors|entidades)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listed:
    """The items of a bulleted list, and the sentence that introduces them."""

    intro: Sentence
    items: tuple[Sentence, ...]


def lists_of(reading: Reading) -> list[Listed]:
    """Return the bulleted lists of an article with their introductions."""
    found: list[Listed] = []
    items: list[Sentence] = []
    intro: Sentence | None = None
    for sentence in reading.told:
        if sentence.is_item:
            items.append(sentence)
            continue
        if intro is not None and items:
            found.append(Listed(intro, tuple(items)))
        intro, items = sentence, []
    if intro is not None and items:
        found.append(Listed(intro, tuple(items)))
    return found


def row_of(words: str) -> Iterator[str]:
    """Yield the names of a row: “A, B and the C of D”."""
    parts = re.split(r", (?:and |y )?(?:the )?", words)
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        pieces = [part]
        if last and len(parts) > 1:
            pieces = re.split(r" (?:and|y|&) (?:the )?(?=[A-Z])", part, maxsplit=1)
        elif last:
            pieces = _two(part)
        for piece in pieces:
            name = re.sub(r"^(?:the|and|y|la|el|los|las) ", "", piece.strip())
            if name:
                yield name


def _two(part: str) -> list[str]:
    """Return the two names of “A Center and B Coalition”, or the one of “A and B”."""
    pieces = re.split(r" (?:and|y|&) (?:the )?(?=[A-Z])", part)
    if len(pieces) == 2 and all(" " in piece or piece.isupper() for piece in pieces):
        return pieces
    return [part]
