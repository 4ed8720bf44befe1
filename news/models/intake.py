"""An article on its way into records."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.enums import IntakeState
from news.models.source import Source


class Intake(models.Model):
    """What an editor pasted, and how far its reading has come. Never public."""

    url = models.URLField(_("address"), max_length=1000, blank=True)
    text = models.TextField(_("text"), blank=True)
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
    decisions = models.JSONField(
        _("decisions"),
        default=dict,
        blank=True,
        help_text=_("{suggestion: accepted, edited or rejected}, to go on later."),
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

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        constraints = [
            models.CheckConstraint(
                name="intake_has_something",
                condition=~models.Q(url="") | ~models.Q(text=""),
                violation_error_message=_("Give an address or a text."),
            )
        ]

    def __str__(self):
        return self.url or self.text[:60]
