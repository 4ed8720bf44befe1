"""The questions the public may ask of policies, votes and statements."""

from policies.filters.policy import PolicyFilters
from policies.filters.statement import StatementFilters
from policies.filters.vote import VoteFilters

__all__ = ["PolicyFilters", "StatementFilters", "VoteFilters"]
