from policies.viewsets.court import CourtCaseViewSet
from policies.viewsets.policy import PolicyViewSet
from policies.viewsets.statement import StatementViewSet
from policies.viewsets.vote import VoteViewSet

__all__ = ["CourtCaseViewSet", "PolicyViewSet", "StatementViewSet", "VoteViewSet"]
