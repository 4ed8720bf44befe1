"""What tells of a record whether it is another one again: names, places, marks."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from jurisdictions.derive import fold_name
from jurisdictions.likeness import NOTHING, SILENT, Likeness, likeness, telling
from jurisdictions.models import Agency, Jurisdiction, Official, Organization
from news.models import Outlet, Source

# Why two with a mark in common are one, by the kind of mark.
MARKS = {
    "website": _("the same website"),
    "headline": _("the same headline on the same day"),
    "text": _("the same text"),
}
BY_MARK = 0.98


@dataclass(frozen=True)
class Side:
    """One of two records that are compared.

    `places` are where it is, `states` those of them that are whole states or lie in
    one: who is known in two places of a state may be one all the same. `marks` are
    (kind, value) of what only one has.
    """

    names: tuple[str, ...]
    places: frozenset = frozenset()
    states: frozenset = frozenset()
    marks: frozenset = frozenset()

    def like(self, other):
        """Return how alike the two are, and why."""
        for kind, reason in MARKS.items():
            mine = {mark for mark in self.marks if mark[0] == kind}
            if mine & other.marks:
                return Likeness(BY_MARK, reason)
        if not (self.names and other.names):
            return NOTHING
        return likeness(self.names, other.names, self._same_place(other))

    def words(self):
        """Return the words to look for others by: of the names, and their initials."""
        words = {word for name in self.names for word in name.split()} - SILENT
        for name in self.names:
            parts = telling(name)
            if len(parts) > 2:
                words.add("".join(part[0] for part in parts))
        return sorted(word for word in words if len(word) > 1)

    def _same_place(self, other):
        if self.places & other.places:
            return True
        if not (self.places and other.places) or self.states & other.states:
            return None
        return False


def side_of(record, below=None):
    """Return what tells whether a record is another one.

    `below` returns its rows of a name, such as "aliases", where they are not saved.
    """
    return SIDES[type(record)](record, below or (lambda name: _rows(record, name)))


def _rows(record, name):
    return getattr(record, name).all()


def _names(*texts):
    folded = dict.fromkeys(fold_name(text) for text in texts if text)
    return tuple(name for name in folded if name)


def _of_place(record, below):
    aliases = (alias.name for alias in below("aliases"))
    # A city and a county of one name are two; so are townships of two counties.
    counties = [county.pk for county in record.counties.all()] if record.pk else []
    where = counties if record.level == "township" and counties else [record.state_id]
    return Side(
        _names(record.name, record.legal_name, *aliases),
        places=frozenset((record.level, place) for place in where),
    )


def _of_agency(record, below):
    aliases = (alias.name for alias in below("aliases"))
    names = _names(record.name, record.abbreviation, *aliases)
    # In one place its name tells nothing: “Hoover Police”, “Police Department”.
    place = set(fold_name(record.jurisdiction.name).split())
    bare = (" ".join(w for w in name.split() if w not in place) for name in names)
    every = dict.fromkeys([*names, *filter(None, bare)])
    return Side(tuple(every), places=frozenset([record.jurisdiction_id]))


def _of_official(record, below):
    places, states = set(), set()
    for term in below("terms"):
        for holder in (term.jurisdiction, term.agency, term.body):
            place = getattr(holder, "jurisdiction", holder)
            if place is not None:
                places.add(place.pk)
                states.add(place.state_code)
        if term.organization_id:
            places.add(f"organization {term.organization_id}")
    return Side(_names(record.name), frozenset(places), frozenset(states - {None}))


def _of_organization(record, below):
    aliases = (alias.name for alias in below("aliases"))
    place = record.jurisdiction
    return Side(
        _names(record.name, *aliases),
        frozenset([place.pk] if place else ()),
        frozenset([place.state_code] if place and place.state_code else ()),
    )


def _of_outlet(record, below):
    site = urlsplit(record.website)
    address = f"{site.netloc.removeprefix('www.')}{site.path.rstrip('/')}".casefold()
    return Side(
        _names(record.name),
        marks=frozenset([("website", address)] if address else ()),
    )


def _of_source(record, below):
    marks = {("text", record.fingerprint)} if record.fingerprint else set()
    if record.title and record.date:
        marks.add(("headline", f"{fold_name(record.title)} {record.date}"))
    return Side((), marks=frozenset(marks))


SIDES = {
    Jurisdiction: _of_place,
    Agency: _of_agency,
    Official: _of_official,
    Organization: _of_organization,
    Outlet: _of_outlet,
    Source: _of_source,
}
