"""The questions the public may ask of policies, votes and statements."""

from policies.filters.policy import ASKED_MOST, PolicyFilters
from policies.filters.statement import StatementFilters
from policies.filters.vote import VoteFilters

__all__ = ["ASKED_MOST", "PolicyFilters", "StatementFilters", "VoteFilters"]
