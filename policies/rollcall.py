"""A roll call as the page draws it: only what a source tells."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from policies.derive import votes_needed
from policies.enums import HELD, BallotOption, VoteResult
from policies.grammar import ballot_words

# What each total that a source may state is a number of.
TOTALS = {
    "yes_count": BallotOption.YES,
    "no_count": BallotOption.NO,
    "abstain_count": BallotOption.ABSTAIN,
    "absent_count": BallotOption.ABSENT,
}


@dataclass
class Group:
    """The members who voted alike; `names` is empty when only a total is known."""

    option: BallotOption
    count: int
    ballots: list = field(default_factory=list)

    @property
    def words(self):
        """How many voted so: “6 yes”."""
        return ballot_words(self.option, self.count)


@dataclass
class RollCall:
    """What is known of who voted how.

    `kind` is one of `named` (members by name), `counted` (totals only),
    `unanimous` (nobody named, no total), `unknown`, `scheduled` and `undecided` (the
    matter was put off or withdrawn: no source need tell of a vote).
    """

    kind: str
    groups: list = field(default_factory=list)
    needed: int | None = None

    @property
    def counts(self):
        """How many voted how: “6 yes, 2 no”; "" where no number is known."""
        return ", ".join(group.words for group in self.groups)


def roll_call(vote, day):
    """Return a vote's roll call on a day, from ballots and stated totals in memory.

    Names never come from a total, nor a total from the word “unanimous”; and before
    its day a vote has neither.
    """
    outcome = vote.outcome(day)
    if outcome == VoteResult.SCHEDULED:
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
    groups = [
        Group(TOTALS[name], count)
        for name, count in vote.stated_counts().items()
        if count is not None
    ]
    if groups:
        return RollCall("counted", groups, needed)
    if vote.described_as_unanimous:
        return RollCall("unanimous")
    told = (*HELD, VoteResult.UNKNOWN)
    return RollCall("unknown" if outcome in told else "undecided")


def result_words(vote, day):
    """Return how a vote ended, in few words: “Passed: 6 yes, 2 no”."""
    result, roll = vote.outcome(day).label, roll_call(vote, day)
    if roll.kind == "unanimous":
        return _("%s, described as unanimous") % result
    return f"{result}: {roll.counts}" if roll.groups else str(result)


def differing_counts(vote):
    """Return each total our sources give that the members they name do not add up to.

    As (total in words, how many members are named): (“6 yes”, 7).
    """
    return [
        (ballot_words(TOTALS[name], stated), counted)
        for name, (stated, counted) in vote.count_differences().items()
    ]
