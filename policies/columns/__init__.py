"""Columns of agreements and policies, votes, statements and court cases.

Names are a contract: none is changed, and none is taken away.
"""

from policies.columns.court import CASE_EVENTS, COURT_CASES, PARTIES
from policies.columns.policy import EVENTS, POLICIES, ROLES
from policies.columns.statement import CONCERNS, SIGNATORIES, STATEMENTS
from policies.columns.vote import BALLOTS, VOTES

__all__ = [
    "BALLOTS",
    "CASE_EVENTS",
    "CONCERNS",
    "COURT_CASES",
    "EVENTS",
    "PARTIES",
    "POLICIES",
    "ROLES",
    "SIGNATORIES",
    "STATEMENTS",
    "VOTES",
]
