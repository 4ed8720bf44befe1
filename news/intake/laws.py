"""Laws and bills: by number or name, what they do and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from news.intake.dates import FoundDate, nearest
from news.intake.decisions import UNREAL
from news.intake.gazetteer import Place
from news.intake.places import Places
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from policies.enums import EventKind, LawEffect

NUMBER = re.compile(
    r"\b(?:(?:House|Senate|Assembly) (?:Bill|File)|[HSA]\.?B\.?|HF|SF|LD|LB|"
    r"AB|Proposition|Prop\.|Act|Public Act|"
    r"(?:Proyecto|Ley) (?:de Ley )?(?:del Senado|de la Cámara|[HS]B|SB)) "
    r"(?:No\. )?\d{1,5}(?:-\d+)?\b"
)
ACT = re.compile(
    r"\b(?:the |la )(?P<name>(?:[A-Z][\w'-]+ (?:(?:and|of|for|in) "
    r")?){1,7}(?:Act|Law))\b(?! of the)"
)
STATE_LAW = re.compile(
    r"\b(?:(?P<state>[A-Z]\w+(?: [A-Z]\w+)?)(?:'s)? (?:state )?law|(?:a |the "
    r"|new |existing )?state (?:law|statute)|(?:una |la )?ley estatal)\b"
    r"[^;]{0,50}?\b(?P<verb>requir\w+|prohibit\w*|bars?|barring|bans?|"
    r"banning|forbid\w*|mandat\w+|limits?|oblig\w+|allows?|exige|obliga|"
    r"prohíbe|permite|limita)\b"
)
LEGISLATORS = re.compile(
    r"\b(?:(?P<state>[A-Z]\w+(?: [A-Z]\w+)?)(?:'s)? (?:lawmakers|legislators|"
    r"Legislature|House|Senate|General Assembly)|(?:[Tt]he |[Ss]tate "
    r")(?:Legislature|House|Senate|General Assembly|lawmakers)|la "
    r"legislatura|los legisladores)\b"
    r"[^;]{0,40}?\b(?P<verb>passed|approved|enacted|advanced|rejected|"
    r"killed|aprobó|aprobaron|rechazó)\b[^;]{0,20}?\b(?:a |the |an |un |el "
    r")?(?:[\w-]+ ){0,3}(?:bill|legislation|measure|law|proyecto de ley|ley)\b"
)
FEDERAL_ORDER = re.compile(
    r"\b(?:Trump|Biden|Obama|[Pp]resident)\b[^;]{0,60}\bexecutive order\b|"
    r"\bexecutive order\b[^;]{0,40}\b(?:Trump|Biden|Obama|[Pp]resident)\b"
)
EFFECTS = (
    (
        LawEffect.MANDATES_AGREEMENT,
        r"requir\w+|mandat\w+|oblig\w+|must|exige|forc\w+",
        r"287|agreements?|participat\w+|sign|enter|acuerdos?|convenios?",
    ),
    (
        LawEffect.MANDATES_DETAINERS,
        r"requir\w+|mandat\w+|oblig\w+|must|exige",
        r"detainers?|hold|honor|detenci|retenci",
    ),
    (
        LawEffect.BANS_287G,
        r"ban\w*|bar\w*|prohibit\w*|forbid\w*|prohíbe",
        r"287|agreements with|acuerdos",
    ),
    (
        LawEffect.BANS_SANCTUARY_POLICY,
        r"ban\w*|bar\w*|prohibit\w*|forbid\w*|outlaw\w*|prohíbe|requir\w+",
        r"sanctuary|santuario|refus\w+|polic(?:y|ies) (?:that|limiting)|limiting "
        r"cooperation|comply|cooperat\w+",
    ),
    (
        LawEffect.THREATENS_FUNDING,
        r"strip|withhold|cut|lose|threaten\w*|retener|retirar",
        r"fund\w*|money|grants?|fondos",
    ),
    (
        LawEffect.LIMITS_COOPERATION,
        r"limit\w*|restrict\w*|prohibit\w*|bar\w*",
        r"cooperat\w+|assist\w*|collaborat\w*|immigration enforcement|ask\w*",
    ),
)
STANDING = (
    (
        EventKind.REJECTED_BY_BODY,
        r"\b(?:died|failed|was (?:defeated|rejected|killed)|vetoed|vetó|did not "
        r"pass|murió|fracasó)\b",
    ),
    (EventKind.ENJOINED, r"\b(?:blocked|enjoined|struck down|bloquead[oa])\b"),
    (
        EventKind.EXECUTIVE_SIGNED,
        r"\b(?:signed (?:\w+ ){0,6}(?:into law|law|bill|it|order|\d+)|signed an? "
        r"(?:executive order|bill)|was signed|firmó|signed [HS])\b",
    ),
    (
        EventKind.EFFECTIVE,
        r"\b(?:took effect|takes effect|went into effect|in effect|entró en "
        r"vigor|law (?:requires|prohibits|bars|bans|forbids)|ley (?:exige|"
        r"prohíbe|obliga))\b",
    ),
    (
        EventKind.APPROVED_BY_BODY,
        r"\b(?:passed|approved|cleared|aprobó|aprobaron|aprobado)\b",
    ),
    (
        EventKind.PROPOSED,
        r"\b(?:would|bill|proposed|introduced|filed|pending|proyecto|propuesta)\b",
    ),
)
MATTER = re.compile(
    r"\b(?:immigra\w+|ICE|287|sanctuary|detainers?|deport\w*|inmigra\w+|"
    r"migra\w+|santuario|refus\w+ to cooperate|federal directives?)\b",
    re.IGNORECASE,
)


@dataclass
class FoundLaw:
    """A law or bill as an article prints it, with its state if that is clear."""

    name: str
    place: Place | None
    effect: LawEffect
    event: EventKind
    sentence: Sentence
    date: FoundDate | None
    rule: str
    federal: bool = False


def laws_of(reading: Reading, places: Places, dates: list[FoundDate]) -> list[FoundLaw]:
    """Return the laws and bills that an article speaks of, each once by its name."""
    found: dict[str, FoundLaw] = {}
    for sentence in reading.told:
        for law in _in_sentence(sentence, reading, places, dates):
            known = found.setdefault(law.name.casefold(), law)
            if known.effect == LawEffect.NONE:
                known.effect = law.effect
            if _RANK.index(law.event) < _RANK.index(known.event):
                known.event, known.date = law.event, law.date or known.date
    return list(found.values())


_RANK = [event for event, _words in STANDING]


def _in_sentence(
    sentence: Sentence, reading: Reading, places: Places, dates: list[FoundDate]
) -> list[FoundLaw]:
    """Return the laws of one sentence; of a bill and its name only one."""
    text = sentence.plain
    found = []
    near = (*reading.before(sentence, 1), sentence, *reading.after(sentence, 1))
    if not any(MATTER.search(one.plain) for one in near):
        return []
    for match in NUMBER.finditer(text):
        found.append(_law(match[0], match, "number", sentence, places, dates))
    if not found:
        for match in ACT.finditer(text):
            if not re.match(
                r"(?:Civil Rights|Immigration and Nationality|Voting|Social|"
                r"Patriot|Freedom of|Privacy|Open|Public Records)",
                match["name"],
            ):
                found.append(
                    _law(match["name"], match, "name", sentence, places, dates)
                )
    if not found:
        for pattern, rule in ((LEGISLATORS, "legislature"), (STATE_LAW, "state law")):
            said = pattern.search(text)
            if said is None or not MATTER.search(text):
                continue
            if not UNREAL.search(text[: said.start("verb")][-40:]):
                words = _described(said, text)
                found.append(_law(words, said, rule, sentence, places, dates))
                break
    if not found and (order := FEDERAL_ORDER.search(text)):
        law = _law("executive order", order, "federal order", sentence, places, dates)
        law.federal, law.place = True, None
        found.append(law)
    return [
        law
        for law in found
        if not reading.in_speech(law.sentence.start + text.find(law.name))
    ]


def _described(match: re.Match[str], text: str) -> str:
    """Return the words that stand for a law without a name, up to the clause's end."""
    rest = re.match(
        r"[^;:\"]{0,140}?(?=, (?:if|which|that)\b|[.;:\"]|$)", text[match.start() :]
    )
    return (rest[0] if rest else match[0]).strip(" ,")


def _law(
    name: str, match: re.Match[str], rule: str, sentence: Sentence, places: Places,
    dates: list[FoundDate],
) -> FoundLaw:  # fmt: skip
    text = sentence.plain
    states = [
        place
        for _since, _till, place in places.between(sentence.start, sentence.end)
        if place.is_state
    ]
    said = match.groupdict().get("state")
    place = next((one for one in states if said and said.endswith(one.name)), None)
    place = place or (states[0] if states else None)
    if place is None and (code := places.context_state()):
        place = places.gazetteer.state(code)
    event = standing_in(text)
    start = sentence.start + match.start()
    return FoundLaw(
        name,
        place,
        effect_in(text),
        event,
        sentence,
        nearest(dates, start, sentence.start + match.end(), sentence),
        rule,
    )


def standing_in(text: str) -> EventKind:
    """Return where words say that a law stands; what is only imagined is no event."""
    for event, words in STANDING:
        for match in re.finditer(words, text):
            if event == EventKind.PROPOSED or not UNREAL.search(
                text[: match.start()].rstrip(", ")
            ):
                return event
    return EventKind.PROPOSED


def effect_in(text: str) -> LawEffect:
    """Return what words say that a law does about local cooperation."""
    for effect, does, what in EFFECTS:
        if re.search(rf"\b(?:{does})\b[^;]{{0,120}}\b(?:{what})", text, re.IGNORECASE):
            return effect
    return LawEffect.NONE
