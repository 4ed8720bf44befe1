"""An article that somebody pasted as text, and what its first lines plainly say.

Nothing is guessed: a line that may be a headline is one only if nothing about it speaks
against it, and a day counts only where it stands apart from the sentences. Nothing is
taken out of the text either; an editor who confirms a headline sees where it stood.
"""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from news.articles.article import BYLINE, TEXT, Article, Found, Origin, Published
from news.articles.characters import paragraph, plain_lines
from news.articles.language import language_of
from news.articles.moments import CHANGED, MONTHS, ZONES, Moment, printed_moment
from news.articles.refusal import ArticleRefused

HEAD = 8  # paragraphs at the beginning in which it says what it is
LINE = 150  # signs of a headline, or of a line about day and writer
# “BIRMINGHAM, Ala. (WIAT) — ”
DATELINE = re.compile(
    r"[^\W\d_]{2}[^()\n—–]{0,50}\((?P<outlet>[^\W\d_][^()\n]{1,39})\)\s*[—–-]"
)
BYLINE_LINE = re.compile(r"(?:by|por)[: ]\s*(?P<names>\S.*)", re.IGNORECASE)
SENTENCE = re.compile(r"[.:;,…]$|[.?!]\s+[A-ZÁÉÍÓÚÑ¿¡]")
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
FIRST = re.compile(r"posted|published|publicado", re.IGNORECASE)
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
    """Return the first line if it is short, no sentence, and something follows."""
    first, *rest = lines
    against = (
        not rest
        or len(first) > LINE
        or len(first) >= max(map(len, rest))
        or SENTENCE.search(first)
        or ADDRESS.match(first)
        or first.startswith("• ")
        or DATELINE.match(first)
        or byline_of(first)
        or moment_of(first)
    )
    return None if against else Found(first, Origin.TEXT)


def outlet_of(line: str) -> Found | None:
    """Return the outlet that a dateline names."""
    dateline = DATELINE.match(line)
    return Found(dateline["outlet"].strip(), Origin.DATELINE) if dateline else None


def byline_of(line: str) -> Found | None:
    """Return who wrote it if a line says that and nothing else."""
    match = BYLINE_LINE.fullmatch(line)
    if not match or len(line) > BYLINE or SENTENCE.search(line):
        return None
    names = match["names"]
    person = names[0].isupper() and not printed_moment(names)
    return Found(names, Origin.TEXT) if person else None


def published_in(lines: list[str]) -> tuple[Published, ...]:
    """Return the days that stand in lines of their own, "published" before others.

    A day on which it was updated is none.
    """
    told = [(FIRST.search(line) is None, moment_of(line)) for line in lines]
    # “Published:” often has a line of its own, its day the next.
    told += [(False, moment_of(b)) for a, b in pairwise(lines) if FIRST.fullmatch(a)]
    ordered = [m for _later, m in sorted(told, key=lambda pair: pair[0]) if m]
    return tuple(Published(*m, Origin.TEXT) for m in dict.fromkeys(ordered))


def moment_of(line: str) -> Moment | None:
    """Return the day of a line, or of a part of it, that says when and nothing else."""
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
