"""The paragraphs of an article, and what each is: prose, heading, list, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from news.intake.furniture import (
    ends_story,
    is_caption,
    is_correction,
    is_furniture,
)

BULLET = re.compile(r" *(?:[•●▪◦‣∙·*–—-]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
SIGN = re.compile(r" *(?:[•●▪◦‣∙·*–—-])[ \t]*(?=[^\W_])")
SENTENCE_END = (".", "!", "?", '."', '?"', '!"', ".'", "…", ".)", '",', '".')
# A headline stands in the first lines; further down a line like it offers a story.
FIRST_LINES = 4
LONGEST_HEADING = 7  # words
LONGEST_ITEM = 40  # words; a longer line that opens with a dash is prose
NAME_ONLY = re.compile(r"[A-Z][\w.'-]+(?:,? (?:of |de )?[A-Z][\w.'-]+){0,3}$")
HARD_WRAP = range(50, 110)  # characters of a line that was cut, not ended


class ParagraphKind(Enum):
    """What a paragraph is to the story."""

    HEADLINE = "headline"
    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    CORRECTION = "correction"
    FURNITURE = "furniture"


TOLD = (ParagraphKind.PROSE, ParagraphKind.ITEM)


@dataclass(frozen=True)
class Paragraph:
    """A run of an article's text. The number counts between blank lines, from 1.

    Lines of one block have its number in common. Start and end are places in the
    article's text; `plain` is the run with one kind of quotation mark.
    """

    number: int
    start: int
    end: int
    plain: str
    kind: ParagraphKind = ParagraphKind.PROSE

    @property
    def is_told(self) -> bool:
        """Whether it tells the story, so that facts can be taken from it."""
        return self.kind in TOLD


def paragraphs_of(plain: str, headline: str = "") -> list[Paragraph]:
    """Return the paragraphs of a plain text, each with its kind.

    Below the comments' heading nothing is told any more.
    """
    found: list[Paragraph] = []
    over = begun = False
    lines = list(_lines(plain))
    for place, line in enumerate(lines):
        over = over or (place > 1 and ends_story(line.plain.strip()))
        kind = (
            ParagraphKind.FURNITURE if over else _kind_of(line, place, lines, headline)
        )
        if begun and kind is ParagraphKind.HEADLINE:
            # Below the story's begin it heads a part, or another story.
            short = len(line.plain.split()) <= LONGEST_HEADING
            kind = ParagraphKind.HEADING if short else ParagraphKind.FURNITURE
        begun = begun or kind is ParagraphKind.PROSE
        found.append(replace(line, kind=kind))
    return found


def _lines(plain: str) -> Iterator[Paragraph]:
    """Yield the lines of each block, those that were only wrapped joined again."""
    for number, (start, block) in enumerate(_blocks(plain), 1):
        for line in _joined(block):
            bare = line.strip()
            at = start + len(line) - len(line.lstrip())
            yield Paragraph(number, at, at + len(bare), bare)
            start += len(line) + 1


def _blocks(plain: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the runs of lines between blank ones, and where each begins."""
    start, block, place = 0, list[str](), 0
    for line in plain.split("\n"):
        if line.strip():
            start = start if block else place
            block.append(line)
        elif block:
            yield start, block
            block = []
        place += len(line) + 1
    if block:
        yield start, block


def _joined(lines: list[str]) -> list[str]:
    """Return the lines of a block, a line that was cut in mid-sentence mended."""
    joined = [lines[0]]
    for line in lines[1:]:
        last = joined[-1].rsplit("\n", 1)[-1].rstrip()
        begins = line.lstrip()[:1]
        cut = len(last) in HARD_WRAP and not last.endswith(SENTENCE_END)
        if cut and not SIGN.match(line) and (begins.islower() or last.endswith(",")):
            joined[-1] += "\n" + line
        else:
            joined.append(line)
    return joined


def _kind_of(
    line: Paragraph, place: int, lines: list[Paragraph], headline: str
) -> ParagraphKind:
    """Return what a line is, by its own words and where it stands."""
    text = line.plain
    if headline and text == headline:
        return ParagraphKind.HEADLINE
    if is_correction(text):
        return ParagraphKind.CORRECTION
    if is_caption(text):
        return ParagraphKind.CAPTION
    if is_furniture(text):
        return ParagraphKind.FURNITURE
    if BULLET.match(text) or SIGN.match(text):
        short = len(text.split()) <= LONGEST_ITEM
        return ParagraphKind.ITEM if short else ParagraphKind.PROSE
    if NAME_ONLY.match(text):
        return _kind_of_unended(line, place, lines)
    if text.endswith((*SENTENCE_END, ":", '"', ";", ",")):
        return ParagraphKind.PROSE
    return _kind_of_unended(line, place, lines)


def _kind_of_unended(
    line: Paragraph, place: int, lines: list[Paragraph]
) -> ParagraphKind:
    """Return what a line is that ends like no sentence."""
    words = len(line.plain.split())
    if place < FIRST_LINES and words < 30 and not _is_sentence(line.plain):
        return ParagraphKind.HEADLINE
    if _in_list(place, lines):
        return ParagraphKind.ITEM
    if words <= LONGEST_HEADING:
        return ParagraphKind.HEADING
    # A whole line of story that lost its stop is longer than a story's title.
    return ParagraphKind.PROSE if words > 20 else ParagraphKind.FURNITURE


def _is_sentence(text: str) -> bool:
    """Return whether a line has a sentence that ends before it does."""
    return re.search(r"[a-z]{3}[.?!] [A-Z]", text) is not None


def _in_list(place: int, lines: list[Paragraph]) -> bool:
    """Return whether two or more short lines lead from a colon through this one."""
    first = place
    while first and _is_short(lines[first - 1]) and place - first < 60:
        first -= 1
    if not first or not lines[first - 1].plain.endswith(":"):
        return False
    return place > first or (place + 1 < len(lines) and _is_short(lines[place + 1]))


def _is_short(line: Paragraph) -> bool:
    """Return whether a line may be an item of a list: a name, and no sentence."""
    return len(line.plain) <= 120 and not line.plain.endswith((*SENTENCE_END, ":"))
