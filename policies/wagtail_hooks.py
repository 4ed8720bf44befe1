"""The menu of what places did."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from policies.viewsets import (
    CourtCaseViewSet,
    PolicyViewSet,
    StatementViewSet,
    VoteViewSet,
    reconciling,
)
from policies.viewsets.rosters import RosterViewSet, WaitingOnLists
from policies.viewsets.rosters.access import DECIDE, PUBLISH


class RecordGroup(SnippetViewSetGroup):
    """What was agreed, voted, said and argued in court."""

    items = (
        PolicyViewSet,
        VoteViewSet,
        StatementViewSet,
        CourtCaseViewSet,
        RosterViewSet,
    )
    menu_label = _("Record")
    menu_icon = "clipboard-list"
    menu_order = 110


register_snippet(RecordGroup)


@hooks.register("construct_homepage_panels")
def show_waiting_on_lists(request, panels):
    """Tell those who may decide or publish of what waits of ICE's lists."""
    if any(map(request.user.has_perm, (DECIDE, PUBLISH))):
        panels.append(WaitingOnLists())


@hooks.register("register_permissions")
def register_roster_permissions():
    """Let an administrator give rights to ICE's lists to another group."""
    codenames = [f"{action}_roster" for action in ("view", "add", "change")]
    return Permission.objects.filter(
        content_type__app_label="policies", codename__in=codenames
    )


reconciling.REPORT.register()
