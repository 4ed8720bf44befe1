"""ICE's published lists, kept row by row as printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurisdictions.models import Agency, Jurisdiction
from policies.enums import ProgramModel, RosterKind
from policies.models.policy import Policy


class Roster(models.Model):
    """One workbook ICE published: its participating or its pending agencies."""

    kind = models.CharField(_("list"), max_length=13, choices=RosterKind)
    published_on = models.DateField(_("published"))
    source = models.OneToOneField(
        "news.Source",
        verbose_name=_("source"),
        on_delete=models.PROTECT,  # records cite the list through it
        related_name="roster",
    )
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ICE list")
        verbose_name_plural = _("ICE lists")

    def __str__(self):
        return f"{self.get_kind_display()}, {self.published_on}"


class RosterRow(models.Model):
    """One row of a list: the cells as printed, and what they were read as."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    printed = models.JSONField(
        _("cells as printed"), help_text=_("{heading: text}, nothing cleaned.")
    )
    state = models.CharField(max_length=2, blank=True)
    agency_name = models.CharField(max_length=200, blank=True)
    county_name = models.CharField(max_length=120, blank=True)
    model = models.CharField(max_length=10, choices=ProgramModel, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    moa_url = models.URLField(max_length=1000, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.SET_NULL,  # a row stays as printed, matched or not
        null=True,
        blank=True,
        related_name="roster_rows",
    )
    agency = models.ForeignKey(
        Agency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="roster_rows",
    )
    policy = models.ForeignKey(
        Policy,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="roster_rows",
    )

    class Meta:
        verbose_name = _("row of an ICE list")
        verbose_name_plural = _("rows of an ICE list")
        constraints = [
            models.UniqueConstraint(
                fields=["roster", "number"], name="roster_row_number_once"
            ),
            models.CheckConstraint(
                name="roster_row_number_from_one", condition=models.Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.roster} · {self.number}"
