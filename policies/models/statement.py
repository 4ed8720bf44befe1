"""Who said or did what about a policy, a vote or a place."""

from django.db import models
from django.db.models import F, Q
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
)
from policies.enums import Stance, StatementKind
from policies.models.policy import Policy
from policies.models.statement_queries import StatementQuerySet
from policies.models.vote import Vote


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
    named_after = (
        *("jurisdiction", "official", "organization"),
        *("agency", "body", "speaking_place"),
    )
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
