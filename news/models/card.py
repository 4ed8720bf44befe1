"""Cards: what an article may tell for the record, each decided by an editor."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.enums import CardDecision, SuggestionKind
from news.models.intake import Intake


class CardQuerySet(models.QuerySet):
    """Cards in the order in which their records are read and written."""

    def of(self, intake):
        """Return the cards of an article, those of one kind beside each other."""
        return self.filter(intake=intake).order_by("sort_order", "pk")

    def accepted(self):
        """Return those that become records."""
        return self.filter(decision=CardDecision.ACCEPTED)

    def undecided(self):
        """Return those that wait for a decision."""
        return self.filter(decision=CardDecision.OPEN)


class Card(models.Model):
    """One suggestion, or a card of an editor's own, and what became of it.

    `cells` holds what the record would say, as the words of a sheet's columns
    ({"place": "Birmingham, AL"}); `told` what no column holds: the words of a date
    and the day they were counted from, the passages of events, places to choose from.
    Where `quote` stands in the article, `start` and `end` say; `more` has the
    passages beside it that say so too, as [start, end].
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="cards")
    key = models.CharField(max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=SuggestionKind)
    cells = models.JSONField(default=dict, blank=True)
    told = models.JSONField(default=dict, blank=True)
    quote = models.TextField(_("quotation"), blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    paragraph = models.PositiveSmallIntegerField(_("paragraph"), null=True, blank=True)
    more = models.JSONField(default=list, blank=True)
    rule = models.CharField(_("why it is suggested"), max_length=300, blank=True)
    doubt = models.CharField(_("why it is unsure"), max_length=300, blank=True)
    speaker = models.CharField(_("who says it there"), max_length=160, blank=True)
    decision = models.CharField(
        _("decision"),
        max_length=8,
        choices=CardDecision,
        default=CardDecision.OPEN,
    )
    # The record that it is, or is to be added to, where there is one already.
    existing_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, null=True, related_name="+"
    )
    existing_id = models.PositiveBigIntegerField(null=True)
    existing = GenericForeignKey("existing_type", "existing_id")
    different_because = models.CharField(
        _("it is different because …"), max_length=300, blank=True
    )
    # What was made of it.
    made_type = models.ForeignKey(
        ContentType, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_id = models.PositiveBigIntegerField(null=True)
    made = GenericForeignKey("made_type", "made_id")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="cards_decided",
    )
    changed_at = models.DateTimeField(default=timezone.now)
    # Goes up with each change, so that of two editors neither writes over the other.
    edition = models.PositiveIntegerField(default=1)
    sort_order = models.PositiveIntegerField(default=0)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        constraints = [
            models.UniqueConstraint(fields=["intake", "key"], name="card_dealt_once"),
            models.CheckConstraint(
                name="card_quote_has_its_place",
                condition=models.Q(start__isnull=True, end__isnull=True)
                | models.Q(
                    start__isnull=False, end__isnull=False, end__gt=models.F("start")
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.name}"

    @property
    def name(self):
        """What the card's record would be called."""
        cells = self.cells
        if self.kind == SuggestionKind.OFFICIAL:
            parts = ("given_name", "family_name", "suffix")
            return " ".join(filter(None, (cells.get(part) for part in parts)))
        names = ("name", "title", "motion", "place")
        return next((cells[name] for name in names if cells.get(name)), "")

    @property
    def has_lost_existing(self):
        """Whether the record that it was, or was to be added to, is deleted."""
        return self.existing_id is not None and self.existing is None

    @property
    def is_accepted(self):
        """Whether it becomes a record."""
        return self.decision == CardDecision.ACCEPTED

    @property
    def is_rejected(self):
        """Whether an editor left it out."""
        return self.decision == CardDecision.REJECTED
