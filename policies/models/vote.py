"""Votes of a body on one motion, and how each member voted."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from jurisdictions.enums import MajorityRule
from jurisdictions.models import Body, Dated, Official, Record
from policies.derive import outcome_on, tally_differences
from policies.enums import MotionKind, VoteMethod, VoteResult
from policies.models.policy import Policy
from policies.models.vote_queries import VoteQuerySet
from policies.rollcall import roll_call


class Vote(Dated, Record):
    """One motion before one body, held or scheduled."""

    citable_fields = (
        "motion",
        "date",
        "result",
        "described_as_unanimous",
        "method",
        "counts",
        "ballots",
        "location",
        "stream",
        "mover",
        "seconder",
    )
    bilingual = ("motion", "location", "stream")
    hangs_on = ("body",)
    named_after = ("body", "body__jurisdiction")
    slug_scope = "body"
    is_searched = True

    body = models.ForeignKey(
        Body,
        verbose_name=_("body"),
        on_delete=models.PROTECT,  # a vote without its body says nothing
        related_name="votes",
    )
    policy = models.ForeignKey(
        Policy,
        verbose_name=_("agreement or policy"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="votes",
    )
    motion = models.CharField(
        _("motion"), max_length=300, help_text=_("What was moved, in our words.")
    )
    motion_es = models.CharField(_("motion in Spanish"), max_length=300, blank=True)
    motion_kind = models.CharField(
        _("kind of motion"),
        max_length=10,
        choices=MotionKind,
        default=MotionKind.UNKNOWN,
    )
    requirement = models.CharField(
        _("needed"), max_length=16, choices=MajorityRule, default=MajorityRule.UNKNOWN
    )
    method = models.CharField(
        _("method"), max_length=17, choices=VoteMethod, default=VoteMethod.UNREPORTED
    )
    result = models.CharField(
        _("result"), max_length=11, choices=VoteResult, default=VoteResult.UNKNOWN
    )
    described_as_unanimous = models.BooleanField(
        _("described as unanimous"),
        default=False,
        help_text=_("The source says “unanimous”; that names no member."),
    )
    yes_count = models.PositiveSmallIntegerField(_("yes"), null=True, blank=True)
    no_count = models.PositiveSmallIntegerField(_("no"), null=True, blank=True)
    abstain_count = models.PositiveSmallIntegerField(
        _("abstained"), null=True, blank=True
    )
    absent_count = models.PositiveSmallIntegerField(_("absent"), null=True, blank=True)
    mover = models.ForeignKey(
        Official,
        verbose_name=_("moved by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="motions_moved",
    )
    seconder = models.ForeignKey(
        Official,
        verbose_name=_("seconded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="motions_seconded",
    )
    time = models.TimeField(_("time"), null=True, blank=True)
    location = models.CharField(_("place of the meeting"), max_length=200, blank=True)
    location_es = models.CharField(
        _("place of the meeting, in Spanish"), max_length=200, blank=True
    )
    stream = models.CharField(_("stream"), max_length=200, blank=True)
    stream_es = models.CharField(_("stream, in Spanish"), max_length=200, blank=True)
    agenda_url = models.URLField(_("agenda"), max_length=500, blank=True)

    objects = VoteQuerySet.as_manager()

    search_fields = [*Record.search_fields, index.FilterField("result")]

    class Meta(Dated.Meta):
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "slug"], name="vote_slug_unique_in_body"
            ),
        ]
        indexes = [models.Index(fields=["-date", "-id"], name="vote_newest_first")]

    def __str__(self):
        return f"{self.body}: {self.motion}"

    def autocomplete_label(self):
        """Return the words a chooser shows: body, place, motion, date."""
        return f"{self.body.autocomplete_label()}: {self.motion} ({self.date or '–'})"

    def name_words(self):
        """Return the motion with its body and place."""
        where = f"{self.body.name} {self.body.jurisdiction.full_name}"
        return [f"{motion} {where}" for motion in self.full_names()]

    def full_names(self):
        """Return the motion, in Spanish too if somebody wrote it."""
        return [self.motion, *filter(None, [self.motion_es])]

    def told_title(self):
        """Return the motion in the reader's language."""
        return self.told("motion")

    def told_name(self):
        """Return the motion after the body."""
        return self.told_title().after(f"{self.body}: ")

    @property
    def search_weight(self):
        """The newest come first."""
        return self.date.toordinal() if self.date else 0

    def own_words(self):
        """Return the motion."""
        return [self.motion]

    def slug_source(self):
        """Return place, body and day; the address also carries the id."""
        return f"{self.body.jurisdiction.name} {self.motion}"

    def outcome(self, day=None):
        """Return the result that can be told on a day, today unless told."""
        return VoteResult(
            outcome_on(self.result, self.date, day or timezone.localdate())
        )

    def stated_counts(self):
        """Return the totals as reported, None where no source gives one."""
        names = ("yes_count", "no_count", "abstain_count", "absent_count")
        return {name: getattr(self, name) for name in names}

    def count_differences(self):
        """Return {total: (stated, counted)} where totals and ballots disagree."""
        return tally_differences(
            self.stated_counts(), [ballot.option for ballot in self.ballots.all()]
        )

    def roll_call(self, day=None):
        """Return what is known of who voted how, from ballots in memory."""
        return roll_call(self, day)

    def set_counts_from(self):
        """Set the first day the record knows of the vote: told or held.

        A scheduled vote is known before its day, from its earliest source.
        """
        days = [day for day in (self.date, self.first_reported()) if day]
        self.counts_from = min(days, default=None)

    def derive_fields(self):
        """Set the day the vote is known from beside the other stored facts."""
        super().derive_fields()
        self.set_counts_from()

    def get_absolute_url(self):
        """Return the address of the vote's page; the id never changes."""
        return reverse("vote-detail", args=[self.pk, self.slug])
