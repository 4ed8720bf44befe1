"""Organizations that take positions: advocacy, legal, faith, neighborhood …"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.enums import OrganizationKind
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.record import Record
from jurisdictions.models.record_queries import RecordQuerySet, public, reported


class OrganizationQuerySet(RecordQuerySet):
    """Organizations with where they are and what they are also called."""

    def for_listing(self):
        """Return public organizations by name."""
        return (
            self.published()
            .select_related("jurisdiction__state")
            .prefetch_related("aliases", "citations")
            .order_by("name", "pk")
        )

    def for_export(self, day=None):
        """Return public organizations with their names, place and sources."""
        rows = super().for_export(day).with_citations()
        return rows.prefetch_related("aliases", "jurisdiction__state")

    def for_found(self, ids):
        """Return public organizations by id, with what a line about each prints."""
        rows = super().for_found(ids).select_related("jurisdiction__state")
        return rows.prefetch_related("aliases")

    def for_index(self):
        """Return organizations with all that they are found by."""
        place = "jurisdiction__state"
        return super().for_index().select_related(place).prefetch_related("aliases")

    def heard_by(self, day):
        """Return the organizations that a source had told of, or heard, by a day."""
        return self.filter(
            reported(self.model, day) | self._speaking(counts_from__lte=day)
        )

    def speaking_in_states(self, codes):
        """Return the organizations on record in these states."""
        return self.filter(
            self._speaking(jurisdiction__state__in=codes)
            | self._speaking(jurisdiction__usps__in=codes)
        )

    def states_spoken_on(self):
        """Return (id, postal code) of the states each is on record in."""
        said, signed = "statements", "signatures__statement"
        codes = [
            Organization.objects.order_by()
            .filter(public(self.model, path))
            .annotate(
                code=Coalesce(
                    f"{path}__jurisdiction__usps", f"{path}__jurisdiction__state"
                )
            )
            .filter(code__isnull=False)
            .values_list("pk", "code")
            for path in (said, signed)
        ]
        return codes[0].union(codes[1])

    def _speaking(self, **said):
        """Return the condition of a published statement or signature."""
        own = {f"statements__{name}": value for name, value in said.items()}
        signed = {f"signatures__statement__{name}": v for name, v in said.items()}
        rows = Organization.objects.order_by()
        said = rows.filter(public(self.model, "statements"), **own)
        joined = rows.filter(public(self.model, "signatures__statement"), **signed)
        return Q(pk__in=said.values("pk")) | Q(pk__in=joined.values("pk"))


class Organization(Record):
    """A group that signs, says or does something about a policy."""

    named_after = ("jurisdiction",)
    is_searched = names_may_slip = True
    citable_fields = ("name", "kind", "jurisdiction", "description", "aliases")
    bilingual = ("description",)

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=OrganizationKind,
        default=OrganizationKind.UNKNOWN,
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("where"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        help_text=_("The place or state it works in, where a source says so."),
    )
    description = models.TextField(
        _("what it is"), blank=True, help_text=_("One line, from a source.")
    )
    description_es = models.TextField(_("what it is, in Spanish"), blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="organization_slug_unique")
        ]

    def __str__(self):
        return self.name

    def autocomplete_label(self):
        """Return the words a chooser shows: name, aliases and place."""
        names = [self.name, *(alias.name for alias in self.aliases.all())]
        place = f" ({self.jurisdiction.full_name})" if self.jurisdiction_id else ""
        return " · ".join(names) + place

    def name_words(self):
        """Return the names, by themselves and with the place."""
        place = self.shown("jurisdiction") or ""
        names = self.full_names()
        return [*names, *(f"{name} {place}".strip() for name in names)]

    def full_names(self):
        """Return the name and what else it is called, abbreviations too."""
        return [self.name, *(alias.name for alias in self.aliases.all())]

    def own_words(self):
        """Return the names and what it is."""
        return [self.name, self.description]

    def get_absolute_url(self):
        """Return the address of the organization's page."""
        return reverse("organization-detail", args=[self.slug])


class OrganizationAlias(models.Model):
    """An abbreviation or another name of an organization."""

    organization = ParentalKey(
        Organization, on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("name"), max_length=200)
    is_abbreviation = models.BooleanField(_("abbreviation"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name"], name="organization_alias_once"
            )
        ]

    def __str__(self):
        return self.name
