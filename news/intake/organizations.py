"""Groups with a side: in lists, in rows, by their speakers, or acting themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jurisdictions.derive import fold_name
from jurisdictions.enums import OrganizationKind
from news.intake.groups import ALLOWED_PUBLIC, PUBLIC, WORDS, is_group
from news.intake.lists import INTRODUCES, ROW, lists_of, row_of
from news.intake.people import People, Person
from news.intake.reading import Reading
from news.intake.rows import row_before, row_behind
from news.intake.sentences import Sentence
from news.intake.stances import stance_in
from policies.enums import Stance

KINDS = (
    (
        OrganizationKind.FAITH,
        r"Church|Iglesia|Diocese|Congregation|Synagogue|Mosque|"
        r"Interfaith|Methodist|Baptist|Catholic",
    ),
    (OrganizationKind.CIVIL_RIGHTS, r"Civil Liberties|Civil Rights"),
    (
        OrganizationKind.LABOR,
        r"Union|SEIU|AFL-CIO|Worker|Local \d+|Fraternal Order|Trabajadores",
    ),
    (OrganizationKind.NEIGHBORHOOD, r"Neighborhood|Neighbors|Vecinos"),
    (OrganizationKind.POLITICAL, r"Party|Democrat|Republican"),
    (OrganizationKind.LEGAL, r"Legal|Law Center|Defenders"),
)
ROWS = re.compile(
    rf"\b(?:(?:[Mm]embers|[Rr]epresentatives|leaders|organizers|volunteers|"
    rf"miembros|representantes|activists) (?:of|from|with|de|del) (?:the )?|"
    rf"(?:groups|organizations|nonprofits|advocates|advocacy groups|"
    rf"organizaciones|grupos|churches|unions|opponents|supporters|"
    rf"signatories|signers|signatarios|coalition)(?:,)? ?"
    rf"(?:including|such as|like|included|are|incluyen|como|incluyendo|"
    rf"incluidas|entre ellas|among them|-)[:,]? (?:the |la |el )?|"
    rf"(?:(?:signed|backed|supported|opposed|endorsed|drafted|praised|"
    rf"criticized) by|firmada por|apoyada por|joined by|sent by|led by|"
    rf"organized by|"
    rf"organizada por) (?:the )?){ROW}"
)
# “The group Friends of the River”: called a group, whatever its name.
CALLED = re.compile(
    r"\b(?:[Gg]roups?|[Oo]rganizations?|[Nn]onprofits?|[Cc]oalition|"
    r"[Gg]rupos?|[Oo]rganizaci[óo]n(?:es)?) (?:called |known as |"
    r"llamad[oa]s? )?(?=[A-ZÁÉÍÓÚ])"
)
# “…, an Ohio nonprofit that sued”
IS_CALLED = re.compile(
    r", (?:an?|una?|the) (?:[\w-]+ ){0,4}?(?:group|organization|nonprofit|"
    r"coalition|grupo|organización)\b"
)
ACTS = re.compile(
    r"(?<=[\w),.]) (?P<verb>(?:also |have |has |had |all |both |ha |han |se "
    r")*(?:opposes?d?|supports?(?:ed)?|supported|backs?|backed|endorsed?|"
    r"urged?|urges|"
    r"condemned|criticized|denounced|praised|applauded|called (?:on|for)|"
    r"sued|filed|asked|signed|said|welcomed|protested|rallied|organized|"
    r"opuso|opone[n]?|opusieron|apoya[n]?|apoyó|respaldó|respalda[n]?|"
    r"criticó|criticaron|denunció|denunciaron|pidió|pidieron|exigió|"
    r"exigieron|rechazó|rechazaron|rechaza[n]?|demandó|firmó|firmaron|dijo|"
    r"celebró|celebrated|hailed|cheered|blasted|slammed|decried|pressed|demanded|"
    r"campaigned|lobbied|pushed|thanked|warned|argued|held|packed|staged|"
    r"celebraron|aplaudió|aplaudieron|apoyaron|respaldaron|marcharon|exhortó)\b)"
)
# “The lawsuit, filed in county court by the Defense Project”
SUIT_BY = re.compile(
    rf"\b(?i:lawsuit|suit|complaint|demanda)\b[^.;\"]{{0,40}}\b(?:filed|brought|"
    rf"presentada|interpuesta)\b[^.;\"]{{0,60}}?\b(?:by|por) (?:the |la |el )?{ROW}"
)
# What is described as a group may be named for a county.
GOVERNMENT = re.compile(
    r"\b(?:City|Council|Commission|Department|Police|Sheriff|Board)\b"
)
SUED = re.compile(r"\bthat (?:has )?sued\b|\bque demandó\b")
MEMBERS_OF = re.compile(
    r"^(?:Members|Representatives|Leaders|Supporters|Volunteers|Activists|Miembros|"
    r"Representantes|Integrantes) (?:of|from|with|de|del) (?:the )?"
)
ASIDE = re.compile(r", [^,]{3,80},$")
BEHALF = re.compile(
    r"\b(?:said|says|dijo)(?: that| que)? (?:the |la |el "
    r")?(?P<group>[A-Z][A-Z&-]{2,})\b"
)
DESCRIBED = re.compile(
    r"^,? (?:a|an|the|una?) (?:[\w-]+ ){0,5}(?:group|organization|nonprofit|"
    r"coalition|union|congregation|organización|grupo|network|advocacy)\b"
)
STOPS = frozenset(("of", "for", "and", "the", "de", "del", "la", "y", "in", "on", "&"))


@dataclass(frozen=True)
class FoundOrganization:
    """A group as an article prints it, with the side it takes there."""

    name: str
    stance: Stance
    sentence: Sentence
    rule: str
    sure: bool = True
    role: str = ""
    evidence: Sentence | None = None

    @property
    def kind(self) -> OrganizationKind:
        """What the group is, as far as its own name says."""
        for kind, words in KINDS:
            if re.search(rf"\b(?:{words})", self.name):
                return kind
        return OrganizationKind.UNKNOWN


def organizations_of(
    reading: Reading, people: People, known: Iterable[str] = ()
) -> list[FoundOrganization]:
    """Return the groups of an article that take a side, sign or speak, each once."""
    found: list[FoundOrganization] = [
        *_listed(reading),
        *_in_rows(reading),
        *_called(reading),
        *_suing(reading),
        *_speaking(reading, people),
        *_acting(reading, people, known),
    ]
    merged: dict[str, FoundOrganization] = {}
    for one in found:
        _merge(merged, one)
    return list(merged.values())


def _listed(reading: Reading) -> Iterator[FoundOrganization]:
    """Yield the groups of bulleted lists that a sentence introduces as such."""
    for listed in lists_of(reading):
        if not INTRODUCES.search(listed.intro.plain):
            continue
        stance = stance_in(listed.intro.plain)
        if stance == Stance.NONE:
            stance = _stance_of_letter(reading, listed.intro)
        for item in listed.items:
            name = re.sub(r"[.;,]$", "", item.plain).strip()
            if len(name.split()) <= 12 and name[:1].isalnum():
                yield FoundOrganization(
                    name, stance, item, "list", evidence=listed.intro, role="signed"
                )


def _suing(reading: Reading) -> Iterator[FoundOrganization]:
    """Yield the groups that a lawsuit was filed by."""
    for sentence in reading.told:
        for match in SUIT_BY.finditer(sentence.plain):
            if reading.in_speech(sentence.start + match.start()):
                continue
            for name in row_of(match["row"]):
                if is_group(name):
                    yield FoundOrganization(name, Stance.OPPOSES, sentence, "acts")


def _stance_of_letter(reading: Reading, intro: Sentence) -> Stance:
    """Return the side of the letter that a list's signers signed, as told before."""
    if not re.search(r"sign|firm", intro.plain, re.IGNORECASE):
        return Stance.NONE
    for sentence in reading.told:
        if re.search(r"\b(?:letter|carta|petition|petición)\b", sentence.plain):
            stance = stance_in(sentence.plain)
            if stance in (Stance.OPPOSES, Stance.SUPPORTS):
                return stance
    return Stance.NONE


def _in_rows(reading: Reading) -> Iterator[FoundOrganization]:
    """Yield the groups of “members of X, Y and Z”."""
    for sentence in reading.told:
        for match in ROWS.finditer(sentence.plain):
            if reading.in_speech(sentence.start + match.start()):
                continue
            stance = stance_in(sentence.plain)
            if stance == Stance.NONE:
                near = (*reading.before(sentence, 1), *reading.after(sentence, 1))
                stance = next(
                    (side for one in near if (side := stance_in(one.plain)) in _SIDES),
                    Stance.NONE,
                )
            for name in row_of(match["row"]):
                if is_group(name):
                    yield FoundOrganization(
                        name, stance, sentence, "row", sure=stance in _SIDES
                    )


_SIDES = (Stance.SUPPORTS, Stance.OPPOSES)


def _called(reading: Reading) -> Iterator[FoundOrganization]:
    """Yield what an article calls a group, with the side its sentence takes."""
    for sentence in reading.told:
        text = sentence.plain
        rows = [row_behind(text, match.end()) for match in CALLED.finditer(text)]
        described = [
            row_before(text, match.start()) for match in IS_CALLED.finditer(text)
        ]
        stance = Stance.OPPOSES if SUED.search(text) else stance_in(text)
        for row in (*rows, *described):
            if reading.in_speech(sentence.start + max(text.find(row), 0)):
                continue
            for name in row_of(re.sub(r"^(?:The|But|And) ", "", row)):
                own = GOVERNMENT if row in described else PUBLIC
                if " " in name and (is_group(name) or not own.search(name)):
                    yield FoundOrganization(
                        name, stance, sentence, "called", sure=stance in _SIDES
                    )


def _speaking(reading: Reading, people: People) -> Iterator[FoundOrganization]:
    """Yield the groups that people lead or speak for, with the side these take."""
    for person in people.everyone:
        if (
            not person.group
            or not person.leads_group
            or not _may_be_group(person.group)
        ):
            continue
        stance, evidence = _side_of(person, reading)
        yield FoundOrganization(
            re.sub(r"^the ", "", person.group),
            stance,
            person.sentence,
            "speaker",
            sure=_is_certain(person.group),
            role=f"{person.name}, {person.role}",
            evidence=evidence,
        )


def _may_be_group(name: str) -> bool:
    return not PUBLIC.search(name) or ALLOWED_PUBLIC.search(name) is not None


def _is_certain(name: str) -> bool:
    return bool(WORDS.search(name)) or len(name.split()) > 1 or name.isupper()


def _side_of(person: Person, reading: Reading) -> tuple[Stance, Sentence | None]:
    """Return the side that somebody takes in what they are told to say or do."""
    surname = person.name.split()[-1]
    for sentence in reading.told:
        text = sentence.plain
        if surname not in text and person.group not in text:
            continue
        place = text.find(surname)
        rest = text[place:] if place >= 0 and '"' not in text else text
        stance = stance_in(rest)
        if stance in _SIDES:
            return stance, sentence
    for sentence in reading.told:
        if surname in sentence.plain:
            for after in reading.after(sentence, 1):
                if after.plain.startswith('"') or reading.in_speech(after.start):
                    stance = stance_in(after.plain)
                    if stance in _SIDES:
                        return stance, after
    return Stance.NONE, None


def _acting(
    reading: Reading, people: People, known: Iterable[str]
) -> Iterator[FoundOrganization]:
    """Yield the groups that act or speak themselves: “The ACLU of Georgia sued”."""
    handed = {fold_name(name) for name in known}
    for sentence in reading.told:
        if len(sentence.plain) > 700:
            continue
        for match in ACTS.finditer(sentence.plain):
            if reading.in_speech(sentence.start + match.start()):
                continue
            stance = stance_in(match["verb"] + sentence.plain[match.end() :])
            if re.search(r"\b(?:sued|demandó)\b", match["verb"]):
                stance = Stance.OPPOSES
            for name in _actors(sentence.plain[: match.start()], reading.is_spanish):
                certain = is_group(name) or fold_name(name) in handed
                if certain and not people.named(name):
                    yield FoundOrganization(
                        name, stance, sentence, "acts", sure=stance in _SIDES
                    )


def _actors(before: str, is_spanish: bool) -> list[str]:
    """Return the capital names in a row that end where a verb begins."""
    bare = re.sub(r", (?:which|who|that|que)$", "", ASIDE.sub("", before))
    row = row_before(bare, len(bare))
    article = r"^(?:(?:El|La|Los|Las) )+" if is_spanish else r"^(?:(?:But|And|The) )+"
    row = MEMBERS_OF.sub("", re.sub(article, "", row))
    return list(row_of(row)) if row else []


def _merge(merged: dict[str, FoundOrganization], one: FoundOrganization) -> None:
    """Add a group, or the side and fuller name of one that is there already."""
    for key, other in merged.items():
        if same_group(one.name, other.name):
            best = one if len(one.name) > len(other.name) else other
            stance = other.stance if other.stance in _SIDES else one.stance
            sure = other.sure or one.sure
            merged[key] = replace(other, name=best.name, stance=stance, sure=sure)
            return
    merged[fold_name(one.name)] = one


def same_group(name: str, other: str) -> bool:
    """Return whether two names are one group's: the same, or its initials."""
    one, two = fold_name(name), fold_name(other)
    if one == two or one.removeprefix("the ") == two.removeprefix("the "):
        return True
    bare_one = fold_name(re.sub(r" ?\([A-Z]{2,}[\w-]*\)", "", name))
    bare_two = fold_name(re.sub(r" ?\([A-Z]{2,}[\w-]*\)", "", other))
    if bare_one == bare_two:
        return True
    return _initials_fit(name, other) or _initials_fit(other, name)


def _initials_fit(short: str, long: str) -> bool:
    """Return whether capitals are the initials of a longer name, printed or not."""
    if not re.fullmatch(r"[A-Z]{3,7}", short):
        return False
    if f"({short})" in long:
        return True
    words = [word for word in re.split(r"[\s-]+", long) if word.casefold() not in STOPS]
    return "".join(word[0] for word in words if word).upper() == short


def behalf_in(text: str, groups: list[FoundOrganization]) -> str:
    """Return the group for which a speaker speaks, told by its capitals, or ""."""
    match = BEHALF.search(text)
    if match is None:
        return ""
    return next(
        (one.name for one in groups if same_group(match["group"], one.name)), ""
    )
