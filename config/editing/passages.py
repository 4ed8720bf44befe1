"""Finding quotations in the text of a source; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What a typesetter prints for the mark an editor types, either way round.
MARKS = ('"“”', "'‘’", "-–—‑")


@dataclass(frozen=True)
class Passage:
    """A run of text, and whether the record quotes it."""

    text: str
    quoted: bool


def paragraphs(text: str, quotes: Iterable[str]) -> list[list[Passage]]:
    """Return the paragraphs of a text, each cut where a quotation begins or ends."""
    spans = spans_of(text, quotes)
    # Where blank lines part the paragraphs, a single one is only a broken line.
    one = r"\S(?:.|\n(?!\s*\n))*" if re.search(r"\S\s*\n\s*\n", text) else r"\S.*"
    return [
        list(cut(text, found.start(), found.end(), spans))
        for found in re.finditer(one, text)
    ]


def missing_quotes(text: str, quotes: Iterable[str]) -> list[str]:
    """Return the quotations that a text does not contain."""
    return [quote for quote in quotes if not spans_of(text, [quote])]


def spans_of(text: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    """Return where quotations stand in a text, in order and without overlaps."""
    found = sorted(
        match.span()
        for quote in quotes
        if quote.strip()
        for match in re.finditer(pattern_of(quote), text, re.IGNORECASE)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def pattern_of(quote: str) -> str:
    """Return a pattern for a quotation, whatever its spaces and printed marks."""
    return r"\s+".join("".join(map(_sign, word)) for word in quote.split())


def _sign(sign: str) -> str:
    alike = next((marks for marks in MARKS if sign in marks), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(sign)


def cut(
    text: str, start: int, end: int, spans: Iterable[tuple[int, int]]
) -> Iterator[Passage]:
    """Yield the passages of one stretch of a text, quoted and not."""
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        if start < first:
            yield Passage(text[start:first], quoted=False)
        yield Passage(text[first:last], quoted=True)
        start = last
    if start < end:
        yield Passage(text[start:end], quoted=False)
