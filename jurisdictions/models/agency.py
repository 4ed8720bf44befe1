"""Law-enforcement agencies, which sign agreements and carry them out."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.enums import AgencyKind, Level
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.record import Record
from jurisdictions.models.record_queries import RecordQuerySet


class AgencyQuerySet(RecordQuerySet):
    """Agencies with the place they belong to."""

    def federal(self):
        """Return the agencies of the federal government."""
        return self.filter(jurisdiction__level=Level.FEDERAL)

    def in_states(self, codes):
        """Return the agencies of these states and of the places in them."""
        return self.filter(
            Q(jurisdiction__state__in=codes) | Q(jurisdiction__usps__in=codes)
        )

    def for_listing(self):
        """Return public agencies by place and name."""
        return (
            self.published()
            .select_related("jurisdiction__state", "parent")
            .prefetch_related("citations")
            .order_by("jurisdiction__name", "name", "pk")
        )

    def for_index(self):
        """Return agencies with all that they are found by, and what they hang on."""
        return super().for_index().prefetch_related("aliases")

    def for_export(self, day=None):
        """Return public agencies with their names, place, parent and sources."""
        rows = super().for_export(day).with_citations()
        return rows.prefetch_related(
            "aliases", "jurisdiction__state", "parent__jurisdiction__state"
        )


class Agency(Record):
    """A police department, sheriff, jail or federal agency of one jurisdiction."""

    citable_fields = ("name", "kind", "parent")
    hangs_on = ("jurisdiction",)
    named_after = ("jurisdiction",)
    slug_scope = "jurisdiction"

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,  # agreements hang on the agency
        related_name="agencies",
    )
    name = models.CharField(_("name"), max_length=200)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=AgencyKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="divisions",
    )
    ori = models.CharField(
        _("ORI"),
        max_length=9,
        null=True,
        blank=True,
        unique=True,
        help_text=_("The FBI's nine-character identifier."),
    )

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"], name="agency_slug_unique_in_place"
            )
        ]

    def __str__(self):
        return self.name

    def autocomplete_label(self):
        """Return the words a chooser shows: name and place."""
        return f"{self.name} ({self.jurisdiction.full_name})"

    def name_words(self):
        """Return names and aliases, each with the place the agency belongs to."""
        names = [self.name, self.abbreviation, *(a.name for a in self.aliases.all())]
        place = f"{self.jurisdiction.full_name} {self.jurisdiction.state_code or ''}"
        return [f"{name} {place}" for name in names if name]

    def get_absolute_url(self):
        """Return the agency's entry on the page of its place."""
        return f"{self.jurisdiction.get_absolute_url()}#agency-{self.slug}"


class AgencyAlias(models.Model):
    """A spelling of an agency's name, such as ICE's lists print, and when."""

    agency = ParentalKey(Agency, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200)
    first_seen_on = models.DateField(_("first seen"), null=True, blank=True)
    last_seen_on = models.DateField(_("last seen"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="agency_alias_once"
            ),
            models.CheckConstraint(
                name="agency_alias_not_seen_backwards",
                condition=Q(last_seen_on__isnull=True)
                | Q(first_seen_on__isnull=True)
                | Q(last_seen_on__gte=models.F("first_seen_on")),
                violation_error_message=_("Last seen is before first seen."),
            ),
        ]

    def __str__(self):
        return self.name
