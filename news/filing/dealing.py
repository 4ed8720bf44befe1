"""Dealing the cards of an article: what intake suggests, as cells and passages."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.models import Organization
from news.enums import CardDecision, SuggestionKind
from news.filing.cells import Cells, place_words
from news.filing.existing import find_existing
from news.filing.happenings import worded
from news.filing.kinds import CARDS, REFERENCE
from news.filing.quoting import passage_of
from news.filing.wording import policy_title
from news.intake.articles import Article
from news.intake.extraction import Known, suggest
from news.intake.known import national_gazetteer
from news.intake.rules import EARLIER
from news.models import Card, Intake
from policies.enums import EventKind, PredecessorRelation, Stance, StatementKind

# What somebody said, of which only a reader can tell which side it takes.
WORDS_OF_ONE = {StatementKind.PARAPHRASE, StatementKind.QUOTE}
SIDES = {Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL}
# Kinds that are dealt as they are, and those that an article may only mention.
KEPT = (SuggestionKind.POLICY, SuggestionKind.PLACE)
MENTIONED = (SuggestionKind.AGENCY, SuggestionKind.BODY, SuggestionKind.OFFICIAL)


@transaction.atomic
def deal(intake):
    """Deal the cards of an article that has none yet, and return them.

    What is sure is accepted from the start and can be taken back; what is unsure
    waits for an editor. A record that a card is beyond doubt is named on it.
    """
    # Of two who come first the second finds the cards that the other was dealt.
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.cards.exists():
        return list(Card.objects.of(intake))
    article = Article(
        intake.text,
        headline=intake.title,
        published=intake.published,
        language=intake.language,
    )
    known = Known(tuple(Organization.objects.values_list("name", flat=True)))
    suggestions = suggest(article, national_gazetteer(), known)
    # The record's own words are in its own language, whoever is at work.
    with translation.override(settings.LANGUAGE_CODE):
        cards = Dealer(intake, suggestions).cards()
    find_existing(cards)
    Card.objects.bulk_create(cards)
    return list(Card.objects.of(intake))


class Dealer:
    """One article's suggestions on their way to cards."""

    def __init__(self, intake, suggestions):
        self.intake = intake
        self.suggestions = [one for one in suggestions if one.kind in CARDS]
        self.by_kind = defaultdict(list)
        for one in self.suggestions:
            self.by_kind[one.kind].append(one)
        self.cells = Cells(intake, self.by_kind)

    def cards(self):
        """Return the cards, unsaved, those of one kind beside each other."""
        dealt, keys = [], set()
        for kind in CARDS:
            for suggestion in self.by_kind[kind]:
                cells = self.cells.of_kind[kind](suggestion)
                for card in self.dealt(suggestion, cells):
                    if card.key not in keys:
                        keys.add(card.key)
                        dealt.append(card)
        for number, card in enumerate(dealt):
            card.sort_order = number
        self.leave_mentioned(dealt)
        return dealt

    def leave_mentioned(self, cards):
        """Leave to an editor who is only mentioned: no place's policy, no other card.

        Everybody whom a place's policy, vote or statement may lean on stays.
        """
        accepted = [c for c in cards if c.decision == CardDecision.ACCEPTED]
        records = [card for card in accepted if not CARDS[card.kind].is_named]
        places = {card.cells.get("place") for card in records}
        said = {
            fold_name(part)
            for card in accepted
            for name, text in card.cells.items()
            if name not in ("name", "family_name", "place")
            for part in text.split("; ")
        }
        for card in accepted:
            called = (card.name, card.cells.get("abbreviation", ""))
            names = set(map(fold_name, called))
            here = card.cells.get("place") in places
            if card.kind in MENTIONED and not here and not names & said:
                card.decision = CardDecision.OPEN
                card.doubt = _("Only mentioned: nothing else here leans on it.")

    def dealt(self, suggestion, cells):
        """Return the cards of a suggestion: one, or with what it presupposes."""
        card = self.card(suggestion, cells)
        self.doubt(card)
        relation = suggestion.values.get("predecessor_relation")
        if suggestion.kind is SuggestionKind.POLICY and relation:
            return [self.presupposed(suggestion, card), card]
        return [card]

    def card(self, suggestion, cells):
        """Return the card of a suggestion with its passage."""
        told = told_of(suggestion, self.cells.acts.get(suggestion.key, ()))
        text, passage = self.intake.text, suggestion.passage
        start, end = passage_of(text, passage.start, passage.end, cells.values())
        return Card(
            intake=self.intake,
            key=suggestion.key,
            kind=suggestion.kind,
            cells={name: said for name, said in cells.items() if said},
            told=told,
            quote=text[start:end],
            start=start,
            end=end,
            paragraph=passage.paragraph,
            more=[[one.start, one.end] for one in suggestion.more],
            rule=str(suggestion.rule)[:300],
            doubt=str(suggestion.doubt)[:300],
            speaker=suggestion.speaker[:160],
            decision=CardDecision.ACCEPTED if suggestion.sure else CardDecision.OPEN,
        )

    def doubt(self, card):
        """Leave to an editor what the article gives too little of, and say what.

        A policy stays: its votes and statements lean on it, and what it lacks is
        one choice.
        """
        if card.decision != CardDecision.ACCEPTED or card.kind in KEPT:
            return
        columns = CARDS[card.kind].sheet.columns
        missing = [c for c in columns if c.needed and not card.cells.get(c.name)]
        seat = ("place", "agency", "body", "organization")
        unseated = card.kind == SuggestionKind.OFFICIAL and not any(
            card.cells.get(name) for name in seat
        )
        if missing or unseated:
            words = "; ".join(str(column.words) for column in missing)
            card.doubt = _("To be written: %s") % (words or _("of which place."))
            card.decision = CardDecision.OPEN
        elif takes_side(card.cells):
            card.doubt = _("Whether these words take that side is yours to say.")
            card.decision = CardDecision.OPEN

    def presupposed(self, suggestion, card):
        """Return the card of the earlier agreement, which somebody wants to extend."""
        told = suggestion.values
        lapsed = told["predecessor_relation"] == PredecessorRelation.RESTORATION
        earlier = self.card(suggestion, {})
        earlier.more = []
        earlier.key = f"{suggestion.key}-earlier"
        kept = ("place", "type", "model", "direction")
        earlier.cells = {name: card.cells[name] for name in kept if name in card.cells}
        earlier.cells["title"] = policy_title(told["type"], told["program_model"])
        earlier.cells["event_1"] = (
            EventKind.LAPSED if lapsed else EventKind.REPORTED
        ).value
        earlier.told = {"places": card.told["places"]}
        earlier.rule = str(EARLIER)
        for kind, passage, _when in told["events"]:
            if kind == EventKind.REPORTED:  # the article tells of it by itself
                at = passage_of(
                    self.intake.text, passage.start, passage.end, earlier.cells.values()
                )
                earlier.start, earlier.end = at
                earlier.quote = self.intake.text[slice(*at)]
                earlier.paragraph = passage.paragraph
                break
        card.cells["predecessor"] = f"{REFERENCE}{earlier.key}"
        return earlier


def takes_side(cells):
    """Return whether a statement's words are said to take a side on the matter."""
    return cells.get("kind") in WORDS_OF_ONE and cells.get("stance") in SIDES


def told_of(suggestion, acts=()):
    """Return what no cell of a card holds: GEOIDs, dates as worded, passages."""
    values = suggestion.values
    told = {"places": places_of(suggestion)}
    if values.get("candidates"):
        told["candidates"] = list(values["candidates"])
    if values.get("date_phrase") or values.get("date"):
        told["date"] = worded(values)
    if acts:
        told["events"] = [act.told() for act in acts]
    return told


def places_of(suggestion):
    """Return {name: GEOID} of the places that a suggestion is sure of."""
    values = suggestion.values
    if suggestion.kind is SuggestionKind.PLACE:
        geoid = values["geoid"]
        return {place_words(suggestion): geoid} if geoid else {}
    geoid = values.get("jurisdiction")
    return {values["jurisdiction_name"]: geoid} if geoid else {}
