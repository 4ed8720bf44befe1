"""Police forces, sheriff's offices, jails and federal agencies that articles name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jurisdictions.enums import AgencyKind
from news.intake.gazetteer import Place
from news.intake.places import Places
from news.intake.reading import Reading
from news.intake.sentences import Sentence

LOCAL: tuple[tuple[AgencyKind, str], ...] = (
    (
        AgencyKind.SHERIFF,
        r"(?:County |Parish )?(?:[Ss]heriff's (?:[Oo]ffice|[Dd]epartment)|"
        r"[Ss]heriff's deputies)|"
        r"[Oo]ficina del (?:[Ss]heriff|[Aa]lguacil)",
    ),
    (
        AgencyKind.CORRECTIONS,
        r"(?:County )?(?:[Jj]ail|[Dd]etention [Cc]enter|[Dd]epartment of "
        r"[Cc]orrections|[Cc]orrections [Dd]epartment|[Cc]árcel)",
    ),
    (
        AgencyKind.STATE_POLICE,
        r"(?:[Ss]tate [Pp]olice|[Hh]ighway [Pp]atrol|[Ss]tate [Pp]atrol|"
        r"[Dd]epartment of [Pp]ublic [Ss]afety|[Bb]ureau of [Ii]nvestigation)",
    ),
    (
        AgencyKind.POLICE,
        r"(?:(?:City |Metro(?:politan)? )?[Pp]olice(?: [Dd]epartment| "
        r"[Oo]fficers)?|[Dd]epartamento de [Pp]olicía|[Pp]olicía)",
    ),
    (AgencyKind.PROSECUTOR, r"[Dd]istrict [Aa]ttorney's [Oo]ffice|[Ff]iscalía"),
    (AgencyKind.CONSTABLE, r"[Cc]onstable's [Oo]ffice"),
)
FINDERS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")) for kind, words in LOCAL
)
FEDERAL = re.compile(
    r"\b(?:(?:U\.S\. )?Immigration and Customs Enforcement|Homeland Security "
    r"Investigations|"
    r"Department of Homeland Security|Enforcement and Removal Operations|"
    r"Customs and Border Protection|"
    r"Department of Justice|Justice Department|Border Patrol|Servicio de "
    r"Inmigración y Control de Aduanas|"
    r"Departamento de Seguridad Nacional|ICE|HSI|DHS|CBP)\b"
)
SHORT = {
    "ICE": "Immigration and Customs Enforcement",
    "HSI": "Homeland Security Investigations",
    "DHS": "Department of Homeland Security",
    "CBP": "Customs and Border Protection",
}
INITIALS = re.compile(r"\b(?:[A-Z]{1,4}PD|LAPD|NYPD|[A-Z]{2,3}SO)\b")
OF = re.compile(r" (?:of|de|del|de la) (?:la |el |[Cc]ondado de )?$")


@dataclass(frozen=True)
class Agency:
    """An agency by the words an article prints for it, with its place if clear."""

    name: str
    kind: AgencyKind
    place: Place | None
    start: int
    end: int
    sentence: Sentence


def agencies_of(reading: Reading, places: Places) -> list[Agency]:
    """Return each agency an article's story names, where it does so first."""
    found: dict[tuple[AgencyKind, str], Agency] = {}
    for sentence in reading.told:
        for agency in (*_local(sentence, places), *_federal(sentence)):
            where = agency.place.geoid if agency.place else agency.name
            known = found.setdefault((agency.kind, where), agency)
            if len(agency.name) > len(known.name) and agency.place:
                found[agency.kind, where] = agency
    return sorted(found.values(), key=lambda agency: agency.start)


def _local(sentence: Sentence, places: Places) -> list[Agency]:
    """Return the local agencies of a sentence that name their place."""
    found = []
    text, offset = sentence.plain, sentence.start
    taken: list[tuple[int, int]] = []
    for kind, pattern in FINDERS:
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if any(start < till and since < end for since, till in taken):
                continue
            for since, till, place in places.between(offset, sentence.end):
                first, last = since - offset, till - offset
                before = first < start and text[last:start] in (" ", "'s ", "' ", "")
                inside = first < start < last
                if before or inside:
                    start = first
                elif first >= end and OF.fullmatch(text[end:first]):
                    end = last
                else:
                    continue
                if kind == AgencyKind.STATE_POLICE or not place.is_state:
                    taken.append((start, end))
                    found.append(_agency(sentence, kind, place, start, end))
                break
    for match in INITIALS.finditer(text):
        found.append(
            _agency(sentence, AgencyKind.POLICE, None, match.start(), match.end())
        )
    return found


def _agency(
    sentence: Sentence, kind: AgencyKind, place: Place | None, start: int, end: int
) -> Agency:
    return Agency(
        sentence.plain[start:end],
        kind,
        place,
        sentence.start + start,
        sentence.start + end,
        sentence,
    )


def _federal(sentence: Sentence) -> list[Agency]:
    """Return the federal agencies of a sentence, by their whole names."""
    found = []
    for match in FEDERAL.finditer(sentence.plain):
        name = SHORT.get(match[0], match[0].removeprefix("U.S. "))
        start = sentence.start + match.start()
        found.append(
            Agency(
                name,
                AgencyKind.FEDERAL,
                None,
                start,
                sentence.start + match.end(),
                sentence,
            )
        )
    return found
