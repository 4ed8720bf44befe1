"""The states that an article names, for themselves or beside a place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum

from news.intake.gazetteer import Gazetteer, Place
from news.intake.mentions import (
    Evidence,
    Mention,
    stands_free,
)
from news.intake.paragraphs import ParagraphKind
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from news.intake.states import NAMED, REGION, STATES, code_of

# Names of states that mean a city, the government or a person as often.
DOUBTFUL_STATES = ("Washington", "New York")
STATE_PART = re.compile(
    r"'?s? (?:House|Senate|Legislature|Gov\.|Governor|Attorney|Supreme|Department|"
    r"General|Republicans?|Democrats?|Rep\.|Sen\.|State|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Capitol|Constitution|Code|Highway|"
    r"Secretary|Mayor|Sheriff|law|lawmakers|Lt\.|League|Court|Board)\b"
)
# “Alianza Latina de Georgia”, but not “the State of Georgia”.
OF_NAME = re.compile(
    r"[a-z] (?!State|City|Estado|Governor|Gov)[A-ZÁÉÍÓÚÑ][\w-]+ (?:of|de) $"
)
CAPITAL = re.compile(r"[ -](?:and )?[A-ZÁÉÍÓÚÑ]")


class Standing(Enum):
    """What a place is to an article."""

    PRIMARY = "primary"
    NAMED = "named"
    PASSING = "passing"


@dataclass
class Found:
    """A place of an article, or one name with the places that it may mean."""

    place: Place | None
    mentions: list[Mention]
    candidates: tuple[Place, ...] = ()
    reason: str = ""
    standing: Standing = Standing.NAMED

    @property
    def first(self) -> Mention:
        """Where the article names it first, in its own story if it does."""
        told = [mention for mention in self.mentions if mention.sentence.is_told]
        return min(told or self.mentions, key=lambda mention: mention.start)


def states_named(
    reading: Reading, gazetteer: Gazetteer, mentions: list[Mention]
) -> tuple[Counter[str], list[Found]]:
    """Return how much an article speaks of each state, and the states it names."""
    states: Counter[str] = Counter()
    if reading.article.state:
        states[reading.article.state] += 4
    for tag in {(row.key, row.tag) for row in mentions if row.tag}:
        states[tag[1]] += 2
    for row in mentions:
        if row.dateline and row.tag:
            states[row.tag] += 5
    taken = [(row.start, row.end) for row in mentions]
    named: dict[str, list[Mention]] = defaultdict(list)
    for sentence in reading.sentences:
        kind = sentence.paragraph.kind
        if kind in (ParagraphKind.FURNITURE, ParagraphKind.CORRECTION):
            continue
        for match in NAMED.finditer(sentence.plain):
            _name_state(match, sentence, taken, states, named)
    found = [
        Found(place, rows, reason="state")
        for code, rows in named.items()
        if (place := gazetteer.state(code)) is not None
    ]
    return states, found


def _name_state(
    match: re.Match[str],
    sentence: Sentence,
    taken: list[tuple[int, int]],
    states: Counter[str],
    named: dict[str, list[Mention]],
) -> None:
    """Count one printed state, and keep it as a place where it stands for itself."""
    text, code = sentence.plain, code_of(match[1])
    start = sentence.start + match.start()
    before, behind = text[: match.start()], text[match.end() :]
    inside = any(since <= start < till for since, till in taken)
    called = re.search(r"\b[Ss]tate of $", before) or re.match(
        r" state\b|'s (?:governor|legislature)", behind
    )
    if inside or (match[1] in DOUBTFUL_STATES and not called):
        return
    states[code] += 1
    is_tag = re.search(r"[A-Za-z.], $|\($", before) and not behind.startswith(" and")
    goes_on = CAPITAL.match(behind) and not STATE_PART.match(behind)
    # “SWEET Alabama” and “University of Alabama” are names of something else.
    in_name = goes_on or not stands_free(before) or OF_NAME.search(before)
    if REGION.search(before) or is_tag and code != "DC" or in_name:
        return
    if re.search(r"\b(?:of|de) (?:South|North|Central)? ?$", before) and re.search(
        r"(?:University|Bank|Alliance|Union|Association|Coalition|League|Diocese) of $",
        before,
    ):
        return
    former = re.search(r"\b(?:former|ex-) ?$", before)
    evidence = Evidence.FAIR if former else Evidence.STRONG
    named[code].append(
        Mention(
            STATES[code][0] if code in STATES else match[1],
            start,
            start + len(match[1]),
            sentence,
            evidence,
            alone=text.strip(" .") in (match[1].strip("."), "Washington, D.C"),
            near=former is not None,
        )
    )
