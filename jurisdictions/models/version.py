"""One number that moves whenever the published record does."""

from django.db import models, transaction
from django.db.models import F


class RecordVersion(models.Model):
    """The single row behind every page's ETag and cache key."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="record_version_is_one_row", condition=models.Q(pk=1)
            )
        ]

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """Return the version of the record as it stands."""
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def bump(cls):
        """Move the version in the caller's transaction, so both show at once."""
        with transaction.atomic():
            if not cls.objects.filter(pk=1).update(number=F("number") + 1):
                cls.objects.get_or_create(pk=1)
                cls.objects.filter(pk=1).update(number=F("number") + 1)

    @classmethod
    def hold(cls):
        """Let whoever else writes to the record wait for the caller's transaction.

        On SQLite a transaction that writes holds the whole database anyway.
        """
        list(cls.objects.select_for_update().filter(pk=1))
