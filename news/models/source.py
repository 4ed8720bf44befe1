"""Outlets and the articles and documents the record rests on."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from jurisdictions.bilingual import Told
from jurisdictions.models import Dated, Record, RecordQuerySet
from news.articles.addresses import address_key
from news.articles.reprints import fingerprint, whole_hash
from news.enums import OutletKind, SourceKind
from news.models.source_queries import SourceQuerySet


class Outlet(Record):
    """A newspaper, station, news agency or agency site."""

    needs_citation = False

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(
        _("kind"), max_length=12, choices=OutletKind, default=OutletKind.UNKNOWN
    )
    owner = models.CharField(_("owner as reported"), max_length=120, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="outlet_slug_unique")
        ]

    def __str__(self):
        return self.name


class Source(Dated, Record):
    """One article or document. Every field but the kind may be unknown.

    `date` is the published date. `text` is for editors only: it is never shown,
    exported or indexed for the public.
    """

    needs_citation = False
    bilingual = ("description", "extras")
    named_after = ("outlet",)
    is_searched = True
    # Prose of the public page, and what may be missing, in the order editors fill it.
    completable = ("title", "outlet", "byline", "date", "url")
    # What a list of ICE's does without: it has no writer, and ICE is its outlet.
    of_articles = ("title", "outlet", "byline")

    kind = models.CharField(
        _("kind"), max_length=16, choices=SourceKind, default=SourceKind.NEWS
    )
    title = models.CharField(_("headline"), max_length=300, blank=True)
    outlet = models.ForeignKey(
        Outlet,
        verbose_name=_("outlet"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
    )
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    wire = models.ForeignKey(
        Outlet,
        verbose_name=_("from the news agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wire_sources",
        help_text=_("When the outlet carried another's story."),
    )
    published_time = models.TimeField(_("time"), null=True, blank=True)
    published_zone = models.CharField(_("time zone"), max_length=8, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    archive_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    language = models.CharField(_("language"), max_length=8, default="en")
    description = models.CharField(
        _("label"),
        max_length=200,
        blank=True,
        help_text=_("What to call it when the headline is unknown; form, length."),
    )
    description_es = models.CharField(_("label in Spanish"), max_length=200, blank=True)
    extras = models.CharField(
        _("also contains"),
        max_length=200,
        blank=True,
        help_text=_("“The full letter”, “Video, 1:55”"),
    )
    extras_es = models.CharField(
        _("also contains, in Spanish"), max_length=200, blank=True
    )
    editorial_note = models.TextField(
        _("note for editors"), blank=True, help_text=_("Never published.")
    )
    text = models.TextField(
        _("text"), blank=True, help_text=_("For editors only. Never published.")
    )
    # What `url` and `text` are compared by; see `news.articles`.
    address_key = models.CharField(
        max_length=2000, blank=True, editable=False, db_index=True, default=""
    )
    fingerprint = models.CharField(
        max_length=64, blank=True, editable=False, db_index=True
    )
    reprint_of = models.ForeignKey(
        "self",
        verbose_name=_("same story as"),
        on_delete=models.SET_NULL,  # a reprint is a source of its own
        null=True,
        blank=True,
        related_name="reprints",
    )
    related = ParentalManyToManyField(
        "self",
        verbose_name=_("links to"),
        symmetrical=False,
        blank=True,
        related_name="linked_from",
    )

    objects = SourceQuerySet.as_manager()

    search_fields = [*Record.search_fields, index.FilterField("kind")]

    class Meta(Dated.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["slug"], name="source_slug_unique"),
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="source_url_once",
                violation_error_message=_("We already have a source at this address."),
            ),
            models.CheckConstraint(
                name="source_is_no_reprint_of_itself",
                condition=Q(reprint_of__isnull=True) | ~Q(reprint_of=F("id")),
                violation_error_message=_("A source cannot reprint itself."),
            ),
        ]
        indexes = [models.Index(fields=["-date", "-id"], name="source_newest_first")]

    def __str__(self):
        return self.label

    @property
    def phrase_language(self):
        """The language of its words for its date: its own."""
        return self.language

    @property
    def label(self):
        """What to call the source: its headline, else our description of it."""
        return self.title or self.description or str(_("Source without a headline"))

    def told_title(self):
        """Return the headline in its own language, else our label in the reader's."""
        if self.title:
            return Told(self.title, self.language)
        return self.told("description") or super().told_title()

    def published_by(self):
        """Return the outlet if the public may see it, ICE for its lists, else None."""
        of_ice = _("ICE") if self.kind == SourceKind.ICE_LIST else None
        return self.shown("outlet") or of_ice

    def autocomplete_label(self):
        """Return the words a chooser shows: outlet, label, date."""
        outlet = self.outlet.name if self.outlet_id else self.published_by()
        outlet = outlet or _("outlet not known")
        return f"{outlet}: {self.label} ({self.date or _('no date')})"

    def name_words(self):
        """Return headline, label, outlet and byline."""
        outlet = self.shown("outlet") or ""
        return [f"{self.title} {self.description} {outlet} {self.byline}"]

    def full_names(self):
        """Return the headline."""
        return [self.title]

    @property
    def search_weight(self):
        """The newest come first."""
        return self.date.toordinal() if self.date else 0

    def own_words(self):
        """Return headline, label, byline and form; never the text, nor a note."""
        others = [self.description] if self.title else []
        return [self.title or self.description, *others, self.byline, self.extras]

    def missing(self):
        """Return the names of the facts about the source that nobody knows yet."""
        without = self.of_articles if self.kind == SourceKind.ICE_LIST else ()
        return [
            name
            for name in self.completable
            if name not in without and not getattr(self, name)
        ]

    def link(self):
        """Return what was found at its address as it is now, None if nobody looked."""
        check = getattr(self, "link_check", None)
        return check if check and check.address == self.url else None

    def proposed_copy(self):
        """Return the archived copy that was found and nobody took over, or ""."""
        check = self.link()
        return check.archive_found if check and not self.archive_url else ""

    @property
    def entered_on(self):
        """The day the source entered the record; today for one not yet saved."""
        return timezone.localdate(self.created_at or timezone.now())

    def first_reported(self):
        """Return the day it was entered: a source is its own first report."""
        return self.entered_on

    def derive_fields(self):
        """Set what it is compared by and its day beside the other stored facts."""
        super().derive_fields()
        self.set_counts_from()
        self.address_key = address_key(self.url)
        self.fingerprint = whole_hash(self.text)

    def get_absolute_url(self):
        """Return the address of the source's page; the id never changes."""
        return reverse("source-detail", args=[self.pk])


class SentenceQuerySet(models.QuerySet):
    """Hashes of sentences, by which reprints of one story are found."""

    def keep(self, source):
        """Store the sentences of a source's text as it is now."""
        told = fingerprint(source.text).sentences
        rows = self.filter(source=source)
        there = set(rows.values_list("digest", flat=True))
        if gone := there - told:
            rows.filter(digest__in=gone).delete()
        new = [
            Sentence(source=source, digest=digest) for digest in sorted(told - there)
        ]
        self.bulk_create(new, ignore_conflicts=True)

    def sharing(self, text):
        """Return {source id: (common sentences, its own)} for those that share some."""
        told = fingerprint(text).sentences
        found = self.filter(digest__in=told).order_by().values_list("source")
        common = dict(found.annotate(number=models.Count("pk")))
        own = self.filter(source__in=common).order_by().values_list("source")
        sizes = dict(own.annotate(number=models.Count("pk")))
        return {pk: (number, sizes[pk]) for pk, number in common.items()}


class Sentence(models.Model):
    """One sentence of a source's text, as a hash: the text itself cannot be read off.

    `digest` has 64 bits with a sign; see `news.articles.reprints`.
    """

    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="sentences"
    )
    digest = models.BigIntegerField()

    objects = SentenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "source"], name="sentence_once_in_a_source"
            )
        ]

    def __str__(self):
        return str(self.digest)
