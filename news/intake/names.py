"""Names of people as articles print them."""

from __future__ import annotations

import re

from jurisdictions.derive import fold_name

_word = (
    r"(?:[A-ZÁÉÍÓÚÑÜ][\w-]*[a-zà-ÿ][\w-]*(?:'(?!s\b)[A-Za-z][\w-]*)?|[A-Z]'[A-Z]\w+)"
)
_part = (
    rf"(?:{_word}|[A-Z]\.(?:[A-Z]\.)?|(?:de|del|van|von|der|da)(?: (?:la|las|los|"
    rf"der))?(?= {_word}))"
)
_suffix = r"(?:,? (?:Jr|Sr)\.?(?!\w)| (?:II|III|IV)\b)"
NAME = rf"(?:[A-Z]\.(?:[A-Z]\.)? )?{_word}(?:[ ]{_part}){{0,3}}{_suffix}?"
FULL_NAME = (
    rf"(?:{_word}|[A-Z]\.(?:[A-Z]\.)?|[A-Z]{{2}})(?:[ ]{_part}){{1,3}}{_suffix}?"
)
NAMED = re.compile(NAME)
TOKEN = re.compile(r"\S+")
MOST = 5  # words of a name
PARTICLES = frozenset(("de", "del", "van", "von", "der", "da", "la", "las", "los"))
# A name ends before these, and none begins with them.
NO_NAME = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    + ("january", "february", "march", "april", "june", "july", "august", "september")
    + ("october", "november", "december", "the", "a", "an", "and", "in", "on", "at")
    + ("he", "she", "they", "we", "but", "for", "if", "when", "while", "after", "this")
    + ("that", "these", "republican", "democrat", "democratic", "city", "county")
    + ("council", "commission", "board", "police", "department", "mayor", "sheriff")
    + ("chief", "governor", "gov", "president", "senator", "sen", "rep", "attorney")
    + ("state", "office", "court", "district", "commissioner", "councilman", "member")
    + ("councilwoman", "councilmember", "supervisor", "alderman", "deputy", "vice")
    + ("general", "school", "street", "avenue", "church", "university", "college")
    + ("association", "coalition", "center", "alliance", "union", "immigration", "ice")
    + ("homeland", "customs", "federal", "united", "house", "senate", "committee")
    + ("act", "agreement", "hall", "el", "la", "los", "las", "un", "una", "lunes")
    + ("martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "tras", "según")
    + ("no", "said", "told", "his", "her", "their", "its", "our", "your", "my", "who")
    + ("american", "americans", "hispanic", "latino", "latinos", "black", "white")
    + ("also", "however", "meanwhile", "earlier", "later", "last", "next", "town")
    + ("village", "township", "resident", "residents", "democrats", "republicans")
    + ("task", "force", "jail", "enforcement", "program", "service", "warrant", "law")
    + ("alcalde", "alcaldesa", "concejo", "condado", "ciudad", "comisión", "policía")
    + ("as", "at", "by", "to", "of", "from", "with", "both", "neither", "only", "not")
    + ("news", "times", "post", "press", "herald", "tribune", "journal", "associated")
    + ("following", "since", "until", "during", "before", "under", "about", "over")
)


def trimmed(name: str) -> str:
    """Return a name without what a pattern took too much of, "" if nothing is left."""
    words = name.split()
    for place, word in enumerate(words):
        if fold_name(word) in NO_NAME:
            words = words[:place]
            break
    while words and words[-1] in {"de", "del", "la", "van", "von", "der", "da", "los"}:
        words.pop()
    kept = " ".join(words).rstrip(",")
    return kept.removesuffix("'s") if re.search(r"[a-zà-ÿ]", kept) else ""


def beginnings(text: str, end: int) -> list[int]:
    """Return where a name that ends at a place of a text can begin, farthest first."""
    starts: list[int] = []
    for word in reversed(list(TOKEN.finditer(text, max(0, end - 80), end))[-MOST:]):
        if not (word[0][0].isupper() or word[0] in PARTICLES):
            break
        if starts and word[0].endswith((",", ";", ":", '"')) and word[0] != "Jr.,":
            break
        starts.append(word.start())
    return starts[::-1]


def name_ending(text: str, end: int) -> tuple[str, int] | None:
    """Return the name that ends at a place of a text, and where it begins."""
    for start in beginnings(text, end):
        match = NAMED.fullmatch(text, start, end)
        if match and (name := trimmed(match[0])):
            return name, start
    return None


def surname_of(name: str) -> str:
    """Return the folded surname of a name, with what belongs before it left out."""
    words = re.sub(r",? (?:Jr|Sr)\.?$| (?:II|III|IV)$", "", name).split()
    return fold_name(words[-1]) if words else ""


def same_person(name: str, other: str) -> bool:
    """Return whether two names can be one person's: “Kenney” and “Jim Kenney”."""
    one, two = fold_name(name).split(), fold_name(other).split()
    suffixes = {"jr", "sr", "ii", "iii", "iv"}
    one = [word for word in one if word not in suffixes]
    two = [word for word in two if word not in suffixes]
    if not one or not two:
        return False
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return short[0] in long[1:] or short == long
    if short[-1] == long[-1]:
        return short[0] == long[0] or short[0][0] == long[0][0]
    # Spanish surnames: “Ana Ruiz” and “Ana Ruiz Vega”.
    return short == long[: len(short)]
