"""What every record is: a Wagtail snippet with drafts, an address and citations."""

from django.conf import settings
from django.db import models, transaction
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
from jurisdictions.derive import fold_name
from jurisdictions.models.bilingual import Bilingual
from jurisdictions.models.choices import Worded
from jurisdictions.models.version import RecordVersion
from jurisdictions.models.words import RecordWords, followers_of, name_followers


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
    # The paths to the records by whose names it is found too; see `name_words`.
    named_after = ()
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
        """Return whether the stored record is public and its names, if others heed."""
        if not followers_of(type(self)):
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
