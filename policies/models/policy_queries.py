"""Queries for agreements and policies, by place, day and status."""

from django.db import models, transaction
from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models import (
    Jurisdiction,
    RecordQuerySet,
    RecordVersion,
    reported,
)
from jurisdictions.models.dates import in_span
from policies.enums import (
    ENDED,
    IN_FORCE,
    STATUS_AFTER,
    UNDECIDED,
    EventKind,
    LawEffect,
    PolicyStatus,
    PolicyType,
)
from policies.models.event import PolicyEvent
from policies.models.role import PolicyRole


class PolicyQuerySet(RecordQuerySet):
    """Agreements and policies, narrowed by place, day and status."""

    def for_listing(self):
        """Return public policies with place, agency and sources, newest first."""
        return (
            self.published()
            .select_related(
                "jurisdiction__state",
                "agency__jurisdiction__state",
                "counterparty__jurisdiction__state",
            )
            .with_source_count()
            .order_by(F("status_since").desc(nulls_last=True), "pk")
        )

    def for_map(self):
        """Return public policies with the counties the map counts each in, and no more.

        Newest first, as they are listed.
        """
        newest = F("status_since").desc(nulls_last=True)
        return self.published().with_counties().order_by(newest, "pk")

    def with_counties(self):
        """Prefetch the places and the counties that the map counts each row in."""
        counties = Jurisdiction.objects.only("geoid")
        return self.prefetch_related(None).prefetch_related(
            "jurisdiction__state",
            Prefetch("jurisdiction__counties", counties),
            Prefetch("jurisdiction__also", counties.only("geoid", "one_with")),
        )

    def for_found(self, ids):
        """Return public policies by id, with what a line about each prints."""
        return (
            super()
            .for_found(ids)
            .select_related("jurisdiction__state", "agency__jurisdiction__state")
        )

    def for_index(self):
        """Return policies with all that they are found by, and what they hang on."""
        return super().for_index().select_related("agency__jurisdiction__state")

    def for_standing(self):
        """Return public policies with what tells where each stands on a day."""
        return self.for_listing().prefetch_related(
            Prefetch("events", PolicyEvent.objects.for_timeline()), "citations"
        )

    def for_detail(self, day=None):
        """Return public policies with their events, roles and relations.

        With a day, only with those relations of which a source had told by then.
        """
        others = self.model.objects.for_listing().as_of(day)
        related = ("predecessor", "conflicts_with", "responds_to", "successors")
        return self.for_standing().prefetch_related(
            Prefetch("roles", PolicyRole.objects.published()),
            *(Prefetch(name, others) for name in related),
        )

    def for_export(self, day=None):
        """Return public policies with events, parties, relations and all citations."""
        parties = ("jurisdiction", "agency", "counterparty", "predecessor")
        places = (
            name if name == "jurisdiction" else f"{name}__jurisdiction"
            for name in parties
        )
        events = PolicyEvent.objects.select_related("vote__body__jurisdiction__state")
        others = self.model.objects.published().as_of(day)
        ids = others.only("pk").order_by("pk")
        rows = super().for_export(day).prefetch_related(Prefetch("events", events))
        return rows.with_citations("events").prefetch_related(
            Prefetch("predecessor", others),
            *(f"{place}__state" for place in places),
            Prefetch("roles", PolicyRole.objects.published()),
            Prefetch("conflicts_with", ids),
            Prefetch("responds_to", ids),
        )

    def in_states(self, codes):
        """Return the policies of these states and of the places in them."""
        return self.filter(
            Q(jurisdiction__state__in=codes) | Q(jurisdiction__usps__in=codes)
        )

    def counted_by_type(self):
        """Return {direction, type, status, count} rows, in one query."""
        return (
            self.order_by()
            .values("direction", "type", "status")
            .annotate(count=models.Count("pk"))
            .order_by("direction", "type", "status")
        )

    def in_force(self):
        """Return the policies that are in force today."""
        return self.filter(status=PolicyStatus.ACTIVE)

    def applying(self):
        """Return the policies that apply to people today, as far as is known."""
        return self.filter(status__in=IN_FORCE)

    def undecided_since(self, day):
        """Return the policies that were proposed by a day, and no more is known."""
        return self.filter(status=PolicyStatus.PROPOSED, status_since__lte=day)

    def counted_by_state(self):
        """Return the number of policies by their state's postal code, in one query.

        A policy of the whole country is counted under None.
        """
        found = (
            self.order_by()
            .values(
                code=Coalesce("jurisdiction__state_id", "jurisdiction__usps"),
            )
            .annotate(number=models.Count("pk", distinct=True))
        )
        return dict(found.values_list("code", "number"))

    def on_file(self, day):
        """Return the policies of which a source had told by a day.

        Events tell the day; of a policy without any, its own citations do.
        """
        events = PolicyEvent.objects.filter(policy=OuterRef("pk"))
        return self.filter(
            Exists(events.filter(counts_from__lte=day))
            | (~Exists(events) & reported(self.model, day))
        )

    def newest_entered(self):
        """Return the policies by when they were first published, newest first."""
        return self.order_by(F("first_published_at").desc(nulls_last=True), "-pk")

    def in_places_of(self, state):
        """Return the policies of the places that lie in a state."""
        return self.filter(jurisdiction__state=state.usps)

    def beside(self, place):
        """Return the policies of the other places of a state; of a state, others'."""
        rows = self.exclude(jurisdiction=place)
        if place.is_state:
            return rows.filter(jurisdiction__level__in=STATE_LEVELS)
        return rows.filter(jurisdiction__state=place.state_id)

    def of_types(self, types):
        """Return the policies of any of some types."""
        return self.filter(type__in=types)

    def federal(self):
        """Return the federal orders and programs."""
        return self.filter(jurisdiction__level=Level.FEDERAL)

    def agreements_287g(self):
        """Return the 287(g) agreements."""
        return self.filter(type=PolicyType.PROGRAM_287G)

    def laws_barring_287g(self):
        """Return the state laws that bar 287(g) agreements."""
        return self.filter(type=PolicyType.STATE_LAW, law_effect=LawEffect.BANS_287G)

    def for_reconciling(self):
        """Return policies with what the report of differences compares of each."""
        return (
            self.select_related("jurisdiction__state", "agency")
            .prefetch_related("events", "votes")
            .order_by("pk")
        )

    def laws_over(self, place):
        """Return the state laws and federal orders that also apply in a place."""
        state = Q(
            type=PolicyType.STATE_LAW, jurisdiction__usps=place.state_id or place.usps
        )
        federal = Q(type=PolicyType.FEDERAL_ORDER, jurisdiction__level=Level.FEDERAL)
        return self.filter(state | federal).exclude(jurisdiction=place)

    def laws_of_states(self, codes):
        """Return the state laws of the states with these postal codes."""
        return self.filter(type=PolicyType.STATE_LAW, jurisdiction__usps__in=codes)

    def with_role_of(self, official):
        """Return the policies for which an official did something."""
        return self.filter(roles__official=official).distinct()

    def of_places(self, geoids):
        """Return the policies of the places with these GEOIDs."""
        return self.filter(jurisdiction__geoid__in=geoids)

    def located(self, places):
        """Return the policies of some places, given as a query."""
        return self.filter(jurisdiction__in=places.order_by().values("pk"))

    def between(self, since=None, until=None):
        """Return the policies to which something happened in a span of days."""
        events = PolicyEvent.objects.filter(in_span(since, until))
        return self.filter(Exists(events.filter(policy=OuterRef("pk"))))

    def refresh_status(self, day=None):
        """Store the status these policies have on a day, today unless told.

        Only what changes is written, in one transaction with the record's version.
        Returns the policies that changed.
        """
        day, changed = day or timezone.localdate(), []
        with transaction.atomic():
            for policy in self.prefetch_related("events").iterator(chunk_size=500):
                standing = policy.standing_on(day)
                stored = (policy.status, policy.status_since)
                if stored != (standing.status, standing.since):
                    policy.status, policy.status_since = standing.status, standing.since
                    changed.append(policy)
            fields = ["status", "status_since"]
            self.model.objects.bulk_update(changed, fields, batch_size=500)
            if changed:
                RecordVersion.bump()
        return changed

    def with_status_on(self, day):
        """Annotate `status_then`: the status `derive.status_on` folds for a day.

        The SQL twin of that function; one table of cases in the tests feeds both.
        """
        counted = PolicyEvent.objects.filter(
            policy=OuterRef("pk"), counts_from__lte=day
        )
        counted = counted.order_by("-counts_from", "-sort_order", "-pk")
        last = counted.filter(kind__in=STATUS_AFTER)
        # Missing from ICE's list, or on its list of pending ones, since the last event
        # that led to a status.
        latest = counted.filter(kind__in=[*STATUS_AFTER, EventKind.DELISTED_BY_ICE])
        applied = counted.filter(kind__in=[*STATUS_AFTER, EventKind.ICE_PENDING_LISTED])
        extended = counted.filter(
            kind=EventKind.EXTENDED, counts_from__lte=OuterRef("expires_on")
        )
        return self.annotate(
            last_kind=Subquery(last.values("kind")[:1]),
            last_day=Subquery(last.values("counts_from")[:1]),
            latest_kind=Subquery(latest.values("kind")[:1]),
            applied_kind=Subquery(applied.values("kind")[:1]),
        ).annotate(
            status_then=Case(
                When(
                    Q(expires_on__lte=day)
                    & (
                        Q(last_day__isnull=True)
                        | Q(last_day__lte=F("expires_on"))
                        & ~Q(last_kind__in=_kinds_leading_to(*ENDED))
                    )
                    & ~Exists(extended),
                    then=Value(PolicyStatus.EXPIRED.value),
                ),
                When(
                    Q(last_kind__isnull=True)
                    | Q(last_kind__in=_kinds_leading_to(*UNDECIDED)),
                    applied_kind=EventKind.ICE_PENDING_LISTED,
                    then=Value(PolicyStatus.PENDING.value),
                ),
                When(
                    last_kind__in=_kinds_leading_to(PolicyStatus.ACTIVE),
                    latest_kind=EventKind.DELISTED_BY_ICE,
                    then=Value(PolicyStatus.DELISTED.value),
                ),
                *(
                    When(last_kind=kind.value, then=Value(status.value))
                    for kind, status in STATUS_AFTER.items()
                ),
                default=Value(PolicyStatus.UNKNOWN.value),
                output_field=models.CharField(),
            )
        )


def _kinds_leading_to(*statuses):
    """Return the event kinds after which a policy has one of some statuses."""
    return [kind.value for kind, after in STATUS_AFTER.items() if after in statuses]
