"""How a report comes into the admin: its address, its entry in the menu."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView


class ReportMenuItem(MenuItem):
    """An entry in the menu of reports, for those who may open it."""

    def __init__(self, report):
        super().__init__(
            report.view.page_title,
            reverse(report.name),
            name=report.name,
            icon_name=report.view.header_icon,
            order=report.order,
        )
        self.report = report

    def is_shown(self, request):
        """Return whether the reader of the menu may open the report."""
        return self.report.may_open(request.user)


@dataclass(frozen=True)
class Report:
    """A view under the admin's reports, at an address of a name.

    `may_open` only leaves it out of the menu: the view itself refuses.
    """

    view: type
    name: str
    at: str
    order: int
    may_open: Callable = lambda user: True

    def register(self):
        """Let the admin know the report."""
        hooks.register("register_admin_urls", self.urls)
        hooks.register("register_reports_menu_item", lambda: ReportMenuItem(self))

    def urls(self):
        """Return its address, and that of its results alone where a list has one."""
        found = [path(f"reports/{self.at}/", self.view.as_view(), name=self.name)]
        if issubclass(self.view, ReportView):
            results = self.view.as_view(results_only=True)
            name = self.view.index_results_url_name
            found.append(path(f"reports/{self.at}/results/", results, name=name))
        return found
