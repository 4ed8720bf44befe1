"""People whom an article gives a public role, or who speak for a group."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from jurisdictions.enums import Office
from news.intake.groups import is_group
from news.intake.names import (
    FULL_NAME,
    NAME,
    beginnings,
    same_person,
    surname_of,
    trimmed,
)
from news.intake.reading import Reading
from news.intake.roles import (
    ANY,
    FORMER,
    GROUP,
    LAWYERS,
    LEADERS,
    NATION,
    PLURALS,
    STATE,
    TITLE,
    role_of,
    role_of_plural,
)
from news.intake.sentences import Sentence

_place = r"(?:[A-ZÁÉÍÓÚÑ][\w.'-]+(?: (?:de |del |of )?[A-ZÁÉÍÓÚÑ][\w.'-]+){0,3})"
BEFORE = re.compile(
    rf"(?:(?<=then-)|(?<=ex-)|(?<![\w'-]))(?P<title>{TITLE})"
    rf"(?P<of>(?:,? (?:of|de|del|de la|for)(?: the)? (?:City of |condado de |"
    rf"ciudad de |municipio de )?"
    rf"{_place}(?:, [A-Z][\w.]+)?,)"
    r"|(?<=as mayor),|(?<=as sheriff),|(?: (?:del|de la|of the|for the) "
    r"(?:condado|ciudad|departamento|policía|alcaldía|comisión|concejo|junta|"
    r"county|city|department|sheriff's office))?,(?= "
    r"[A-ZÁÉÍÓÚÑ][^,.\"]{3,40}[,.]))? "
    rf"(?P<name>{NAME})"
)
SEVERAL = re.compile(
    rf"(?<![\w'-])(?P<title>{PLURALS})(?P<who>:? {NAME}(?:(?:,? and|,? y|,| "
    rf"&) {NAME}){{1,8}})"
)
_between = (
    r"(?:[A-Z][\w.&'-]*|the|city|county|town|village|state|local|longtime|current|"
    r"newly|elected|assistant|deputy|police|press|public|affairs|council|board|"
    r"commission|interim|acting|former|nonprofit|group's|city's|county's|town's|"
    r"department's|state's|agency's|council's|board's|university|chapter|regional|"
    r"new|first-term|second-term|veteran|retired|district|at-large|ward|nueva?|actual|"
    r"exalcalde|y)"
)
BEHIND = re.compile(
    rf"(?P<name>{FULL_NAME}),(?: \d\d,)? (?P<lead>(?:(?:the|a|an|el|la|un|una) |"
    rf"who is (?:the |a |an )?|who serves as |quien es )?"
    rf"(?:{_between} ){{0,6}}?)(?P<title>{TITLE}|(?i:{LEADERS}|{LAWYERS}))(?![\w-])"
    r"(?P<tail>[^;:.!?\"]{0,90})"
)
OF_GROUP = re.compile(
    rf"(?P<name>{FULL_NAME}), (?P<lead>)(?P<title>of|with|from|de|del) "
    r"(?P<tail>(?:the |la |el |los |las )?[A-ZÁÉÍÓÚÑ][^;:.!?\",]{3,80})(?=,)"
)
CHAIRS = re.compile(
    rf"(?P<name>{FULL_NAME}), who (?P<title>chairs|leads|heads|directs|runs) "
    r"(?P<tail>[^;:.!?\"]{3,90})"
)
GROUP_BEHIND = re.compile(
    r"^(?: and (?:\w+ ){1,3}?)?(?:,? (?:of|with|for|at|from|de|del|de la|en|con)"
    r"|,)? (?:the |la |el |a )?(?:(?:nonprofit|local|legal|advocacy|immigrant|rights|"
    r"civil|group|organization|organizaci[óo]n|grupo|statewide|state|"
    r"national|chapter of the|"
    r"chapter of) )*(?P<group>(?:[A-ZÁÉÍÓÚÑ][\w&.'-]*)(?:(?: (?:of|for|and|"
    r"the|de|del|la|"
    r"los|las|y|e|para|por|&|in|on|en))* [A-ZÁÉÍÓÚÑ0-9][\w&.'-]*){0,8}(?: "
    r"\([A-Z]{2,}\))?)"
)
# Bodies and offices: whoever leads them is no leader of a group.
PUBLIC = re.compile(
    r"\b(?:council|commission|committee|board of|school board|city|county|town|"
    r"department|sheriff|police|senate|house|legislature|state of|ICE|DHS|concejo|"
    r"condado|ciudad|comisión|comité|alcaldía|Immigration and Customs)\b",
    re.IGNORECASE,
)
# “President” alone is the country's only where no group stands before it.
AFTER_NOTHING = re.compile(
    r"(?:^|[.,;:\"(] |\b(?:to|by|under|of|from|with|against|and|that|when|for|said|"
    r"after|before|former|then-?|as|while|because|if|about|de|del|al|el|por|con|que|"
    r"since|like|U\.S\.|than|between|on|urging|urged|criticized|supports?|"
    r"backs?)[ -]?)$",
    re.IGNORECASE,
)


# “Party chair Ann Lee” leads a party.
PARTISAN = re.compile(
    r"\b(?:party|GOP|Democratic|Republican|Democrats|Republicans|chapter|coalition|"
    r"association|union|club)(?:'s)? (?:vice |co-)?$",
    re.IGNORECASE,
)
LONGEST_NAME = 120  # characters


@dataclass(frozen=True)
class Person:
    """Somebody with a public role, or who leads or speaks for a group.

    `of` is the level of government the office belongs to; "" is for a group's own.
    """

    name: str
    office: Office
    role: str
    of: str
    sentence: Sentence
    start: int
    end: int
    former: bool = False
    group: str = ""
    detail: str = ""
    rule: str = "before"
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def leads_group(self) -> bool:
        """Whether the role is in a group and no public office."""
        return self.of == GROUP

    @property
    def is_whole(self) -> bool:
        """Whether the name has more than a surname."""
        return " " in self.name


class People:
    """The people of one article, each once, found by any way it prints their name."""

    def __init__(self, everyone: list[Person], spans: list[tuple[int, int]]) -> None:
        self.everyone = everyone
        self.spans = sorted(spans)
        self._by_surname: dict[str, list[Person]] = {}
        for person in everyone:
            self._by_surname.setdefault(surname_of(person.name), []).append(person)

    def named(self, name: str) -> Person | None:
        """Return whom a name or surname means, None for a stranger or a doubt."""
        alike = [
            person
            for person in self._by_surname.get(surname_of(name), ())
            if same_person(name, person.name)
        ]
        return alike[0] if len(alike) == 1 else None

    def has_surname(self, word: str) -> bool:
        """Return whether a word is the surname of somebody."""
        return surname_of(word) in self._by_surname

    def holds(self, start: int, end: int) -> bool:
        """Return whether a span of the text touches somebody's name."""
        first = bisect_left(self.spans, (start - LONGEST_NAME,))
        last = bisect_left(self.spans, (end,))
        return any(start < till for _since, till in self.spans[first:last])


def people_of(reading: Reading) -> People:
    """Return the people of an article, each with the first role it gives them."""
    found = [person for sentence in reading.told for person in _in_sentence(sentence)]
    found.sort(key=lambda person: person.start)
    spans = [(person.start, person.end) for person in found]
    merged: list[Person] = []
    for person in found:
        _merge(merged, person)
    return People([_whole(person, reading) for person in merged], spans)


def _in_sentence(sentence: Sentence) -> Iterator[Person]:
    """Yield the people that one sentence gives a role."""
    text = sentence.plain
    for match in BEFORE.finditer(text):
        yield from _titled(sentence, match)
    for match in SEVERAL.finditer(text):
        yield from _several(sentence, match)
    for comma in re.finditer(",", text):
        starts = beginnings(text, comma.start())
        for pattern, told in (
            (BEHIND, _described),
            (OF_GROUP, _of_group),
            (CHAIRS, _chairing),
        ):
            matches = (pattern.match(text, start) for start in starts)
            for match in islice((one for one in matches if one), 1):
                yield from told(sentence, match)


def _titled(sentence: Sentence, match: re.Match[str]) -> Iterator[Person]:
    """Yield the person behind a title."""
    name = trimmed(match["name"])
    role = role_of(match["title"])
    if not name or role is None or _is_name_of_place(sentence, match):
        return
    before = sentence.plain[: match.start()]
    of, office = role.of, role.office
    own = AFTER_NOTHING.search(before) and match["title"][0].isupper()
    if office == Office.PRESIDENT and role.of == NATION and not own:
        return
    if office == Office.CHAIR and PARTISAN.search(before):
        return
    if of == STATE and re.search(r"\b(?:U\.S\.|US|federal)[ -]$", before):
        of = NATION
    if match["of"] == "," and not re.search(
        r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ee]l|[Ll]a|su|[a-z]+'s) "
        r"(?:\w+ ){0,2}$",
        before,
    ):
        return
    start = sentence.start + match.start("name")
    yield Person(
        name,
        office,
        match["title"],
        of,
        sentence,
        start,
        start + len(name),
        former=_is_former(before),
        detail=(match["of"] or "").strip(" ,"),
    )


def _is_former(before: str) -> bool:
    """Return whether words before a title say that the office is of the past."""
    bare = re.sub(r"(?:(?:[A-Z][\w.'-]*|city|county|state),? ){0,4}$", "", before)
    return bool(FORMER.search(before) or FORMER.search(bare))


def _is_name_of_place(sentence: Sentence, match: re.Match[str]) -> bool:
    """Return whether what looks like a name is the rest of a body's or office's."""
    rest = sentence.plain[match.end("name") :]
    lower = match["title"][:1].islower()
    return lower and bool(re.match(r"(?:'s)? (?:County|City|Police)\b", rest))


def _several(sentence: Sentence, match: re.Match[str]) -> Iterator[Person]:
    """Yield the people behind a plural: “council members Ann Lee and Bo Diaz”."""
    role = role_of_plural(match["title"])
    former = _is_former(sentence.plain[: match.start()])
    for one in re.finditer(NAME, match["who"]):
        if name := trimmed(one[0]):
            start = sentence.start + match.start("who") + one.start()
            yield Person(
                name,
                role.office,
                match["title"],
                role.of,
                sentence,
                start,
                start + len(name),
                former=former,
                rule="several",
            )


def _described(sentence: Sentence, match: re.Match[str]) -> Iterator[Person]:
    """Yield the person whom an apposition describes."""
    name = trimmed(match["name"])
    if " " not in name:
        return
    role = role_of(match["title"])
    tail, lead = match["tail"], match["lead"]
    group = GROUP_BEHIND.match(tail)
    own = _group_before(lead)
    public = PUBLIC.search(f"{lead} {tail[:60]}")
    if (group or own) and not public and (role is None or role.of in (ANY, NATION)):
        named = group["group"] if group else own
        office = Office.ATTORNEY if _is_lawyer(match["title"]) else Office.LEADER
        yield _person(sentence, match, name, office, GROUP, group=named)
        return
    if role is None or (role.of == NATION and role.office == Office.PRESIDENT):
        return
    yield _person(sentence, match, name, role.office, role.of)


def _of_group(sentence: Sentence, match: re.Match[str]) -> Iterator[Person]:
    """Yield whom only a group describes: “Ann Lee, of the Rights Center,”."""
    name = trimmed(match["name"])
    group = re.sub(r"^(?:the|la|el|los|las) ", "", match["tail"])
    if " " in name and is_group(group):
        yield _person(sentence, match, name, Office.LEADER, GROUP, group=group)


def _group_before(lead: str) -> str:
    """Return the group named before a role: “Project South organizer”."""
    match = re.search(
        r"((?:[A-Z][\w&.'-]*(?: (?:of|for|and) )? ?){1,6})(?:'s)? ?$", lead
    )
    return match[1].strip().removesuffix("'s") if match else ""


def _is_lawyer(title: str) -> bool:
    return (
        re.search(r"attorney|lawyer|counsel|abogad", title, re.IGNORECASE) is not None
    )


def _person(
    sentence: Sentence,
    match: re.Match[str],
    name: str,
    office: Office,
    of: str,
    group: str = "",
) -> Person:
    """Return the person of an apposition, with the words it describes them by."""
    start = sentence.start + match.start("name")
    role = f"{match['lead']}{match['title']}{_first_part(match['tail'])}".strip()
    return Person(
        name,
        office,
        re.sub(r"^(?:the|a|an|el|la|un|una) ", "", role),
        of,
        sentence,
        start,
        start + len(name),
        former=bool(re.search(r"\b(?:former|retired|ex)\b", match["lead"])),
        group=group,
        detail=match["lead"] + match["tail"],
        rule="behind",
    )


def _first_part(tail: str) -> str:
    """Return what belongs to a role behind it: “ of the committee”, no more."""
    match = re.match(r" (?:of|for|de|del|with|at) [^,]{2,70}", tail)
    return match[0] if match else ""


def _chairing(sentence: Sentence, match: re.Match[str]) -> Iterator[Person]:
    """Yield the person who chairs or leads something: “Ann Lee, who leads …”."""
    name = trimmed(match["name"])
    if " " not in name:
        return
    start = sentence.start + match.start("name")
    public = PUBLIC.search(match["tail"])
    group = GROUP_BEHIND.match(f" {match['tail']}")
    if public or group:
        yield Person(
            name,
            Office.CHAIR if public else Office.LEADER,
            f"{match['title']} {match['tail']}",
            ANY if public else GROUP,
            sentence,
            start,
            start + len(name),
            group="" if public or not group else group["group"],
            rule="behind",
        )


def _merge(merged: list[Person], person: Person) -> None:
    """Add a person, or what they add to one who is there already."""
    for place, other in enumerate(merged):
        if same_person(person.name, other.name):
            longer = person if len(person.name) > len(other.name) else other
            merged[place] = replace(
                other, name=longer.name, names=other.names | {person.name}
            )
            return
    merged.append(replace(person, names=frozenset({person.name})))


def _whole(person: Person, reading: Reading) -> Person:
    """Return a person with the fullest name that the article prints."""
    if person.is_whole:
        return person
    surname = re.escape(person.name)
    for sentence in reading.told:
        if person.name in sentence.plain:
            for match in re.finditer(rf"{FULL_NAME}", sentence.plain):
                name = trimmed(match[0])
                if (
                    re.search(rf" {surname}$", name)
                    and role_of(name.split()[0]) is None
                ):
                    return replace(person, name=name)
    return person
