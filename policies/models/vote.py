"""Votes of a body on one motion, and how each member voted."""

from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from jurisdictions.enums import MajorityRule
from jurisdictions.models import Body, Dated, Official, Record, RecordQuerySet
from jurisdictions.models.dates import in_span
from policies.derive import outcome_on, tally_differences
from policies.enums import BallotOption, MotionKind, VoteMethod, VoteResult
from policies.models.ballot import Ballot
from policies.models.policy import Policy
from policies.rollcall import roll_call


class VoteQuerySet(RecordQuerySet):
    """Votes, narrowed by place, day and outcome."""

    def for_listing(self):
        """Return public votes with body, place and policy, newest first."""
        return (
            self.published()
            .select_related("body__jurisdiction__state", "policy__jurisdiction__state")
            .prefetch_related("citations")
            .with_source_count()
            .order_by(models.F("date").desc(nulls_last=True), "-pk")
        )

    def for_found(self, ids):
        """Return public votes by id, with what a line about each prints."""
        return super().for_found(ids).select_related("body__jurisdiction__state")

    def for_detail(self):
        """Return public votes with their ballots and movers."""
        return self.for_listing().prefetch_related(
            Prefetch("ballots", Ballot.objects.select_related("official")),
            "mover",
            "seconder",
        )

    def for_export(self, day=None):
        """Return public votes with their ballots, movers and sources."""
        return (
            super()
            .for_export(day)
            .with_citations()
            .prefetch_related(
                "body__jurisdiction__state",
                Prefetch("policy", Policy.objects.as_of(day)),
                "policy__jurisdiction__state",
                Prefetch("ballots", Ballot.objects.select_related("official")),
                "mover",
                "seconder",
            )
        )

    def in_states(self, codes):
        """Return the votes of bodies in these states."""
        return self.filter(
            Q(body__jurisdiction__state__in=codes)
            | Q(body__jurisdiction__usps__in=codes)
        )

    def on_policy(self, policy):
        """Return the votes about one policy."""
        return self.filter(policy=policy)

    def beside(self, vote):
        """Return the other votes about the policy of a vote."""
        return self.filter(policy__isnull=False, policy=vote.policy_id).exclude(
            pk=vote.pk
        )

    def with_ballot_of(self, official):
        """Prefetch one official's own ballots as `own_ballots`."""
        return self.prefetch_related(
            Prefetch("ballots", Ballot.objects.filter(official=official), "own_ballots")
        )

    def of_place(self, place):
        """Return the votes of one place's bodies."""
        return self.filter(body__jurisdiction=place)

    def place_ids(self):
        """Return the ids of the places whose bodies took some of the votes."""
        ids = self.order_by().values_list("body__jurisdiction", flat=True)
        return set(ids.distinct())

    def of_each(self, places):
        """Return the votes of the bodies of several places."""
        return self.filter(body__jurisdiction__in=places)

    def of_places(self, geoids):
        """Return the votes of bodies of the places with these GEOIDs."""
        return self.filter(body__jurisdiction__geoid__in=geoids)

    def located(self, places):
        """Return the votes of bodies of some places, given as a query."""
        return self.filter(body__jurisdiction__in=places.order_by().values("pk"))

    def between(self, since=None, until=None):
        """Return the votes held or scheduled in a span of days."""
        return self.filter(in_span(since, until))

    def with_ballots_of(self, slugs):
        """Return the votes in which these officials' votes are recorded."""
        ballots = Ballot.objects.filter(
            vote=OuterRef("pk"), official__slug__in=slugs, official__live=True
        )
        return self.filter(Exists(ballots))

    def with_part_of(self, official):
        """Return the votes that an official moved, seconded or voted in."""
        ballots = Ballot.objects.filter(vote=OuterRef("pk"), official=official)
        return self.filter(Q(mover=official) | Q(seconder=official) | Exists(ballots))

    def on_file(self, day):
        """Return the votes of which a source had told by a day, held or scheduled."""
        return self.filter(Q(counts_from__lte=day) | Q(date__lte=day))

    def held_by(self, day):
        """Return the votes that were held by a day, undated ones too."""
        return self.filter(Q(date__isnull=True) | Q(date__lte=day))

    def upcoming(self, day=None):
        """Return votes that were still to be held on a day, today unless told."""
        return self.filter(still_to_come(day or timezone.localdate()))

    def result_missing(self, day=None):
        """Return the votes held by a day whose result no source gives."""
        return self.filter(without_result(day or timezone.localdate()))

    def decided(self):
        """Return the votes of which a source gives the result."""
        return self.exclude(result__in=(VoteResult.UNKNOWN, VoteResult.SCHEDULED))

    def with_outcome(self, results, day=None):
        """Return the votes of which one of these results can be told on a day."""
        day = day or timezone.localdate()
        return self.alias(told=outcome(day)).filter(told__in=results)

    def split(self):
        """Return votes in which members are known to have voted both ways."""
        return self.filter(not_unanimous())


def still_to_come(day):
    """Return the condition that a vote was still to be held on a day."""
    return Q(date__gt=day) | Q(result=VoteResult.SCHEDULED, date=day)


def without_result(day):
    """Return the condition that a vote was held by a day with no result recorded."""
    held = Q(date__isnull=True) | Q(date__lte=day)
    return held & Q(result=VoteResult.UNKNOWN) | Q(
        result=VoteResult.SCHEDULED, date__lt=day
    )


def not_unanimous():
    """Return the condition that members are known to have voted both ways."""
    no = Ballot.objects.filter(vote=OuterRef("pk"), option=BallotOption.NO)
    yes = Ballot.objects.filter(vote=OuterRef("pk"), option=BallotOption.YES)
    return Q(yes_count__gt=0, no_count__gt=0) | (Exists(yes) & Exists(no))


def outcome(day):
    """Return the expression of the result that can be told on a day.

    The SQL twin of `derive.outcome_on`.
    """
    return Case(
        When(date__gt=day, then=Value(VoteResult.SCHEDULED.value)),
        When(
            result=VoteResult.SCHEDULED,
            date__lt=day,
            then=Value(VoteResult.UNKNOWN.value),
        ),
        default=models.F("result"),
        output_field=models.CharField(),
    )


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
