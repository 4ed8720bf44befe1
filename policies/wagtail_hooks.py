"""The menu of what places did."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from policies.viewsets import (
    CourtCaseViewSet,
    PolicyViewSet,
    StatementViewSet,
    VoteViewSet,
)
from policies.viewsets.desk import VotesWithoutResult


class RecordGroup(SnippetViewSetGroup):
    """What was agreed, voted, said and argued in court."""

    items = (PolicyViewSet, VoteViewSet, StatementViewSet, CourtCaseViewSet)
    menu_label = _("Record")
    menu_icon = "clipboard-list"
    menu_order = 110


register_snippet(RecordGroup)


@hooks.register("construct_homepage_panels")
def show_votes_without_result(request, panels):
    """Remind whoever may change votes of those whose result nobody entered."""
    if request.user.has_perm("policies.change_vote"):
        panels.append(VotesWithoutResult())
