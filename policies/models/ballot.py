"""How one member voted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.models import Official
from policies.enums import BallotOption


class Ballot(models.Model):
    """One member's vote, as reported; never made from a total."""

    vote = ParentalKey(
        "policies.Vote", on_delete=models.CASCADE, related_name="ballots"
    )
    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ballots",
    )
    voter_name = models.CharField(
        _("name as reported"),
        max_length=120,
        blank=True,
        help_text=_("When no official matches yet."),
    )
    option = models.CharField(_("vote"), max_length=12, choices=BallotOption)
    sort_order = models.IntegerField(default=0, editable=False)
    sort_order_field = "sort_order"

    class Meta:
        verbose_name = _("member's vote")
        verbose_name_plural = _("members' votes")
        ordering = ["sort_order"]  # the order in which the members were read
        constraints = [
            models.UniqueConstraint(
                fields=["vote", "official"],
                name="ballot_once_per_official",
                violation_error_message=_("This official already has a vote here."),
            ),
            models.UniqueConstraint(
                fields=["vote", "voter_name"],
                condition=Q(official__isnull=True),
                name="ballot_once_per_name",
                violation_error_message=_("This name already has a vote here."),
            ),
            models.CheckConstraint(
                name="ballot_has_a_voter",
                condition=Q(official__isnull=False) | ~Q(voter_name=""),
                violation_error_message=_("Say whose vote it is."),
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.get_option_display()}"

    @property
    def name(self):
        """The member's name: the published official's, else as reported."""
        if self.official_id and self.official.live:
            return self.official.name
        return self.voter_name or str(_("A member whose entry is not published"))
