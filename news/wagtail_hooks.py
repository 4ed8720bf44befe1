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
    duplicates,
    may_answer,
    may_take_in,
    merging,
)
from news.viewsets.archiving import SetArchiveLink


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


duplicates.REPORT.register()
merging.REPORT.register()
hooks.register("register_admin_urls", duplicates.pair_urls)
hooks.register("register_admin_urls", merging.merge_urls)
hooks.register("register_log_actions", merging.register_merges)
hooks.register("register_bulk_action", SetArchiveLink)
register_snippet(SourcesGroup)
