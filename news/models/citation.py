"""Citations: one claim, one source, exactly one record."""

from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, Min, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from jurisdictions.bilingual import Told
from jurisdictions.models import (
    Agency,
    Body,
    Jurisdiction,
    Official,
    Organization,
    public,
)
from jurisdictions.models.record_queries import BOOKKEEPING
from jurisdictions.models.words import FoundQuerySet
from news.enums import Bearing
from news.models.source import Source
from policies.models import CourtCase, Policy, PolicyEvent, Statement, Vote

# The fields of which one names the record that a citation supports.
TARGETS = (
    "jurisdiction",
    "agency",
    "body",
    "official",
    "organization",
    "policy",
    "event",
    "vote",
    "statement",
    "case",
)


def target(model):
    """Return the key to one kind of record; a citation goes with its record."""
    return ParentalKey(
        model,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
    )


def exactly_one_target():
    """Return the condition that a citation supports one record and no more."""
    return reduce(
        or_,
        (
            Q(**{f"{name}__isnull": name != chosen for name in TARGETS})
            for chosen in TARGETS
        ),
    )


class CitationQuerySet(FoundQuerySet):
    """Citations; public only when their source and their record are."""

    def published(self):
        """Return the citations of public records by public sources.

        Each kind of record is looked up by its key: joined, all kinds at once, they are
        more tables than PostgreSQL plans well.
        """
        shown = (
            Exists(
                self.model._meta.get_field(name)
                .related_model.objects.published()
                .order_by()
                .filter(pk=OuterRef(name))
            )
            for name in TARGETS
        )
        return self.filter(reduce(or_, shown), public(Citation, "source"))

    def for_export(self):
        """Return citations with source and outlet, and of both what columns tell."""
        return self.defer(
            "source__text",
            "source__editorial_note",
            *(f"source__{name}" for name in BOOKKEEPING),
            *(f"source__outlet__{name}" for name in BOOKKEEPING),
        )

    def saying(self, words):
        """Return the public citations with some words in what their sources say."""
        return self.published().mentioning(words)

    def for_found(self, ids):
        """Return public citations by id, in the order of their sources."""
        if not ids:
            return []
        rows = self.filter(pk__in=ids, source__live=True)
        rows = list(rows.order_by(F("paragraph").asc(nulls_last=True), "pk"))
        # Asked kind by kind, for one question with every kind in it takes longer.
        public = {}
        for name in TARGETS:
            if named := {getattr(row, f"{name}_id") for row in rows} - {None}:
                model = self.model._meta.get_field(name).related_model
                shown = model.objects.published().filter(pk__in=named)
                public[name] = set(shown.values_list("pk", flat=True))
        return [
            row
            for row in rows
            if any(getattr(row, f"{name}_id") in ids for name, ids in public.items())
        ]

    def resting(self, records):
        """Return the citations of some records of one kind, and of their parts."""
        model = type(records[0])
        own = model._meta.get_field("citations").field.name
        condition = Q(**{f"{own}__in": records})
        for path in model.further_citations:
            condition |= Q(**{f"{path}__in": records})
        return self.filter(condition).for_index()

    def for_index(self):
        """Return citations with what tells whether they are public."""
        return self.with_targets()

    def with_targets(self):
        """Return citations with the record each supports."""
        return self.select_related(
            "jurisdiction__state",
            "agency__jurisdiction__state",
            "body__jurisdiction__state",
            "official",
            "organization",
            "policy__jurisdiction__state",
            "event__policy__jurisdiction__state",
            "vote__body__jurisdiction__state",
            "statement__jurisdiction__state",
            "case__jurisdiction__state",
        )

    def of_source(self, source):
        """Return what rests on a source, in the order of its paragraphs."""
        return (
            self.published()
            .filter(source=source)
            .with_targets()
            .order_by(F("paragraph").asc(nulls_last=True), "pk")
        )

    def contradicting(self):
        """Return the citations in which a public source says otherwise."""
        return self.filter(bearing=Bearing.CONTRADICTS, source__live=True)

    def with_passage(self):
        """Annotate what makes two citations of one source the same passage.

        `said` is the quotation or the value as reported, `against` whether the
        source says otherwise; the twin of `news.claims.passage_of`.
        """
        return self.annotate(
            said=Case(
                When(quote="", then=F("value_reported")),
                default=F("quote"),
                output_field=models.TextField(),
            ),
            against=models.ExpressionWrapper(
                Q(bearing=Bearing.CONTRADICTS), output_field=models.BooleanField()
            ),
        )

    def by_passage(self):
        """Return (said, paragraph, speaker, against) of each passage, in order."""
        parts = ("said", "paragraph", "speaker", "against")
        return (
            self.with_passage()
            .order_by()
            .values(*parts)
            .annotate(first=Min("pk"))
            .order_by(F("paragraph").asc(nulls_last=True), "first")
            .values_list(*parts)
        )

    def of_passages(self, passages):
        """Return the citations that may be of some passages, and few others."""
        said, paragraphs, _speakers, _against = zip(*passages, strict=True)
        return self.with_passage().filter(
            Q(paragraph__in=filter(None, paragraphs)) | Q(paragraph__isnull=True),
            said__in=said,
        )


class CitationManager(models.Manager.from_queryset(CitationQuerySet)):
    """Citations always come with their source and outlet: no page prints less.

    Being the default manager it also serves every `prefetch_related("citations")`,
    in one query and without the sources' private text.
    """

    def get_queryset(self):
        """Return citations with source and outlet, the private text left behind."""
        return (
            super()
            .get_queryset()
            .select_related("source__outlet")
            .defer("source__text", "source__editorial_note")
        )


class Citation(models.Model):
    """One claim of a record and the place in a source that bears on it."""

    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,  # a cited source is never removed
        related_name="citations",
    )
    jurisdiction = target(Jurisdiction)
    agency = target(Agency)
    body = target(Body)
    official = target(Official)
    organization = target(Organization)
    policy = target(Policy)
    event = target(PolicyEvent)
    vote = target(Vote)
    statement = target(Statement)
    case = target(CourtCase)
    field = models.CharField(
        _("what it supports"),
        max_length=40,
        blank=True,
        help_text=_("One field of the record; empty for the record as a whole."),
    )
    bearing = models.CharField(
        _("bearing"), max_length=11, choices=Bearing, default=Bearing.SUPPORTS
    )
    value_reported = models.CharField(
        _("value as reported"),
        max_length=300,
        blank=True,
        help_text=_("When the source gives another value or other words."),
    )
    quote = models.TextField(
        _("short quotation"), blank=True, help_text=_("A few words, as printed.")
    )
    paragraph = models.PositiveSmallIntegerField(_("paragraph"), null=True, blank=True)
    speaker = models.CharField(
        _("who says it there"),
        max_length=160,
        blank=True,
        help_text=_("When the source attributes it."),
    )
    sort_order = models.IntegerField(default=0, editable=False)
    sort_order_field = "sort_order"

    # What an editor fills in, on the form of any record.
    panels = [
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("field"), FieldPanel("bearing")]),
        FieldPanel("quote"),
        FieldRowPanel(
            [
                FieldPanel(
                    "paragraph",
                    help_text=_("In one of ICE's lists: the number of the row."),
                ),
                FieldPanel("speaker"),
                FieldPanel("value_reported"),
            ]
        ),
    ]

    objects = CitationManager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["sort_order"]  # the editor's sequence, kept by the inline panel
        constraints = [
            models.CheckConstraint(
                name="citation_has_exactly_one_target",
                condition=exactly_one_target(),
                violation_error_message=_("A citation supports exactly one record."),
            )
        ]

    def __str__(self):
        return f"{self.source}: {self.field or _('the record')}"

    # What `RecordWords` asks of a record: a citation has no name to be found by.
    is_searched, names_may_slip, hangs_on = True, False, ("source", *TARGETS)
    lookup, search_weight = "", 0

    @property
    def is_public(self):
        """Whether the public may see it: its source and its record."""
        return self.source.is_public and self.record.is_public

    is_found = is_public

    def full_names(self):
        """Return no name: a citation has none."""
        return []

    def twins(self):
        """Return no words of ours in Spanish: it has none in English either."""
        return []

    def in_its_words(self):
        """Return the quotation, else the value as reported, in its own language.

        Words of ours, in a citation that is stored nowhere, know theirs already.
        """
        words = self.quote or self.value_reported
        return words if isinstance(words, Told) else Told(words, self.source.language)

    def told_otherwise(self):
        """Return the value as reported, else the quotation, in its own language."""
        return Told(self.value_reported or self.quote, self.source.language)

    def own_words(self):
        """Return what the source says, and who says it there."""
        return [self.quote, self.value_reported, self.speaker]

    @property
    def target(self):
        """The record the citation supports."""
        return next(
            getattr(self, name)
            for name in TARGETS
            if getattr(self, f"{name}_id") is not None
        )

    @property
    def record(self):
        """The record with an address: an event's policy, else the target."""
        return self.event.policy if self.event_id else self.target

    @property
    def contradicts(self):
        """Whether the source says otherwise than the record."""
        return self.bearing == Bearing.CONTRADICTS

    def clean(self):
        """Refuse a field that the record does not have.

        :raises ValidationError: naming the fields it has.
        """
        super().clean()
        target = next(
            (row for name in TARGETS if (row := getattr(self, name, None))), None
        )
        if target is not None and self.field:
            fields = type(target).citable_fields
            if self.field not in fields:
                raise ValidationError(
                    {"field": _("Choose one of: %s.") % ", ".join(fields)}
                )
