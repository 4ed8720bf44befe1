"""Agreements and policies: what a place agreed with ICE, or how it limits that."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from jurisdictions.models import Agency, Jurisdiction, Record
from policies.derive import status_on
from policies.enums import (
    AuthorityPath,
    DetainerPractice,
    Direction,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
)
from policies.grammar import kind_words
from policies.models.policy_queries import PolicyQuerySet


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
    named_after = ("jurisdiction", "agency")
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
