"""What changed between two of ICE's lists, and what editors decided about it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from policies.enums import RosterChangeKind, RosterDecision, SpellingOf
from policies.models.roster import Roster, RosterEntry, RosterRow


class RosterChangeQuerySet(models.QuerySet):
    """Differences between a list and the one before, by what became of them."""

    def waiting(self):
        """Return those that nobody has decided yet."""
        return self.filter(decision=RosterDecision.OPEN)

    def of_ids(self, ids):
        """Return the changes with these ids."""
        return self.filter(pk__in=ids)

    def about_entries(self):
        """Return the changes of single rows, which a systematic one is not."""
        return self.exclude(kind=RosterChangeKind.SYSTEMATIC)

    def systematic(self):
        """Return the spellings that are one decision each, in the order found."""
        rows = self.filter(kind=RosterChangeKind.SYSTEMATIC)
        return rows.select_related("decided_by").order_by("pk")

    def outlined(self):
        """Return what sorts each change into sections and groups, and no more."""
        return self.order_by().values_list(
            "pk",
            "kind",
            "state",
            "decision",
            "certain",
            "details",
            "entry__agency_name",
            "row__number",
            "before__number",
            named=True,
        )

    def for_review(self):
        """Return changes with all that the screen prints of each, by state."""
        return self.select_related(
            "row",
            "before__roster",
            "entry__jurisdiction__state",
            "entry__agency__jurisdiction__state",
            "entry__policy__jurisdiction__state",
            "decided_by",
        ).order_by("kind", "state", F("row__number").asc(nulls_last=True), "pk")


class RosterChange(models.Model):
    """One difference between a list and the list before, and what was decided."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("change"), max_length=10, choices=RosterChangeKind)
    entry = models.ForeignKey(
        RosterEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
    )
    before = models.ForeignKey(
        RosterRow,
        verbose_name=_("row of the list before"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes_after",
    )
    row = models.ForeignKey(
        RosterRow,
        verbose_name=_("row of this list"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
    )
    state = models.CharField(_("state"), max_length=2, blank=True)
    details = models.JSONField(
        _("what changed"),
        default=dict,
        blank=True,
        help_text=_(
            "{field: [was, is]} of an edited row; printed, meaning and rows of a "
            "systematic change."
        ),
    )
    certain = models.BooleanField(_("certain"), default=False)
    decision = models.CharField(
        _("decision"),
        max_length=8,
        choices=RosterDecision,
        default=RosterDecision.OPEN,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,  # the decision outlives the account
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = RosterChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change on an ICE list")
        verbose_name_plural = _("changes on an ICE list")
        constraints = [
            models.CheckConstraint(
                name="roster_change_decided_on_a_day",
                condition=Q(decision=RosterDecision.OPEN, decided_at__isnull=True)
                | Q(~Q(decision=RosterDecision.OPEN), decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="roster_change_is_about_an_entry",
                condition=Q(kind=RosterChangeKind.SYSTEMATIC, entry__isnull=True)
                | Q(~Q(kind=RosterChangeKind.SYSTEMATIC), entry__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["roster", "decision", "kind"], name="change_by_decision"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.entry or self.details}"


class RosterSpelling(models.Model):
    """A spelling of ICE's that an editor said what it means, kept for every list."""

    of = models.CharField(_("spelling of"), max_length=6, choices=SpellingOf)
    printed = models.CharField(
        _("as printed"), max_length=120, help_text=_("Folded: lower case, no stops.")
    )
    meaning = models.CharField(
        _("means"),
        max_length=20,
        blank=True,
        help_text=_("A postal code or a model; empty when it is no such thing."),
    )

    class Meta:
        verbose_name = _("spelling on ICE's lists")
        verbose_name_plural = _("spellings on ICE's lists")
        constraints = [
            models.UniqueConstraint(
                fields=["of", "printed"], name="roster_spelling_once"
            )
        ]

    def __str__(self):
        return f"{self.printed} → {self.meaning}"
