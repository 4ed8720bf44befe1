"""Court cases about a policy or a law."""

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.models import (
    Agency,
    Bilingual,
    Dated,
    Jurisdiction,
    Organization,
    Record,
    RecordQuerySet,
    reported,
)
from jurisdictions.models.dates import (
    earliest_report,
    precision_agrees,
    precision_field,
)
from policies.enums import CaseClaim, CaseStatus, PartyRole
from policies.models.policy import Policy


class CourtCaseQuerySet(RecordQuerySet):
    """Court cases with the place they concern."""

    def on_policy(self, policy):
        """Return the cases about one policy."""
        return self.filter(policy=policy)

    def on_file(self, day):
        """Return the cases filed, or of which a source had told, by a day."""
        return self.filter(Q(filed_on__lte=day) | reported(self.model, day))

    def for_listing(self):
        """Return public cases with parties, events and sources, newest first."""
        return (
            self.published()
            .select_related("jurisdiction__state", "policy__jurisdiction__state")
            .prefetch_related(
                "citations",
                "events",
                Prefetch(
                    "parties",
                    CaseParty.objects.select_related(
                        "jurisdiction__state",
                        "agency__jurisdiction__state",
                        "organization",
                    ),
                ),
            )
            .order_by(models.F("filed_on").desc(nulls_last=True), "pk")
        )

    def for_export(self, day=None):
        """Return public cases with parties, steps, matter and sources."""
        parties = CaseParty.objects.select_related(
            "jurisdiction__state", "agency__jurisdiction__state", "organization"
        )
        rows = super().for_export(day).with_citations()
        return rows.prefetch_related(
            "jurisdiction__state",
            Prefetch("policy", Policy.objects.as_of(day)),
            "policy__jurisdiction__state",
            "events",
            Prefetch("parties", parties),
        )


class CourtCase(Record):
    """A case before a court, or a court's word that somebody seeks."""

    citable_fields = (
        "caption",
        "court",
        "docket",
        "filed_on",
        "claim",
        "status",
        "summary",
        "parties",
    )
    bilingual = ("title", "summary")
    hangs_on = ("jurisdiction",)
    named_after = ("jurisdiction",)
    slug_scope = "jurisdiction"

    caption = models.CharField(
        _("caption"),
        max_length=200,
        blank=True,
        help_text=_("“A v. B”; empty when no source gives it."),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("What it is about, in our words.")
    )
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    court = models.CharField(_("court"), max_length=160, blank=True)
    docket = models.CharField(_("docket number"), max_length=80, blank=True)
    filed_on = models.DateField(_("filed"), null=True, blank=True)
    filed_precision = precision_field(verbose_name=_("how much of it is known"))
    claim = models.CharField(
        _("what is asked"), max_length=20, choices=CaseClaim, default=CaseClaim.UNKNOWN
    )
    status = models.CharField(
        _("status"), max_length=14, choices=CaseStatus, default=CaseStatus.UNKNOWN
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("In our own words.")
    )
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        related_name="court_cases",
    )
    policy = models.ForeignKey(
        Policy,
        verbose_name=_("agreement, policy or law at issue"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="court_cases",
    )

    objects = CourtCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("court case")
        verbose_name_plural = _("court cases")
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"], name="case_slug_unique_in_place"
            ),
            precision_agrees(
                "filed_on", "filed_precision", "case_filed_precision_agrees"
            ),
        ]

    def __str__(self):
        return self.caption or self.title

    def told_title(self):
        """Return the caption as it is, else the title in the reader's language."""
        return super().told_title() if self.caption else self.told("title")

    def status_on(self, day):
        """Return where the case stood on a day, from its steps in memory.

        The editor's status stands for today, and for a case without dated steps.
        """
        steps = [step for step in self.events.all() if step.counts_from]
        known = [step for step in steps if step.counts_from <= day]
        if not steps or len(known) == len(steps):
            return CaseStatus(self.status)
        last = max(known, key=lambda step: (step.counts_from, step.pk), default=None)
        return CaseStatus(last.status) if last else CaseStatus.UNKNOWN

    def name_words(self):
        """Return caption, title and docket with the place."""
        return [
            f"{self.caption} {self.title} {self.docket} {self.jurisdiction.full_name}"
        ]

    def get_absolute_url(self):
        """Return the case's entry on the page of its place."""
        return f"{self.jurisdiction.get_absolute_url()}#case-{self.slug}"


class CaseParty(Bilingual):
    """Somebody who takes a side in a court case."""

    bilingual = ("name",)

    case = ParentalKey(CourtCase, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(_("side"), max_length=9, choices=PartyRole)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_roles",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_roles",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_roles",
    )
    name = models.CharField(
        _("name as reported"),
        max_length=160,
        blank=True,
        help_text=_("Never that of a private person."),
    )
    name_es = models.CharField(
        _("name as reported, in Spanish"), max_length=160, blank=True
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            models.CheckConstraint(
                name="case_party_is_somebody",
                condition=Q(jurisdiction__isnull=False)
                | Q(agency__isnull=False)
                | Q(organization__isnull=False)
                | ~Q(name=""),
                violation_error_message=_("Say who takes the side."),
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.named}"

    @property
    def named(self):
        """The party's name: the published record's, else as reported."""
        return self.record_name() or self.name

    def record_name(self):
        """Return the name of the published record that is the party, or none."""
        rows = (self.jurisdiction, self.agency, self.organization)
        return next((str(row) for row in rows if row and row.is_public), "")

    def told_name(self):
        """Return the party's name, in the reader's language if it is in our words."""
        return self.record_name() or self.told("name")


class CaseEvent(Bilingual, Dated):
    """A step of a court case; its sources are those of the case."""

    bilingual = ("note",)

    case = ParentalKey(CourtCase, on_delete=models.CASCADE, related_name="events")
    status = models.CharField(_("status"), max_length=14, choices=CaseStatus)
    note = models.CharField(_("in our words"), max_length=300, blank=True)
    note_es = models.CharField(
        _("in our words, in Spanish"), max_length=300, blank=True
    )

    class Meta(Dated.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self):
        return f"{self.get_status_display()} {self.date or ''}".strip()

    def first_reported(self):
        """Return the day of the case's earliest source, or None."""
        return earliest_report(self.case.citations.all())

    def save(self, *args, **kwargs):
        """Save the step with the day it counts from."""
        self.set_counts_from()
        super().save(*args, **kwargs)
