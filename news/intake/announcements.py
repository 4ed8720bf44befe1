"""Votes that are announced: they have a body and a day, and no result."""

from __future__ import annotations

import re

from news.intake.bodies import Bodies
from news.intake.dates import FoundDate, nearest
from news.intake.decisions import (
    SCHEDULED,
    Decision,
)
from news.intake.matters import is_about
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from news.intake.vote import (
    FoundVote,
    motion_of,
)
from policies.enums import MotionKind, VoteResult

# Who decides by themselves casts no vote.
ALONE = re.compile(
    r"\b(?:judge|court|jury|voters|sheriff|mayor|chief|governor|president|juez|"
    r"tribunal|corte|alcalde(?:sa)?|gobernador[a]?)\b",
    re.IGNORECASE,
)


def announce(
    sentence: Sentence,
    reading: Reading,
    bodies: Bodies,
    dates: list[FoundDate],
    votes: list[FoundVote],
) -> None:
    """Add a vote that is announced, unless the article tells how it went."""
    match = SCHEDULED.search(sentence.plain)
    if match is None or reading.in_speech(sentence.start + match.start()):
        return
    if not is_about(sentence, reading) or not _may_be(sentence.plain, match.start()):
        return
    place = sentence.start + match.start()
    body = bodies.before(place, sentence)
    if body is None:
        rest = [
            one
            for one in bodies.everything
            if one.sentence is sentence and one.start > place
        ]
        body = rest[0] if rest else None
    if body is None or (ALONE.search(sentence.plain[: match.start()][-25:])):
        return
    vote = FoundVote(
        bodies.meant(body),
        VoteResult.SCHEDULED,
        MotionKind.ADOPT,
        motion_of(
            Decision(
                VoteResult.SCHEDULED, MotionKind.ADOPT, match.start(), match.end()
            ),
            sentence.plain,
        ),
        sentence,
        None,
        [sentence],
        date=nearest(dates, place, sentence.start + match.end(), sentence),
    )
    vote.date = _coming(vote.date, reading) or vote.date
    for other in votes:
        if other.result == VoteResult.SCHEDULED and _same_body(other, vote):
            if other.date is None or len(other.date.phrase) < len(
                vote.date.phrase if vote.date else ""
            ):
                other.date = vote.date
            other.sentences.append(sentence)
            return
    votes.append(vote)


def _may_be(text: str, start: int) -> bool:
    """Return whether a plan is told as one, and not as a wish or a condition."""
    return (
        re.search(
            r"\b(?:if|whether|unless|before|until|ask\w*|urg\w+|had|"
            r"si)\b[^,;]{0,40}$",
            text[max(0, start - 60) : start],
            re.IGNORECASE,
        )
        is None
    )


def _coming(found: FoundDate | None, reading: Reading) -> FoundDate | None:
    """Return an announced vote's date; one that is past already is not its own."""
    published = reading.article.published
    if found and found.date and published and found.date < published:
        return None
    return found


def _same_body(vote: FoundVote, other: FoundVote) -> bool:
    if vote.body is None or other.body is None:
        return True
    return (vote.body.place, vote.body.family) == (other.body.place, other.body.family)
