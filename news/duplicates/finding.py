"""Records that another, perhaps not saved yet, may be once more."""

from typing import NamedTuple

from django.db.models import Prefetch

from jurisdictions.derive import fold_name
from jurisdictions.likeness import ABBREVIATION, Likeness
from jurisdictions.models import (
    Agency,
    Jurisdiction,
    Official,
    Organization,
    Record,
    Term,
)
from news.duplicates.sides import side_of
from news.models import Merge, Outlet, Source

# So many that share most words are compared; and so many are shown.
COMPARED, SHOWN = 200, 5
# What is looked at before it is made: a source is known by its address.
ASKED = (Jurisdiction, Agency, Official, Organization, Outlet)


class Match(NamedTuple):
    """A record that another looks like, and how much."""

    record: Record
    likeness: Likeness


def near_matches(record, below=None):
    """Return the records that one is so like that an editor should tell them apart.

    The likest come first. `below` returns the record's rows of a name, such as
    "aliases", where they are not saved.
    """
    if not isinstance(record, ASKED) or not record.has_what_it_needs():
        return []
    side = side_of(record, below)
    found = [Match(row, side.like(side_of(row))) for row in _alike(record, side)]
    close = [match for match in found if match.likeness.is_close]
    close.sort(key=lambda match: (-match.likeness.score, match.record.pk))
    return close[:SHOWN]


def with_sides(rows):
    """Return rows with all that tells whether each is another, in few queries."""
    if rows.model is Official:
        return rows.prefetch_related(Prefetch("terms", Term.objects.with_offices()))
    if rows.model is Source:
        return rows.defer("text", "editorial_note").select_related("outlet")
    return rows.select_related(*RELATED[rows.model]).prefetch_related(
        *BELOW.get(rows.model, ())
    )


RELATED = {
    Agency: ("jurisdiction__state",),
    Jurisdiction: ("state",),
    Organization: ("jurisdiction__state",),
    Outlet: (),
}
BELOW = {
    Agency: ("aliases",),
    Jurisdiction: ("aliases", "counties"),
    Organization: ("aliases",),
}


def _alike(record, side):
    """Return the saved records that share most words with one, where it can be."""
    rows = type(record).objects.exclude(pk=record.pk)
    rows = rows.exclude(pk__in=Merge.objects.folded(type(record)))
    words = side.words()
    if isinstance(record, Agency):  # every other place has a police department
        found = rows.filter(jurisdiction=record.jurisdiction_id)
        return with_sides(found.order_by("pk")[:COMPARED])
    if isinstance(record, Jurisdiction):
        rows = rows.filter(state=record.state_id)
        words = _without_state(words, record)
    if isinstance(record, Outlet):
        found = rows.with_words_like(words) | _of_website(rows, record)
    else:
        found = rows.with_words_like(words)
    if isinstance(record, Organization):
        found |= _spelled_out(rows, record)
    return with_sides(rows.filter(pk__in=_most_shared(found, words)).order_by("pk"))


def _without_state(words, place):
    """Return words of a place's name that not every other place's lookup has."""
    state = place.state.name.casefold().split() if place.state_id else []
    return [word for word in words if word not in state] or words


def _spelled_out(rows, organization):
    """Return the organizations that a single short word may be the initials of."""
    name = fold_name(organization.name)
    if len(name) not in ABBREVIATION or " " in name:
        return rows.none()
    return rows.filter(name__istartswith=name[0], name__contains=" ")


def _of_website(rows, outlet):
    return rows.filter(website=outlet.website) if outlet.website else rows.none()


def _most_shared(found, words):
    """Return the ids of the rows whose names have most of some words."""
    counted = [
        (-sum(word in lookup for word in words), pk)
        for pk, lookup in found.order_by().values_list("pk", "lookup")
    ]
    return [pk for _count, pk in sorted(counted)[:COMPARED]]
