"""The editors' screen of court cases."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.filters import RecordFilterSet, StateFilter, choice_filter
from config.editing.labels import DayColumn
from config.editing.panels import CitationsPanel, date_panel, upkeep_panels
from config.editing.viewsets import RecordViewSet
from policies.models import CourtCase


class CourtCaseFilterSet(RecordFilterSet):
    """Court cases by status and state."""

    status = choice_filter(CourtCase, "status")
    state = StateFilter("jurisdiction")

    class Meta:
        model = CourtCase
        fields = []


class CourtCaseViewSet(RecordViewSet):
    """Court cases."""

    model = CourtCase
    icon = "doc-full"
    filterset_class = CourtCaseFilterSet
    is_chosen = False
    related = ("jurisdiction__state",)
    ordering = ("-filed_on", "-pk")
    columns = (
        Column("jurisdiction", label=_("Place"), sort_key="jurisdiction__name"),
        Column(
            "case_status",
            label=_("Stands"),
            accessor="get_status_display",
            sort_key="status",
        ),
        DayColumn("filed_on", label=pgettext_lazy("day", "Filed"), sort_key="filed_on"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = (
        "jurisdiction",
        "title",
        "court",
        "docket",
        "get_status_display",
        "filed_on",
    )
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("title_es"),
                FieldPanel("caption"),
                FieldRowPanel([FieldPanel("court"), FieldPanel("docket")]),
                FieldRowPanel([FieldPanel("claim"), FieldPanel("status")]),
                FieldRowPanel([FieldPanel("filed_on"), FieldPanel("filed_precision")]),
                FieldPanel("summary"),
                FieldPanel("summary_es"),
            ],
            heading=_("Case"),
        ),
        MultiFieldPanel(
            [FieldPanel("jurisdiction"), FieldPanel("policy")],
            heading=_("What it is about"),
        ),
        InlinePanel(
            "parties",
            panels=[
                FieldPanel("role"),
                FieldRowPanel([FieldPanel("name"), FieldPanel("name_es")]),
                FieldRowPanel(
                    [
                        FieldPanel("jurisdiction"),
                        FieldPanel("agency"),
                        FieldPanel("organization"),
                    ]
                ),
            ],
            heading=_("Parties"),
            label=_("party"),
        ),
        InlinePanel(
            "events",
            panels=[
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("note"), FieldPanel("note_es")]),
                date_panel(),
            ],
            heading=_("Steps"),
            label=_("step"),
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]
