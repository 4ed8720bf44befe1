"""The editors' screen of the public log of corrections."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from config.editing.labels import DayColumn
from news.models import Correction


class CorrectionViewSet(SnippetViewSet):
    """Corrections: public as soon as they are saved, and so without drafts."""

    model = Correction
    icon = "edit"
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
    search_fields = ("record_title", "reason", "was", "now")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("corrected_on"),
                FieldRowPanel([FieldPanel("record_title"), FieldPanel("record_path")]),
                FieldRowPanel([FieldPanel("was"), FieldPanel("now")]),
                FieldPanel("reason"),
                FieldPanel("source"),
            ],
            heading=_("Correction"),
            help_text=_("Public from the moment it is saved."),
        ),
    ]
