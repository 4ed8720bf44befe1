"""What the admin's first page tells of ICE's lists."""

from wagtail.admin.ui.components import Component

from policies.models import Roster
from policies.roster.publishing import waiting
from policies.viewsets.rosters.access import DECIDE, PUBLISH

SHOWN = 5


class WaitingOnLists(Component):
    """Changes that nobody has decided, and drafts that wait for a second reader."""

    name = "waiting_on_lists"
    template_name = "editing/rosters/desk.html"
    order = 310

    def get_context_data(self, parent_context):
        """Return the newest lists with open changes, and how many drafts wait."""
        user = parent_context["request"].user
        undecided = Roster.objects.undecided() if user.has_perm(DECIDE) else []
        drafts = waiting().count() if user.has_perm(PUBLISH) else 0
        return {
            "rosters": undecided[:SHOWN],
            "more": max(len(undecided) - SHOWN, 0),
            "drafts": drafts,
        }
