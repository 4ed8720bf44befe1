"""The editors' screens of places, their agencies and the bodies that govern them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.choosers import RecordsChooser
from config.editing.filters import RecordFilterSet, StateFilter, choice_filter
from config.editing.panels import CitationsPanel, SortedSelect, upkeep_panels
from config.editing.viewsets import RecordViewSet
from jurisdictions.models import Agency, Body, Jurisdiction
from jurisdictions.views.place import place_context


class JurisdictionFilterSet(RecordFilterSet):
    """Places by level and state."""

    level = choice_filter(Jurisdiction, "level")
    state = StateFilter()

    class Meta:
        model = Jurisdiction
        fields = []


class JurisdictionViewSet(RecordViewSet):
    """Places."""

    model = Jurisdiction
    icon = "globe"
    menu_label = _("Places")
    filterset_class = JurisdictionFilterSet
    related = ("state",)
    prefetched = ("counties",)
    ordering = ("name", "state_id", "pk")
    columns = (
        Column("kind", label=_("Kind"), sort_key="designation"),
        Column(
            "level", label=_("Level"), accessor="get_level_display", sort_key="level"
        ),
        Column("geoid", label=_("GEOID"), sort_key="geoid"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = ("name", "state_id", "get_level_display", "geoid", "population")
    public_page = ("pages/place_detail.html", place_context)
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("legal_name"),
                FieldRowPanel(
                    [
                        FieldPanel("level"),
                        FieldPanel("state", widget=SortedSelect),
                        FieldPanel("usps"),
                    ]
                ),
                FieldPanel("counties", widget=RecordsChooser(Jurisdiction)),
            ],
            heading=_("Place"),
        ),
        InlinePanel("aliases", heading=_("Other names"), label=_("name")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("geoid"), FieldPanel("ocd_id")]),
                FieldRowPanel(
                    [FieldPanel("population"), FieldPanel("population_year")]
                ),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldRowPanel([FieldPanel("designation"), FieldPanel("active")]),
                FieldPanel("one_with"),
            ],
            heading=_("Registers"),
            classname="collapsed",
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]

    def offered(self):
        """Return the places that stand for themselves: Denver, not Denver County."""
        return self.rows().principal().order_by("name", "state_id", "pk")


class AgencyFilterSet(RecordFilterSet):
    """Agencies by kind and state."""

    kind = choice_filter(Agency, "kind")
    state = StateFilter("jurisdiction")

    class Meta:
        model = Agency
        fields = []


class AgencyViewSet(RecordViewSet):
    """Law-enforcement agencies."""

    model = Agency
    icon = "key"
    filterset_class = AgencyFilterSet
    related = ("jurisdiction__state",)
    ordering = ("jurisdiction__name", "name", "pk")
    columns = (
        Column("jurisdiction", label=_("Place"), sort_key="jurisdiction__name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = ("name", "jurisdiction", "get_kind_display", "ori")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("jurisdiction"),
                FieldRowPanel([FieldPanel("name"), FieldPanel("abbreviation")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("ori")]),
                FieldPanel("parent"),
            ],
            heading=_("Agency"),
        ),
        InlinePanel("aliases", heading=_("Spellings"), label=_("spelling")),
        CitationsPanel(),
        *upkeep_panels(),
    ]


class BodyFilterSet(RecordFilterSet):
    """Bodies by kind and state."""

    kind = choice_filter(Body, "kind")
    state = StateFilter("jurisdiction")

    class Meta:
        model = Body
        fields = []


class BodyViewSet(RecordViewSet):
    """Councils, commissions and other bodies that vote."""

    model = Body
    icon = "group"
    filterset_class = BodyFilterSet
    related = ("jurisdiction__state",)
    ordering = ("jurisdiction__name", "name", "pk")
    columns = (
        Column("jurisdiction", label=_("Place"), sort_key="jurisdiction__name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        NumberColumn("seats", label=_("Seats"), sort_key="seats"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = ("name", "jurisdiction", "get_kind_display", "seats")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("jurisdiction"),
                FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
                FieldPanel("parent"),
                FieldRowPanel([FieldPanel("seats"), FieldPanel("majority_rule")]),
                FieldRowPanel([FieldPanel("venue"), FieldPanel("venue_es")]),
                FieldRowPanel([FieldPanel("stream"), FieldPanel("stream_es")]),
            ],
            heading=_("Body"),
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]
