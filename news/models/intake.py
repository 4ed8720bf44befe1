"""An article on its way into records."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.articles.addresses import address_key
from news.articles.reprints import whole_hash
from news.enums import CardDecision, IntakeState
from news.models.source import Source


class IntakeQuerySet(models.QuerySet):
    """Articles that editors are at work on, or were."""

    def open(self):
        """Return those that are not done, the last touched first."""
        return self.filter(state=IntakeState.OPEN).order_by("-updated_at", "-pk")

    def filed(self):
        """Return those whose drafts wait for a second reader, the oldest first."""
        return self.filter(state=IntakeState.FILED).order_by("updated_at", "pk")

    def with_progress(self):
        """Annotate how many cards each article has, and how many are decided on."""
        undecided = models.Q(cards__decision=CardDecision.OPEN)
        return self.annotate(
            card_count=models.Count("cards"),
            decided_count=models.Count("cards", filter=~undecided),
        )

    def of_article(self, address, text):
        """Return those of the same article: at one address, or with one text."""
        key, whole = address_key(address), whole_hash(text)
        at_address = models.Q(address_key=key) if key else models.Q(pk__in=())
        with_text = models.Q(fingerprint=whole) if whole else models.Q(pk__in=())
        return self.filter(at_address | with_text)


class Intake(models.Model):
    """What an editor pasted, what was read of it, how far the work is. Never public.

    The facts about the article are the ones a source has. `origins` says where each
    was found ({"title": "JSON-LD"}); one that an editor has confirmed is not in it.
    """

    text = models.TextField(_("text"))
    url = models.URLField(_("address"), max_length=1000, blank=True)
    title = models.CharField(_("headline"), max_length=300, blank=True)
    outlet_name = models.CharField(_("outlet"), max_length=120, blank=True)
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    published = models.DateField(_("published"), null=True, blank=True)
    published_time = models.TimeField(_("time"), null=True, blank=True)
    published_zone = models.CharField(_("time zone"), max_length=8, blank=True)
    language = models.CharField(_("language"), max_length=8, default="en")
    origins = models.JSONField(_("where each was found"), default=dict, blank=True)
    address_key = models.CharField(
        max_length=2000, blank=True, editable=False, db_index=True
    )
    fingerprint = models.CharField(
        max_length=64, blank=True, editable=False, db_index=True
    )
    state = models.CharField(
        _("state"), max_length=9, choices=IntakeState, default=IntakeState.OPEN
    )
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="intakes",
    )
    reprint_of = models.ForeignKey(
        Source,
        verbose_name=_("same story as"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reprints_coming_in",
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.SET_NULL,  # the work outlives the account
        null=True,
        blank=True,
        related_name="intakes",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        constraints = [
            models.CheckConstraint(
                name="intake_has_a_text",
                condition=~models.Q(text=""),
                violation_error_message=_("Give the text of the article."),
            )
        ]

    def __str__(self):
        return self.title or self.url or self.text[:60]

    def save(self, *args, **kwargs):
        """Save with what the article is compared by."""
        self.address_key = address_key(self.url)
        self.fingerprint = whole_hash(self.text)
        super().save(*args, **kwargs)
