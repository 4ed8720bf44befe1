"""Queries for records of any kind: which are public, named so, told of by a day."""

from functools import reduce
from operator import add

from django.db import models
from django.db.models.functions import Coalesce, TruncDate

from jurisdictions.derive import fold_name, spellings
from jurisdictions.models.words import FoundQuerySet, above

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
