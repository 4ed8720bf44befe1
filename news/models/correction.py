"""The public log of corrections."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.source import Source


class CorrectionQuerySet(models.QuerySet):
    """Corrections; every one is public from the moment it is entered."""

    def for_listing(self):
        """Return corrections with their source, newest first."""
        return self.select_related("source").order_by("-corrected_on", "-pk")


class Correction(models.Model):
    """One published fact that was wrong: what it said, what it says, and why."""

    corrected_on = models.DateField(_("date"), default=timezone.localdate)
    record_title = models.CharField(_("record"), max_length=300)
    record_path = models.CharField(
        _("its address on this site"), max_length=300, blank=True
    )
    was = models.TextField(_("was"))
    now = models.TextField(_("now"))
    reason = models.CharField(_("why"), max_length=300)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self):
        return f"{self.corrected_on}: {self.record_title}"
