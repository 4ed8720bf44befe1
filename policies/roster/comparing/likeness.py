"""When two names mean one agency, and when two days are one mistyped."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

# What names of agencies are made of, beside the name of a place.
KINDS = {
    "police": "police",
    "marshal": "police",
    "marshals": "police",
    "sheriff": "sheriff",
    "sheriffs": "sheriff",
    "constable": "constable",
    "constables": "constable",
    "corrections": "corrections",
    "correctional": "corrections",
    "jail": "corrections",
    "attorney": "prosecutor",
    "attorneys": "prosecutor",
    "prosecutor": "prosecutor",
    "prosecutors": "prosecutor",
}
# Governments that may bear one name; the first two are seldom left out of it.
AROUND = {"county", "township"}
GOVERNMENTS = AROUND | {"city", "town", "borough", "village", "parish"}
PLAIN = {"department", "dept", "office", "of", "the", "and", "service", "services"}
# Where the place's own name is this like another's, it is the same misspelt.
LIKE = 0.75
VERY_LIKE = 0.88


def alike(name: str, other: str, *, strictly: bool = False) -> bool:
    """Return whether two folded names may mean one agency of one state.

    Numbers have to agree ("Precinct 6"), and so has what kind of agency it is where
    both names say. Strictly, the names of the places must be all but the same too.
    """
    words, others = name.split(), other.split()
    if numbers(words) != numbers(others):
        return False
    kind, another = kinds(words), kinds(others)
    if kind and another and kind != another:
        return False
    own, theirs = distinctive(words), distinctive(others)
    if not own or not theirs:
        return False
    if strictly:
        same = kind == another and same_government(words, others)
        return same and likeness(own, theirs) >= VERY_LIKE
    shorter, longer = sorted((set(own), set(theirs)), key=len)
    return shorter <= longer or likeness(own, theirs) >= LIKE


def numbers(words: list[str]) -> list[str]:
    """Return the numbers among the words of a name."""
    return [word for word in words if any(sign.isdigit() for sign in word)]


def kinds(words: list[str]) -> set[str]:
    """Return the kinds of agency that a name tells."""
    return {KINDS[word] for word in words if word in KINDS}


def same_government(words: list[str], others: list[str]) -> bool:
    """Return whether two names are of one government, as far as they say."""
    said, also = GOVERNMENTS & set(words), GOVERNMENTS & set(others)
    return said == also or not (said and also or AROUND & (said | also))


def distinctive(words: list[str]) -> list[str]:
    """Return the words of a name that other agencies' names do not have."""
    common = PLAIN | GOVERNMENTS | KINDS.keys()
    return [word for word in words if word not in common]


def likeness(words: list[str], others: list[str]) -> float:
    """Return how alike two lists of words are, from 0 to 1."""
    return SequenceMatcher(None, " ".join(words), " ".join(others), False).ratio()


def slip_of_the_pen(day: date | None, other: date | None) -> bool:
    """Return whether two days differ in one digit, in the year, or in day and month."""
    if day is None or other is None or day == other:
        return False
    if (day.month, day.day) == (other.month, other.day):
        return True
    if (day.year, day.month, day.day) == (other.year, other.day, other.month):
        return True
    signs = zip(day.isoformat(), other.isoformat(), strict=True)
    return sum(sign != another for sign, another in signs) == 1
