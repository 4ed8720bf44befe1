"""Who may do what with ICE's lists, and the frame of their screens."""

from django.forms import Media
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from policies.models import Policy, Roster
from policies.viewsets.rosters.telling import edit_url

LOOK = "policies.view_roster"
UPLOAD = "policies.add_roster"
DECIDE = "policies.change_roster"
PUBLISH = "policies.publish_policy"


class ListsScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A screen of ICE's lists: who may open it, where it stands, how it looks."""

    permission_policy = ModelPermissionPolicy(Roster)
    any_permission_required = ("view", "add", "change")
    header_icon = "table"

    def get_breadcrumbs_items(self):
        """Return the way here: home, the lists, the list, this screen."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("rosters:index"), "label": _("ICE lists")},
            *self.own_breadcrumbs(),
        ]

    def own_breadcrumbs(self):
        """Return the last steps of the way."""
        return [{"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the stylesheet, and what the user may do."""
        context = super().get_context_data(**kwargs)
        styles = Media(css={"all": ["editing/rosters.css"]})
        shown = (context.get("media"), getattr(context.get("form"), "media", None))
        context["media"] = sum(filter(None, shown), styles)
        context["may_decide"] = self.request.user.has_perm(DECIDE)
        context["may_publish"] = self.request.user.has_perm(PUBLISH)
        return context


class OneList(ListsScreen):
    """A screen of one list, at its id."""

    @cached_property
    def roster(self):
        """The list with its source."""
        return self.held()

    def held(self):
        """Return the list of the address.

        :raises Http404: if we hold none of that id.
        """
        return get_object_or_404(Roster.objects.newest_first(), pk=self.kwargs["pk"])

    def own_breadcrumbs(self):
        """Return the list, and the screen if it is another than the list's own."""
        url = reverse("rosters:changes", args=[self.roster.pk])
        steps = [{"url": url, "label": str(self.roster)}]
        title = self.get_page_title()
        here = [] if title == str(self.roster) else [{"url": "", "label": title}]
        return [*steps, *here]

    def get_context_data(self, **kwargs):
        """Add where the list's source is edited."""
        url = edit_url(self.roster.source) if self.roster else ""
        return super().get_context_data(source_url=url, **kwargs)


class ForReaders:
    """A screen for those who publish."""

    permission_policy = ModelPermissionPolicy(Policy)
    any_permission_required = None
    permission_required = "publish"
