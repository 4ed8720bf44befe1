"""An article that somebody pasted as text, and what its first lines plainly say.

Nothing is guessed: a line that may be a headline is one only if nothing about it speaks
against it, and a day counts only where it stands apart from the sentences. Nothing is
taken out of the text either; an editor who confirms a headline sees where it stood.
"""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from news.articles.article import BYLINE, TEXT, Article, Found, Origin, Published
from news.articles.bylines import BY
from news.articles.characters import paragraph, plain_lines
from news.articles.language import language_of
from news.articles.moments import (
    CHANGED,
    MONTHS,
    ZONES,
    Moment,
    leading_moment,
    printed_moment,
)
from news.articles.refusal import ArticleRefused

HEAD = 8  # paragraphs at the beginning in which it says what it is
LINE = 150  # signs of a headline, or of a line about day and writer
LABEL = 2  # words of what stands above a headline: “South Side”
# “BIRMINGHAM, Ala. (WIAT) — ”
DATELINE = re.compile(
    r"[^\W\d_]{2}[^()\n—–]{0,50}\((?P<outlet>[^\W\d_][^()\n]{1,39})\)\s*[—–-]"
)
SENTENCE = re.compile(r"[.:;,…]$|[.?!]\s+[A-ZÁÉÍÓÚÑ¿¡]")
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
FIRST = re.compile(r"posted|published|publicado", re.IGNORECASE)
# “date 2021-12-06” before the text begins, on the same line.
LABELLED = re.compile(
    r"(?:date|fecha|posted|published|publicado)\b:?\s+", re.IGNORECASE
)
PARTED = re.compile(r"[|•·]")
# What stands beside a day in a line of its own; any other word makes it a sentence.
BESIDE_DAY = re.compile(
    r"posted|published|publicado|on|at|el|del?|a|las?|am|pm|p|m|noon|hora"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|st|nd|rd|th"
)
WORD = re.compile(r"[^\W\d_]+")


def read_text(text: str) -> Article:
    """Return a pasted text as an article: its lines are its paragraphs.

    :raises ArticleRefused: if it has no words, or more than an article.
    """
    if len(text) > TEXT:
        words = _("The text is longer than an article (%s characters).")
        raise ArticleRefused(words % TEXT)
    lines = [paragraph(line) for line in plain_lines(text)]
    if not lines:
        raise ArticleRefused(_("There is no text."))
    code = language_of("\n".join(lines))
    head = lines[:HEAD]
    return Article(
        paragraphs=tuple(lines),
        headline=headline_of(lines),
        outlet=next(filter(None, map(outlet_of, head)), None),
        byline=next(filter(None, map(byline_of, head)), None),
        language=Found(code, Origin.TEXT) if code else None,
        published=published_in(head),
    )


def headline_of(lines: list[str]) -> Found | None:
    """Return the first line that may be one, below a label if there is one."""
    first, *rest = lines
    if not may_be_headline(first, rest):
        return None
    if len(first.split()) <= LABEL and may_be_headline(rest[0], rest[1:]):
        first = rest[0]
    return Found(first, Origin.TEXT)


def may_be_headline(line: str, rest: list[str]) -> bool:
    """Return whether a line is short and no sentence, and longer ones follow."""
    return not (
        len(line) > LINE
        or len(line) >= max(map(len, rest), default=0)
        or SENTENCE.search(line)
        or ADDRESS.match(line)
        or line.startswith("• ")
        or DATELINE.match(line)
        or byline_of(line)
        or moment_of(line)
    )


def outlet_of(line: str) -> Found | None:
    """Return the outlet that a dateline names."""
    dateline = DATELINE.match(line)
    return Found(dateline["outlet"].strip(), Origin.DATELINE) if dateline else None


def byline_of(line: str) -> Found | None:
    """Return who wrote it if a line says that and nothing else."""
    by = BY.match(line)
    if not by or len(line) > BYLINE or SENTENCE.search(line):
        return None
    names = line[by.end() :]
    person = names[:1].isupper() and not printed_moment(names)
    return Found(names, Origin.TEXT) if person else None


def published_in(lines: list[str]) -> tuple[Published, ...]:
    """Return the days that stand in lines of their own, "published" before others.

    A day on which it was updated is none.
    """
    told = [(FIRST.search(line) is None, moment_of(line)) for line in lines]
    # “Published:” often has a line of its own, its day the next.
    told += [(False, moment_of(b)) for a, b in pairwise(lines) if names_day(a)]
    ordered = [m for _later, m in sorted(told, key=lambda pair: pair[0]) if m]
    return tuple(Published(*m, Origin.TEXT) for m in dict.fromkeys(ordered))


def names_day(line: str) -> bool:
    """Return whether a line says no more than that a day comes next."""
    return bool(FIRST.fullmatch(line.removesuffix(":")))


def moment_of(line: str) -> Moment | None:
    """Return the day of a line, or of a part of it, that says when and nothing else."""
    if label := LABELLED.match(line):
        moment = leading_moment(line[label.end() :])
        if moment:
            return moment
    if len(line) > LINE:
        return None
    for part in [line, *PARTED.split(line)]:
        told = CHANGED.split(part, maxsplit=1)[0]
        words = WORD.findall(told.lower())
        if all(w in MONTHS or w in ZONES or BESIDE_DAY.fullmatch(w) for w in words):
            moment = printed_moment(told)
            if moment:
                return moment
    return None
