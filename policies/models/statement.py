"""Who said or did what about a policy, a vote or a place."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from jurisdictions.models import (
    Agency,
    Body,
    Dated,
    Jurisdiction,
    Official,
    Organization,
    Record,
    RecordQuerySet,
    public,
)
from jurisdictions.models.dates import in_span
from policies.enums import Stance, StatementKind
from policies.models.policy import Policy
from policies.models.signatory import Signatory
from policies.models.vote import Vote


class StatementQuerySet(RecordQuerySet):
    """Statements, narrowed by speaker, place, stance and day."""

    def for_listing(self):
        """Return public statements with speaker, place and matter, newest first.

        A statement has one speaker and few of the rest: joined to it, each would be
        dear to all that have none.
        """
        place = "jurisdiction__state"
        places = Jurisdiction.objects.select_related("state")
        votes = Vote.objects.select_related(f"body__{place}")
        return (
            self.published()
            .prefetch_related(
                "official",
                "organization",
                "via_outlet",
                Prefetch("agency", Agency.objects.select_related(place)),
                Prefetch("body", Body.objects.select_related(place)),
                Prefetch("speaking_place", places),
                Prefetch("jurisdiction", places),
                Prefetch("policy", Policy.objects.select_related(place)),
                Prefetch("vote", votes),
                Prefetch("disputes", Statement.objects.select_related(place)),
                "citations",
                "concerns",
                Prefetch(
                    "signatories",
                    Signatory.objects.published().select_related(
                        "organization", "official"
                    ),
                ),
            )
            .with_source_count()
            .order_by(F("date").desc(nulls_last=True), "-pk")
        )

    def for_export(self, day=None):
        """Return public statements with speakers, signers, matter and sources."""
        return (
            super()
            .for_export(day)
            .with_citations()
            .prefetch_related(
                "official",
                "organization",
                "agency__jurisdiction__state",
                "body__jurisdiction__state",
                "speaking_place__state",
                "jurisdiction__state",
                Prefetch("policy", Policy.objects.as_of(day)),
                "policy__jurisdiction__state",
                Prefetch("vote", Vote.objects.as_of(day)),
                "vote__body__jurisdiction__state",
                Prefetch("disputes", Statement.objects.as_of(day)),
                "disputes__jurisdiction__state",
                "concerns",
                Prefetch(
                    "signatories",
                    Signatory.objects.published().select_related(
                        "organization", "official"
                    ),
                ),
            )
        )

    def for_found(self, ids):
        """Return public statements by id, with what a line about each prints."""
        return super().for_found(ids).select_related("jurisdiction__state")

    def disputing(self, statement):
        """Return the statements that dispute one."""
        return self.filter(disputes=statement)

    def in_states(self, codes):
        """Return statements about these states and the places in them."""
        return self.filter(
            Q(jurisdiction__state__in=codes) | Q(jurisdiction__usps__in=codes)
        )

    def on_policy(self, policy):
        """Return the statements about one policy."""
        return self.filter(policy=policy)

    def on_policy_or_votes(self, policy):
        """Return the statements about one policy or about a public vote on it."""
        votes = Vote.objects.published().on_policy(policy).order_by()
        return self.filter(Q(policy=policy) | Q(vote__in=votes.values("pk")))

    def on_vote(self, vote):
        """Return the statements about one vote."""
        return self.filter(vote=vote)

    def of_places(self, geoids):
        """Return the statements about the places with these GEOIDs."""
        return self.filter(jurisdiction__geoid__in=geoids)

    def located(self, places):
        """Return the statements about some places, given as a query."""
        return self.filter(jurisdiction__in=places.order_by().values("pk"))

    def between(self, since=None, until=None):
        """Return the statements made in a span of days."""
        return self.filter(in_span(since, until))

    def by_organizations(self, slugs):
        """Return what these organizations said, signed or had said for them."""
        return self._by("organization", slugs)

    def by_officials(self, slugs):
        """Return what these officials said, signed or did."""
        return self._by("official", slugs)

    def of_organizations(self):
        """Return what public organizations said, signed or had said for them."""
        signed = Signatory.objects.filter(
            public(Signatory, "organization"), statement=OuterRef("pk")
        )
        return self.filter(public(Statement, "organization") | Exists(signed))

    def _by(self, who, slugs):
        named = {f"{who}__slug__in": slugs, f"{who}__live": True}
        signed = Signatory.objects.filter(statement=OuterRef("pk"), **named)
        return self.filter(Q(**named) | Exists(signed))

    def on_file(self, day):
        """Return the statements made, or first told of, by a day."""
        return self.filter(counts_from__lte=day)

    def disputed(self):
        """Return both sides of every disputed claim."""
        return self.filter(in_dispute())


def in_dispute():
    """Return the condition that a statement disputes another or is disputed."""
    answers = Statement.objects.published().filter(disputes=OuterRef("pk"))
    return public(Statement, "disputes") | Exists(answers)


class Statement(Dated, Record):
    """A quote, letter, post, gathering, claim or silence about a matter.

    Private persons are never named; a speaker whom the source does not name is
    described by `speaker_label`.
    """

    citable_fields = (
        "summary",
        "quote",
        "stance",
        "date",
        "official",
        "organization",
        "on_behalf_of",
        "amount",
        "signatories",
        "concerns",
        "venue",
    )
    bilingual = (
        "title",
        "speaker_label",
        "summary",
        "venue",
        "medium",
        "amount_unit",
    )
    hangs_on = ("jurisdiction",)
    is_searched = True

    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("A few words of our own: “Mayor Woodfin defends the extension”."),
    )
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=18, choices=StatementKind)
    stance = models.CharField(
        _("position"), max_length=20, choices=Stance, default=Stance.NONE
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("about the place"),
        on_delete=models.PROTECT,
        related_name="statements",
        help_text=_("The place on whose page it shows."),
    )
    policy = models.ForeignKey(
        Policy,
        verbose_name=_("about the agreement or policy"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    vote = models.ForeignKey(
        Vote,
        verbose_name=_("about the vote"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text=_("Who speaks, or for whom the official speaks."),
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    body = models.ForeignKey(
        Body,
        verbose_name=_("body"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    speaking_place = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place that speaks"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="institutional_statements",
        help_text=_("For a statement of a city or state as such."),
    )
    speaker_label = models.CharField(
        _("speaker as described"),
        max_length=160,
        blank=True,
        help_text=_("When the source names nobody: “a city attorney”."),
    )
    speaker_label_es = models.CharField(
        _("speaker as described, in Spanish"), max_length=160, blank=True
    )
    summary = models.TextField(
        _("what was said or done"), help_text=_("In our own words.")
    )
    summary_es = models.TextField(_("what was said or done, in Spanish"), blank=True)
    quote = models.TextField(
        _("short quotation"), blank=True, help_text=_("A few words, as printed.")
    )
    venue = models.CharField(_("where"), max_length=200, blank=True)
    venue_es = models.CharField(_("where, in Spanish"), max_length=200, blank=True)
    medium = models.CharField(
        _("medium"), max_length=120, blank=True, help_text=_("“Tweet”, “60 Minutes”")
    )
    medium_es = models.CharField(_("medium in Spanish"), max_length=120, blank=True)
    via_outlet = models.ForeignKey(
        "news.Outlet",
        verbose_name=_("first reported by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="first_reports",
        help_text=_("The outlet our source took it from."),
    )
    is_allegation = models.BooleanField(
        _("allegation"), default=False, help_text=_("A claim that somebody did wrong.")
    )
    disputes = models.ForeignKey(
        "self",
        verbose_name=_("disputes"),
        on_delete=models.SET_NULL,  # the answer stands without the claim
        null=True,
        blank=True,
        related_name="disputed_by",
    )
    amount_from = models.DecimalField(
        _("number"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    amount_to = models.DecimalField(
        _("up to"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    amount_unit = models.CharField(
        _("of what"), max_length=80, blank=True, help_text=_("“US dollars”, “counties”")
    )
    amount_unit_es = models.CharField(
        _("of what, in Spanish"), max_length=80, blank=True
    )
    amount_is_approximate = models.BooleanField(_("approximate"), default=False)

    objects = StatementQuerySet.as_manager()

    search_fields = [*Record.search_fields, index.FilterField("stance")]

    class Meta(Dated.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["slug"], name="statement_slug_unique"),
            models.CheckConstraint(
                name="statement_has_a_speaker",
                condition=Q(official__isnull=False)
                | Q(organization__isnull=False)
                | Q(agency__isnull=False)
                | Q(body__isnull=False)
                | Q(speaking_place__isnull=False)
                | ~Q(speaker_label=""),
                violation_error_message=_("Say who speaks, in the source's words."),
            ),
            models.CheckConstraint(
                name="statement_amount_in_order",
                condition=Q(amount_from__isnull=True, amount_to__isnull=True)
                | Q(amount_from__gte=0, amount_to__isnull=True)
                # Said of both: a CHECK lets a comparison with NULL pass.
                | Q(
                    amount_from__isnull=False,
                    amount_to__isnull=False,
                    amount_from__gte=0,
                    amount_to__gte=F("amount_from"),
                ),
                violation_error_message=_(
                    "A number is not negative, and its upper end is not below it."
                ),
            ),
            models.CheckConstraint(
                name="statement_does_not_dispute_itself",
                condition=Q(disputes__isnull=True) | ~Q(disputes=F("id")),
                violation_error_message=_("A statement cannot dispute itself."),
            ),
        ]
        indexes = [models.Index(fields=["-date", "-id"], name="statement_newest_first")]

    def __str__(self):
        return self.title

    @property
    def speakers(self):
        """The published records that speak, most particular first."""
        rows = (
            self.official,
            self.organization,
            self.agency,
            self.body,
            self.speaking_place,
        )
        return [row for row in rows if row is not None and row.is_public]

    def speaker_names(self):
        """Return who speaks, as a page in the reader's language names them."""
        names = [str(row) for row in self.speakers]
        if self.speaker_label:
            names.append(self.told("speaker_label").plain)
        return names

    def autocomplete_label(self):
        """Return the words a chooser shows: title, place and date."""
        return f"{self.title} ({self.jurisdiction}, {self.date or '–'})"

    def name_words(self):
        """Return the title with its place and speakers."""
        names = " ".join(str(row) for row in self.speakers)
        place = self.jurisdiction.full_name
        titles = [f"{title} {place}" for title in self.full_names()]
        return [titles[0], names, *titles[1:]]

    def full_names(self):
        """Return the title, in Spanish too if somebody wrote it."""
        return [self.title, *filter(None, [self.title_es])]

    def told_title(self):
        """Return the title in the reader's language."""
        return self.told("title")

    @property
    def search_weight(self):
        """The newest come first."""
        return self.date.toordinal() if self.date else 0

    def own_words(self):
        """Return the title, what was said, and the quotation."""
        return [self.title, self.summary, self.quote]

    def derive_fields(self):
        """Set the day the statement counts from beside the other stored facts."""
        super().derive_fields()
        self.set_counts_from()

    def get_absolute_url(self):
        """Return the address of the statement's page; the id never changes."""
        return reverse("statement-detail", args=[self.pk, self.slug])
