"""What editors said of records that look alike: that they are not one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DistinctionQuerySet(models.QuerySet):
    """Pairs of records that somebody said are different."""

    def pairs(self, kind):
        """Return the pairs of ids of one kind, the lower id first."""
        return set(self.filter(kind=kind).values_list("lower", "higher"))

    def tell_apart(self, one, others, *, reason, user):
        """Keep that a record is none of some others; who said so first, stays."""
        kind = one._meta.model_name
        self.bulk_create(
            [
                Distinction(
                    kind=kind,
                    lower=min(one.pk, other.pk),
                    higher=max(one.pk, other.pk),
                    reason=reason,
                    said_by=user,
                )
                for other in others
            ],
            ignore_conflicts=True,
        )


class Distinction(models.Model):
    """Two records that look alike and are different, as an editor said. Never public.

    Ids, not relations: what is deleted later leaves a line that says nothing more.
    """

    kind = models.CharField(_("kind"), max_length=16)
    lower = models.PositiveBigIntegerField(_("one"))
    higher = models.PositiveBigIntegerField(_("other"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("said by"),
        on_delete=models.SET_NULL,  # what was said stands without the account
        null=True,
        related_name="+",
    )
    said_at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = DistinctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "lower", "higher"], name="distinction_once"
            ),
            models.CheckConstraint(
                name="distinction_is_of_two",
                condition=models.Q(lower__lt=models.F("higher")),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.lower}, {self.higher}"
