"""Dated things that happen to a policy; its status is the fold of these."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from jurisdictions.models import Bilingual, Dated, public
from policies.derive import DatedEvent, days_apart
from policies.enums import EventKind


class PolicyEventQuerySet(models.QuerySet):
    """Events; public only through their policy."""

    def published(self):
        """Return the events of public policies."""
        return self.filter(public(self.model, "policy"))

    def first_day(self):
        """Return the first day that anything public counts from, or None."""
        dated = self.published().filter(counts_from__isnull=False)
        days = dated.order_by("counts_from").values_list("counts_from", flat=True)
        return days.first()

    def for_trend(self):
        """Return what tells how many policies were in force when, as plain rows.

        A row: policy, direction, type, model, end of term, kind, the day it counts
        from, sequence; those of one policy beside each other.
        """
        rows = self.published().filter(counts_from__isnull=False)
        rows = rows.order_by("policy", "pk")
        return rows.values_list(
            "policy",
            "policy__direction",
            "policy__type",
            "policy__model",
            "policy__expires_on",
            "kind",
            "counts_from",
            "sort_order",
        )

    def in_state(self, state):
        """Return the events of the policies of a state and of the places in it."""
        own = models.Q(policy__jurisdiction=state)
        return self.filter(own | models.Q(policy__jurisdiction__state=state.usps))

    def for_timeline(self):
        """Return events with their votes and sources, in the order of the fold."""
        votes = self.model._meta.get_field("vote").related_model.objects
        votes = votes.select_related("body__jurisdiction__state")
        rows = self.prefetch_related(models.Prefetch("vote", votes), "citations")
        return rows.order_by("counts_from", "sort_order", "pk")


class PolicyEvent(Bilingual, Dated, ClusterableModel):
    """One thing that happened to a policy, on a day or in a period."""

    # A citation of an event may name the part of it that it supports.
    citable_fields = ("kind", "date", "note")
    hangs_on = ("policy",)
    bilingual = ("note",)

    policy = ParentalKey(
        "policies.Policy", on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(_("what happened"), max_length=24, choices=EventKind)
    note = models.CharField(
        _("in our words"),
        max_length=300,
        blank=True,
        help_text=_("What the kind alone does not say."),
    )
    note_es = models.CharField(
        _("in our words, in Spanish"), max_length=300, blank=True
    )
    vote = models.ForeignKey(
        "policies.Vote",
        verbose_name=_("vote"),
        on_delete=models.SET_NULL,  # the event stands without the vote's details
        null=True,
        blank=True,
        related_name="events",
    )
    sort_order = models.IntegerField(default=0, editable=False)
    sort_order_field = "sort_order"

    objects = PolicyEventQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        # The editor's sequence, kept by the inline panel; else as they were entered.
        ordering = ["sort_order", "pk"]
        indexes = [
            models.Index(
                fields=["policy", "counts_from", "sort_order"], name="event_fold_order"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.date or ''}".strip()

    def dated(self):
        """Return the event as the fold sees it."""
        return DatedEvent(self.kind, self.counts_from, self.sort_order)

    def days_from(self, day):
        """Return how many days lie between a day and the event, which has a date."""
        return days_apart(day, self.date, self.date_precision)

    def save(self, *args, **kwargs):
        """Save the event with the day it counts from."""
        self.set_counts_from()
        super().save(*args, **kwargs)
