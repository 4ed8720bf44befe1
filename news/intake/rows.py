"""Names in a row before a word: “Council members Ann Lee, Bo Diaz and Cy Orr”."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\S+")
FARTHEST = 40  # words; a longer row is none
# Between names, and within a group's.
LINKS = frozenset(
    ("and", "y", "e", "&", "of", "for", "de", "del", "la", "las", "los", "the")
    + ("el", "para", "por", "on", "in", "en")
)
# What members are called, in small letters, before their names.
MEMBERS = frozenset(
    ("council", "members", "member", "councilmembers", "councilmember", "councilman")
    + ("councilmen", "councilwoman", "councilwomen", "councilor", "councilors")
    + ("commissioner", "commissioners", "supervisor", "supervisors", "trustee")
    + ("trustees", "alderman", "aldermen", "mayor", "vice", "pro", "tem", "deputy")
    + ("board", "president", "chair", "chairman", "chairwoman", "concejal", "concejala")
    + ("concejales", "comisionado", "comisionada", "comisionados", "supervisora")
    + ("supervisores", "alcalde", "alcaldesa", "regidor", "regidores", "both", "city")
    + ("county", "school")
)


def row_before(text: str, end: int, also: frozenset[str] = frozenset()) -> str:
    """Return the run of capital words and links that ends at a place, "" for none.

    `also` are words in small letters that may stand in it.
    """
    start = end
    for word in reversed(
        list(TOKEN.finditer(text, max(0, end - 400), end))[-FARTHEST:]
    ):
        bare = word[0].strip(",:'")
        if not bare or not (_is_capital(bare) or bare in LINKS or bare in also):
            break
        if word[0].endswith((":", ";", '"', ")")) and start != end:
            break
        start = word.start()
    return _without_links(text[start:end])


def row_behind(text: str, start: int, also: frozenset[str] = frozenset()) -> str:
    """Return the run of capital words and links that begins at a place."""
    end = start
    for count, word in enumerate(TOKEN.finditer(text, start, start + 400)):
        bare = word[0].strip(",.:;'\"")
        if count > FARTHEST or not (_is_capital(bare) or bare in LINKS or bare in also):
            break
        end = word.end()
        if word[0].endswith((";", ":", '"')) or _is_last(word[0]):
            break
    return _without_links(text[start:end].rstrip('.;:" '))


def _is_last(word: str) -> bool:
    """Return whether a word ends a sentence, and is no initial or “Jr.”."""
    return (
        word.endswith(".")
        and len(word) > 3
        and word.lower() not in ("jr.", "sr.", "rev.")
    )


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() and len(word) > 2


def _without_links(row: str) -> str:
    """Return a row without the links and commas at its ends."""
    row = row.strip(" ,")
    while match := re.match(
        r"(?:and|y|e|&|of|for|de|del|la|las|los|the|el|in|on|en|para|por),? ", row
    ):
        row = row[match.end() :]
    while match := re.search(
        r"[ ,]+(?:and|y|e|&|of|for|de|del|la|las|los|the|el|in|on|en|para|por)$", row
    ):
        row = row[: match.start()]
    return row.strip(" ,")
