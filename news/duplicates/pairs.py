"""Pairs of records that look like one: found by keys they share, not each with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from django.utils.text import capfirst

from jurisdictions.likeness import PLAIN, Likeness, telling
from jurisdictions.models import Agency, Official, Organization, Record
from jurisdictions.spelling import heard, keys_of, may_be_meant
from news.duplicates.finding import with_sides
from news.duplicates.sides import Side, side_of
from news.models import Distinction, Merge, Outlet, Source

# The kinds of which editors make one record twice.
KINDS: dict[str, type[Record]] = {
    model._meta.model_name: model
    for model in (Organization, Official, Agency, Outlet, Source)
}
# A word that more names have than this tells nothing by itself.
CROWD = 30


class Pair(NamedTuple):
    """Two records that may be one; the older first."""

    kind: str
    one: Record
    other: Record
    likeness: Likeness

    @property
    def kind_label(self) -> str:
        """What kind of record both are."""
        return capfirst(type(self.one)._meta.verbose_name)


def likely_duplicates(kinds: Iterable[str]) -> list[Pair]:
    """Return the pairs of some kinds that nobody told apart, the likest first."""
    found = [pair for kind in kinds for pair in pairs_of(kind)]
    return sorted(found, key=lambda p: (-p.likeness.score, p.kind, p.one.pk))


def pairs_of(kind: str) -> Iterator[Pair]:
    """Yield the pairs of one kind that nobody told apart."""
    model = KINDS[kind]
    every = model.objects.exclude(pk__in=Merge.objects.folded(model))
    rows = {row.pk: row for row in with_sides(every.order_by("pk"))}
    sides = {pk: side_of(row) for pk, row in rows.items()}
    apart = Distinction.objects.pairs(kind)
    for one, other in sorted(candidates(sides) - apart):
        found = sides[one].like(sides[other])
        if found.is_close and not _reprints(rows[one], rows[other]):
            yield Pair(kind, rows[one], rows[other], found)


def candidates(sides: dict[int, Side]) -> set[tuple[int, int]]:
    """Return the pairs of ids worth comparing: those with an uncommon key in common."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for pk, side in sides.items():
        for key in keys(side):
            blocks[key].append(pk)
    return {
        pair
        for block in blocks.values()
        if 1 < len(block) <= CROWD
        for pair in combinations(sorted(block), 2)
    }


def keys(side: Side) -> set[object]:
    """Return the keys by which a record meets those it may be one with."""
    found: set[object] = set(side.marks)
    for name in side.names:
        words = telling(name)
        found.add(("words", *sorted(map(heard, words))))
        found.add(("written", "".join(words)))
        found.add(("written", "".join(word[0] for word in words)))
        telltale = [w for w in words if w not in PLAIN and may_be_meant(w)]
        for word in telltale:
            found.update(keys_of(word))
        if len(words) == 2:  # “R. Woodfin”, “Randall Woodfin”
            one, other = words
            found |= {(one[0], heard(other)), (other[0], heard(one))}
        found.update(combinations(sorted(map(heard, telltale)), 2))
        # What every place has is compared within the place.
        found |= {(place, heard(w)) for place in side.places for w in words}
    return found


def _reprints(one: Record, other: Record) -> bool:
    """Return whether one source is known to carry the story of another."""
    if not isinstance(one, Source) or not isinstance(other, Source):
        return False
    own, theirs = one.reprint_of_id, other.reprint_of_id
    return own == other.pk or theirs == one.pk or bool(own and own == theirs)
