"""The editors' screens of officials and organizations."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.filters import RecordFilterSet, choice_filter
from config.editing.panels import CitationsPanel, upkeep_panels
from config.editing.viewsets import RecordViewSet
from jurisdictions.models import Official, Organization, Term
from jurisdictions.views.people import official_context, organization_context

TERM_PANELS = [
    FieldPanel("office"),
    FieldRowPanel([FieldPanel("title"), FieldPanel("title_es")]),
    FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("agency")]),
    FieldRowPanel([FieldPanel("body"), FieldPanel("organization")]),
    FieldRowPanel([FieldPanel("start"), FieldPanel("start_precision")]),
    FieldRowPanel([FieldPanel("end"), FieldPanel("end_precision")]),
    FieldRowPanel([FieldPanel("described_on"), FieldPanel("former")]),
]


class OfficialFilterSet(RecordFilterSet):
    """Officials by an office they held."""

    office = choice_filter(Term, "office", path="terms__office", distinct=True)

    class Meta:
        model = Official
        fields = []


class OfficialViewSet(RecordViewSet):
    """People in a public role."""

    model = Official
    icon = "user"
    filterset_class = OfficialFilterSet
    prefetched = (Prefetch("terms", Term.objects.with_offices()),)
    ordering = ("family_name", "given_name", "pk")
    columns = (
        Column(
            "offices",
            label=_("Offices"),
            accessor=lambda record: "; ".join(t.described for t in record.terms.all()),
        ),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = ("given_name", "family_name", "suffix")
    public_page = ("pages/official_detail.html", official_context)
    chooser_form_fields = ("given_name", "family_name", "suffix")
    panels = [
        FieldRowPanel(
            [FieldPanel("given_name"), FieldPanel("family_name"), FieldPanel("suffix")],
            heading=_("Name"),
        ),
        InlinePanel(
            "terms",
            panels=TERM_PANELS,
            heading=_("Offices held"),
            label=_("office"),
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]


class OrganizationFilterSet(RecordFilterSet):
    """Organizations by kind."""

    kind = choice_filter(Organization, "kind")

    class Meta:
        model = Organization
        fields = []


class OrganizationViewSet(RecordViewSet):
    """Groups that take positions."""

    model = Organization
    icon = "openquote"
    filterset_class = OrganizationFilterSet
    related = ("jurisdiction__state",)
    prefetched = ("aliases",)
    ordering = ("name", "pk")
    columns = (
        Column("jurisdiction", label=_("Where"), sort_key="jurisdiction__name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = ("name", "get_kind_display", "jurisdiction")
    public_page = ("pages/organization_detail.html", organization_context)
    chooser_form_fields = ("name", "kind")
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
                FieldPanel("jurisdiction"),
                FieldPanel("description"),
                FieldPanel("description_es"),
            ],
            heading=_("Organization"),
        ),
        InlinePanel(
            "aliases", heading=_("Abbreviations and other names"), label=_("name")
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]
