"""The editors' screen of statements: who said or did what, with whom."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.attention import LookFilter, denied
from config.editing.filters import RecordFilterSet, StateFilter, choice_filter
from config.editing.labels import DayColumn
from config.editing.panels import (
    CitationsPanel,
    SeveralAtOncePanel,
    date_panel,
    upkeep_panels,
)
from config.editing.viewsets import RecordViewSet
from policies.models import Statement
from policies.views.records import statement_context


class StatementFilterSet(RecordFilterSet):
    """Statements by kind, position and state."""

    look = LookFilter([denied(Statement)])
    kind = choice_filter(Statement, "kind")
    stance = choice_filter(Statement, "stance")
    state = StateFilter("jurisdiction")

    class Meta:
        model = Statement
        fields = []


class StatementViewSet(RecordViewSet):
    """What people and organizations said or did."""

    model = Statement
    icon = "openquote"
    filterset_class = StatementFilterSet
    related = ("jurisdiction__state",)
    ordering = ("-date", "-pk")
    columns = (
        Column("jurisdiction", label=_("Place"), sort_key="jurisdiction__name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column(
            "stance",
            label=_("Position"),
            accessor="get_stance_display",
            sort_key="stance",
        ),
        DayColumn("date", label=_("Date"), sort_key="date"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = (
        "jurisdiction",
        "title",
        "get_kind_display",
        "get_stance_display",
        "date",
        "source_count",
    )
    public_page = ("pages/statement_detail.html", statement_context)
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("title_es"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("stance")]),
                FieldPanel("summary"),
                FieldPanel("summary_es"),
                FieldPanel("quote"),
            ],
            heading=_("What was said or done"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("jurisdiction"),
                FieldRowPanel([FieldPanel("policy"), FieldPanel("vote")]),
                FieldPanel("disputes"),
                FieldPanel("is_allegation"),
            ],
            heading=_("What it is about"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("official"), FieldPanel("organization")]),
                FieldRowPanel([FieldPanel("agency"), FieldPanel("body")]),
                FieldPanel("speaking_place"),
                FieldRowPanel(
                    [FieldPanel("speaker_label"), FieldPanel("speaker_label_es")]
                ),
            ],
            heading=_("Who speaks"),
        ),
        SeveralAtOncePanel(
            "signatories",
            chooser_field_name="organization",
            panels=[
                FieldRowPanel([FieldPanel("organization"), FieldPanel("official")])
            ],
            heading=_("Who signed"),
            label=_("signatory"),
        ),
        InlinePanel(
            "concerns",
            panels=[
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("detail"), FieldPanel("detail_es")]),
            ],
            heading=_("Concerns raised"),
            label=_("concern"),
        ),
        date_panel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("venue"), FieldPanel("venue_es")]),
                FieldRowPanel([FieldPanel("medium"), FieldPanel("medium_es")]),
                FieldPanel("via_outlet"),
                FieldRowPanel(
                    [
                        FieldPanel("amount_from"),
                        FieldPanel("amount_to"),
                        FieldPanel("amount_is_approximate"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("amount_unit"), FieldPanel("amount_unit_es")]
                ),
            ],
            heading=_("Where it was said, and numbers"),
            classname="collapsed",
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]
