"""Dealing the cards of an article: what intake suggests, as cells and passages."""

import re
from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind, Office
from jurisdictions.models import Organization
from news.enums import CardDecision, SuggestionKind
from news.filing.existing import find_existing
from news.filing.happenings import acts_of, worded, written
from news.filing.kinds import CARDS, REFERENCE
from news.filing.quoting import passage_of, without_dateline
from news.filing.wording import (
    law_title,
    letter_summary,
    letter_title,
    matter_words,
    motion_words,
    policy_title,
    statement_summary,
    statement_title,
)
from news.intake.articles import Article
from news.intake.extraction import Known, suggest
from news.intake.known import national_gazetteer
from news.intake.rules import EARLIER
from news.models import Card, Intake
from policies.enums import (
    Direction,
    EventKind,
    LawEffect,
    PolicyType,
    PredecessorRelation,
    Stance,
    StatementKind,
)

NATION = "United States"
ICE = "Immigration and Customs Enforcement"
HSI = "Homeland Security Investigations"
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
LIMITS = re.compile(
    r"\b(?:limit|restrict|refus|declin|prohibit|bar|ban|sanctuary|santuario|prohíb|"
    r"rechaz|restring)\w*",
    re.IGNORECASE,
)
LIMITING_LAWS = {LawEffect.LIMITS_COOPERATION, LawEffect.BANS_287G}
# What somebody said, of which only a reader can tell which side it takes.
WORDS_OF_ONE = {StatementKind.PARAPHRASE, StatementKind.QUOTE}
SIDES = {Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL}
# Offices that say little without the title the article gives.
TITLED = {
    Office.CHAIR,
    Office.STAFF,
    Office.SPOKESPERSON,
    Office.LEADER,
    Office.ATTORNEY,
    Office.CABINET,
}
# Kinds that are dealt as they are, and those that an article may only mention.
KEPT = (SuggestionKind.POLICY, SuggestionKind.PLACE)
MENTIONED = (SuggestionKind.AGENCY, SuggestionKind.BODY, SuggestionKind.OFFICIAL)
# Digits of the GEOID of a state; a shorter one is the nation's.
STATE_DIGITS = 2
WITH_ICE = re.compile(r"\bICE\b|Immigration and Customs Enforcement|\b287\(g\)")
LOCAL = {
    AgencyKind.POLICE: re.compile(r"\b[Pp]olice\b|\b[Pp]olicía\b"),
    AgencyKind.SHERIFF: re.compile(r"\b(?:[Ss]heriff|[Dd]eputies|[Aa]lguacil)"),
}
OFFICERS = (" officers", " deputies", " officials", " officer", " deputy")


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
        self.acts = {
            one.key: acts_of(one, intake.published)
            for one in self.by_kind[SuggestionKind.POLICY]
        }
        self.policies = {}  # the key of a place's policy card, by the place's name
        self.matters = {}

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
        short = "".join(word[0] for word in name.split() if word[0].isupper())
        printed = re.search(rf"\b{short}\b", self.intake.text) if federal else None
        return {
            "name": name,
            "abbreviation": short if printed else "",
            "kind": one.values["kind"],
            "place": place,
        }

    def body(self, one):
        """Return the cells of a body."""
        place = one.values["jurisdiction_name"]
        name = without_dateline(one.values["name"])
        return {"name": name, "kind": one.values["kind"], "place": place}

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
            "direction": direction_of(kind, one.passage.text),
            "agency": self.agency_of(one),
            "counterparty": self.counterparty_of(one),
            "instrument": known(told["instrument"]),
            "predecessor_relation": told["predecessor_relation"],
        }
        for number, act in enumerate(self.acts[one.key], start=1):
            cells[f"event_{number}"] = act.kind
            cells[f"event_{number}_date"] = written(act.date)
        # The last one of a place is what its votes and statements are about.
        self.policies.setdefault(place, one.key)
        self.matters.setdefault(place, matter_words(kind, extends=extends))
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
        matter = self.matters.get(place, "")
        members = defaultdict(list)
        for name, option in told["ballots"]:
            members[f"{option}_members"].append(name)
        counts = ("yes_count", "no_count", "abstain_count", "absent_count")
        return {
            "place": place,
            "body": without_dateline(told["body"]),
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
        matter = self.matters.get(place, "")
        who = self.speaker(one)
        speaker = next((said for said in who.values() if said), "")
        gathering = told["kind"] == StatementKind.GATHERING
        # What is said of a day to come was not said on it.
        published = self.intake.published
        ahead = bool(published and told["date"] and told["date"] > published)
        return {
            "place": place,
            "title": statement_title(told["kind"], told["stance"], speaker, matter),
            "kind": told["kind"],
            "stance": told["stance"],
            "summary": statement_summary(told["kind"], told["stance"], speaker, matter),
            "quote": told["quote"].rstrip(",") if told["kind"] != "paraphrase" else "",
            "policy": self.matter(place),
            "date": "" if ahead else written(told),
            "date_phrase": "" if ahead else told["date_phrase"],
            **who,
            "speaker_label": "Those who gathered" if gathering else "",
        }

    def letter(self, one):
        """Return the cells of a letter with those who signed it."""
        told, place = one.values, self.place_of(one)
        matter, signed = self.matters.get(place, ""), told["signatories"]
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

    def agency_of(self, one):
        """Return the local agency of a policy, where the article names just one."""
        place, said = one.values["jurisdiction_name"], self.words_of(one)
        mine = {
            self.agency(other)["name"]
            for other in self.by_kind[SuggestionKind.AGENCY]
            if other.values["jurisdiction_name"] == place
            and (kind := LOCAL.get(other.values["kind"]))
            and kind.search(said)
        }
        return mine.pop() if len(mine) == 1 else ""

    def counterparty_of(self, one):
        """Return the federal agency that an agreement is with, as the article says."""
        kind, said = one.values["type"], self.words_of(one)
        federal = {
            other.values["name"]
            for other in self.by_kind[SuggestionKind.AGENCY]
            if other.values["kind"] == AgencyKind.FEDERAL
        }
        if kind in (PolicyType.HSI_CUSTOMS_DESIGNATION, PolicyType.HSI_TASK_FORCE):
            return HSI if HSI in federal and HSI in said else ""
        agreement = kind in (PolicyType.PROGRAM_287G, PolicyType.OTHER_AGREEMENT)
        return ICE if agreement and ICE in federal and WITH_ICE.search(said) else ""

    def words_of(self, one):
        """Return the sentences that tell of a suggestion."""
        return " ".join(part.text for part in (one.passage, *one.more))

    def place_of(self, one):
        """Return the place a statement is about.

        A mayor speaks of the own city; a governor, a president and everybody else of
        the place whose policy, or which itself, the article told of last.
        """
        seat, geoid = self.seat_of(one.values.get("official"))
        if seat in self.policies or len(geoid or "") > STATE_DIGITS:
            return seat
        primary = [
            place
            for place in self.by_kind[SuggestionKind.PLACE]
            if place.values["standing"] == "primary" and place.sure
        ]
        places = self.by_kind[SuggestionKind.POLICY] or primary
        before = [p for p in places if p.passage.start <= one.passage.start]
        nearest = max(before, key=lambda p: p.passage.start, default=None)
        if nearest is None and (seat or not places):
            return seat
        nearest = nearest or places[0]
        return nearest.values.get("jurisdiction_name") or place_words(nearest)

    def seat_of(self, name):
        """Return the place of an official's office, and its GEOID; "" for none."""
        for person in self.by_kind[SuggestionKind.OFFICIAL]:
            if name and person.values["name"] == name:
                return self.official(person)["place"], person.values["jurisdiction"]
        return "", None


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


def direction_of(kind, text):
    """Return whether a policy adds to cooperation, "" where only a source can say.

    Of what depends on its terms, the sentence has to say that it limits something.
    """
    if kind in ADDING:
        return Direction.ADDS.value
    return Direction.LIMITS.value if kind in LIMITING or LIMITS.search(text) else ""


def known(value, unknown="unknown"):
    """Return a choice, "" for the one that says that nobody knows."""
    return "" if value == unknown else value


def letter_signers(signed):
    """Return how those who signed a letter are described."""
    if signed:
        return f"{len(signed)} organizations" if len(signed) > 1 else "1 organization"
    return "Those who signed the letter"
