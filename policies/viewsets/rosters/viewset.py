"""The screens of ICE's lists, their addresses and their place in the menu."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from policies.viewsets.rosters.access import DECIDE, LOOK, UPLOAD
from policies.viewsets.rosters.changes import RosterChanges
from policies.viewsets.rosters.choosing import ChooseMatch
from policies.viewsets.rosters.listing import RosterIndex
from policies.viewsets.rosters.readings import SecondReading
from policies.viewsets.rosters.spellings import DecideSpelling
from policies.viewsets.rosters.uploading import RosterUpload


class RosterMenuItem(MenuItem):
    """The menu item, for those who may open what it leads to."""

    def is_shown(self, request):
        """Return whether the user may see the lists."""
        return any(map(request.user.has_perm, (LOOK, UPLOAD, DECIDE)))


class RosterViewSet(ViewSet):
    """ICE's lists: those held, uploading one, its changes, their second reading."""

    name = "rosters"
    url_prefix = "ice-lists"
    icon = "table"
    menu_label = _("ICE lists")
    menu_item_class = RosterMenuItem

    def get_urlpatterns(self):
        """Return the addresses of the screens."""
        return [
            path("", RosterIndex.as_view(), name="index"),
            path("upload/", RosterUpload.as_view(), name="upload"),
            path("second-reading/", SecondReading.as_view(), name="reading_of_all"),
            path("<int:pk>/", RosterChanges.as_view(), name="changes"),
            path(
                "<int:pk>/spelling/<int:change_pk>/",
                DecideSpelling.as_view(),
                name="spelling",
            ),
            path(
                "<int:pk>/match/<int:change_pk>/", ChooseMatch.as_view(), name="match"
            ),
            path("<int:pk>/second-reading/", SecondReading.as_view(), name="reading"),
        ]
