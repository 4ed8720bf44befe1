"""The editors' screens of sources and outlets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from config.editing.attention import Look, LookFilter
from config.editing.choosers import RecordsChooser
from config.editing.filters import RecordFilterSet, choice_filter
from config.editing.labels import DayColumn
from config.editing.panels import date_panel, upkeep_panels
from config.editing.viewsets import RecordIndex, RecordViewSet
from news.models import LinkCheck, Outlet, Source
from news.views.sources import source_context

ABOUT_LINKS = DEAD_LINK, NO_ARCHIVE = "dead_link", "no_archive"
LOOKS = (
    Look(
        "incomplete", _("Something is missing"), lambda day: Source.objects.incomplete()
    ),
    Look(
        DEAD_LINK,
        _("The address no longer answers"),
        lambda day: LinkCheck.objects.dead_sources(),
    ),
    Look(
        NO_ARCHIVE,
        _("No archived copy"),
        lambda day: Source.objects.published().without_archive(),
    ),
)


class SourceFilterSet(RecordFilterSet):
    """Sources by kind, and those of which something is still unknown."""

    look = LookFilter(LOOKS)
    kind = choice_filter(Source, "kind")

    class Meta:
        model = Source
        fields = []


def missing_words(source):
    """Return what nobody knows of a source yet, as its form calls it."""
    fields = (Source._meta.get_field(name) for name in source.missing())
    return ", ".join(str(field.verbose_name) for field in fields)


class LinkColumn(Column):
    """What is wrong with the address of a source, or where it moved for good."""

    cell_template_name = "editing/link_cell.html"


class CopyColumn(Column):
    """The archived copy of a source, or one that is proposed, as a link."""

    cell_template_name = "editing/copy_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """Add the proposal, which is shown where there is no copy yet."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"proposed": instance.proposed_copy()}


class SourceIndex(RecordIndex):
    """The list of sources; where it is about their addresses, it tells of these."""

    link_columns = [
        LinkColumn("link", label=_("Address")),
        CopyColumn("archive_url", label=_("Archived copy")),
    ]

    @property
    def columns(self):
        """The columns, those of addresses instead of others of less use there."""
        columns = super().columns
        if self.request.GET.get("look") not in ABOUT_LINKS:
            return columns
        kept = [c for c in columns if c.name not in ("kind", "missing")]
        return [*kept, *self.link_columns]


class SourceViewSet(RecordViewSet):
    """Articles and documents the record rests on."""

    model = Source
    icon = "doc-full-inverse"
    filterset_class = SourceFilterSet
    related = ("outlet",)
    ordering = ("-date", "-pk")
    columns = (
        Column("outlet", label=_("Outlet"), sort_key="outlet__name"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        DayColumn("date", label=_("Published"), sort_key="date"),
        Column("missing", label=_("Missing"), accessor=missing_words),
    )
    index_view_class = SourceIndex
    exported = (
        "title",
        "outlet",
        "byline",
        "date",
        "url",
        "get_kind_display",
        "link",
        "archive_url",
        "proposed_copy",
    )
    export_headings = RecordViewSet.export_headings | {
        "link": _("Address"),
        "archive_url": _("Archived copy"),
        "proposed_copy": _("Proposed copy"),
    }
    public_page = ("pages/source_detail.html", source_context)
    chooser_form_fields = ("kind", "title", "byline", "url", "description")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("title"),
                FieldPanel("description"),
                FieldPanel("description_es"),
                FieldRowPanel([FieldPanel("outlet"), FieldPanel("wire")]),
                FieldRowPanel([FieldPanel("byline"), FieldPanel("language")]),
                FieldPanel("url"),
                FieldPanel("archive_url"),
            ],
            heading=_("Source"),
        ),
        date_panel(heading=_("Published")),
        FieldRowPanel(
            [FieldPanel("published_time"), FieldPanel("published_zone")],
            heading=_("Time of day"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("extras"), FieldPanel("extras_es")]),
                FieldPanel("reprint_of"),
                FieldPanel("related", widget=RecordsChooser(Source)),
            ],
            heading=_("Other sources"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldPanel("text"), FieldPanel("editorial_note")],
            heading=_("For editors only"),
            help_text=_("Neither is ever shown or handed out to the public."),
        ),
        *upkeep_panels(),
    ]

    def get_queryset(self, request):
        """Return the rows of the list without the texts, which it does not show."""
        rows = self.rows().select_related("link_check")
        return rows.defer("text", "editorial_note")


class OutletFilterSet(RecordFilterSet):
    """Outlets by kind."""

    kind = choice_filter(Outlet, "kind")

    class Meta:
        model = Outlet
        fields = []


class OutletViewSet(RecordViewSet):
    """Newspapers, stations, news agencies and agency sites."""

    model = Outlet
    icon = "site"
    filterset_class = OutletFilterSet
    ordering = ("name", "pk")
    columns = (
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("owner", label=_("Owner"), sort_key="owner"),
    )
    exported = ("name", "get_kind_display", "owner", "website")
    chooser_form_fields = ("name", "kind", "website")
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("owner"), FieldPanel("website")]),
            ],
            heading=_("Outlet"),
        ),
        *upkeep_panels(),
    ]
