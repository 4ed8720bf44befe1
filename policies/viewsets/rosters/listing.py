"""ICE's lists that we hold."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from policies.enums import RosterKind
from policies.models import Roster
from policies.viewsets.rosters.access import PUBLISH, UPLOAD, ListsScreen
from policies.viewsets.rosters.telling import edit_url

ON_A_PAGE = 50


@dataclass(frozen=True)
class Held:
    """A list as the screen shows it."""

    roster: Roster
    is_newest: bool  # of its kind

    @property
    def source_url(self):
        """The address of the form of its source."""
        return edit_url(self.roster.source)


class RosterIndex(ListsScreen, TemplateView):
    """The lists, newest first, with what of each waits for whom."""

    page_title = _("ICE lists")
    template_name = "editing/rosters/index.html"

    def own_breadcrumbs(self):
        """Return nothing: this is where the way to all others leads."""
        return []

    @property
    def header_buttons(self):
        """The ways to take a list, and to read what waits for a second reader."""
        user, buttons = self.request.user, []
        if user.has_perm(UPLOAD):
            url = reverse("rosters:upload")
            upload = HeaderButton(_("Upload a list"), url, icon_name="upload")
            buttons.append(upload)
        if user.has_perm(PUBLISH):
            url = reverse("rosters:reading_of_all")
            reading = HeaderButton(_("Second reading"), url, icon_name="glasses")
            buttons.append(reading)
        return buttons

    def get_context_data(self, **kwargs):
        """Add a page of the lists with their counts."""
        lists = Roster.objects.newest_first().with_open_changes()
        lists = lists.with_decided_changes().with_draft_count()
        paginator = WagtailPaginator(lists, ON_A_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        newest = [Roster.objects.newest(kind) for kind in RosterKind]
        return super().get_context_data(
            held=[Held(roster, roster in newest) for roster in page],
            page=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            may_upload=self.request.user.has_perm(UPLOAD),
            **kwargs,
        )
