"""What public records are found by: their names, words and near spellings.

Two tables that follow the records, each in the record's own transaction, and are
made anew by `index_words`.
"""

from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import connection, models
from modelsearch.backends import get_search_backends

from jurisdictions.derive import fold_name, plain_words, with_parts
from jurisdictions.models.index import (
    either,
    hits_query,
    names_query,
    some_names_query,
    whole,
    words_query,
)
from jurisdictions.spelling import (
    keys_for,
    keys_of,
    may_be_meant,
    may_slip,
    near,
    pieces,
    readings,
)

BATCH = 1_000


class Hit(NamedTuple):
    """A record that a text finds, and how many of its kind it does, up to a bound."""

    kind: str
    record_id: int
    part: int
    of_kind: int


class RecordWordsQuerySet(models.QuerySet):
    """The words of public records, by the kind of record."""

    def of(self, model):
        """Return the words of one kind of record."""
        return self.filter(kind=model._meta.model_name)

    def hits(self, words, models, *, names_only=False):
        """Return what a text finds, the likeliest of each kind first: one query.

        Of each kind a bounded number is counted, and few are returned.
        """
        kinds = [model._meta.model_name for model in models]
        found = hits_query(kinds, words, names_only)
        if found is None:
            return []
        with connection.cursor() as cursor:
            cursor.execute(*found)
            return [Hit(*row) for row in cursor.fetchall()]

    def by_record(self, records):
        """Return {id: (names, words)} of records of one kind, as they are kept."""
        rows = self.of(type(records[0])).filter(record_id__in=[r.pk for r in records])
        return {row.record_id: row.told for row in rows}

    def keep(self, records):
        """Write what records of one kind are found by; hidden ones are by nothing."""
        if not records:
            return
        rows = list(filter(None, map(RecordWords.of_record, records)))
        hidden = {record.pk for record in records} - {row.record_id for row in rows}
        if hidden:
            self.of(type(records[0])).filter(record_id__in=hidden).delete()
        self.bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["kind", "record_id"],
            update_fields=["names", "words", "weight"],
        )
        if records[0].names_may_slip:
            found = {row.record_id for row in rows}
            NearSpelling.objects.learn(r.lookup for r in records if r.pk in found)

    def keep_below(self, rows):
        """Write anew what is public only while some records are."""
        if not rows.exists():
            return
        for relation in rows.model._meta.related_objects:
            model, field = relation.related_model, relation.field.name
            if field in getattr(model, "hangs_on", ()):
                below = model.objects.filter(**{f"{field}__in": rows})
                is_searched = getattr(model, "is_searched", False)
                if is_searched or followers_of(model):
                    for batch in in_batches(below):
                        if is_searched:
                            self.keep(batch)
                        name_followers(batch)
                self.keep_below(below)

    def forget(self, record):
        """Take away what a record was found by."""
        self.of(type(record)).filter(record_id=record.pk).delete()


def name_anew(rows):
    """Write anew what rows are called in searches, when what they name has changed."""
    for batch in in_batches(rows):
        before = [record.lookup for record in batch]
        for record in batch:
            record.fill_lookup()
        changed = [r for r, was in zip(batch, before, strict=True) if r.lookup != was]
        if changed:
            rows.model.objects.bulk_update(changed, ["lookup"], batch_size=BATCH)
            index_all(changed)


def name_followers(records):
    """Write anew what others are called that are found by the names of records too."""
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        for model, path in followers_of(type(batch[0])):
            named = model.objects.filter(**{f"{path}__in": batch}).order_by()
            name_anew(model.objects.filter(pk__in=named.values("pk")))


@cache
def followers_of(model):
    """Return the (model, path) by which others are named after records of one kind."""
    return [
        (other, path)
        for other in apps.get_models()
        for path in getattr(other, "named_after", ())
        if led_to(other, path) is model
    ]


def led_to(model, path):
    """Return the model that a path of relations leads to."""
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model
    return model


def index_all(records):
    """Let both searches find records of one kind; rows in bulk tell nobody."""
    if not records:
        return
    if records[0].is_searched:
        RecordWords.objects.keep(records)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(type(records[0]), records)


def in_batches(rows):
    """Yield records some at a time, without the private text of sources."""
    private = {"text", "editorial_note"}
    fields = {field.name for field in rows.model._meta.concrete_fields}
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = rows.model.objects.filter(pk__in=ids[start : start + BATCH])
        yield list(batch.for_index().defer(*private & fields).order_by("pk"))


class RecordWords(models.Model):
    """What one public record is found by: its names, and its own public words.

    `names` has the record's folded `lookup` and its names in full; `words` has lookup
    and own words, without punctuation and with accents. What no page shows never comes
    in here: not the text of an article, no note, no draft.
    """

    kind = models.CharField(max_length=16)
    record_id = models.BigIntegerField()
    names = models.TextField()
    words = models.TextField(blank=True)
    weight = models.BigIntegerField(default=0)

    objects = RecordWordsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="record_words_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id}"

    @classmethod
    def of_record(cls, record):
        """Return, unsaved, what a record is found by; None for nothing."""
        if not record.is_found:
            return None
        texts = [*filter(None, record.own_words()), *record.twins()]
        own = plain_words("\n".join(texts))
        words = with_parts(f"{record.lookup} {own}".strip()) if own else ""
        folded = (fold_name(name) for name in record.full_names() if name)
        names = [record.lookup, *map(whole, dict.fromkeys(folded))]
        if not any((record.lookup, words)):
            return None
        return cls(
            kind=record._meta.model_name,
            record_id=record.pk,
            names=" ".join(names).strip(),
            words=words,
            weight=record.search_weight,
        )

    @property
    def told(self):
        """What the record is found by."""
        return self.names, self.words


class NearSpellingQuerySet(models.QuerySet):
    """Words of names, by what a slip of the pen leaves of them."""

    def learn(self, lookups):
        """Keep the words of some folded names that are not kept yet."""
        words = {
            word for text in lookups for word in text.split() if may_be_meant(word)
        }
        known = set(self.filter(word__in=words).values_list("word", flat=True))
        rows = [
            NearSpelling(word=word, key=key)
            for word in sorted(words - known)
            for key in sorted(keys_of(word))
        ]
        self.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)

    def readings(self, words):
        """Return the texts that a misspelt one may mean, likeliest first: one query."""
        asked = fold_name(words).split()
        return readings(asked, self._known(asked))

    def meant_by(self, words):
        """Return some folded words and those that each may be a slip for: one query."""
        known = self._known(words)
        meant = {other for word in known for _apart, other in near(word, known[word])}
        return meant.union(words)

    def _known(self, words):
        keys = {word: keys_for(word) for word in words if may_slip(word)}
        every = set().union(*keys.values())
        known = {}
        for key, word in self.filter(key__in=every).values_list("key", "word"):
            known.setdefault(key, []).append(word)
        return {
            word: [found for key in own for found in known.get(key, ())]
            for word, own in keys.items()
        }


class NearSpelling(models.Model):
    """A word of a name under one of the keys by which its misspellings find it."""

    key = models.CharField(max_length=80)
    word = models.CharField(max_length=80, db_index=True)

    objects = NearSpellingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "word"], name="near_spelling_once")
        ]

    def __str__(self):
        return f"{self.key}: {self.word}"


class FoundQuerySet(models.QuerySet):
    """Rows of any kind, found by their names and by their own words."""

    def found_by(self, words):
        """Return the public rows that a text names or that mention it."""
        named = names_query(self.model, words)
        return self.filter(pk__in=either(named, words_query(self.model, words)))

    def mentioning(self, words):
        """Return the public rows with every word of a text in their own words."""
        return self.filter(pk__in=words_query(self.model, words))

    def with_words_like(self, words):
        """Return the rows, drafts too, with a name that has nearly one of these words.

        Public ones are found through the index, by the words themselves and by those
        they may be slips for; others by parts of the words that slips leave whole.
        """
        found = models.Q(pk__in=[])
        for part in {part for word in words for part in pieces(word)}:
            found |= models.Q(lookup__contains=part)
        if getattr(self.model, "names_may_slip", False):
            meant = sorted(NearSpelling.objects.meant_by(words))
            indexed = models.Q(pk__in=some_names_query(self.model, meant))
            found = indexed | models.Q(live=False) & found
        return self.filter(found)

    def for_found(self, ids):
        """Return public rows by id, with what a line about each prints."""
        return self.published().filter(pk__in=ids)

    def for_index(self):
        """Return rows with all that they are found by, and what they hang on."""
        return self.select_related(*above(self.model))


def above(model):
    """Return the paths from a record to those that it hangs on, near and far."""
    found = []
    for name in model.hangs_on:
        parent = model._meta.get_field(name).related_model
        further = () if parent is model else above(parent)
        found += [name, *(f"{name}__{path}" for path in further)]
    return found
