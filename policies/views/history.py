"""The histories of policies, votes and statements."""

from news.changes.history import RecordHistory
from policies.models import Policy, Statement, Vote


class PolicyHistory(RecordHistory):
    """What we said of an agreement or policy, and when."""

    model = Policy
    section = "policy-list"


class VoteHistory(RecordHistory):
    """What we said of a vote, and when."""

    model = Vote
    section = "vote-list"


class StatementHistory(RecordHistory):
    """What we said of a statement, and when."""

    model = Statement
    section = "statement-list"
