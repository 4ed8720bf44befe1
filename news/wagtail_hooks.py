"""The menu of how we know."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from news.viewsets import (
    CorrectionViewSet,
    IntakePanel,
    IntakeViewSet,
    OutletViewSet,
    ReportPanel,
    ReportViewSet,
    SourceViewSet,
    SpreadsheetViewSet,
    may_answer,
    may_take_in,
)
from news.viewsets.duplicates import duplicate_urls, duplicates_menu_item
from news.viewsets.merging import merge_menu_item, merge_urls, register_merges


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


@hooks.register("register_admin_viewset")
def articles_coming_in():
    """Return the screens of articles that come in."""
    return IntakeViewSet()


@hooks.register("construct_homepage_panels")
def show_intake(request, panels):
    """Let whoever may make sources begin with an article at once."""
    if may_take_in(request.user):
        panels.append(IntakePanel())


@hooks.register("register_admin_viewset")
def reports_from_readers():
    """Return the screens of what readers report."""
    return ReportViewSet()


@hooks.register("construct_homepage_panels")
def show_reports(request, panels):
    """Show what readers report to whoever may correct the record."""
    if may_answer(request.user):
        panels.append(ReportPanel())


hooks.register("register_admin_urls", duplicate_urls)
hooks.register("register_reports_menu_item", duplicates_menu_item)
hooks.register("register_admin_urls", merge_urls)
hooks.register("register_reports_menu_item", merge_menu_item)
hooks.register("register_log_actions", register_merges)
register_snippet(SourcesGroup)
