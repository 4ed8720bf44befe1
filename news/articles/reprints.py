"""Whether two texts tell the same story in the same words: reprints of one article.

An outlet that carries another's story changes the headline, the dateline and the
byline, cuts the end or adds a paragraph, and leaves the sentences as they are. So a
text is known by its sentences: each is folded and hashed, and two texts are of one
story if at least half of the sentences of the shorter are in the longer; what that was
measured on is in docs/adr/0017-articles.md.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from jurisdictions.derive import fold_name

Key = TypeVar("Key")

# Fewer words are said anywhere: “He declined to comment.”
WORDS = 6
# Sentences in common that are no chance and no boilerplate.
FEWEST = 3
# Of the sentences of the shorter text. Measured: reprints, also edited ones, have 0.56
# and more; texts that share quotations, background or a template have 0.31 and less.
SHARE = 0.5
# “BIRMINGHAM, Ala. (WIAT) — ”: an outlet's own, before the story begins.
DATELINE = re.compile(r"[^—–]{2,60}?\s[—–-]{1,2}\s")
CITY = re.compile(r"[^\W\d_]{3}")
# Lines between two of them are one paragraph, as in a letter.
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
# A stop, question or exclamation mark, what closes a quotation, and a capital after it.
# Where it cuts too often, as after “Ala.”, it does so in every reprint.
SENTENCE_END = re.compile(r"(?<=[.?!])[\"”’')\]]*\s+(?=[\"“‘'(\[¿¡]*[A-ZÁÉÍÓÚÑ0-9])")


class Sameness(StrEnum):
    """What two texts are to each other."""

    SAME_TEXT = "same text"  # but for case, accents, punctuation and breaks
    SAME_STORY = "same story"
    DIFFERENT = "different"


ALIKE = (Sameness.SAME_TEXT, Sameness.SAME_STORY)


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of a text to find it again: a hash of all, and of each sentence.

    The hashes of sentences are whole numbers of 64 bits with a sign, as databases have.
    """

    whole: str
    sentences: frozenset[int]


@dataclass(frozen=True)
class Match:
    """How far two texts are the same: sentences in common, and their share.

    The share is of the shorter text's sentences, from 0 to 1.
    """

    sameness: Sameness
    common: int
    share: float


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text, the same on every machine and in every run."""
    whole = whole_hash(text)
    return Fingerprint(whole, frozenset(map(sentence_hash, sentences_of(text))))


def whole_hash(text: str) -> str:
    """Return the hash by which a source's text is found again; "" of no words."""
    folded = fold_name(text)
    return hashlib.sha256(folded.encode()).hexdigest() if folded else ""


def sentence_hash(folded: str) -> int:
    """Return a folded sentence's hash, of 64 bits: of a million no two are the same."""
    digest = hashlib.blake2b(folded.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text that are long enough to tell it by, folded."""
    parted = "\n\n" if EMPTY_LINE.search(text) else "\n"
    folded = (
        fold_name(sentence)
        for block in EMPTY_LINE.sub("\n\n", text).split(parted)
        for sentence in SENTENCE_END.split(without_dateline(" ".join(block.split())))
    )
    return [sentence for sentence in folded if len(sentence.split()) >= WORDS]


def without_dateline(paragraph: str) -> str:
    """Return a paragraph without the place and the outlet that it begins with."""
    found = DATELINE.match(paragraph)
    city = CITY.match(paragraph)
    return (
        paragraph[found.end() :] if found and city and city[0].isupper() else paragraph
    )


def compare(one: Fingerprint, other: Fingerprint) -> Match:
    """Return how far two texts are the same."""
    if one.whole and one.whole == other.whole:
        return Match(Sameness.SAME_TEXT, len(one.sentences), 1.0)
    common = len(one.sentences & other.sentences)
    return judged(common, len(one.sentences), len(other.sentences))


def judged(common: int, own: int, others: int) -> Match:
    """Return what sentences in common mean, of so many in each of two texts."""
    shorter = min(own, others)
    share = common / shorter if shorter else 0.0
    same = common >= FEWEST and share >= SHARE
    return Match(Sameness.SAME_STORY if same else Sameness.DIFFERENT, common, share)


def reprints(
    text: Fingerprint, stored: Iterable[tuple[Key, Fingerprint]]
) -> list[tuple[Key, Match]]:
    """Return which of the stored texts are the same text or story, likeliest first."""
    found = [(key, compare(text, other)) for key, other in stored]
    same = [(key, match) for key, match in found if match.sameness in ALIKE]
    return sorted(same, key=lambda pair: rank(pair[1]))


def rank(match: Match) -> tuple[int, float, int]:
    """Return where a match stands among others, the likeliest first."""
    return ALIKE.index(match.sameness), -match.share, -match.common
