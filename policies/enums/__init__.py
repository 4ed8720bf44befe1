"""Choices for what places did. Each member: stored value, definition, label.

The authority of a choice stands in a comment beneath it; choices without one are
plain words of the record's own.
"""

from policies.enums.court import CaseClaim, CaseStatus, PartyRole
from policies.enums.finding import FindingKind
from policies.enums.policy import (
    AuthorityPath,
    DetainerPractice,
    Direction,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RoleKind,
)
from policies.enums.roster import (
    MatchReason,
    RosterChangeKind,
    RosterDecision,
    RosterDoubt,
    RosterKind,
    SpellingOf,
)
from policies.enums.statement import ConcernKind, Stance, StatementKind
from policies.enums.status import (
    ENDED,
    IN_FORCE,
    STATUS_AFTER,
    UNDECIDED,
    EventKind,
    PolicyStatus,
)
from policies.enums.vote import (
    COUNT_OF_OPTION,
    HELD,
    BallotOption,
    MotionKind,
    VoteMethod,
    VoteResult,
)

__all__ = [
    "COUNT_OF_OPTION",
    "ENDED",
    "HELD",
    "IN_FORCE",
    "STATUS_AFTER",
    "UNDECIDED",
    "AuthorityPath",
    "BallotOption",
    "CaseClaim",
    "CaseStatus",
    "ConcernKind",
    "DetainerPractice",
    "Direction",
    "EventKind",
    "FindingKind",
    "Instrument",
    "LawEffect",
    "LegalEffect",
    "MatchReason",
    "MotionKind",
    "PartyRole",
    "PolicyStatus",
    "PolicyType",
    "PredecessorRelation",
    "ProgramModel",
    "RoleKind",
    "RosterChangeKind",
    "RosterDecision",
    "RosterDoubt",
    "RosterKind",
    "SpellingOf",
    "Stance",
    "StatementKind",
    "VoteMethod",
    "VoteResult",
]
