"""What the admin's first page asks editors to look at."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from policies.models import Vote

SHOWN = 8


class VotesWithoutResult(Component):
    """The votes that are over and of which no source has told the result."""

    name = "votes_without_result"
    template_name = "editing/votes_without_result.html"
    order = 300

    def get_context_data(self, parent_context):
        """Return the latest of them, how many there are, and where all stand."""
        list_url = reverse(Vote.snippet_viewset.get_url_name("list"))
        votes = Vote.snippet_viewset.rows().result_missing().order_by("-date", "-pk")
        return {
            "heading": _("Votes without a result"),
            "edit_url_name": Vote.snippet_viewset.get_url_name("edit"),
            "votes": votes[:SHOWN],
            "count": votes.count(),
            "list_url": f"{list_url}?look=no_result",
        }
