"""What a suggestion would say of its record, as the cells of a card."""

import re
from collections import defaultdict

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind, Office
from news.enums import SuggestionKind
from news.filing.happenings import acts_of, written
from news.filing.kinds import REFERENCE
from news.filing.quoting import without_dateline
from news.filing.wording import (
    law_title,
    letter_summary,
    letter_title,
    matter_words,
    motion_words,
    policy_title,
    signers,
    statement_summary,
    statement_title,
)
from policies.enums import (
    Direction,
    LawEffect,
    PolicyType,
    PredecessorRelation,
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
# Offices that say little without the title the article gives.
TITLED = {
    Office.CHAIR,
    Office.STAFF,
    Office.SPOKESPERSON,
    Office.LEADER,
    Office.ATTORNEY,
    Office.CABINET,
}
# Digits of the GEOID of a state; a shorter one is the nation's.
STATE_DIGITS = 2
WITH_ICE = re.compile(r"\bICE\b|Immigration and Customs Enforcement|\b287\(g\)")
LOCAL = {
    AgencyKind.POLICE: re.compile(r"\b[Pp]olice\b|\b[Pp]olicía\b"),
    AgencyKind.SHERIFF: re.compile(r"\b(?:[Ss]heriff|[Dd]eputies|[Aa]lguacil)"),
}
OFFICERS = (" officers", " deputies", " officials", " officer", " deputy")


class Cells:
    """The cells of one article's cards, kind by kind; a policy before what is on it."""

    def __init__(self, intake, by_kind):
        self.intake, self.by_kind = intake, by_kind
        self.acts = {
            one.key: acts_of(one, intake.published)
            for one in by_kind[SuggestionKind.POLICY]
        }
        self.policies = {}  # the key of a place's policy card, by the place's name
        self.matters = {}  # what it is called in a sentence
        self.of_kind = {
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
        # The first one of a place is what its votes and statements are about.
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
            "speaker_label": _("Those who gathered") if gathering else "",
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
            "speaker_label": signers(len(signed)) if signed else _("Those who signed"),
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
