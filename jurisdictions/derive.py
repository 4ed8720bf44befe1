"""Facts computed from dated rows and a day; nothing here reads a database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from jurisdictions.enums import SINGLE_HOLDER_OFFICES

# What names and those who look for them write short or in full, as they please.
SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "township": "twp"}
# The law of most agreements, “287(g)”, “287 (g)” or “287g”: one word, however written.
SECTION = re.compile(r"\b287 g\b")
# Letters that a search takes for one another; PostgreSQL's index has the same.
ACCENTED, BARE = "áàâäãåéèêëíìîïóòôöõúùûüñçý", "aaaaaaeeeeiiiiooooouuuuncy"
UNACCENT = str.maketrans(ACCENTED, BARE)


def fold_name(text: str) -> str:
    """Return a name as it is compared: no accents, case, stops or apostrophes.

    Everything that is neither letter nor digit parts words; "St. Louis" and
    "st louis" fold alike, and so do "O’Fallon" and "OFallon", "287(g)" and "287g".
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _words_of(sign for sign in plain if not unicodedata.combining(sign))


def plain_words(text: str) -> str:
    """Return a text as it is searched: no case, punctuation or breaks, but accents.

    Spanish has its stems by them: “designación”, “designaciones”.
    """
    return _words_of(unicodedata.normalize("NFKC", text).casefold())


def _words_of(signs: Iterable[str]) -> str:
    """Return the words that signs make, "287 g" as one, with a space between two."""
    kept = (sign for sign in signs if sign not in "'’ʻ`.")
    parted = "".join(sign if sign.isalnum() else " " for sign in kept)
    return SECTION.sub("287g", " ".join(parted.split()))


def with_parts(words: str) -> str:
    """Return a text's words, and "287" alone where they have it within "287g"."""
    return f"{words} 287" if "287g" in words.split() else words


def unaccented(text: str) -> str:
    """Return a plain text without the accents of English and Spanish."""
    return text.translate(UNACCENT)


def spellings(folded: str) -> list[str]:
    """Return a folded text as it is, all short and all in full, each once.

    Some write "saint louis" for what the Census calls St. Louis, and "twp".
    """
    words = folded.split()
    ways: tuple[dict[str, str], ...] = (
        {},
        SHORT,
        {short: long for long, short in SHORT.items()},
    )
    texts = (" ".join(way.get(word, word) for word in words) for way in ways)
    return list(dict.fromkeys(texts))


def begins_words(folded: str, lookup: str) -> bool:
    """Return whether each word of a text begins one of the words of a lookup.

    "dona ana" is in the letters of "donaldsonville louisiana", and means it not.
    """
    return all(
        any(f" {way}" in f" {lookup}" for way in spellings(word))
        for word in folded.split()
    )


def counting_day(stated: date | None, reported: date | None) -> date | None:
    """Return the day from which a thing counts.

    That is its own date (the first day of its period when only the month or year
    is known); without one, the day its earliest source told of it, which for a
    source without a date is the day it was entered.
    """
    return stated or reported


def years_through(
    first: date | None, last: date, shown: date, near: int = 5
) -> list[int]:
    """Return the years between two days to step through from the one that is shown.

    A few are all there. Of many, those near the one shown, the ends of decades and
    the first and last lead everywhere in a step or two.
    """
    if first is None or first > last:
        return []
    years = range(first.year, last.year + 1)
    if len(years) <= 2 * near + 4:
        return list(years)
    ends = (first.year, last.year)
    return [
        year
        for year in years
        if year in ends or year % 10 == 0 or abs(year - shown.year) <= near
    ]


class TermLike(Protocol):
    """What `holders_on` needs to know of a term of office."""

    official_id: int
    office: str
    start: date | None
    end: date | None
    described_on: date | None
    former: bool

    @property
    def reported_on(self) -> date | None:
        """The day a source without a date is taken to have told of it."""
        ...

    def seat(self) -> tuple[object, ...]:
        """Return what is held: the place, agency or body and the office."""
        ...


Term = TypeVar("Term", bound=TermLike)


def known_since(term: TermLike) -> date | None:
    """Return the first day the record can place somebody in an office."""
    return term.start or term.described_on or term.reported_on


def known_terms(terms: Iterable[Term], day: date) -> list[Term]:
    """Return the terms of which the record can tell on a day, ended ones too.

    A past office that no source dates is told of on every day.
    """
    return [term for term in terms if (known_since(term) or day) <= day]


def holders_on(terms: Iterable[Term], day: date) -> list[Term]:
    """Return the terms that hold on a day, as far as the record knows.

    A term without dates of office counts from the day a source described the
    person so. Of an office with one holder, such as mayor, only the term known
    latest by that day is returned: a newer mayor ends the older one's term even
    when no source dates the change. One whom a source calls former stays listed as
    that, and ends nobody's term.
    """
    known = [
        term
        for term in terms
        if (since := known_since(term)) is not None
        and since <= day
        and (term.end is None or term.end >= day)
    ]
    known.sort(key=lambda term: known_since(term) or day)
    latest = {term.seat(): term for term in known if not term.former}
    return [
        term
        for term in known
        if term.former
        or term.office not in SINGLE_HOLDER_OFFICES
        or latest[term.seat()] is term
    ]
