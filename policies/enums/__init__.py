"""Choices for what places did. Each member: stored value, definition, label.

The authority of a choice stands in a comment beneath it; choices without one are
plain words of the record's own.
"""

from policies.enums.court import CaseClaim, CaseStatus, PartyRole
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
from policies.enums.roster import RosterKind
from policies.enums.statement import ConcernKind, Stance, StatementKind
from policies.enums.status import ENDED, IN_FORCE, STATUS_AFTER, EventKind, PolicyStatus
from policies.enums.vote import (
    COUNT_OF_OPTION,
    BallotOption,
    MotionKind,
    VoteMethod,
    VoteResult,
)

__all__ = [
    "AuthorityPath",
    "BallotOption",
    "COUNT_OF_OPTION",
    "CaseClaim",
    "CaseStatus",
    "ConcernKind",
    "DetainerPractice",
    "Direction",
    "ENDED",
    "EventKind",
    "IN_FORCE",
    "Instrument",
    "LawEffect",
    "LegalEffect",
    "MotionKind",
    "PartyRole",
    "PolicyStatus",
    "PolicyType",
    "PredecessorRelation",
    "ProgramModel",
    "RoleKind",
    "RosterKind",
    "STATUS_AFTER",
    "Stance",
    "StatementKind",
    "VoteMethod",
    "VoteResult",
]
