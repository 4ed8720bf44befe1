"""Who signed a joint statement, and the concerns a statement raises."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.models import Bilingual, Official, Organization
from jurisdictions.models.record_queries import public
from policies.enums import ConcernKind


class SignatoryQuerySet(models.QuerySet):
    """Signatories; public only while what signed is."""

    def published(self):
        """Return the signatures of public organizations and officials."""
        return self.filter(
            public(Signatory, "organization") | public(Signatory, "official")
        )


class Signatory(models.Model):
    """An organization or official that signed a joint letter or statement."""

    statement = ParentalKey(
        "policies.Statement", on_delete=models.CASCADE, related_name="signatories"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
    )
    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
    )
    sort_order = models.IntegerField(default=0, editable=False)
    sort_order_field = "sort_order"

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["sort_order"]  # the order in which the source lists them
        constraints = [
            models.CheckConstraint(
                name="signatory_is_one",
                condition=Q(organization__isnull=False, official__isnull=True)
                | Q(organization__isnull=True, official__isnull=False),
                violation_error_message=_("Choose an organization or an official."),
            ),
            models.UniqueConstraint(
                fields=["statement", "organization"], name="organization_signs_once"
            ),
            models.UniqueConstraint(
                fields=["statement", "official"], name="official_signs_once"
            ),
        ]

    def __str__(self):
        return str(self.signer)

    @property
    def signer(self):
        """The organization or official that signed."""
        return self.organization or self.official


class Concern(Bilingual):
    """One worry or question a statement raises."""

    bilingual = ("detail",)

    statement = ParentalKey(
        "policies.Statement", on_delete=models.CASCADE, related_name="concerns"
    )
    kind = models.CharField(_("concern"), max_length=24, choices=ConcernKind)
    detail = models.CharField(_("in our words"), max_length=240, blank=True)
    detail_es = models.CharField(
        _("in our words, in Spanish"), max_length=240, blank=True
    )

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "kind"], name="concern_once_per_statement"
            )
        ]

    def __str__(self):
        return self.get_kind_display()
