"""The editors' screen of agreements and policies, with what happened to them."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.attention import Look, LookFilter, denied
from config.editing.choosers import RecordsChooser
from config.editing.filters import RecordFilterSet, StateFilter, choice_filter
from config.editing.labels import DayColumn
from config.editing.panels import CitationsPanel, date_panel, upkeep_panels
from config.editing.viewsets import RecordViewSet
from policies.derive import unusual_steps
from policies.enums import EventKind, PolicyStatus
from policies.models import Policy
from policies.views.records import policy_context

EVENT_PANELS = [
    FieldPanel("kind"),
    FieldRowPanel([FieldPanel("note"), FieldPanel("note_es")]),
    date_panel(),
    FieldPanel("vote"),
    CitationsPanel(),
]


LOOKS = (
    Look(
        "proposed",
        _("Proposed long ago, and no more is known"),
        lambda day: Policy.objects.published().undecided_since(
            day - timedelta(days=settings.PROPOSED_DAYS)
        ),
    ),
    Look(
        "unchecked",
        _("In force, and not checked for long"),
        lambda day: (
            Policy.objects.published()
            .applying()
            .unchecked_since(day - timedelta(days=settings.CHECK_DAYS))
        ),
    ),
    Look(
        "one_source",
        _("In force, by one source alone"),
        lambda day: Policy.objects.published().applying().on_one_source(),
    ),
    denied(Policy),
)


class PolicyFilterSet(RecordFilterSet):
    """Agreements and policies by type, status and state."""

    look = LookFilter(LOOKS)
    type = choice_filter(Policy, "type")
    status = choice_filter(Policy, "status")
    state = StateFilter("jurisdiction")

    class Meta:
        model = Policy
        fields = []


class PolicyViewSet(RecordViewSet):
    """Agreements and policies."""

    model = Policy
    icon = "clipboard-list"
    menu_label = _("Agreements and policies")
    filterset_class = PolicyFilterSet
    related = ("jurisdiction__state", "agency")
    ordering = ("-pk",)
    columns = (
        Column("jurisdiction", label=_("Place"), sort_key="jurisdiction__name"),
        Column("type", label=_("Type"), accessor="get_type_display", sort_key="type"),
        Column(
            "policy_status",
            label=_("Stands"),
            accessor="get_status_display",
            sort_key="status",
        ),
        DayColumn("status_since", label=_("Counts since"), sort_key="status_since"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = (
        "jurisdiction",
        "title",
        "get_type_display",
        "get_model_display",
        "get_status_display",
        "status_since",
        "source_count",
    )
    public_page = ("pages/policy_detail.html", policy_context)
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("jurisdiction"),
                FieldPanel("title"),
                FieldPanel("title_es"),
                FieldRowPanel([FieldPanel("type"), FieldPanel("model")]),
                FieldRowPanel([FieldPanel("direction"), FieldPanel("legal_effect")]),
                FieldRowPanel([FieldPanel("instrument"), FieldPanel("authority_path")]),
                FieldRowPanel([FieldPanel("agency"), FieldPanel("counterparty")]),
            ],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("summary"),
                FieldPanel("summary_es"),
                FieldPanel("scope"),
                FieldPanel("scope_es"),
                FieldPanel("exclusions"),
                FieldPanel("exclusions_es"),
                FieldPanel("conditions"),
                FieldPanel("conditions_es"),
                FieldPanel("excerpt"),
            ],
            heading=_("What it says"),
        ),
        InlinePanel(
            "events",
            panels=EVENT_PANELS,
            heading=_("What happened"),
            label=_("event"),
            help_text=_("The status follows from these; nobody types it in."),
        ),
        InlinePanel(
            "roles",
            panels=[
                FieldRowPanel([FieldPanel("role"), FieldPanel("official")]),
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("capacity_es")]),
            ],
            heading=_("Who took part"),
            label=_("official"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("predecessor"), FieldPanel("predecessor_relation")]
                ),
                FieldPanel("expires_on"),
                FieldPanel("conflicts_with", widget=RecordsChooser(Policy)),
                FieldPanel("responds_to", widget=RecordsChooser(Policy)),
            ],
            heading=_("Term and other policies"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldPanel("detainer_practice"), FieldPanel("law_effect")],
            heading=_("For some types only"),
            classname="collapsed",
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]

    def doubts(self, record):
        """Return the events that do not usually follow where the policy stood."""
        steps = unusual_steps(event.dated() for event in record.events.all())
        return [
            gettext(
                "Please look again: “%(event)s” is unusual for a policy that stands "
                "at “%(status)s”. It is saved as you entered it."
            )
            % {
                "event": EventKind(kind).label,
                "status": PolicyStatus(status).label,
            }
            for status, kind in steps
        ]
