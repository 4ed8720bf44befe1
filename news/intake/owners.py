"""Whose policy a sentence is about: who acts, by name, by office or as “the city”."""

from __future__ import annotations

import re

from news.intake.acts import Act
from news.intake.gazetteer import Place
from news.intake.people import People
from news.intake.roles import COUNTY, NATION, STATE, TOWN
from news.intake.seats import Seats
from news.intake.sentences import Sentence
from policies.enums import (
    EventKind,
    PolicyType,
)

CITY = re.compile(
    r"\b(?:the|this|la|esta) (?:city|town|village|ciudad|borough|"
    r"municipality|ayuntamiento|police department|council)\b|\b(?:city|town) "
    r"(?:officials|leaders|council)\b|\b[Ll]ocal police\b|\b(?:city|town) "
    r"police\b",
    re.IGNORECASE,
)
COUNTY_WORD = re.compile(
    r"\b(?:the|this|el|este|la) (?:county|parish|condado|sheriff(?:'s office|'s "
    r"department)?|jail|alguacil|cárcel)\b|\bcounty (?:officials|jail|"
    r"commissioners)\b|\bsheriff's (?:office|department)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:Trump|Biden|Obama|president|White House|Congress|Legislature|"
    r"lawmakers|federal government|Justice Department|governor|Gov\.|the "
    r"state|legislatura|gobernador[a]?|state law|legislators|attorney "
    r"general)\b"
)
# The government itself; a body of another level than the policy's place.
ROW_GAP = re.compile(r"(?:, [A-Z][a-z.]+)?(?:, | and |, and | y |, y | & )(?:the )?")
NEAR = re.compile(r"(?:[Nn]ear|[Oo]utside|[Ll]ike|cerca de|[Uu]nlike) (?:\w+ )?$")
FAR = 170  # characters from a place's name to what it does


def places_of_act(
    act: Act, kind: PolicyType, sentence: Sentence, seats: Seats, people: People
) -> list[Place]:
    """Return whose policy an act is about: who acts, by name, office or “the city”."""
    text, offset = sentence.plain, sentence.start
    subject = text[: act.start]
    named = _named_before(act, sentence, seats)
    if named:
        return named
    person = _person_near(act, sentence, seats, people)
    if person is not None:
        return person
    if ELSEWHERE.search(subject[-90:]) and not CITY.search(subject):
        return []
    for pattern, level in ((COUNTY_WORD, COUNTY), (CITY, TOWN)):
        if pattern.search(subject) or (act.passive and pattern.search(text)):
            place = seats.at(offset + act.start, level)
            return [place] if place else []
    inside = [
        place
        for since, _till, place in seats.places.between(offset, sentence.end)
        # A dateline says where the story comes from, not whose it is.
        if not place.is_state and not _is_dateline(since - offset, text)
    ]
    told_of = (EventKind.PROPOSED, EventKind.REPORTED, EventKind.UNDER_CONSIDERATION)
    if inside and (act.kind in told_of or act.passive):
        return inside[:1]
    place = seats.at(offset + act.start)
    return [place] if place and _is_anaphora(subject) else []


def _is_dateline(start: int, text: str) -> bool:
    """Return whether a sentence opens with a place that the story is only sent from."""
    return start == 0 and re.match(r"[^a-z]{3,}.{0,40}? - ", text) is not None


def _is_anaphora(subject: str) -> bool:
    """Return whether a subject points back: “it”, “the proposal”, “the agreement”."""
    return (
        re.search(
            r"(?:^|\b)(?:[Ii]t|[Tt]hey|[Tt]he (?:proposal|proposed|agreement|"
            r"partnership|measure|resolution|ordinance|"
            r"policy|department|agency|order|program|plan|contract|deal|new)|"
            r"[Aa] (?:proposal|proposed|resolution|measure)|[Tt]his|[Ll]a "
            r"(?:propuesta|medida|resolución|ordenanza)|"
            r"[Ee]l (?:acuerdo|convenio|departamento|concejo))\b",
            subject,
        )
        is not None
        or not subject.strip()
    )


def _named_before(act: Act, sentence: Sentence, seats: Seats) -> list[Place]:
    """Return the places that a sentence names as those who act.

    “Hialeah and Coral Gables signed” names two; “in Texas, the sheriff signed” none.
    """
    text, offset = sentence.plain, sentence.start
    spans = seats.places.between(offset, offset + act.start)
    kept: list[Place] = []
    following = 0
    for since, till, place in reversed(spans):
        if place.is_state or seats.reading.in_speech(since):
            continue
        if _is_dateline(since - offset, text):
            continue
        if not kept and (
            NEAR.search(text[: since - offset]) or act.start - (till - offset) > FAR
        ):
            continue
        if kept and not ROW_GAP.fullmatch(text[till - offset : following - offset]):
            break
        kept.append(place)
        following = since
    if act.passive and not kept:
        behind_spans = seats.places.between(offset + act.end, sentence.end)
        kept = [place for _s, _t, place in behind_spans[:1] if not place.is_state]
    return list(dict.fromkeys(reversed(kept)))


def _person_near(
    act: Act, sentence: Sentence, seats: Seats, people: People
) -> list[Place] | None:
    """Return the place of the official who acts, None if none does; [] if not local."""
    text = sentence.plain
    subject = text[: act.start]
    behind = (
        re.match(r"[^;]{0,80}?\b(?:by|por) (?:[\w.]+ ){0,3}", text[act.end :])
        if act.passive
        else None
    )
    part = subject if behind is None else text[act.end : act.end + behind.end() + 60]
    best = None
    for person in people.everyone:
        for name in {person.name, person.name.split()[-1]}:
            place = part.rfind(name)
            if place >= 0 and (best is None or place > best[0]):
                best = place, person
    if best is None:
        return None
    person = best[1]
    if person.of in (NATION, STATE) or person.leads_group or person.former:
        return []
    seat, _told = seats.of_person(person)
    return [seat] if seat else []
