"""Bodies that vote: councils, commissions, committees, legislatures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import BodyKind, MajorityRule
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.record import Record
from jurisdictions.models.record_queries import RecordQuerySet


class BodyQuerySet(RecordQuerySet):
    """Bodies with the place they govern."""

    def for_listing(self):
        """Return public bodies by place and name."""
        return (
            self.published()
            .select_related("jurisdiction__state", "parent")
            .prefetch_related("citations")
            .order_by("jurisdiction__name", "name", "pk")
        )

    def for_export(self, day=None):
        """Return public bodies with their place, parent and sources."""
        rows = super().for_export(day).with_citations()
        return rows.prefetch_related(
            "jurisdiction__state", "parent__jurisdiction__state"
        )


class Body(Record):
    """A council, commission, committee or legislature."""

    citable_fields = ("name", "kind", "seats", "majority_rule", "parent", "venue")
    bilingual = ("venue", "stream")
    hangs_on = ("jurisdiction",)
    named_after = ("jurisdiction",)
    slug_scope = "jurisdiction"

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,  # votes hang on the body
        related_name="bodies",
    )
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=BodyKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("committee of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="committees",
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    majority_rule = models.CharField(
        _("majority"), max_length=16, choices=MajorityRule, default=MajorityRule.UNKNOWN
    )
    venue = models.CharField(_("where it meets"), max_length=200, blank=True)
    venue_es = models.CharField(
        _("where it meets, in Spanish"), max_length=200, blank=True
    )
    stream = models.CharField(
        _("where it is streamed"),
        max_length=200,
        blank=True,
        help_text=_("An address, or words such as “the council's Facebook page”."),
    )
    stream_es = models.CharField(
        _("where it is streamed, in Spanish"), max_length=200, blank=True
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"], name="body_slug_unique_in_place"
            )
        ]

    def __str__(self):
        return self.name

    def autocomplete_label(self):
        """Return the words a chooser shows: name and place."""
        return f"{self.name} ({self.jurisdiction.full_name})"

    def name_words(self):
        """Return the name with the place the body governs."""
        place = f"{self.jurisdiction.full_name} {self.jurisdiction.state_code or ''}"
        return [f"{self.name} {place}"]

    def get_absolute_url(self):
        """Return the body's entry on the page of its place."""
        return f"{self.jurisdiction.get_absolute_url()}#body-{self.slug}"
