"""What bodies and their members did about a motion, in English."""

from policies.enums import BallotOption, VoteResult
from policies.grammar.english.days import on

VOTES = {
    VoteResult.SCHEDULED: "{body} is to vote {on}.",
    "scheduled before": "{body} was to vote {on}; no source gives its result.",
    VoteResult.UNKNOWN: "{body} voted {on}; no source gives the result.",
    VoteResult.PASSED: "{body} voted for the motion {on}.",
    "unanimous": "{body} voted for the motion {on}, unanimously.",
    VoteResult.FAILED: "{body} voted {on}; the motion failed.",
    VoteResult.TIED_FAILED: "{body} voted {on}; the motion failed on a tie.",
    # Of these no source need tell that anybody voted.
    VoteResult.CONTINUED: ("{body} reached no decision {on}: the matter was put off."),
    VoteResult.WITHDRAWN: (
        "{body} reached no decision {on}: the matter was taken off the agenda."
    ),
    VoteResult.NO_ACTION: "{body} took no action {on}.",
}
# What no source tells of a vote.
QUESTIONS = {
    "result": "The result of the vote {on}: {motion}.",
    "members": "How each member of the {body} voted {on}.",
}
# How many voted so: of one, of more.
BALLOTS = {
    BallotOption.YES: ("{} yes", "{} yes"),
    BallotOption.NO: ("{} no", "{} no"),
    BallotOption.ABSTAIN: ("{} abstained", "{} abstained"),
    BallotOption.PRESENT: ("{} voted “present”", "{} voted “present”"),
    BallotOption.RECUSED: ("{} recused", "{} recused"),
    BallotOption.NOT_VOTING: ("{} not voting", "{} not voting"),
    BallotOption.ABSENT: ("{} absent", "{} absent"),
    BallotOption.EXCUSED: ("{} excused", "{} excused"),
    BallotOption.PAIRED: ("{} paired", "{} paired"),
    BallotOption.NOT_REPORTED: ("{} not reported", "{} not reported"),
}


def vote(vote, pattern):
    """Return how a vote went, that it is to come, or what nobody tells of it."""
    return pattern.format(
        body=vote.body.name,
        motion=vote.told_title(),
        on=on(vote) if vote.date else "",
    )


def ballots(option, count):
    """Return how many members voted so: “6 yes”."""
    one, more = BALLOTS[option]
    return (one if count == 1 else more).format(count)
