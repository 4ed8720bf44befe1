"""The words of a record around what a reader looked for, cut into marked pieces.

Pieces, not markup: the template escapes each, so no text can become an element.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from jurisdictions.derive import plain_words, spellings, unaccented

# “287(g)”, which a search takes for one word, or a word with its apostrophes and stops.
WORD = re.compile(r"\b287[\s-]*(?:\(g\)|g\b)|\w+(?:['’.]\w+)*", re.IGNORECASE)
LENGTH = 200  # of an excerpt, in characters
LOOKED_AT = 100  # found words of a text from which the best part is chosen
BEFORE = 60  # of these so many at most come before what was found
# What two words of one stem may differ in at their ends, English and Spanish.
ENDINGS = (
    *("aciones", "amiento", "ciones", "ations", "mente", "ation", "acion", "cion"),
    *("ions", "ings", "ment", "ados", "adas", "ing", "ion", "ies", "ers", "ors"),
    *("ado", "ada", "ed", "er", "or", "es", "ly", "ar", "s", "e", "y", "o", "a"),
)
STEM = 4  # letters that a stem has at least
# Marked only where nothing else was looked for.
LITTLE = frozenset(
    ("a", "al", "an", "and", "by", "de", "del", "el", "en", "for", "in", "la", "las")
    + ("los", "of", "on", "or", "the", "to", "y")
)


class Piece(NamedTuple):
    """A run of text, and whether it is what was looked for."""

    text: str
    found: bool


class Asked(NamedTuple):
    """A word that was looked for, folded: its spellings, its stem, what it begins."""

    ways: frozenset[str]
    root: str
    beginning: str

    def is_in(self, word: str, root: str) -> bool:
        """Return whether a folded word, with its stem, is one that this finds."""
        return word in self.ways or root == self.root or word.startswith(self.beginning)


class Token(NamedTuple):
    """A word of a text: where it is, and which of the words asked for it answers."""

    start: int
    end: int
    answers: frozenset[Asked]


@lru_cache(maxsize=1_000)
def stem(word: str) -> str:
    """Return a folded word without its ending, roughly, to tell what to mark."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=20_000)  # the words of records come again and again
def folded(word: str) -> tuple[str, str]:
    """Return a word of a text folded, and its stem."""
    plain = unaccented(plain_words(word)).replace(" ", "")
    return plain, stem(plain)


@lru_cache(maxsize=100)
def asked_words(words: str) -> tuple[Asked, ...]:
    """Return the words of a search that are worth marking."""
    every = dict.fromkeys(unaccented(plain_words(words)).split())
    worth = [word for word in every if word not in LITTLE] or list(every)
    return tuple(
        # A short word is looked for whole; no text has a NUL to begin with.
        Asked(frozenset(spellings(word)), stem(word), word if len(word) > 2 else "\0")
        for word in worth
    )


def tokens_of(text: str, asked: Iterable[Asked]) -> list[Token]:
    """Return the words of a text that a search finds, in order."""
    found = []
    for match in WORD.finditer(text):
        word, root = folded(match[0])
        if hit := frozenset(one for one in asked if one.is_in(word, root)):
            found.append(Token(match.start(), match.end(), hit))
    return found


def marked(text: str, words: str) -> list[Piece]:
    """Return a whole text in pieces, what a search finds apart; nothing is left out."""
    return _cut(text, tokens_of(text, asked_words(words)), 0, len(text))


def excerpt(texts: Iterable[str], words: str) -> list[Piece]:
    """Return the pieces of that text which has most of the words, around them.

    None has any: no pieces. Of a long text the part with most of the words is
    returned, with “…” for what is left out.
    """
    asked = asked_words(words)
    best: tuple[int, str, list[Token]] = (0, "", [])
    for text in filter(None, texts):
        text = " ".join(text.split())
        found = tokens_of(text, asked)
        count = len({one for token in found for one in token.answers})
        if count > best[0]:
            best = (count, text, found)
    _count, text, found = best
    if not found:
        return []
    start, end = _window(text, found)
    pieces = _cut(text, found, start, end)
    before = [Piece("… ", False)] if start else []
    after = [Piece(" …", False)] if end < len(text) else []
    return [*before, *pieces, *after]


def _window(text: str, found: list[Token]) -> tuple[int, int]:
    """Return where the part with most of the words begins and ends, between words."""
    if len(text) <= LENGTH + BEFORE:
        return 0, len(text)

    def told(first: Token) -> int:
        near = (
            t.answers for t in found if 0 <= t.start - first.start < LENGTH - BEFORE
        )
        return len(frozenset().union(*near))

    first = max(found, key=told)  # the earliest of those that tell as much
    start = max(0, first.start - BEFORE)
    if start:
        start = text.find(" ", start, first.start) + 1 or first.start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first.end)
    return start, end


def _cut(text: str, found: list[Token], start: int, end: int) -> list[Piece]:
    """Return a part of a text in pieces; found words side by side are one phrase."""
    marks = [False] * len(text)
    for before, token in zip([None, *found], found, strict=False):
        since, until = token.start, token.end
        if before and text[before.end : token.start].strip(" -–’'()") == "":
            since = before.end
            # A phrase that opens a bracket ends with it: “1373(a)”.
            until += "(" in text[since : token.start] and text[until:].startswith(")")
        marks[since:until] = [True] * (until - since)
    runs = groupby(range(start, end), key=marks.__getitem__)
    return [Piece("".join(text[place] for place in run), found) for found, run in runs]
