from policies.viewsets.rosters.desk import WaitingOnLists
from policies.viewsets.rosters.viewset import RosterViewSet

__all__ = ["RosterViewSet", "WaitingOnLists"]
