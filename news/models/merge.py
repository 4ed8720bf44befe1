"""Two records that became one: what was moved, so that it can be undone."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class MergeQuerySet(models.QuerySet):
    """Merges, those that stand and those that were undone."""

    def standing(self):
        """Return the merges that nobody undid."""
        return self.filter(undone_at__isnull=True)

    def folded(self, model):
        """Return the ids of the records of a kind that are folded into another."""
        rows = self.standing().filter(kind=model._meta.model_name)
        return rows.values("folded_id")

    def kept_for(self, record):
        """Return the record that one is folded into, near or far, or itself."""
        model, pk = type(record), record.pk
        kept = dict(
            self.standing()
            .filter(kind=model._meta.model_name)
            .values_list("folded_id", "kept_id")
        )
        while pk in kept:
            pk = kept[pk]
        return record if pk == record.pk else model._base_manager.get(pk=pk)

    def newest(self):
        """Return the merges, the newest first, with who did what."""
        rows = self.select_related("merged_by", "undone_by").defer("steps")
        return rows.order_by("-merged_at", "-pk")

    def after(self, merge):
        """Return the later merges that stand and that a merge's records are in."""
        ids = [merge.kept_id, merge.folded_id]
        rows = self.standing().filter(kind=merge.kind, pk__gt=merge.pk)
        return rows.filter(
            models.Q(kept_id__in=ids) | models.Q(folded_id__in=ids)
        ).order_by("pk")


class Merge(models.Model):
    """One record folded into another of its kind. Never public.

    The folded one stays, unpublished and locked, with its id and its past; `steps` has
    every row that was changed, as it was and as it is since, in their order.
    """

    kind = models.CharField(_("kind"), max_length=16)
    kept_id = models.PositiveBigIntegerField(_("kept"))
    folded_id = models.PositiveBigIntegerField(_("folded into it"))
    kept_name = models.CharField(_("name of the kept one"), max_length=500)
    folded_name = models.CharField(_("name of the other"), max_length=500)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    steps = models.JSONField(
        _("what was changed"), default=list, encoder=DjangoJSONEncoder
    )
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        on_delete=models.SET_NULL,  # what was done stands without the account
        null=True,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("when"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone"), null=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints = [
            models.CheckConstraint(
                name="merge_is_of_two",
                condition=~models.Q(kept_id=models.F("folded_id")),
            ),
            models.UniqueConstraint(
                fields=["kind", "folded_id"],
                condition=models.Q(undone_at__isnull=True),
                name="merge_once",
            ),
        ]

    def __str__(self):
        return f"{self.folded_name} → {self.kept_name}"
