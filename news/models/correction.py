"""The public log of corrections."""

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from config.languages import in_language
from jurisdictions.bilingual import ENGLISH, SPANISH
from jurisdictions.models import Bilingual, RecordVersion
from news.models.source import Source


class CorrectionQuerySet(models.QuerySet):
    """Corrections; every one is public from the moment it is entered."""

    def for_listing(self):
        """Return corrections with their source, newest first."""
        return (
            self.select_related("source__outlet")
            .defer("source__text", "source__editorial_note")
            .order_by("-corrected_on", "-pk")
        )

    def for_export(self, day=None):
        """Return the rows that files of the listing are made of."""
        return self.for_listing()

    def between(self, since=None, until=None):
        """Return what was corrected between two days, or from one on, or up to one."""
        rows = self.filter(corrected_on__gte=since) if since else self
        return rows.filter(corrected_on__lte=until) if until else rows


class Correction(Bilingual):
    """One published fact that was wrong: what it said, what it says, and why."""

    bilingual = ("record_title", "was", "now", "reason")

    corrected_on = models.DateField(_("date"), default=timezone.localdate)
    record_title = models.CharField(_("record"), max_length=300)
    record_title_es = models.CharField(
        _("record, in Spanish"), max_length=300, blank=True
    )
    record_path = models.CharField(
        _("its address on this site"), max_length=300, blank=True
    )
    was = models.TextField(_("was"))
    was_es = models.TextField(_("was, in Spanish"), blank=True)
    now = models.TextField(_("now"))
    now_es = models.TextField(_("now, in Spanish"), blank=True)
    reason = models.CharField(_("why"), max_length=300)
    reason_es = models.CharField(_("why, in Spanish"), max_length=300, blank=True)
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

    @classmethod
    def record_version(cls):
        """Return the version of the record, which moves with every correction."""
        return RecordVersion.current()

    def name_after(self, record):
        """Take the title of a record, in Spanish too if it has one there.

        A name or a headline is the same in both. The title stays when the record is
        renamed: the log says what was wrong then.
        """
        longest = self._meta.get_field("record_title").max_length
        with override(ENGLISH):
            self.record_title = str(record)[:longest]
        with override(SPANISH):
            told = record.told_name()
        self.record_title_es = "" if told.note else told[:longest]

    @property
    def shown_source(self):
        """The source, if the public may see it."""
        return self.source if self.source and self.source.live else None

    @property
    def page(self):
        """The path of the record's page, "" if what an editor wrote is none here."""
        inside = self.record_path.startswith("/") and self.record_path[1:2] != "/"
        return in_language(self.record_path, get_language()) if inside else ""
