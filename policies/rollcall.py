"""A roll call as the page draws it: only what a source tells."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from policies.derive import votes_needed
from policies.enums import BallotOption, VoteResult


@dataclass
class Group:
    """The members who voted alike; `names` is empty when only a total is known."""

    option: BallotOption
    count: int
    ballots: list = field(default_factory=list)


@dataclass
class RollCall:
    """What is known of who voted how.

    `kind` is one of `named` (members by name), `counted` (totals only),
    `unanimous` (nobody named, no total), `unknown` and `scheduled`.
    """

    kind: str
    groups: list = field(default_factory=list)
    needed: int | None = None


def roll_call(vote, day):
    """Return a vote's roll call on a day, from ballots and stated totals in memory.

    Names never come from a total, nor a total from the word “unanimous”; and before
    its day a vote has neither.
    """
    if vote.outcome(day) == VoteResult.SCHEDULED:
        return RollCall("scheduled")
    ballots = list(vote.ballots.all())
    needed = votes_needed(vote.requirement, vote.body.seats, len(ballots) or None)
    if ballots:
        groups = [
            Group(option, len(found), found)
            for option in BallotOption
            if (found := [row for row in ballots if row.option == option])
        ]
        return RollCall("named", groups, needed)
    totals = (
        (BallotOption.YES, vote.yes_count),
        (BallotOption.NO, vote.no_count),
        (BallotOption.ABSTAIN, vote.abstain_count),
        (BallotOption.ABSENT, vote.absent_count),
    )
    groups = [Group(option, count) for option, count in totals if count is not None]
    if groups:
        return RollCall("counted", groups, needed)
    if vote.described_as_unanimous:
        return RollCall("unanimous")
    return RollCall("unknown")


def result_words(vote, day):
    """Return how a vote ended, in few words: “Passed: 6 yes, 2 no”."""
    result, roll = vote.outcome(day).label, roll_call(vote, day)
    if roll.kind == "unanimous":
        return _("%s, described as unanimous") % result
    if not roll.groups:
        return str(result)
    counts = (f"{group.count} {group.option.label.lower()}" for group in roll.groups)
    return f"{result}: {', '.join(counts)}"
