"""The editors' screen of the public log of corrections."""

from django.shortcuts import redirect
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from config.editing.labels import DayColumn
from config.languages import bare
from news.models import Correction, ErrorReport
from news.viewsets.report import (
    correcting_url,
    decided_already,
    record_about,
    report_url,
)


class DecidedAlready(Exception):
    """Of two editors at one report this one came second."""


class CorrectionCreate(CreateView):
    """The form for a correction, which may come of a reader's report."""

    @cached_property
    def report(self):
        """The report that the address names, or None."""
        rows = ErrorReport.objects.filter(pk=self.request.GET.get("report", ""))
        return rows.first()

    def dispatch(self, request, *args, **kwargs):
        """Lead to a report that is decided, instead of correcting it again."""
        if self.report and self.report.is_decided:
            messages.error(request, decided_already())
            return redirect(report_url(self.report))
        return super().dispatch(request, *args, **kwargs)

    def get_initial_form_instance(self):
        """Begin with the record that the report is about."""
        if self.report is None:
            return super().get_initial_form_instance()
        correction = Correction(
            record_path=bare(self.report.about),
            reason=in_words("en"),
            reason_es=in_words("es"),
        )
        if record := record_about(self.report.about):
            correction.name_after(record)
        return correction

    def get_add_url(self):
        """Return the address of the form, the report with it."""
        return correcting_url(self.report) if self.report else super().get_add_url()

    def form_valid(self, form):
        """Save the correction and say that it came of the report, both or neither."""
        try:
            return super().form_valid(form)
        except DecidedAlready:
            messages.error(self.request, decided_already())
            return redirect(report_url(self.report))

    def save_instance(self):
        """Save the correction, in the transaction that decides on the report.

        :raises DecidedAlready: if somebody else was quicker.
        """
        correction = super().save_instance()
        if self.report:
            asked = ErrorReport.objects.filter(pk=self.report.pk)
            if not asked.accept(self.request.user, correction):
                raise DecidedAlready
        return correction

    def get_context_data(self, **kwargs):
        """Add what the reader wrote."""
        context = super().get_context_data(**kwargs)
        if self.report:
            context |= {"report": self.report, "report_url": report_url(self.report)}
        return context


class CorrectionForm(WagtailAdminModelForm):
    """The form of a correction."""

    def clean_record_path(self):
        """Return the address as it lasts, copied from a page of whatever language."""
        return bare(self.cleaned_data["record_path"])


class CorrectionViewSet(SnippetViewSet):
    """Corrections: public as soon as they are saved, and so without drafts."""

    model = Correction
    icon = "edit"
    add_view_class = CorrectionCreate
    create_template_name = "editing/correction_create.html"
    edit_template_name = "editing/correction_edit.html"
    copy_view_enabled = False
    list_per_page = 50
    ordering = ("-corrected_on", "-pk")
    list_display = (
        "record_title",
        DayColumn("corrected_on", label=_("Date"), sort_key="corrected_on"),
        Column("reason", label=_("Why")),
    )
    list_export = (
        "corrected_on",
        "record_title",
        "record_path",
        "was",
        "now",
        "reason",
        "source",
    )
    search_fields = ("record_title", "record_title_es", "reason", "was", "now")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("corrected_on"),
                FieldRowPanel(
                    [FieldPanel("record_title"), FieldPanel("record_title_es")]
                ),
                FieldPanel("record_path"),
                FieldRowPanel([FieldPanel("was"), FieldPanel("now")]),
                FieldRowPanel([FieldPanel("was_es"), FieldPanel("now_es")]),
                FieldRowPanel([FieldPanel("reason"), FieldPanel("reason_es")]),
                FieldPanel("source"),
            ],
            heading=_("Correction"),
            help_text=_("Public from the moment it is saved."),
        ),
    ]

    def get_edit_handler(self):
        """Return the panels as one form."""
        form = ObjectList(self.panels, base_form_class=CorrectionForm)
        return form.bind_to_model(self.model)

    def register_chooser_viewset(self):
        """Give no address to a window that no form opens."""


def in_words(language):
    """Return why a record was corrected that a reader reported, in a language."""
    with translation.override(language):
        return gettext("A reader reported the error.")
