"""The names in the cells of one article's cards: its cards first, then the record."""

import re

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from news.enums import SuggestionKind
from news.filing.kinds import REFERENCE, REFERRING
from news.spreadsheets.names import RecordNames, names_of
from news.spreadsheets.values import CellRefused, several

# The kinds of cards that the names in a cell may be of.
NAMING = {
    "agency": SuggestionKind.AGENCY,
    "counterparty": SuggestionKind.AGENCY,
    "body": SuggestionKind.BODY,
    "organization": SuggestionKind.ORGANIZATION,
    "signed_organizations": SuggestionKind.ORGANIZATION,
    "official": SuggestionKind.OFFICIAL,
    "signed_officials": SuggestionKind.OFFICIAL,
    "mover": SuggestionKind.OFFICIAL,
    "seconder": SuggestionKind.OFFICIAL,
}
# Cells that hold several names, parted by semicolons.
SEVERAL = {"signed_organizations", "signed_officials"}
ID = re.compile(r"#?[0-9]{1,18}")


class CardNames(RecordNames):
    """The records that the cards of one article name, each looked up once."""

    def __init__(self, places, left=()):
        super().__init__()
        self.places = places  # by the names that the cards give them
        self.named = {}  # slugs by kind and folded name, as cards are filed
        self.referred = {}  # records by the keys of their cards
        # Kinds and folded names on cards of the article that are not accepted.
        self.left = {(card.kind, fold_name(card.name)) for card in left}

    def learn(self, card, record):
        """Keep what a card's record is called, for the cards that name it."""
        self.referred[card.key] = record
        for name in {fold_name(card.name), *names_of(record)}:
            self.named[SuggestionKind(card.kind), name] = record

    def slug_of(self, column, name):
        """Return the address of what a card of this article calls so, else the name."""
        kind = NAMING.get(column, SuggestionKind.OFFICIAL)
        record = self.named.get((kind, fold_name(name)))
        return record.slug if record is not None else name

    def hint(self, card, row):
        """Say of names that are not found that their own cards are not accepted."""
        words = _("“%s” has a card here that is not accepted: accept it too.")
        for fault in list(row.faults):
            name = card.cells.get(fault.column, "")
            if (NAMING.get(fault.column), fold_name(name)) in self.left:
                row.faults.remove(fault)
                row.refuse(fault.column, words % name)

    def cells(self, card):
        """Return the cells of a card with addresses and ids in place of its names."""
        found = {name: text for name, text in card.cells.items() if text}
        if place := self.places.get(found.get("place", "")):
            found["place"] = place.geoid or found["place"]
        for name, text in found.items():
            if name in SEVERAL or name.endswith("_members"):
                slugs = (self.slug_of(name, one) for one in several(text))
                found[name] = "; ".join(slugs)
            elif name in NAMING:
                found[name] = self.slug_of(name, text)
        for name in REFERRING:
            if found.get(name, "").startswith(REFERENCE):
                record = self.referred.get(found[name].removeprefix(REFERENCE))
                found[name] = f"#{record.pk}" if record is not None else found[name]
        return found

    def by_reference(self, row, name):
        """Return the policy that a cell refers to by its id, None for none."""
        text = row.value(name)
        return text and row.told(name, self.policy, text, None)

    def policy(self, text, place):
        """Return a policy by its id, or one of a place by its address.

        :raises CellRefused: if there is none, or its card makes none.
        """
        refuse_unmade(text)
        if place is None and not ID.fullmatch(text):
            raise CellRefused(_("“%s” is no id of a record: write its number.") % text)
        return super().policy(text, place)

    def organization(self, text):
        """Return an organization, by its name, alias or address.

        :raises CellRefused: if there is none, or several are called so.
        """
        try:
            return super().organization(text)
        except CellRefused as refusal:
            words = _("Accept the card of “%s” too, or take the name out.")
            raise CellRefused(f"{refusal} {words % text}") from None


def refuse_unmade(text):
    """Refuse a reference to a card that has made no record.

    :raises CellRefused: if the text is one.
    """
    if text.startswith(REFERENCE):
        raise CellRefused(
            _("It refers to a card that is not accepted, or is not right yet.")
        )
