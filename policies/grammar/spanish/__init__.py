"""Spanish sentences: nouns have a gender, and what is said of them agrees."""

from policies.grammar.spanish.days import CERTAINTIES, on, since
from policies.grammar.spanish.events import EVENTS, event
from policies.grammar.spanish.standing import (
    LAWS,
    PHRASES,
    SENTENCES,
    STANDS,
    STATUSES,
    standing,
    stands,
)
from policies.grammar.spanish.votes import BALLOTS, QUESTIONS, VOTES, ballots, vote

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
