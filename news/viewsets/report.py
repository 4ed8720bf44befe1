"""The editors' inbox: what readers say is wrong, and what comes of it."""

from django import forms
from django.contrib.admin.utils import quote
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from config.editing.filters import choice_filter
from config.languages import bare
from jurisdictions.models import Jurisdiction
from news.changes.watching import record_at
from news.enums import ReportState
from news.models import Correction, ErrorReport

SHOWN = 5
# Words of a report in a list.
BEGINNING = 90


def may_answer(user):
    """Return whether a user may decide on reports: who may correct the record."""
    return user.has_perm("news.add_correction")


class AnsweringPolicy(ModelPermissionPolicy):
    """Who may correct the record sees and decides reports; nobody makes one here."""

    def user_has_permission(self, user, action):
        """Return whether a user may do something to reports."""
        return action in ("view", "change") and may_answer(user)

    def user_has_any_permission(self, user, actions):
        """Return whether a user may do any of some things to reports."""
        return any(self.user_has_permission(user, action) for action in actions)


class ReportFilterSet(WagtailFilterSet):
    """Reports by how far they have come."""

    state = choice_filter(ErrorReport, "state")

    class Meta:
        model = ErrorReport
        fields = []


def report_url(report):
    """Return the address of a report's screen."""
    return reverse("reports:report", args=[quote(report.pk)])


def record_about(path):
    """Return the record or the place whose page, or history, a path is; or None."""
    own = bare(path).removesuffix("history/")
    place = own.startswith("/us/") and Jurisdiction.objects.at_paths([own.strip("/")])
    return place.first() if place else record_at(own)


def beginning(report):
    """Return the first words of what a reader says is wrong."""
    text = " ".join(report.wrong.split())
    return text if len(text) <= BEGINNING else f"{text[:BEGINNING]}…"


class ReportIndex(IndexView):
    """Every report, the newest first; what looks like spam when asked for."""

    model = ErrorReport
    permission_policy = AnsweringPolicy(ErrorReport)
    page_title = gettext_lazy("Reports from readers")
    header_icon = "mail"
    index_url_name = "reports:index"
    index_results_url_name = "reports:index_results"
    filterset_class = ReportFilterSet
    search_fields = ["reference", "about", "wrong", "known", "email", "note"]
    default_ordering = "-received_at"
    paginate_by = 50
    columns = [
        TitleColumn(
            "wrong",
            label=gettext_lazy("What is wrong"),
            accessor=beginning,
            get_url=report_url,
        ),
        Column("about", label=gettext_lazy("Page")),
        Column(
            "state",
            label=gettext_lazy("State"),
            accessor="get_state_display",
            sort_key="state",
        ),
        Column("decided_by", label=gettext_lazy("Editor")),
        DateColumn(
            "received_at", label=gettext_lazy("Received"), sort_key="received_at"
        ),
    ]

    def get_base_queryset(self):
        """Return the reports; spam is not among them until it is asked for."""
        rows = ErrorReport.objects.select_related("decided_by")
        asked = self.request.GET.getlist("state")
        return rows if asked else rows.exclude(state=ReportState.LIKELY_SPAM)


class DeclineForm(forms.Form):
    """Why the record stands."""

    note = forms.CharField(
        label=gettext_lazy("Why the record stands (for other editors)"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReportScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A report, the record it is about, and what to do."""

    permission_policy = AnsweringPolicy(ErrorReport)
    permission_required = "change"
    page_title = gettext_lazy("Report from a reader")
    header_icon = "mail"
    template_name = "editing/report.html"
    form = None

    @cached_property
    def report(self):
        """The report.

        :raises Http404: if there is none of that reference.
        """
        rows = ErrorReport.objects.select_related("decided_by", "correction")
        report = rows.filter(pk=self.kwargs["reference"]).first()
        if report is None:
            raise Http404
        return report

    def post(self, request, *args, **kwargs):
        """Do what the button says, unless somebody else was quicker."""
        done = {
            "take_up": self.take_up,
            "spam": lambda rows: rows.put_back(ReportState.LIKELY_SPAM),
            "not_spam": lambda rows: rows.put_back(ReportState.NEW),
            "decline": self.decline,
        }.get(request.POST.get("do"))
        if done is None:
            return redirect(report_url(self.report))
        changed = done(ErrorReport.objects.filter(pk=self.report.pk))
        if self.form is not None and self.form.errors:
            return self.render_to_response(self.get_context_data(), status=400)
        if not changed:
            messages.error(request, decided_already())
        return redirect(report_url(self.report))

    def take_up(self, rows):
        """Say that the user looks into it."""
        return rows.take_up(self.request.user)

    def decline(self, rows):
        """Say that the record stands, if the user says why."""
        self.form = DeclineForm(self.request.POST)
        if not self.form.is_valid():
            return 0
        return rows.decline(self.request.user, self.form.cleaned_data["note"])

    def get_breadcrumbs_items(self):
        """Return the way here."""
        inbox = {"url": reverse("reports:index"), "label": ReportIndex.page_title}
        own = {"url": "", "label": self.report.reference}
        return [*self.breadcrumbs_items, inbox, own]

    def get_context_data(self, **kwargs):
        """Return the report with the record it is about, if its page is one."""
        report = self.report
        record = record_about(report.about)
        finder = AdminURLFinder(self.request.user)
        return super().get_context_data(**kwargs) | {
            "report": report,
            "record": record,
            "record_url": finder.get_edit_url(record) if record else None,
            "correction_url": finder.get_edit_url(report.correction)
            if report.correction
            else None,
            "accept_url": correcting_url(report),
            "form": self.form or DeclineForm(),
        }


def decided_already():
    """Return what to say to an editor who comes second."""
    return _("Somebody has decided on this report already.")


def correcting_url(report):
    """Return the address of the form for the correction that comes of a report."""
    form = reverse(Correction.snippet_viewset.get_url_name("add"))
    return f"{form}?report={quote(report.pk)}"


class ReportsItem(MenuItem):
    """The entry in the menu, for those who may decide."""

    def is_shown(self, request):
        """Tell whether the user may decide on reports."""
        return may_answer(request.user)


class ReportPanel(Component):
    """The reports nobody has looked at yet, on the admin's first page."""

    name = "reports"
    template_name = "editing/report_panel.html"
    order = 240

    def get_context_data(self, parent_context):
        """Return how many there are, and the first of them."""
        new = ErrorReport.objects.new()
        count = new.count()
        return {
            "heading": _("Reports from readers (%(count)s new)") % {"count": count},
            "reports": [
                (report_url(report), beginning(report), report.about)
                for report in new[:SHOWN]
            ],
            "more": max(count - SHOWN, 0),
        }


class ReportViewSet(ViewSet):
    """Reports from readers, in the menu of sources."""

    name = "reports"
    # Below /admin/reports/ are Wagtail's own.
    url_prefix = "readers-reports"
    icon = "mail"
    menu_label = gettext_lazy("Reports from readers")
    menu_item_class = ReportsItem
    menu_hook = "register_sources_menu_item"
    menu_order = 890

    def get_urlpatterns(self):
        """Return the addresses of the inbox and of a report."""
        return [
            path("", ReportIndex.as_view(), name="index"),
            path(
                "results/", ReportIndex.as_view(results_only=True), name="index_results"
            ),
            path("<str:reference>/", ReportScreen.as_view(), name="report"),
        ]
