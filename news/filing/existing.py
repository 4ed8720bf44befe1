"""What a card names that we have already, where that is beyond doubt."""

from django.db.models import Q

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind
from jurisdictions.models import (
    Agency,
    Body,
    Jurisdiction,
    Official,
    Organization,
)
from jurisdictions.models.official import OF_OFFICE
from news.enums import SuggestionKind
from news.models import Merge
from news.spreadsheets.names import names_of
from news.spreadsheets.told import like_organization


def find_existing(cards):
    """Name on each card the one record that it is; none where there are several."""
    finder = Existing(places_on(cards))
    for card in cards:
        look = finder.looks.get(card.kind)
        found = look(card) if look else None
        if found is not None:
            card.existing = Merge.objects.kept_for(found)


def places_on(cards):
    """Return {name: place} of the places that the cards are sure of."""
    geoids = {}
    for card in cards:
        geoids |= card.told.get("places", {})
    rows = Jurisdiction.objects.select_related("state", "one_with__state")
    found = {row.geoid: row for row in rows.filter(geoid__in=geoids.values())}
    found = {name: found[geoid] for name, geoid in geoids.items() if geoid in found}
    return {name: row.one_with or row for name, row in found.items()}


class Existing:
    """The records that one article's cards may name."""

    def __init__(self, places):
        self.places = places
        self.looks = {
            SuggestionKind.PLACE: self.place,
            SuggestionKind.AGENCY: self.agency,
            SuggestionKind.BODY: self.body,
            SuggestionKind.OFFICIAL: self.official,
            SuggestionKind.ORGANIZATION: self.organization,
        }

    def place_of(self, card):
        """Return the place that a card names, None for none or one we cannot tell."""
        return self.places.get(card.cells.get("place", ""))

    def place(self, card):
        """Return the place."""
        return self.place_of(card)

    def agency(self, card):
        """Return the agency of its name, or the only police of its place."""
        kind = card.cells["kind"]
        if kind == AgencyKind.FEDERAL:
            rows = Agency.objects.federal()
        else:
            rows = Agency.objects.filter(jurisdiction=self.place_of(card))
        rows = list(rows.prefetch_related("aliases").order_by("pk"))
        name = fold_name(card.cells["name"])
        named = [row for row in rows if name in names_of(row)]
        if not named and kind == AgencyKind.POLICE:
            named = [row for row in rows if row.kind == AgencyKind.POLICE]
        return only(named)

    def body(self, card):
        """Return the body of its name, with or without the name of the place."""
        place = self.place_of(card)
        if place is None:
            return None
        rows = Body.objects.filter(jurisdiction=place).order_by("pk")
        name = bare(card.cells["name"], place)
        return only([row for row in rows if bare(row.name, place) == name])

    def official(self, card):
        """Return the official of this name, in the same place if it names one."""
        name = card.name
        rows = Official.objects.named_like(name)
        if place := self.place_of(card):
            served = Q()
            for path in OF_OFFICE:
                served |= Q(**{f"terms__{path}": place})
            rows = rows.filter(served).distinct()
        elif card.cells.get("place"):
            return None
        return only([row for row in rows if fold_name(row.name) == fold_name(name)])

    def organization(self, card):
        """Return the organization that has this name, or is also called so."""
        return only(like_organization(Organization(name=card.cells["name"])))


def bare(name, place):
    """Return the folded name of a body without the name of its place."""
    folded, own = fold_name(name), fold_name(place.name)
    return folded.removeprefix(f"{own} ").removeprefix("city ").removeprefix("town ")


def only(rows):
    """Return the one of some rows, None where there are none or several."""
    return rows[0] if len(rows) == 1 else None
