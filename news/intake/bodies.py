"""Bodies that vote: by their name, or as “the council” once they were named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jurisdictions.enums import BodyKind
from news.intake.gazetteer import Place
from news.intake.places import Places
from news.intake.reading import Reading
from news.intake.sentences import Sentence

COUNCIL = (
    r"(?:city|town|village|metro|borough|county|common|municipal|tribal|"
    r"parish)? ?council(?! ?members?\b|man|woman|or\b)|"
    r"board of aldermen|aldermen|(?:city |town )?(?:council ?members|"
    r"councilors|councilmen)|concejo(?: municipal)?|ayuntamiento|"
    r"cabildo|consejo municipal|concejales|regidores"
)
COMMISSION = (
    r"(?:board of (?:county )?commissioners|(?:county |city |town "
    r")?commission(?:ers)?'?"
    r"(?: court)?|commissioners court|comisi[óo]n (?:del condado|de la "
    r"ciudad|municipal)|"
    r"junta de comisionados|comisionados(?: del condado)?|comisi[óo]n)"
)
BOARD = (
    r"(?:(?:county )?board of (?:supervisors|trustees|selectmen|education|"
    r"chosen freeholders|"
    r"directors|mayor and commissioners)|(?:(?:school|county|village|select|"
    r"town) ?)?board(?! (?:of|members?)\b)|"
    r"supervisors|selectmen|(?:village |town(?:ship)? )?trustees|county "
    r"legislature|quorum court|fiscal "
    r"court|police jury|"
    r"junta de supervisores|junta escolar|supervisores|school committee|town meeting)"
)
LEGISLATURE = (
    r"(?:state )?(?:house of representatives|house of delegates|general assembly|"
    r"legislature|legislators|lawmakers|assembly)|(?-i:House|Senate)|"
    r"legislatura|asamblea(?: legislativa| general)?|c[áa]mara de representantes|"
    r"senado(?: estatal)?|legisladores"
)
COMMITTEE = (
    r"(?:[\w&]+ ){0,2}?(?:sub)?committee(?: of the whole)?|"
    r"comit[ée](?: de [\w ]{3,30}?)?"
)
FAMILIES = (
    ("council", BodyKind.COUNCIL, COUNCIL),
    ("commission", BodyKind.COMMISSION, COMMISSION),
    ("board", BodyKind.COMMISSION, BOARD),
    ("legislature", BodyKind.LEGISLATURE, LEGISLATURE),
    ("committee", BodyKind.COMMITTEE, COMMITTEE),
)
FINDERS = tuple(
    (family, kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for family, kind, words in FAMILIES
)
# A story may name a body by its members alone: “Select Board member Ann Lee”.
_members = r"(?= ?(?:members?|man|woman|person)\b)"
IMPLIED = (
    (
        "council",
        BodyKind.COUNCIL,
        re.compile(rf"\b(?P<body>(?i:(?:city |town |village )?council)){_members}"),
    ),
    (
        "board",
        BodyKind.COMMISSION,
        re.compile(
            rf"\b(?P<body>(?i:(?:select ?|town |village |county )board)){_members}"
        ),
    ),
)
OF_PLACE = re.compile(
    r" (?:of|in|de|del|de la|en) (?:the |la |el )?(?:[Cc]ity of |[Cc]ondado de |"
    r"[Cc]iudad de )?$"
)
# The noun alone stands for the body; it is no name of it.
GENERIC = re.compile(
    r"(?:the |el |la |los |las )?(?:(?:city|county|town|village|state) "
    r")?(?:council|commission|board|committee|members|council ?members|"
    r"commissioners|supervisors|aldermen|trustees|lawmakers|legislators|"
    r"concejo|comisión|"
    r"comisionados|concejales|house|senate|legislature)$",
    re.IGNORECASE,
)
# “The board” is the Board of Commissioners where no other board is named.
ALIKE = ("board", "commission")
NO_BODY = re.compile(
    r"^ (?:member|chamber|chair|president|district|seat|race|candidate|meeting)s?\b"
)


@dataclass(frozen=True)
class Body:
    """A body as an article prints it; `place` is what it governs, if that is clear."""

    name: str
    family: str
    kind: BodyKind
    place: Place | None
    start: int
    end: int
    sentence: Sentence

    @property
    def is_named(self) -> bool:
        """Whether the words are its name, more than “the council”."""
        return GENERIC.match(self.name) is None


class Bodies:
    """The bodies of one article, in the order of the text."""

    def __init__(self, everything: list[Body]) -> None:
        self.everything = everything
        self._meant: dict[tuple[str, str], Body] = {}

    def named(self) -> list[Body]:
        """Return each body once under its fullest name, those with a place first."""
        kept: dict[tuple[str, str], Body] = {}
        for body in self.everything:
            if not body.is_named or body.family == "committee":
                continue
            key = body.family, body.place.geoid if body.place else ""
            if key not in kept or _fullness(body) > _fullness(kept[key]):
                kept[key] = body
        placed = {family for family, place in kept if place}
        return [
            body
            for (family, place), body in kept.items()
            if place or family not in placed
        ]

    def meant(self, body: Body) -> Body:
        """Return the body that “the council” means: the one of the family named last.

        A body with a place of its own means itself, under its fullest name.
        """
        key = body.family, body.place.geoid if body.place else ""
        if body.place is not None and key in self._meant:
            return self._meant[key]
        same = [one for one in self.everything if one.family == body.family]
        if body.family in ALIKE and not any(one.place for one in same):
            same = [one for one in self.everything if one.family in ALIKE]
        if body.place is not None:
            full = [one for one in same if one.place == body.place and one.is_named]
            self._meant[key] = max(full, key=_fullness, default=body)
            return self._meant[key]
        placed = [one for one in same if one.place is not None and one.is_named]
        before = [one for one in placed if one.start <= body.start]
        if body.is_named and not placed:
            return body
        return (before or placed or [body])[-1 if before else 0]

    def before(self, place: int, sentence: Sentence) -> Body | None:
        """Return the body named last in a sentence before a place of the text."""
        own = [
            body
            for body in self.everything
            if body.sentence is sentence and body.start < place
        ]
        return own[-1] if own else None

    def latest(self, place: int) -> Body | None:
        """Return the body named last before a place of the text, no committee."""
        own = [
            body
            for body in self.everything
            if body.start < place and body.family != "committee"
        ]
        return own[-1] if own else None


def _fullness(body: Body) -> tuple[bool, int]:
    """Return how well words name a body: a usual name before “Council of …”."""
    return " of the " not in body.name, len(body.name)


def bodies_of(reading: Reading, places: Places) -> Bodies:
    """Return every mention of a body in an article's story."""
    found = [
        body
        for sentence in reading.told
        for body in _in_sentence(sentence, reading, places)
    ]
    if not any(body.family not in ("committee", "legislature") for body in found):
        found += [
            _body(sentence, family, kind, *match.span("body"), places, None)
            for sentence in reading.told
            for family, kind, pattern in IMPLIED
            for match in pattern.finditer(sentence.plain)
        ]
        found.sort(key=lambda body: body.start)
    return Bodies(found)


def _in_sentence(
    sentence: Sentence, reading: Reading, places: Places
) -> Iterator[Body]:
    """Yield the bodies that one sentence mentions, in order."""
    found = []
    # In a part of the story that a place's name heads, “the council” is that place's.
    section = places.heading_of(sentence.start)
    taken: list[tuple[int, int]] = []
    for family, kind, pattern in FINDERS:
        for match in pattern.finditer(sentence.plain):
            start, end = match.start(), match.end()
            start += len(match[0]) - len(match[0].lstrip())
            if any(start < till and since < end for since, till in taken):
                continue
            if NO_BODY.match(sentence.plain[end:]) and family == "committee":
                continue
            taken.append((start, end))
            found.append(_body(sentence, family, kind, start, end, places, section))
    yield from sorted(found, key=lambda body: body.start)


def _body(
    sentence: Sentence,
    family: str,
    kind: BodyKind,
    start: int,
    end: int,
    places: Places,
    section: Place | None,
) -> Body:
    """Return a body with the place that stands before or behind its noun."""
    text, offset = sentence.plain, sentence.start
    place = None
    for since, till, named in places.between(offset, sentence.end):
        first, last = since - offset, till - offset
        between = text[last:start] if last <= start else ""
        if first < start and (last >= start or between in (" ", "'s ", "' ")):
            start, place = first, named
            break
        if first > end and OF_PLACE.fullmatch(text[end:first]):
            # “Commissioners in Hall County” is no name; “Council of Hall” is one.
            end = end if re.match(r" (?:in|en) ", text[end:]) else last
            place = named
            break
    if place is None and family == "legislature":
        place = _state_before(text[:start], places)
    elif place is None:
        place = section
    return Body(
        text[start:end], family, kind, place, offset + start, offset + end, sentence
    )


def _state_before(before: str, places: Places) -> Place | None:
    """Return the state of a chamber that is named without it, if one state rules."""
    if re.search(r"U\.S\. $", before):
        return None
    code = places.context_state()
    return places.gazetteer.state(code) if code else None
