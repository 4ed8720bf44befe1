"""The few words of a sentence that a citation quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jurisdictions.derive import fold_name

# A quotation is short: from here on a sentence is cut to the clauses that tell.
MOST_WORDS, FEWEST_WORDS = 40, 6
DATELINE = re.compile(r"[A-Z][A-Z .'-]+,[^.—–]{0,20}\.?(?: \([^)]*\))? [—–-]+ ")
CLAUSES = re.compile(r"(?<=[,;:])\s+|\s+[—–-]+\s+")
# Words that tell nothing of what a clause is about.
SILENT = {"the", "of", "and", "a", "an", "in", "on", "to", "for", "by", "yes", "no"}
# Words of an act, as they begin: those that say that something was done.
ACTS = (
    "vot", "approv", "adopt", "sign", "reject", "extend", "rescind", "table", "pass",
    "fail", "propos", "consider", "renew", "announc", "end", "declin", "respond",
    "oppos", "support", "agree", "su", "fil", "order", "ban", "requir",
)  # fmt: skip


def passage_of(
    text: str, start: int, end: int, wanted: Iterable[str]
) -> tuple[int, int]:
    """Return where in a sentence the words stand that a citation should quote.

    A short sentence is quoted whole. Of a long one it is the run of clauses that
    has most of the wanted words and of the words of an act; exact words of the text.
    """
    if dateline := DATELINE.match(text, start, end):
        start = dateline.end()
    if len(text[start:end].split()) <= MOST_WORDS:
        return start, end
    clauses = list(_clauses(text, start, end))
    words = {word for said in wanted for word in fold_name(said).split()} - SILENT
    short = [run for run in _runs(text, clauses) if _count(text, run) >= FEWEST_WORDS]
    if not short:  # one endless clause
        return start, end

    def telling(run: tuple[int, int]) -> tuple[int, int]:
        said = set(fold_name(text[slice(*run)]).split())
        acts = sum(word.startswith(ACTS) for word in said)
        return (2 * len(said & words) + acts, -_count(text, run))

    return max(short, key=telling)


def _runs(text: str, clauses: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield the runs of clauses that are short enough to be quoted.

    Beyond one that is too long none is tried: a sentence may have thousands of clauses.
    """
    for number, (first, _end) in enumerate(clauses):
        for _first, last in clauses[number:]:
            if _count(text, (first, last)) > MOST_WORDS:
                break
            yield first, last


def without_dateline(name: str) -> str:
    """Return a name without the dateline that a reader of texts took for its begin."""
    dateline = DATELINE.match(name)
    return name[dateline.end() :] if dateline else name


def _clauses(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield where each clause of a sentence begins and ends."""
    first = start
    for gap in CLAUSES.finditer(text, start, end):
        if gap.start() > first:
            yield first, gap.start()
        first = gap.end()
    if first < end:
        yield first, end


def _count(text: str, run: tuple[int, int]) -> int:
    return len(text[slice(*run)].split())
