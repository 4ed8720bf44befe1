"""A vote as an article tells it in several places, and how these are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jurisdictions.enums import Precision
from news.intake.bodies import Body
from news.intake.dates import FoundDate
from news.intake.decisions import SPLIT_RULE, Decision
from news.intake.sentences import Sentence
from news.intake.tallies import Tally
from policies.enums import BallotOption, MotionKind, VoteResult


@dataclass
class FoundVote:
    """A vote as the sentences of an article tell it together.

    Counts are those for and against the matter. Where a motion asked to reject it,
    its yes is counted as the matter's no, and who “dissented” from it is left open.
    """

    body: Body | None
    result: VoteResult
    motion_kind: MotionKind
    motion: str
    sentence: Sentence
    decision: Decision | None
    sentences: list[Sentence] = field(default_factory=list)
    tally: Tally | None = None
    yes: int | None = None
    no: int | None = None
    aside: dict[str, int] = field(default_factory=dict)
    unanimous: bool = False
    ballots: dict[str, BallotOption] = field(default_factory=dict)
    doubtful: dict[str, BallotOption] = field(default_factory=dict)
    # “Supported the measure”: a vote only if the counts bear it out.
    maybe: dict[str, BallotOption] = field(default_factory=dict)
    mover: str = ""
    seconder: str = ""
    tie_breaker: str = ""
    date: FoundDate | None = None
    first_reading: bool = False
    doubt: str = ""

    @property
    def procedural(self) -> bool:
        """Whether it decides only how the matter goes on."""
        return self.decision is not None and self.decision.procedural

    @property
    def is_decided(self) -> bool:
        """Whether the matter itself was voted up or down for good."""
        decided = self.result in (
            VoteResult.PASSED,
            VoteResult.FAILED,
            VoteResult.TIED_FAILED,
        )
        return decided and not self.procedural and not self.first_reading


def is_same(vote: FoundVote, other: FoundVote) -> bool:
    """Return whether two tellings can be of one vote."""
    return (
        vote.result == other.result
        and vote.procedural == other.procedural
        and vote.motion_kind == other.motion_kind
        and is_earlier(vote) == is_earlier(other)
        and _same_tally(vote.tally, other.tally)
        and _may_be_one_body(vote.body, other.body)
        and _same_day(vote.date, other.date)
    )


def is_earlier(vote: FoundVote) -> bool:
    """Return whether a vote is told of as one before the story's own."""
    return vote.decision is not None and vote.decision.earlier


def _same_tally(one: Tally | None, two: Tally | None) -> bool:
    """Return whether counts do not contradict each other."""
    if one is None or two is None:
        return True
    return {one.first, one.second} == {two.first, two.second}


def _may_be_one_body(one: Body | None, two: Body | None) -> bool:
    """Return whether bodies can be one: of one place and kind, as far as told."""
    if one is None or two is None or one.place is None or two.place is None:
        return True
    return (one.place, one.family) == (two.place, two.family)


def _same_day(one: FoundDate | None, two: FoundDate | None) -> bool:
    """Return whether dates can be one day's: “this week” can be Tuesday."""
    if one is None or two is None or one.date is None or two.date is None:
        return True
    if one.precision == two.precision == Precision.DAY:
        return one.date == two.date
    return abs((one.date - two.date).days) <= 31


def merge(vote: FoundVote, other: FoundVote) -> None:
    """Add a second telling of a vote to the first."""
    if vote.tally is None and other.tally is not None:
        vote.tally, vote.yes, vote.no = other.tally, other.yes, other.no
    vote.unanimous = vote.unanimous or other.unanimous
    vote.aside = {**other.aside, **vote.aside}
    vote.ballots = {**other.ballots, **vote.ballots}
    vote.doubtful = {**other.doubtful, **vote.doubtful}
    vote.mover = vote.mover or other.mover
    vote.seconder = vote.seconder or other.seconder
    vote.tie_breaker = vote.tie_breaker or other.tie_breaker
    vote.motion = vote.motion or other.motion
    vote.first_reading = vote.first_reading or other.first_reading
    if vote.date is None or (
        other.date and other.date.precision == "day" != vote.date.precision
    ):
        vote.date = other.date or vote.date
    if vote.doubt == "matter" and not other.doubt:
        vote.doubt = ""
    if vote.body is None or (other.body and other.body.place and not vote.body.place):
        vote.body = other.body
    vote.sentences.extend(other.sentences)


def add(votes: list[FoundVote], vote: FoundVote) -> None:
    """Add a vote, or what it tells of one that is there already."""
    for other in votes:
        if is_same(other, vote):
            merge(other, vote)
            return
    votes.append(vote)


def motion_of(decision: Decision, text: str) -> str:
    """Return what was voted on, in the article's words, up to the end of the clause."""
    rest = text[decision.end :]
    if decision.voted and decision.words:
        rest = text[decision.end :]
    match = re.match(
        r"[\s,]*([^;:\"]{3,220}?)(?=,? (?:with|after|before|while|but|becoming|"
        r"following|despite|on (?:a|an|Mon|Tues|Wednes|Thurs|Fri)|in a|by a|"
        r"con|tras|después)\b|[.;:\"]|$)",
        rest,
    )
    return match[1].strip(" ,") if match else ""


def settle_maybes(vote: FoundVote) -> None:
    """Take who “supported” and “opposed” a measure for its voters if the counts fit.

    Where all of one side are named so, the few named of the other voted too.
    """
    sides = (BallotOption.YES, vote.yes), (BallotOption.NO, vote.no)
    named = {
        option: [name for name, said in vote.maybe.items() if said == option]
        for option, _count in sides
    }
    if not any(count and len(named[option]) == count for option, count in sides):
        return
    for option, count in sides:
        if count and len(named[option]) <= count:
            for name in named[option]:
                vote.ballots.setdefault(name, option)


def counts(tally: Tally, vote: FoundVote, text: str) -> tuple[int | None, int | None]:
    """Return how many were for and against the matter, None where words do not tell.

    Articles print the larger count first: “failed 3-2” means three against. Where
    more than half was needed, a motion can fail with more votes for than against.
    """
    first, second = tally.first, tally.second
    decision = vote.decision
    if tally.told or first == second:
        return first, second
    lost = vote.result in (VoteResult.FAILED, VoteResult.TIED_FAILED)
    if decision is not None and (decision.turned or decision.against) and lost:
        return min(first, second), max(first, second)
    if lost and first > second:
        return (first, second) if SPLIT_RULE.search(text) else (second, first)
    if vote.result == VoteResult.PASSED and first < second:
        vote.doubt = vote.doubt or "counts"
    return first, second
