"""People in a public role, and the offices they held."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from jurisdictions.enums import Office, Precision
from jurisdictions.models.agency import Agency
from jurisdictions.models.bilingual import Bilingual
from jurisdictions.models.body import Body
from jurisdictions.models.dates import (
    earliest_report,
    precision_agrees,
    precision_field,
)
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.organization import Organization
from jurisdictions.models.record import Record
from jurisdictions.models.record_queries import RecordQuerySet, public, reported

# From a term of office to the place it is of.
OF_OFFICE = ("jurisdiction", "agency__jurisdiction", "body__jurisdiction")
# From an official to what they did or said, and from there to what has its day.
DEEDS = {
    "statements": "",
    "signatures__statement": "",
    "policy_roles__policy": "events__",
    "ballots__vote": "",
    "motions_moved": "",
    "motions_seconded": "",
}


class OfficialQuerySet(RecordQuerySet):
    """Officials with their terms of office."""

    def for_listing(self):
        """Return public officials by surname."""
        return (
            self.published()
            .prefetch_related(
                Prefetch("terms", Term.objects.with_offices()),
                "citations",
            )
            .order_by("family_name", "given_name", "pk")
        )

    def for_export(self, day=None):
        """Return public officials with their terms and sources."""
        rows = super().for_export(day).with_citations()
        return rows.prefetch_related(Prefetch("terms", Term.objects.with_offices()))

    def for_index(self):
        """Return officials with the offices that they are found by."""
        terms = Prefetch("terms", Term.objects.with_offices())
        return super().for_index().prefetch_related(terms)

    def for_found(self, ids):
        """Return public officials by id, with their offices."""
        terms = Prefetch("terms", Term.objects.with_offices())
        return super().for_found(ids).prefetch_related(terms)

    def in_offices(self, offices):
        """Return those who held one of these offices."""
        return self._with_terms(Q(office__in=offices))

    def in_states(self, codes):
        """Return the officials of these states and of the places in them."""
        return self._with_terms(
            self._at("state__in", codes) | self._at("usps__in", codes)
        )

    def of_places(self, geoids):
        """Return the officials of the places with these GEOIDs."""
        return self._with_terms(self._at("geoid__in", geoids))

    def located(self, places):
        """Return the officials of some places, given as a query."""
        return self._with_terms(self._at("in", places.order_by().values("pk")))

    def offices_held(self):
        """Return (id, office) of everybody's offices."""
        return Term.objects.values_list("official", "office").order_by().distinct()

    def states_served(self):
        """Return (id, postal code) of the states in which each held an office."""
        codes = [
            Term.objects.order_by()
            .annotate(code=Coalesce(f"{path}__usps", f"{path}__state"))
            .filter(code__isnull=False)
            .values_list("official", "code")
            for path in OF_OFFICE
        ]
        return codes[0].union(*codes[1:])

    def known_by(self, day):
        """Return those told of, in an office, or on file for a deed, by a day."""
        placed = Q(start__lte=day) | Q(start__isnull=True, described_on__lte=day)
        return self.filter(
            reported(self.model, day)
            | Exists(self._terms().filter(placed))
            | self._acting_by(day)
        )

    def _acting_by(self, day):
        """Return the condition of a public deed or word on file by a day."""
        rows, found = self.model.objects.order_by(), Q()
        for path, counted in DEEDS.items():
            then = Q(**{f"{path}__{counted}counts_from__lte": day})
            found |= Q(pk__in=rows.filter(public(self.model, path), then).values("pk"))
        return found

    def _at(self, lookup, value):
        return reduce(or_, (Q(**{f"{path}__{lookup}": value}) for path in OF_OFFICE))

    def _with_terms(self, condition):
        return self.filter(Exists(self._terms().filter(condition)))

    def _terms(self):
        return Term.objects.filter(official=OuterRef("pk"))


class Official(Record):
    """A person in a public role only; never a private person.

    A surname alone is allowed when that is all a source gives.
    """

    named_after = tuple(
        f"terms__{name}" for name in ("organization", "agency", "body", "jurisdiction")
    )
    is_searched = names_may_slip = True
    citable_fields = ("name", "terms")

    given_name = models.CharField(_("given names"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=80)
    suffix = models.CharField(
        _("suffix"), max_length=10, blank=True, help_text=_("“Sr.”, “III”")
    )

    objects = OfficialQuerySet.as_manager()

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="official_slug_unique")
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name as printed: “William Bell Sr.”."""
        return " ".join(filter(None, [self.given_name, self.family_name, self.suffix]))

    def autocomplete_label(self):
        """Return the words a chooser shows: name and offices."""
        offices = "; ".join(term.described for term in self.terms.all())
        return f"{self.name} ({offices})" if offices else self.name

    def name_words(self):
        """Return the name with the offices held."""
        # Sorted: a form, a loader and the database give terms in orders of their own.
        offices = sorted(f"{self.name} {term.described}" for term in self.terms.all())
        return [self.name, *offices]

    def full_names(self):
        """Return the name."""
        return [self.name]

    def own_words(self):
        """Return the name; the offices are among the names."""
        return [self.name]

    def get_absolute_url(self):
        """Return the address of the official's page."""
        return reverse("official-detail", args=[self.slug])


class TermQuerySet(models.QuerySet):
    """Terms of office; public only through their official."""

    def with_offices(self):
        """Return terms with what their description names, oldest first."""
        return self.select_related(
            "jurisdiction__state",
            "agency__jurisdiction__state",
            "body__jurisdiction__state",
            "organization",
        ).order_by("start", "described_on", "pk")

    def place_ids(self):
        """Return the ids of the places in which some of the terms are served."""
        holders = ("jurisdiction", "agency__jurisdiction", "body__jurisdiction")
        rows = self.order_by().values_list(*holders).distinct()
        return {pk for row in rows for pk in row if pk is not None}

    def of_place(self, jurisdiction):
        """Return the terms of a place's public officials, with their sources."""
        return (
            self.with_offices()
            .filter(official__live=True)
            .filter(
                Q(jurisdiction=jurisdiction)
                | Q(agency__jurisdiction=jurisdiction)
                | Q(body__jurisdiction=jurisdiction)
            )
            .select_related("official")
            .prefetch_related("official__citations")
        )


class Term(Bilingual):
    """An office an official held: from, to, or as a source described it on a day."""

    bilingual = ("title",)

    official = ParentalKey(Official, on_delete=models.CASCADE, related_name="terms")
    office = models.CharField(_("office"), max_length=16, choices=Office)
    title = models.CharField(
        _("title as reported"),
        max_length=160,
        blank=True,
        help_text=_("“Chair, public safety committee”"),
    )
    title_es = models.CharField(_("title in Spanish"), max_length=160, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
    )
    body = models.ForeignKey(
        Body,
        verbose_name=_("body"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        help_text=_("For somebody who speaks for an organization."),
    )
    start = models.DateField(_("from"), null=True, blank=True)
    start_precision = precision_field(verbose_name=_("how much of it is known"))
    end = models.DateField(_("to"), null=True, blank=True)
    end_precision = precision_field(verbose_name=_("how much of it is known"))
    described_on = models.DateField(
        _("described so on"),
        null=True,
        blank=True,
        help_text=_("The date of the source, where it gives no dates of office."),
    )
    former = models.BooleanField(
        _("described as former"),
        default=False,
        help_text=_("The source names the office as one held in the past."),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints = [
            models.CheckConstraint(
                name="term_ends_after_it_starts",
                # An end known by its year alone is stored as January 1 of it.
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=F("start"))
                | (~Q(end_precision=Precision.DAY) & Q(end__year=F("start__year"))),
                violation_error_message=_("The term ends before it starts."),
            ),
            precision_agrees("start", "start_precision", "term_start_precision_agrees"),
            precision_agrees("end", "end_precision", "term_end_precision_agrees"),
            models.CheckConstraint(
                name="term_is_of_something",
                condition=Q(jurisdiction__isnull=False)
                | Q(agency__isnull=False)
                | Q(body__isnull=False)
                | Q(organization__isnull=False),
                violation_error_message=_(
                    "Say of which place, agency, body or organization."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.official}: {self.described}"

    @property
    def described(self):
        """The office in words: “Mayor, Birmingham, Alabama”.

        Names only what is published: a draft agency is not told of here either.
        """
        office = self.title or self.get_office_display()
        return f"{office}, {self.where}" if self.where else str(office)

    def told_office(self):
        """Return the title as reported, in the reader's language, else the office."""
        return self.told("title") or self.get_office_display()

    @property
    def where(self):
        """What the office is of, if the public may see it, most particular first."""
        places = (self.organization, self.agency, self.body, self.jurisdiction)
        return next((place for place in places if place and place.is_public), None)

    def seat(self):
        """Return what is held, so that two holders of one office can be told."""
        if self.agency_id:
            return (self.office, "agency", self.agency_id)
        if self.body_id:
            return (self.office, "body", self.body_id)
        return (self.office, "place", self.jurisdiction_id or self.organization_id)

    @property
    def reported_on(self):
        """The day the official's sources are known from; None for a past office.

        What is left for an office that only a source without a date tells of. Reads
        the official's citations, which `for_place` has fetched.
        """
        return None if self.former else earliest_report(self.official.citations.all())
