from policies.models.ballot import Ballot
from policies.models.court import CaseEvent, CaseParty, CourtCase
from policies.models.event import PolicyEvent
from policies.models.policy import Policy
from policies.models.role import PolicyRole
from policies.models.roster import Roster, RosterEntry, RosterRow
from policies.models.roster_change import RosterChange, RosterSpelling
from policies.models.signatory import Concern, Signatory
from policies.models.statement import Statement
from policies.models.vote import Vote

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
    "RosterChange",
    "RosterEntry",
    "RosterRow",
    "RosterSpelling",
    "Signatory",
    "Statement",
    "Vote",
]
