"""What a text finds in the whole record, group by group, for page and suggestions."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from jurisdictions.bilingual import ENGLISH, SPANISH, Told, readers_language
from jurisdictions.derive import fold_name, spellings
from jurisdictions.models import (
    Jurisdiction,
    NearSpelling,
    Official,
    Organization,
    RecordWords,
)
from jurisdictions.models.index import FULL, MENTION, MOST
from news.excerpts import excerpt, marked
from news.models import Citation, Source
from policies.models import Policy, Statement, Vote


@dataclass(frozen=True)
class Kind:
    """One kind of record that the search finds, and where all of it is listed."""

    model: type
    heading: str
    listing: str
    shown: int = 5

    @property
    def name(self):
        """The kind's name in the index and on the page."""
        return self.model._meta.model_name


# In the order in which a reader is likely to mean them.
KINDS = (
    Kind(Jurisdiction, _("Places"), "place-list", 10),
    Kind(Policy, _("Agreements and policies"), "policy-list"),
    Kind(Organization, _("Organizations"), "organization-list"),
    Kind(Official, _("Officials"), "official-list"),
    Kind(Source, _("Sources"), "source-list"),
    Kind(Statement, _("Statements"), "statement-list"),
    Kind(Vote, _("Votes"), "vote-list"),
)


# So many words may follow the name of a place that a text begins with.
FURTHER_WORDS = 3
# Letters of a state's postal code.
CODE = 2


@dataclass
class Found:
    """One record that was found, its title and its words in marked pieces.

    `told` is the title with its language; the words may be in another.
    """

    record: object
    told: Told
    title: list
    words: list
    words_language: str = ENGLISH


@dataclass
class Group:
    """What was found of one kind: the likeliest, and how many there are.

    The count is None where a record may be found in two ways, by its own words and by
    a quotation, and not all were fetched that were.
    """

    kind: Kind
    count: int | None
    rows: list[Found]
    exact: list = field(default_factory=list)

    @property
    def most(self):
        """The number that there are more of; None where the count is whole."""
        return MOST if self.count and self.count > MOST else None

    @property
    def is_all(self):
        """Whether everything that was found is shown."""
        return self.count == len(self.rows)


class Finding:
    """What a text finds: groups of records, and the one that it can only mean."""

    def __init__(self, words, kinds=KINDS, *, names_only=False):
        self.words, self.kinds, self.names_only = words, kinds, names_only
        self.ways = spellings(fold_name(words))
        models = [kind.model for kind in kinds]
        if Source in models and not names_only:
            models.append(Citation)
        self.hits = {}
        for hit in RecordWords.objects.hits(words, models, names_only=names_only):
            self.hits.setdefault(hit.kind, []).append(hit)
        quoted = self.hits.pop(Citation._meta.model_name, [])
        self.quoted = Citation.objects.for_found([hit.record_id for hit in quoted])
        self.quotations = quoted[0].of_kind if quoted else 0
        self.groups = [group for group in map(self._group, kinds) if group.rows]

    @property
    def by_name(self):
        """Whether anything is called so, and is not only told of so."""
        return any(hit.part != MENTION for hits in self.hits.values() for hit in hits)

    @property
    def only(self):
        """The one record whose name the text is in full, or the only one named so."""
        exact = [record for group in self.groups for record in group.exact]
        if len(exact) == 1:
            return exact[0]
        rows = [row.record for group in self.groups for row in group.rows]
        return rows[0] if len(rows) == 1 and not exact and self.by_name else None

    def mark(self, text):
        """Return any text in pieces, what was looked for apart."""
        return marked(str(text), self.words)

    def _group(self, kind):
        """Return what was found of one kind."""
        hits = self.hits.get(kind.name, [])
        count = hits[0].of_kind if hits else 0
        quoted = self.quoted if kind.model is Source else []
        full = {hit.record_id for hit in hits if hit.part == FULL}
        # What is not shown is looked at only if it may be what the text means.
        looked_at = [*full, *(hit.record_id for hit in hits[: kind.shown])]
        ids = [hit.record_id for hit in hits if hit.record_id in looked_at]
        further = dict.fromkeys(row.source_id for row in quoted)
        own = {hit.record_id for hit in hits}
        further = [pk for pk in further if pk not in own]
        if not (ids or further):
            return Group(kind, 0, [])
        rows = {row.pk: row for row in kind.model.objects.for_found([*ids, *further])}
        rows = [rows[pk] for pk in (*ids, *further) if pk in rows]
        exact = [row for row in rows if row.pk in full and self._is_name_of(row)]
        shown = (exact + [row for row in rows if row not in exact])[: kind.shown]
        found = [self._found(row, quoted) for row in shown]
        if quoted and (len(hits) < count or self.quotations > len(quoted)):
            return Group(kind, None, found, exact)
        return Group(kind, count + len(further), found, exact)

    def _is_name_of(self, record):
        return any(record.answers_to(way) for way in self.ways)

    def _found(self, record, quoted):
        """Return a record with its title and words, marked."""
        said = [
            text
            for row in quoted
            if row.source_id == record.pk
            for text in row.own_words()
        ]
        told = record.told_title()
        title = self.mark(told.words)
        for language, texts in in_languages(record, said):
            if words := excerpt(texts, self.words):
                return Found(record, told, title, words, language)
        return Found(record, told, title, [])


def in_languages(record, said):
    """Return (language, texts) of a record's words but its title, the reader's first.

    `said` are quotations, which are in the language of the source.
    """
    _title, *own = record.own_words() or [""]
    titles = record.full_names()
    ours = {
        ENGLISH: own,
        SPANISH: [text for text in record.twins() if text not in titles],
    }
    ours.setdefault(getattr(record, "language", ENGLISH), []).extend(said)
    return sorted(ours.items(), key=lambda found: found[0] != readers_language())


def near(words, kinds=KINDS[:4]):
    """Return what a misspelt text finds by name, read as it may be meant; or None."""
    for text in NearSpelling.objects.readings(words):
        finding = Finding(text, kinds, names_only=True)
        if finding.groups:
            return finding
    return None


def beginning(words):
    """Return the places that a text begins with the whole name of: “Salem police”.

    A postal code alone is none: “la policía” does not begin with Louisiana.
    """
    parts = words.split()
    for count in range(len(parts) - 1, max(len(parts) - 1 - FURTHER_WORDS, 0), -1):
        begun = " ".join(parts[:count])
        if len(begun) > CODE:
            finding = Finding(begun, KINDS[:1], names_only=True)
            places = [place for group in finding.groups for place in group.exact]
            if places:
                return [
                    found_by_name(place, begun) for place in places[: KINDS[0].shown]
                ]
    return []


def within(words):
    """Return the places whose names have the letters of a text somewhere within."""
    kind = KINDS[0]
    ids = list(Jurisdiction.objects.nearest_letters(words)[: kind.shown])
    rows = {row.pk: row for row in Jurisdiction.objects.for_found(ids)}
    return [found_by_name(rows[pk], words) for pk in ids]


def found_by_name(place, words):
    """Return a place as it is found by some words of its name."""
    return Found(place, place.told_title(), marked(str(place), words), [])
