"""The menu of how we know."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from news.viewsets import (
    CorrectionViewSet,
    OutletViewSet,
    SourceViewSet,
    SpreadsheetViewSet,
)


class SourcesGroup(SnippetViewSetGroup):
    """Sources, outlets and corrections."""

    items = (SourceViewSet, OutletViewSet, CorrectionViewSet)
    menu_label = _("Sources")
    menu_icon = "doc-full-inverse"
    menu_order = 120
    submenu_hook = SpreadsheetViewSet.menu_hook


@hooks.register("register_admin_viewset")
def records_by_spreadsheet():
    """Return the screens of records by spreadsheet."""
    return SpreadsheetViewSet()


register_snippet(SourcesGroup)
