"""A spreadsheet between its preview and its entry."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Whoever has not agreed to a preview by then uploads the file again.
KEPT = timedelta(days=1)


class RecordSheetQuerySet(models.QuerySet):
    """Uploaded sheets; each is seen by who uploaded it and nobody else."""

    def of(self, user):
        """Return the sheets that a user uploaded within the last day."""
        return self.filter(uploaded_by=user, created_at__gt=timezone.now() - KEPT)

    def forgotten(self):
        """Return the sheets that nobody entered for a day."""
        return self.filter(created_at__lte=timezone.now() - KEPT)


class RecordSheet(models.Model):
    """The rows of an upload, kept until they are entered or for a day. Never public."""

    kind = models.CharField(_("kind of sheet"), max_length=16)
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64, editable=False)
    rows = models.JSONField(
        _("rows"), help_text=_("[row number, {column: text}] of each row.")
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        on_delete=models.CASCADE,  # nobody else may see or enter it
        related_name="record_sheets",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RecordSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded spreadsheet")
        verbose_name_plural = _("uploaded spreadsheets")

    def __str__(self):
        return self.file_name
