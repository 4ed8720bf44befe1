"""What the inputs of an article's cards offer: its own names, and what is on record."""

from collections import defaultdict

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from config.editing.labels import label_of
from jurisdictions.models import Agency, Body, Jurisdiction
from news.enums import SuggestionKind
from news.filing.existing import places_on
from news.filing.kinds import CARDS, REFERENCE, REFERRING
from news.models import Card
from policies.models import Policy, Vote

# The kinds of which a place has few enough to be listed, and the way to their place.
IN_PLACE = {
    Agency: "jurisdiction",
    Body: "jurisdiction",
    Policy: "jurisdiction",
    Vote: "body__jurisdiction",
}
SHOWN = 8  # of one kind in one place
# The cells that name somebody or something, and whose names are offered.
NAMED = {
    "place": SuggestionKind.PLACE,
    "speaking_place": SuggestionKind.PLACE,
    "agency": SuggestionKind.AGENCY,
    "counterparty": SuggestionKind.AGENCY,
    "body": SuggestionKind.BODY,
    "organization": SuggestionKind.ORGANIZATION,
    "official": SuggestionKind.OFFICIAL,
    "mover": SuggestionKind.OFFICIAL,
    "seconder": SuggestionKind.OFFICIAL,
}


def cards_of(intake):
    """Return the cards of an article with the records that they are, labels and all."""
    models = {kind.model for kind in CARDS.values()}
    rows = [
        model.snippet_viewset.choices()
        for model in models
        if hasattr(model, "snippet_viewset")
    ]
    cards = Card.objects.of(intake).select_related("decided_by")
    return list(cards.prefetch_related(GenericPrefetch("existing", rows)))


def names_list(column):
    """Return the id of the list that has names for a cell, "" for none."""
    kind = NAMED.get(column)
    return f"names-{kind.value}" if kind else ""


class Offers:
    """What is offered for the cards of one article, in as many queries as kinds."""

    def __init__(self, cards):
        self.cards = cards
        self.places = places_on(cards)

    @cached_property
    def on_record(self):
        """The records of each kind in the article's places: {model: {place: rows}}."""
        found = {}
        for model, path in IN_PLACE.items():
            rows = model.snippet_viewset.choices()
            rows = rows.filter(**{f"{path}__in": self.places.values()})
            by_place = defaultdict(list)
            for row in rows:
                place = row.body if model is Vote else row
                by_place[place.jurisdiction_id].append(row)
            found[model] = by_place
        return found

    def in_place_of(self, card, model):
        """Return the records of a kind in the place that a card names."""
        place = self.places.get(card.cells.get("place", ""))
        if place is None or model not in IN_PLACE:
            return []
        return self.on_record[model][place.pk][:SHOWN]

    def existing(self, card):
        """Return (id, label) of the records that a card may be: its own one first."""
        rows = self.in_place_of(card, CARDS[card.kind].model)
        if card.existing is not None:
            rows = [card.existing, *(row for row in rows if row != card.existing)]
        return [(str(row.pk), label_of(row)) for row in rows]

    def references(self, card, column):
        """Return what a cell may refer to: other cards, and records of the place."""
        kinds = REFERRING[column]
        own = [
            (f"{REFERENCE}{other.key}", other.name or str(other))
            for other in self.cards
            if other.kind in kinds and other.key != card.key and not other.is_rejected
        ]
        rows = self.in_place_of(card, CARDS[kinds[0]].model)
        there = [(f"#{row.pk}", label_of(row)) for row in rows]
        groups = [(_("Of this article"), own), (_("On record"), there)]
        return [("", "–"), *(group for group in groups if group[1])]

    @cached_property
    def candidates_by_geoid(self):
        """The places that may be meant where several have the name."""
        geoids = {g for card in self.cards for g in card.told.get("candidates", ())}
        rows = Jurisdiction.snippet_viewset.choices().filter(geoid__in=geoids)
        return {row.geoid: row for row in rows} if geoids else {}

    def candidates(self, card):
        """Return (GEOID, label) of the places that a card may mean, [] for one."""
        geoids = card.told.get("candidates", ())
        rows = [self.candidates_by_geoid.get(geoid) for geoid in geoids]
        return [(row.geoid, label_of(row)) for row in rows if row is not None]

    @cached_property
    def names(self):
        """The names that cells can be filled from: {id of the list: names}."""
        found = {}
        for kind in dict.fromkeys(NAMED.values()):
            names = (card.name for card in self.cards if card.kind == kind)
            found[f"names-{kind.value}"] = list(dict.fromkeys(filter(None, names)))
        return found
