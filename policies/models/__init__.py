from policies.models.court import CaseEvent, CaseParty, CourtCase
from policies.models.event import PolicyEvent
from policies.models.policy import Policy, PolicyRole
from policies.models.roster import Roster, RosterRow
from policies.models.statement import Concern, Signatory, Statement
from policies.models.vote import Ballot, Vote

__all__ = [
    "Ballot",
    "CaseEvent",
    "CaseParty",
    "Concern",
    "CourtCase",
    "Policy",
    "PolicyEvent",
    "PolicyRole",
    "Roster",
    "RosterRow",
    "Signatory",
    "Statement",
    "Vote",
]
