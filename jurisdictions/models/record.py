"""What every record is: a Wagtail snippet with drafts, an address and citations."""

from functools import reduce
from operator import add

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Coalesce, TruncDate
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from config.languages import bare
from jurisdictions.bilingual import ENGLISH, Told, readers_language
from jurisdictions.derive import fold_name, spellings
from jurisdictions.models.bilingual import Bilingual
from jurisdictions.models.choices import Worded
from jurisdictions.models.version import RecordVersion
from jurisdictions.models.words import (
    FoundQuerySet,
    RecordWords,
    above,
    name_followers,
)

# What Wagtail and the search keep beside a record; days take long to read.
BOOKKEEPING = (
    "lookup",
    "created_at",
    "updated_at",
    "first_published_at",
    "last_published_at",
    "go_live_at",
    "expire_at",
    "locked_at",
)


def public(model, path=""):
    """Return the condition on a model's rows that the public may see a record.

    A record is public when it is live and so is every record it hangs on: a policy's
    place and the state of that place. `path` leads to the record from the rows, such
    as "bodies__votes" from places; without one it is the row itself.
    """
    record, start = model, f"{path}__" if path else ""
    for name in filter(None, path.split("__")):
        record = record._meta.get_field(name).related_model
    condition = models.Q(**{f"{start}live": True})
    for name in record.hangs_on:
        parent = record._meta.get_field(name)
        if parent.related_model is record:  # a state, which lies in none itself
            above = models.Q(**{f"{start}{name}__live": True})
        else:
            above = public(model, f"{start}{name}")
        if parent.null:
            above |= models.Q(**{f"{start}{name}__isnull": True})
        condition &= above
    return condition


def lead_on(before, after):
    """Let a published address that changed lead to the new one for good.

    An entry on another page (`…#agency-police`) moves with that page. An editor may
    work in any language; what leads on is the address that all of them share.
    """
    before, after = bare(before), bare(after)
    if before == after or "#" in before:
        return
    old, new = Redirect.normalise_path(before), Redirect.normalise_path(after)
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(redirect_link=before).update(redirect_link=after)
    Redirect.objects.update_or_create(
        old_path=old, site=None, defaults={"redirect_link": after, "is_permanent": True}
    )


def led_on(addresses):
    """Return {address: the one it leads to} for those that a record had before."""
    asked = {Redirect.normalise_path(address): address for address in addresses}
    found = Redirect.objects.filter(old_path__in=asked, site=None)
    return {asked[row.old_path]: row.redirect_link for row in found}


def has_word(word):
    """Return the condition that a row's names contain a word, short or in full."""
    first, *others = spellings(word)
    found = models.Q(lookup__contains=first)
    for other in others:
        found |= models.Q(lookup__startswith=f"{other} ")
        found |= models.Q(lookup__contains=f" {other} ")
    return found


def reported(model, day):
    """Return the condition that a public source had told of a record by a day."""
    told = model.objects.order_by().filter(
        citations__source__live=True, citations__source__counts_from__lte=day
    )
    return models.Q(pk__in=told.values("pk"))


class RecordQuerySet(FoundQuerySet):
    """Rows of one record type; `published` is the only door to public ones."""

    def published(self):
        """Return the rows the public may see, now."""
        return self.filter(public(self.model))

    def for_listing(self):
        """Return public rows with what a listing prints, in a total order."""
        return self.published().order_by("pk")

    def for_detail(self):
        """Return public rows with what their own page prints."""
        return self.for_listing()

    def for_export(self, day=None):
        """Return public rows with all that their columns tell, on a day if told.

        In a total order. What many rows share, such as a state, is fetched for itself
        and so made once; joined to each row it would be made again for each. What can
        be more than the rows, as sources are, is joined: SQLite takes no condition
        of a thousand parts.
        """
        return self.published().without_bookkeeping().order_by("pk")

    def with_citations(self, *relations):
        """Prefetch the citations of the rows, and of what hangs on them."""
        citations = self.model._meta.get_field("citations").related_model
        paths = ("citations", *(f"{name}__citations" for name in relations))
        return self.prefetch_related(
            *(models.Prefetch(p, citations.objects.for_export()) for p in paths)
        )

    def without_bookkeeping(self):
        """Leave in the database what no column of an export tells."""
        return self.defer(*BOOKKEEPING)

    def of_place(self, place):
        """Return the rows of one jurisdiction."""
        return self.filter(jurisdiction=place)

    def place_ids(self):
        """Return the ids of the places that have some of the rows."""
        return set(self.order_by().values_list("jurisdiction", flat=True).distinct())

    def of_each(self, places):
        """Return the rows of several jurisdictions."""
        return self.filter(jurisdiction__in=places)

    def named_like(self, words):
        """Return rows whose names, aliases or state contain every word of a text.

        No text narrows nothing; one without a letter or digit names none.
        """
        if not words.strip():
            return self
        folded = fold_name(words).split()
        rows = self if folded else self.none()
        for word in folded:
            rows = rows.filter(has_word(word))
        return rows

    def sought(self, words):
        """Return the rows a text may mean, in the order they are offered."""
        return self.named_like(words)

    def as_of(self, day):
        """Return the rows on file by a day, all of them without one."""
        return self.on_file(day) if day else self

    def told_by(self, day):
        """Return the rows of which a public source had told by a day, all for none."""
        return self.filter(reported(self.model, day)) if day else self

    def unchecked_since(self, day):
        """Return the rows that nobody compared with their sources after a day.

        One that was never compared was looked at on the day it was entered.
        """
        looked_at = Coalesce("last_checked_on", TruncDate("created_at"))
        return self.alias(looked_at=looked_at).filter(looked_at__lte=day)

    def on_one_source(self):
        """Return the rows that rest on one published source alone."""
        return self.with_source_count().filter(source_count=1)

    def names_by_slug(self, slugs):
        """Return (slug, name) of the public rows with these slugs."""
        rows = self.named().filter(slug__in=slugs)
        return [(row.slug, row.told_name()) for row in rows]

    def names_by_id(self, ids):
        """Return (id, name) of the public rows with these ids, given as text."""
        numbers = [int(text) for text in ids if text.isascii() and text.isdecimal()]
        numbers = [number for number in numbers if number < 2**63]
        rows = self.named().filter(pk__in=numbers)
        return [(row.pk, row.told_name()) for row in rows]

    def named(self):
        """Return public rows with no more than their names take."""
        return self.published().select_related(*above(self.model)).order_by("pk")

    def with_source_count(self, day=None):
        """Annotate `source_count`: the published sources of a row, by a day if told."""
        relation = self.model._meta.get_field("citations")
        paths = (relation.field.name, *self.model.further_citations)
        counts = (
            models.Subquery(self._counted_sources(path, paths[:number], day))
            for number, path in enumerate(paths)
        )
        return self.annotate(source_count=reduce(add, counts))

    def _counted_sources(self, path, before, day):
        """Return the query that counts the sources of one path, itself without a group.

        A source that an earlier path has is left to that one. One path at a time, for
        no index serves a condition that joins several by "or".
        """
        citations = self.model._meta.get_field("citations").related_model._base_manager
        for other in before:
            row, source = (
                models.OuterRef(models.OuterRef("pk")),
                models.OuterRef("source"),
            )
            told = citations.filter(**{other: row}, source=source)
            citations = citations.exclude(models.Exists(told))
        own = {path: models.OuterRef("pk"), "source__live": True}
        if day:
            own["source__counts_from__lte"] = day
        citations = citations.filter(**own)
        counted = models.Func(
            models.F("source"),
            template="COUNT(DISTINCT %(expressions)s)",
            output_field=models.IntegerField(),
        )
        return citations.order_by().annotate(counted=counted).values("counted")


class Record(
    Worded,
    Bilingual,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A row of the public record, edited as a Wagtail snippet."""

    # Reference data (places, outlets, sources) is not taken from an article.
    needs_citation = True
    # What a citation's `field` may name, beside "" for the record as a whole.
    citable_fields = ()
    # Where else, from a citation, a row's sources are: a policy's events have some.
    further_citations = ()
    # The relation within which the slug is unique; None: among all of its kind.
    slug_scope = None
    # The records a row cannot do without: it is public only while they are.
    hangs_on = ()
    # The relations whose rows are found by this record's name too.
    found_by_name = ()
    # Whether the public search finds it, and its name though it be misspelt.
    is_searched = names_may_slip = False

    slug = models.SlugField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("Part of the page's address. Made from the name when left empty."),
    )
    lookup = models.TextField(editable=False, default="")
    last_checked_on = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("The day an editor last compared this record with its sources."),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # Named explicitly because Wagtail's mixins reach revisions by generic relation.
    search_fields = [
        index.SearchField("lookup"),
        index.AutocompleteField("lookup"),
        index.FilterField("live"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def record_version(cls):
        """Return the version of the record as it stands."""
        return RecordVersion.current()

    @property
    def is_public(self):
        """Whether the public may see the record, as `published` decides for rows."""
        above = (getattr(self, name) for name in self.hangs_on)
        return self.live and all(row.is_public for row in above if row is not None)

    def drafts_above(self):
        """Return the records it hangs on, near or far, that nobody has published."""
        drafts = []
        for row in filter(None, (getattr(self, name) for name in self.hangs_on)):
            drafts += [*([] if row.live else [row]), *row.drafts_above()]
        return drafts

    def shown(self, name):
        """Return a related record if the public may see it, else None.

        A published record can name one that is not: a statement its policy, a
        policy its agency. Public pages ask for relations by this door.
        """
        row = getattr(self, name)
        return row if row is not None and row.is_public else None

    def told_title(self):
        """Return what it is called beside its place, in the reader's language."""
        return Told(self, readers_language())

    def told_name(self):
        """Return what it is called anywhere, in the reader's language."""
        return self.told_title()

    def name_words(self):
        """Return every text the record should be found by."""
        return [str(self)]

    def own_words(self):
        """Return the texts of its own that the public may search, the title first."""
        return []

    def full_names(self):
        """Return the names that, typed in full, mean this record."""
        return []

    def answers_to(self, folded):
        """Return whether a folded text is one of the names in full."""
        return folded in map(fold_name, filter(None, self.full_names()))

    @property
    def is_found(self):
        """Whether the public search may find the record."""
        return self.is_public

    @property
    def search_weight(self):
        """How far ahead the record comes of others that fit as well."""
        return 0

    def slug_source(self):
        """Return the text an empty slug is made from."""
        return str(self)

    def slug_siblings(self):
        """Return the rows among which the slug must be unique, without this one."""
        others = type(self).objects.exclude(pk=self.pk)
        if self.slug_scope is None:
            return others
        return others.filter(
            **{self.slug_scope: getattr(self, f"{self.slug_scope}_id")}
        )

    def fill_slug(self):
        """Give a record without an address one that no sibling has."""
        with translation.override(settings.LANGUAGE_CODE):
            stem = slugify(self.slug_source())[:110] or type(self)._meta.model_name
        self.slug, number = stem, 2
        while self.slug_siblings().filter(slug=self.slug).exists():
            self.slug, number = f"{stem}-{number}", number + 1

    def derive_fields(self):
        """Set the stored facts that follow from others; called by every full save."""
        if not self.slug:
            self.fill_slug()
        self.fill_lookup()

    def fill_lookup(self):
        """Set the words that the record is searched by from its names."""
        # Words for choices among them, whatever language an editor works in.
        with translation.override(settings.LANGUAGE_CODE):
            words = [fold_name(word) for word in self.name_words() if word]
        self.lookup = " | ".join(dict.fromkeys(words))

    def has_what_it_needs(self):
        """Return whether every record that this one must name is named.

        Without its body a vote has no words of its own yet, so no address either.
        """
        return all(
            getattr(self, field.attname) is not None
            for field in self._meta.concrete_fields
            if field.is_relation and not field.null
        )

    def full_clean(self, *args, **kwargs):
        """Check the record with its address filled in, so that clashes show."""
        if not self.slug and self.has_what_it_needs():
            self.fill_slug()
        super().full_clean(*args, **kwargs)

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save the record with its children and move the record's version.

        Wagtail's bookkeeping saves name their fields and change nothing public.
        """
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        self.derive_fields()
        before, is_new = self._published_address(), self.pk is None
        called = self._called()
        super().save(*args, **kwargs)
        if before:
            lead_on(before, self.get_absolute_url())
        if self.is_searched:
            RecordWords.objects.keep([self])
        if bool(before) != self.live and not is_new:
            RecordWords.objects.keep_below(type(self).objects.filter(pk=self.pk))
        if called and called != (self.live, self.lookup):
            name_followers([self])
        RecordVersion.bump()

    def _called(self):
        """Return how the record is stored, where others are found by its name."""
        if not self.found_by_name:
            return None
        stored = type(self)._default_manager.filter(pk=self.pk)
        return stored.values_list("live", "lookup").first()

    @transaction.atomic
    def publish(self, *args, **kwargs):
        """Publish a version, and let all that follows be true at the same moment."""
        return super().publish(*args, **kwargs)

    @transaction.atomic
    def unpublish(self, *args, **kwargs):
        """Withdraw the record, and let all that follows be true at the same moment."""
        return super().unpublish(*args, **kwargs)

    def _published_address(self):
        """Return the address under which the public knows the record, or None."""
        if not hasattr(self, "get_absolute_url"):  # an outlet has no page
            return None
        stored = type(self)._default_manager.filter(pk=self.pk, live=True).first()
        return stored.get_absolute_url() if stored else None

    @transaction.atomic
    def delete(self, *args, **kwargs):
        """Delete the record and move the record's version."""
        if self.is_searched:
            RecordWords.objects.forget(self)
        deleted = super().delete(*args, **kwargs)
        RecordVersion.bump()
        return deleted

    @property
    def preview_modes(self):
        """What the editor's preview can show: the record's admin screens say."""
        return self.snippet_viewset.preview_modes

    def serve_preview(self, request, mode_name):
        """Return a preview, made by the admin screens Wagtail gives the model."""
        return self.snippet_viewset.preview(self, request, mode_name)

    def language_of(self, field):
        """Return the language of words as printed: that of the source they are from."""
        citations = self.citations_for(field)
        return citations[0].source.language if citations else ENGLISH

    def citations_for(self, *fields):
        """Return the citations of some fields, or of the whole record for none.

        Reads the prefetched relation and falls back on citations of the record as
        a whole, which support every field that has none of its own.
        """
        found = [row for row in self.citations.all() if row.field in fields]
        return found or [row for row in self.citations.all() if not row.field]
