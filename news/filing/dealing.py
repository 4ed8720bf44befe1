"""Dealing the cards of an article: what intake suggests, as cells and passages."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import translation

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind, Office
from jurisdictions.models import Organization
from news.enums import CardDecision, SuggestionKind
from news.filing.existing import find_existing
from news.filing.happenings import acts_of, worded, written
from news.filing.kinds import CARDS, REFERENCE
from news.filing.quoting import passage_of
from news.filing.wording import (
    law_title,
    letter_summary,
    letter_title,
    motion_words,
    policy_title,
    statement_summary,
    statement_title,
)
from news.intake.articles import Article
from news.intake.extraction import Known, suggest
from news.intake.known import national_gazetteer
from news.intake.rules import EARLIER
from news.models import Card
from policies.enums import (
    Direction,
    EventKind,
    LawEffect,
    PolicyType,
    PredecessorRelation,
    StatementKind,
)

NATION = "United States"
# What a type of policy does by what it is; of the others a source has to say so.
ADDING = {
    PolicyType.PROGRAM_287G,
    PolicyType.HSI_CUSTOMS_DESIGNATION,
    PolicyType.HSI_TASK_FORCE,
    PolicyType.DETENTION_CONTRACT,
    PolicyType.OTHER_AGREEMENT,
    PolicyType.COOPERATION_DIRECTIVE,
}
LIMITING = {
    PolicyType.NO_STATUS_INQUIRY,
    PolicyType.NO_ASSISTANCE,
    PolicyType.SANCTUARY_DECLARATION,
    PolicyType.MUNICIPAL_ID_PROTECTION,
}
LIMITING_LAWS = {LawEffect.LIMITS_COOPERATION, LawEffect.BANS_287G}
# Offices that say little without the title the article gives.
TITLED = {
    Office.CHAIR,
    Office.STAFF,
    Office.SPOKESPERSON,
    Office.LEADER,
    Office.ATTORNEY,
    Office.CABINET,
}
OFFICERS = (" officers", " deputies", " officials", " officer", " deputy")


@transaction.atomic
def deal(intake):
    """Deal the cards of an article that has none yet, and return them.

    What is sure is accepted from the start and can be taken back; what is unsure
    waits for an editor. A record that a card is beyond doubt is named on it.
    """
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
        self.acts = {
            one.key: acts_of(one, intake.published)
            for one in self.by_kind[SuggestionKind.POLICY]
        }
        self.policies = {}  # the key of a place's policy card, by the place's name
        self.titles = {}

    def cards(self):
        """Return the cards, unsaved, those of one kind beside each other."""
        cells = {
            SuggestionKind.PLACE: self.place,
            SuggestionKind.AGENCY: self.agency,
            SuggestionKind.BODY: self.body,
            SuggestionKind.OFFICIAL: self.official,
            SuggestionKind.ORGANIZATION: self.organization,
            SuggestionKind.POLICY: self.policy,
            SuggestionKind.LAW: self.law,
            SuggestionKind.VOTE: self.vote,
            SuggestionKind.STATEMENT: self.statement,
            SuggestionKind.LETTER: self.letter,
            SuggestionKind.CASE: self.case,
        }
        dealt, keys = [], set()
        for kind in CARDS:
            for suggestion in self.by_kind[kind]:
                for card in self.dealt(suggestion, cells[kind](suggestion)):
                    if card.key not in keys:
                        keys.add(card.key)
                        dealt.append(card)
        for number, card in enumerate(dealt):
            card.sort_order = number
        return dealt

    def dealt(self, suggestion, cells):
        """Return the cards of a suggestion: one, or with what it presupposes."""
        card = self.card(suggestion, cells)
        relation = suggestion.values.get("predecessor_relation")
        if suggestion.kind is SuggestionKind.POLICY and relation:
            return [self.presupposed(suggestion, card), card]
        return [card]

    def card(self, suggestion, cells):
        """Return the card of a suggestion with its passage."""
        told = told_of(suggestion, self.acts.get(suggestion.key, ()))
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

    def presupposed(self, suggestion, card):
        """Return the card of the earlier agreement, which somebody wants to extend."""
        told = suggestion.values
        lapsed = told["predecessor_relation"] == PredecessorRelation.RESTORATION
        earlier = self.card(suggestion, {})
        earlier.key = f"{suggestion.key}-earlier"
        kept = ("place", "type", "model", "direction")
        earlier.cells = {name: card.cells[name] for name in kept if name in card.cells}
        earlier.cells["title"] = policy_title(told["type"], told["program_model"])
        earlier.cells["event_1"] = (
            EventKind.LAPSED if lapsed else EventKind.REPORTED
        ).value
        earlier.told = {"places": card.told["places"]}
        earlier.rule = str(EARLIER)
        card.cells["predecessor"] = f"{REFERENCE}{earlier.key}"
        return earlier

    # Somebody or something that other cards name

    def place(self, one):
        """Return the cells of a place."""
        return {"place": place_words(one)}

    def agency(self, one):
        """Return the cells of an agency; its officers are it."""
        name = one.values["name"]
        for word in OFFICERS:
            name = name.removesuffix(word)
        federal = one.values["kind"] == AgencyKind.FEDERAL
        place = one.values["jurisdiction_name"] or (NATION if federal else "")
        return {"name": name, "kind": one.values["kind"], "place": place}

    def body(self, one):
        """Return the cells of a body."""
        place = one.values["jurisdiction_name"]
        return {"name": one.values["name"], "kind": one.values["kind"], "place": place}

    def official(self, one):
        """Return the cells of an official with the office that the article names."""
        values, office = one.values, Office(one.values["office"])
        given, family, suffix = parted(values["name"])
        place = values["jurisdiction_name"]
        federal = office in (Office.PRESIDENT, Office.PRESIDENT_ELECT, Office.CABINET)
        at_ice = "ICE" in values["role"].split() and not values["organization"]
        return {
            "given_name": given,
            "family_name": family,
            "suffix": suffix,
            "office": office.value,
            "title": values["role"][:1].upper() + values["role"][1:]
            if office in TITLED
            else "",
            "place": place or (NATION if federal else ""),
            "agency": "ICE" if at_ice and not place else "",
            "organization": values["organization"],
            "former": "yes" if values["former"] else "",
        }

    def organization(self, one):
        """Return the cells of a group."""
        kind = one.values["kind"]
        return {"name": one.values["name"], "kind": "" if kind == "unknown" else kind}

    # Records

    def policy(self, one):
        """Return the cells of an agreement or policy, and of what happened to it."""
        told = one.values
        kind, place = told["type"], told["jurisdiction_name"]
        extends = told["predecessor_relation"] in (
            PredecessorRelation.EXTENSION,
            PredecessorRelation.RENEWAL,
        )
        is_287g = kind == PolicyType.PROGRAM_287G
        cells = {
            "place": place,
            "type": kind,
            "model": told["program_model"] if is_287g else "",
            "title": policy_title(kind, told["program_model"], extends=extends),
            "direction": direction_of(kind),
            "instrument": known(told["instrument"]),
            "predecessor_relation": told["predecessor_relation"],
        }
        for number, act in enumerate(self.acts[one.key], start=1):
            cells[f"event_{number}"] = act.kind
            cells[f"event_{number}_date"] = written(act.date)
        # The last one of a place is what its votes and statements are about.
        self.policies.setdefault(place, one.key)
        self.titles.setdefault(place, cells["title"])
        return cells

    def law(self, one):
        """Return the cells of a law, a bill or an order."""
        told = one.values
        federal = told["type"] == PolicyType.FEDERAL_ORDER
        effect = told["law_effect"]
        limits = effect in LIMITING_LAWS
        return {
            "place": told["jurisdiction_name"] or (NATION if federal else ""),
            "type": told["type"],
            "title": law_title(told["name"]),
            "law_effect": effect,
            "direction": (Direction.LIMITS if limits else Direction.ADDS).value
            if effect
            else "",
            "event_1": told["event"],
            "event_1_date": written(told),
        }

    def vote(self, one):
        """Return the cells of a vote; members only where the article names them."""
        told, place = one.values, one.values["jurisdiction_name"]
        matter = self.titles.get(place, "")
        members = defaultdict(list)
        for name, option in told["ballots"]:
            members[f"{option}_members"].append(name)
        counts = ("yes_count", "no_count", "abstain_count", "absent_count")
        return {
            "place": place,
            "body": told["body"],
            "motion": motion_words(told["motion_kind"], matter),
            "motion_kind": known(told["motion_kind"]),
            "policy": self.matter(place),
            "result": told["result"],
            "date": written(told),
            "date_phrase": told["date_phrase"],
            "method": known(told["method"], "unreported"),
            "described_as_unanimous": "yes" if told["described_as_unanimous"] else "",
            "mover": told["mover"] or "",
            "seconder": told["seconder"] or "",
            **{n: str(told[n]) for n in counts if told[n] is not None},
            **{name: "; ".join(said) for name, said in members.items()},
        }

    def statement(self, one):
        """Return the cells of a statement; no private person's name is among them."""
        told = one.values
        place = self.place_of(one)
        matter = self.titles.get(place, "")
        who = self.speaker(one)
        speaker = next((said for said in who.values() if said), "")
        gathering = told["kind"] == StatementKind.GATHERING
        return {
            "place": place,
            "title": statement_title(told["kind"], told["stance"], speaker, matter),
            "kind": told["kind"],
            "stance": told["stance"],
            "summary": statement_summary(told["kind"], told["stance"], speaker, matter),
            "quote": told["quote"].rstrip(",") if told["kind"] != "paraphrase" else "",
            "policy": self.matter(place),
            "date": written(told),
            "date_phrase": told["date_phrase"],
            **who,
            "speaker_label": "Those who gathered" if gathering else "",
        }

    def letter(self, one):
        """Return the cells of a letter with those who signed it."""
        told, place = one.values, self.place_of(one)
        matter, signed = self.titles.get(place, ""), told["signatories"]
        return {
            "place": place,
            "title": letter_title(len(signed), told["stance"], matter),
            "kind": StatementKind.LETTER.value,
            "stance": told["stance"],
            "summary": letter_summary(
                len(signed), told["addressee"], told["stance"], matter
            ),
            "policy": self.matter(place),
            "speaker_label": letter_signers(signed),
            "signed_organizations": "; ".join(signed),
        }

    def case(self, one):
        """Return the cells of a court case."""
        told, place = one.values, self.place_of(one)
        sides = (told["plaintiff"], told["defendant"])
        return {
            "place": place,
            "caption": " v. ".join(sides) if all(sides) else "",
            "court": told["court"],
            "status": told["status"],
            "claim": known(told["claim"]),
            "filed_on": written(told),
            "policy": self.matter(place),
        }

    # What a card leans on

    def matter(self, place):
        """Return the reference to the policy that a place's votes are about."""
        key = self.policies.get(place)
        return f"{REFERENCE}{key}" if key else ""

    def speaker(self, one):
        """Return the cells that say who speaks, "" in all where nobody can be named."""
        told = one.values
        names = {fold_name(body.values["name"]) for body in self.by_kind["body"]}
        said = fold_name(told["speaker"])
        return {
            "official": told["official"],
            "organization": told["on_behalf_of"],
            "body": told["speaker"] if said in names else "",
        }

    def place_of(self, one):
        """Return the place a statement is about: the speaker's, else the nearest.

        That is the place whose policy, or which itself, the article told of last.
        """
        told = one.values
        for person in self.by_kind[SuggestionKind.OFFICIAL]:
            named = person.values["name"] == told.get("official")
            if named and person.values["jurisdiction_name"] in self.policies:
                return person.values["jurisdiction_name"]
        primary = [
            place
            for place in self.by_kind[SuggestionKind.PLACE]
            if place.values["standing"] == "primary" and place.sure
        ]
        places = self.by_kind[SuggestionKind.POLICY] or primary
        before = [p for p in places if p.passage.start <= one.passage.start]
        nearest = max(before, key=lambda p: p.passage.start, default=None)
        nearest = nearest or next(iter(places), None)
        if nearest is None:
            return ""
        return nearest.values.get("jurisdiction_name") or place_words(nearest)


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


def place_words(suggestion):
    """Return a place as a cell names it, "" while several have the name."""
    values = suggestion.values
    if not values["geoid"]:
        return ""
    if values["level"] in ("state", "district", "territory"):
        return values["name"]
    return f"{values['name']}, {values['state']}"


def parted(name):
    """Return the given names, surname and suffix of a printed name."""
    words = name.split()
    suffix = ""
    if len(words) > 2 and words[-1].strip(".,") in ("Jr", "Sr", "II", "III", "IV"):
        suffix = words.pop().strip(",")
    return " ".join(words[:-1]), words[-1].rstrip(","), suffix


def direction_of(kind):
    """Return whether a type of policy adds to cooperation, "" where it depends."""
    if kind in ADDING:
        return Direction.ADDS.value
    return Direction.LIMITS.value if kind in LIMITING else ""


def known(value, unknown="unknown"):
    """Return a choice, "" for the one that says that nobody knows."""
    return "" if value == unknown else value


def letter_signers(signed):
    """Return how those who signed a letter are described."""
    if signed:
        return f"{len(signed)} organizations" if len(signed) > 1 else "1 organization"
    return "Those who signed the letter"
