"""Queries for votes, by place, day and outcome."""

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.utils import timezone

from jurisdictions.models import RecordQuerySet
from jurisdictions.models.dates import in_span
from policies.enums import BallotOption, VoteResult
from policies.models.ballot import Ballot
from policies.models.policy import Policy


class VoteQuerySet(RecordQuerySet):
    """Votes, narrowed by place, day and outcome."""

    def for_listing(self):
        """Return public votes with body, place and policy, newest first."""
        return (
            self.published()
            .select_related("body__jurisdiction__state", "policy__jurisdiction__state")
            .prefetch_related("citations")
            .with_source_count()
            .order_by(F("date").desc(nulls_last=True), "-pk")
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
        default=F("result"),
        output_field=CharField(),
    )
