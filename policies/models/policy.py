"""Agreements and policies: what a place agreed with ICE, or how it limits that."""

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
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models import (
    Agency,
    Jurisdiction,
    Record,
    RecordQuerySet,
    RecordVersion,
    reported,
)
from jurisdictions.models.dates import in_span
from policies.derive import status_on
from policies.enums import (
    ENDED,
    IN_FORCE,
    STATUS_AFTER,
    UNDECIDED,
    AuthorityPath,
    DetainerPractice,
    Direction,
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
)
from policies.grammar import kind_words
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
        return super().for_found(ids).select_related("jurisdiction__state")

    def for_standing(self):
        """Return public policies with what tells where each stands on a day."""
        return self.for_listing().prefetch_related(
            Prefetch("events", PolicyEvent.objects.for_timeline()), "citations"
        )

    def for_detail(self, day=None):
        """Return public policies with their events, roles and relations.

        With a day, only with those relations of which a source had told by then.
        """
        others = Policy.objects.for_listing().as_of(day)
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
        others = Policy.objects.published().as_of(day)
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


class Policy(Record):
    """One agreement or policy of one jurisdiction."""

    citable_fields = (
        "title",
        "type",
        "model",
        "status",
        "instrument",
        "legal_effect",
        "authority_path",
        "agency",
        "counterparty",
        "summary",
        "scope",
        "exclusions",
        "conditions",
        "excerpt",
        "detainer_practice",
        "law_effect",
        "expires_on",
        "predecessor",
        "conflicts_with",
        "responds_to",
        "roles",
    )
    bilingual = ("title", "summary", "scope", "exclusions", "conditions")
    hangs_on = ("jurisdiction",)
    slug_scope = "jurisdiction"
    is_searched = True

    further_citations = ("event__policy",)

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,  # what a place did is not lost with the place
        related_name="policies",
    )
    type = models.CharField(_("type"), max_length=24, choices=PolicyType)
    model = models.CharField(
        _("287(g) model"),
        max_length=10,
        choices=ProgramModel,
        blank=True,
        help_text=_(
            "Only for a 287(g) agreement; “Model not stated” if no source says."
        ),
    )
    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("What it is, in our words: “HSI customs-officer designation”."),
    )
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("local agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="policies",
    )
    counterparty = models.ForeignKey(
        Agency,
        verbose_name=_("federal party"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="counterparty_policies",
    )
    instrument = models.CharField(
        _("instrument"), max_length=36, choices=Instrument, default=Instrument.UNKNOWN
    )
    direction = models.CharField(_("direction"), max_length=7, choices=Direction)
    legal_effect = models.CharField(
        _("legal effect"),
        max_length=18,
        choices=LegalEffect,
        default=LegalEffect.NOT_STATED,
    )
    authority_path = models.CharField(
        _("who decides"),
        max_length=24,
        choices=AuthorityPath,
        default=AuthorityPath.UNKNOWN,
    )
    law_effect = models.CharField(
        _("effect on local policies"),
        max_length=24,
        choices=LawEffect,
        blank=True,
        default=LawEffect.NONE,
        help_text=_("Only for a state law or a federal order."),
    )
    detainer_practice = models.CharField(
        _("detainer practice"),
        max_length=26,
        choices=DetainerPractice,
        blank=True,
        help_text=_("What it says of ICE's requests to hold somebody."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("What it does, in our own words.")
    )
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    scope = models.TextField(
        _("scope"), blank=True, help_text=_("Whom and what it covers.")
    )
    scope_es = models.TextField(_("scope in Spanish"), blank=True)
    exclusions = models.TextField(
        _("exclusions"), blank=True, help_text=_("What it leaves out, exceptions too.")
    )
    exclusions_es = models.TextField(_("exclusions in Spanish"), blank=True)
    conditions = models.TextField(
        _("conditions"), blank=True, help_text=_("On what a decision depends.")
    )
    conditions_es = models.TextField(_("conditions in Spanish"), blank=True)
    excerpt = models.TextField(
        _("short excerpt"),
        blank=True,
        help_text=_("A few words of its own text, faithful to the source."),
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("follows"),
        on_delete=models.PROTECT,  # the chain of extensions is part of the record
        null=True,
        blank=True,
        related_name="successors",
    )
    predecessor_relation = models.CharField(
        _("how it follows it"),
        max_length=11,
        choices=PredecessorRelation,
        blank=True,
        default=PredecessorRelation.NONE,
    )
    conflicts_with = ParentalManyToManyField(
        "self",
        verbose_name=_("conflicts with"),
        symmetrical=False,
        blank=True,
        related_name="conflicting_policies",
    )
    responds_to = ParentalManyToManyField(
        "self",
        verbose_name=_("responds to"),
        symmetrical=False,
        blank=True,
        related_name="responses",
    )
    expires_on = models.DateField(
        _("end of its term"),
        null=True,
        blank=True,
        help_text=_("A known last day; it expires then unless it was extended before."),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=PolicyStatus,
        default=PolicyStatus.UNKNOWN,
        editable=False,
        db_index=True,
    )
    status_since = models.DateField(null=True, editable=False)

    objects = PolicyQuerySet.as_manager()

    search_fields = [
        *Record.search_fields,
        index.FilterField("type"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("agreement or policy")
        verbose_name_plural = _("agreements and policies")
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"], name="policy_slug_unique_in_place"
            ),
            models.CheckConstraint(
                name="model_only_with_287g",
                condition=Q(type=PolicyType.PROGRAM_287G, model__in=ProgramModel.values)
                | Q(~Q(type=PolicyType.PROGRAM_287G), model=""),
                violation_error_message=_(
                    "A 287(g) agreement has a model, “Model not stated” at least; "
                    "nothing else has one."
                ),
            ),
            models.CheckConstraint(
                name="law_effect_only_with_laws",
                condition=Q(law_effect="")
                | Q(type__in=[PolicyType.STATE_LAW, PolicyType.FEDERAL_ORDER]),
                violation_error_message=_(
                    "Only a state law or a federal order acts on local policies."
                ),
            ),
            models.CheckConstraint(
                name="predecessor_has_its_relation",
                condition=Q(predecessor__isnull=True, predecessor_relation="")
                | Q(predecessor__isnull=False) & ~Q(predecessor_relation=""),
                violation_error_message=_("Say how it follows the earlier policy."),
            ),
            models.CheckConstraint(
                name="policy_does_not_follow_itself",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("id")),
                violation_error_message=_("A policy cannot follow itself."),
            ),
        ]
        indexes = [
            models.Index(fields=["type", "status"], name="policy_by_type_and_status"),
            models.Index(fields=["-status_since", "id"], name="policy_newest_first"),
        ]

    def __str__(self):
        return f"{self.jurisdiction.full_name}: {self.title}"

    def autocomplete_label(self):
        """Return the words a chooser shows: place, title and status."""
        return f"{self} ({self.get_status_display()})"

    def name_words(self):
        """Return the title with its place and agency."""
        place = f"{self.jurisdiction.full_name} {self.jurisdiction.state_code or ''}"
        kind = f"{self.get_type_display()} {self.get_model_display()}"
        agency = self.shown("agency") or ""
        titles = [f"{title} {place}" for title in self.full_names()]
        return [titles[0], f"{kind} {agency} {place}", *titles[1:]]

    def full_names(self):
        """Return the title, in Spanish too if somebody wrote it."""
        return [self.title, *filter(None, [self.title_es])]

    def told_title(self):
        """Return the title in the reader's language."""
        return self.told("title")

    def told_name(self):
        """Return the title after the place."""
        return self.told_title().after(f"{self.jurisdiction.full_name}: ")

    @property
    def search_weight(self):
        """The newest come first."""
        return self.status_since.toordinal() if self.status_since else 0

    def own_words(self):
        """Return what it says of itself, in our words and its own."""
        texts = (self.summary, self.scope, self.exclusions, self.conditions)
        return [self.title, *texts, self.excerpt]

    def slug_source(self):
        """Return place and title; the address also carries the id."""
        return f"{self.jurisdiction.name} {self.title}"

    def standing_on(self, day):
        """Return where the policy stands on a day, from its events in memory."""
        return status_on(
            [event.dated() for event in self.events.all()], day, self.expires_on
        )

    def kind_words(self, status):
        """Return what it is and where it stands: “287(g) agreement: in force”."""
        return kind_words(self.type, status)

    def derive_fields(self):
        """Set today's status beside the other stored facts.

        Every writer of events goes through here: the editor's form and the loaders
        save the policy that the events belong to. What changes without them, the
        day and the dates of sources, `refresh_status` follows.
        """
        super().derive_fields()
        for event in self.events.all():
            event.set_counts_from()
        standing = self.standing_on(timezone.localdate())
        self.status, self.status_since = standing.status, standing.since

    def get_absolute_url(self):
        """Return the address of the policy's page; the id never changes."""
        return reverse("policy-detail", args=[self.pk, self.slug])
