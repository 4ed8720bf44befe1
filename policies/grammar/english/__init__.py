"""English sentences."""

from policies.grammar.english.days import CERTAINTIES, on, since
from policies.grammar.english.events import EVENTS, event
from policies.grammar.english.standing import (
    LAWS,
    PHRASES,
    SENTENCES,
    STANDS,
    STATUSES,
    standing,
    stands,
)
from policies.grammar.english.votes import BALLOTS, QUESTIONS, VOTES, ballots, vote

__all__ = [
    "BALLOTS",
    "CERTAINTIES",
    "EVENTS",
    "LAWS",
    "PHRASES",
    "QUESTIONS",
    "SENTENCES",
    "STANDS",
    "STATUSES",
    "VOTES",
    "ballots",
    "event",
    "on",
    "since",
    "standing",
    "stands",
    "vote",
]
