"""Who looks after which record."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from news.models.merge import Merge


class AssignmentQuerySet(models.QuerySet):
    """Who looks after what, and what is done."""

    def open(self):
        """Return those that are not done."""
        return self.filter(done_at__isnull=True)

    def of_kind(self, model):
        """Return those of records of one kind."""
        return self.filter(kind=model._meta.model_name)

    def of_user(self, user):
        """Return those that one user looks after."""
        return self.filter(assigned_to=user)

    def of(self, records):
        """Return those of some records of one kind."""
        kind = {record._meta.model_name for record in records}
        return self.filter(kind__in=kind, record_id__in=[r.pk for r in records])

    def record_ids(self):
        """Return the ids of the records, of one kind, as a query."""
        return self.order_by().values("record_id")

    def hand(self, records, *, to, by, note, now):
        """Let a user look after records from now on, whoever did before."""
        self.bulk_create(
            [
                Assignment(
                    kind=record._meta.model_name,
                    record_id=record.pk,
                    assigned_to=to,
                    assigned_by=by,
                    assigned_at=now,
                    note=note,
                )
                for record in records
            ],
            update_conflicts=True,
            unique_fields=["kind", "record_id"],
            update_fields=["assigned_to", "assigned_by", "assigned_at", "note"]
            + ["done_at"],
        )

    def counted_for(self, user, models):
        """Return {kind: how many of its records a user looks after}, open ones only.

        What was deleted since, or merged into another, is in no list and not counted.
        """
        mine = self.open().of_user(user)
        kinds = set(mine.order_by().values_list("kind", flat=True).distinct())
        found = {}
        for model in models:
            if (kind := model._meta.model_name) in kinds:
                rows = model._base_manager.filter(
                    pk__in=mine.of_kind(model).record_ids()
                )
                rows = rows.exclude(pk__in=Merge.objects.folded(model))
                found[kind] = rows.count()
        return found


class Assignment(models.Model):
    """A record, and who looks after it until it is done. Never public.

    An id, not a relation: what is deleted later leaves a row that nobody sees. One row
    for each record; the record's history tells who had it before.
    """

    kind = models.CharField(_("kind"), max_length=16)
    record_id = models.PositiveBigIntegerField(_("record"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.CASCADE,  # without the account nobody looks after it
        related_name="assignments",
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned by"),
        on_delete=models.SET_NULL,  # the work stays to be done
        null=True,
        related_name="+",
    )
    assigned_at = models.DateTimeField(_("when"))
    note = models.CharField(_("what to do"), max_length=300, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="assignment_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id} → {self.assigned_to}"


def with_assignment(records):
    """Annotate `looked_after_by` and `to_do`: by whom and what, None for nobody."""
    open_ones = Assignment.objects.open().of_kind(records.model)
    mine = open_ones.filter(record_id=OuterRef("pk"))
    return records.annotate(
        looked_after_by=Subquery(mine.values("assigned_to__username")),
        to_do=Subquery(mine.values("note")),
    )
