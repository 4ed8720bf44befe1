"""Court cases: who sued whom, in which court, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from news.intake.dates import FoundDate, nearest
from news.intake.decisions import UNREAL
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from policies.enums import CaseClaim, CaseStatus

_who = (
    r"(?:[Tt]he |[Ee]l |[Ll]a )?(?:[A-ZÁÉÍÓÚÑ][\w&.'-]*(?:(?: (?:of|for|and|the|"
    r"de|del|la|y))* [A-ZÁÉÍÓÚÑ][\w&.'-]*){0,8}|(?:two|three|four|several|a "
    r"group of|\w+) (?:residents|immigrants|families|men|women|people|plaintiffs|"
    r"nonprofits|groups)|city|county|state|sheriff|ciudad|condado|estado)"
)
SUED = re.compile(
    rf"(?P<plaintiff>{_who}),? (?:\w+ly |has |have |had |also |ha )?(?:sued|"
    rf"demandó a|demandaron a|demandó|filed suit against|filed a (?:federal |"
    rf"state |class-action |civil rights )*(?:lawsuit|suit|complaint) (?:\w+ "
    rf")?against|presentó una demanda contra|presentaron una demanda contra) "
    rf"(?P<defendant>{_who})"
)
FILED = re.compile(
    rf"(?:lawsuit|suit|complaint|demanda)[^;]{{0,60}}?(?:filed|brought|"
    rf"presentada|interpuesta)(?: \w+){{0,5}}? (?:by|por) "
    rf"(?P<plaintiff>{_who})(?:[^;]{{0,80}}?(?:against|contra) "
    rf"(?P<defendant>{_who}))?"
)
HAS_FILED = re.compile(
    rf"(?P<plaintiff>{_who}),? (?:has |have |had |ha )?(?:filed|presentó|"
    rf"presentaron|interpuso) (?:a|an|una) (?:[\w-]+ ){{0,3}}(?:lawsuit|suit|"
    rf"complaint|demanda)(?:[^;]{{0,80}}?(?:against|contra) "
    rf"(?P<defendant>{_who}))?"
)
COURT = re.compile(
    r"\b(?:(?:U\.S\.|US|United States|federal|state|superior|circuit|county|"
    r"district) )+(?:[Dd]istrict |[Cc]ircuit |[Ss]uperior )?[Cc]ourt(?:(?: "
    r"for the| of| in)(?: the)? (?:[A-Z][\w.]+ ?){1,5})?|"
    r"\b(?:[A-Z][\w-]+ ){1,3}(?:Superior|Circuit|District|Chancery|Supreme) "
    r"Court\b|\bcorte federal\b|\btribunal (?:federal|superior|de distrito)\b|"
    r"\bfederal court\b"
)
OUTCOMES = (
    (
        CaseStatus.ENJOINED,
        r"(?:judge|court|juez[a]?|tribunal|corte)\b[^;]{0,60}\b(?:blocked|"
        r"enjoined|halted|temporarily (?:blocked|halted)|issued (?:an?|a "
        r"temporary|a preliminary) (?:injunction|restraining order)|bloqueó|"
        r"suspendió|paralizó)|(?:was|were) (?:blocked|enjoined|halted) by (?:a|"
        r"the) (?:[\w-]+ ){0,2}(?:judge|court)",
    ),
    (
        CaseStatus.DISMISSED,
        r"(?:judge|court|juez[a]?|tribunal)\b[^;]{0,60}\b(?:dismissed|threw out|"
        r"tossed|desestimó)|(?:lawsuit|suit|case|complaint|"
        r"demanda)\b[^;]{0,40}\b(?:was|were|fue) (?:dismissed|thrown out|tossed|"
        r"desestimada)",
    ),
    (
        CaseStatus.SETTLED,
        r"\b(?:settled|reached a settlement|agreed to (?:pay|settle)|settlement "
        r"of|llegaron a un acuerdo extrajudicial)\b(?=[^;]{0,80}(?:lawsuit|suit|"
        r"case|claims|demanda))|(?:lawsuit|suit|case)\b[^;]{0,40}\b(?:was|were) "
        r"settled",
    ),
    (CaseStatus.APPEALED, r"\b(?:appealed|apeló|filed an appeal)\b"),
    (
        CaseStatus.DECIDED,
        r"(?:judge|court|juez[a]?|tribunal|corte)\b[^;]{0,50}\b(?:ruled|sided "
        r"with|found that|upheld|struck down|falló|dictaminó|declared)",
    ),
)
SOUGHT = re.compile(
    r"\b(?:asked (?:a|the) (?:[\w-]+ ){0,2}(?:judge|court)|(?:wants|seeks|"
    r"seeking|want|sought) [^;]{0,60}\b(?:clarification|ruling|declaratory "
    r"judgment|decision|opinion)\b[^;]{0,30}\b(?:from|by) (?:a|the) "
    r"(?:[\w-]+ )?(?:court|judge)|"
    r"pidió a (?:un|la|el) (?:juez|corte|tribunal)|declaratory (?:judgment|"
    r"action|relief))\b",
    re.IGNORECASE,
)
MATTER = re.compile(
    r"\b(?:ICE|immigra\w+|287|detainer\w*|sanctuary|deport\w*|agreement|"
    r"policy|ordinance|resolution|law|SB|HB|inmigra\w+|migra\w+|acuerdo|ley|"
    r"ordenanza|jail|sheriff)\b",
    re.IGNORECASE,
)
CLAIMS = (
    (CaseClaim.DECLARATORY_JUDGMENT, r"declaratory|clarif|declare|aclar"),
    (
        CaseClaim.INJUNCTION,
        r"injunction|block|halt|stop|restraining|bloquear|suspender|prevent|void|"
        r"overturn|strike down",
    ),
    (CaseClaim.DAMAGES, r"damages|compensation|daños|\$\d"),
)


@dataclass
class FoundCase:
    """A court case as an article tells it; what it does not tell stays empty."""

    plaintiff: str
    defendant: str
    court: str
    status: CaseStatus
    claim: CaseClaim
    sentence: Sentence
    date: FoundDate | None
    rule: str


def cases_of(reading: Reading, dates: list[FoundDate]) -> list[FoundCase]:
    """Return the court cases of an article, an outcome joined to its case."""
    found: list[FoundCase] = []
    for sentence in reading.told:
        case = _filed(sentence, reading, dates) or _sought(sentence, reading, dates)
        if case is not None:
            if not any(_same(case, other) for other in found):
                found.append(case)
            else:
                _add(next(other for other in found if _same(case, other)), case)
        status = _outcome(sentence, reading)
        if status is not None and (found or MATTER.search(sentence.plain)):
            if not found:
                found.append(_case(sentence, "", "", status, dates, "outcome"))
            elif found[-1].status in (
                CaseStatus.FILED,
                CaseStatus.SOUGHT,
                CaseStatus.DECIDED,
            ):
                found[-1].status = status
            court = COURT.search(sentence.plain)
            found[-1].court = found[-1].court or (court[0] if court else "")
    return found


def _case(
    sentence: Sentence, plaintiff: str, defendant: str, status: CaseStatus,
    dates: list[FoundDate], rule: str,
) -> FoundCase:  # fmt: skip
    text = sentence.plain
    court = COURT.search(text)
    claim = next(
        (kind for kind, words in CLAIMS if re.search(words, text)), CaseClaim.UNKNOWN
    )
    return FoundCase(
        _bare(plaintiff),
        _bare(defendant),
        court[0].strip() if court else "",
        status,
        claim,
        sentence,
        nearest(dates, sentence.start, sentence.end, sentence),
        rule,
    )


def _bare(who: str) -> str:
    return (
        re.sub(r"^(?:[Tt]he|[Ee]l|[Ll]a) (?=[A-Z])", "", who or "")
        .removesuffix("'s")
        .rstrip(".")
    )


def _filed(
    sentence: Sentence, reading: Reading, dates: list[FoundDate]
) -> FoundCase | None:
    """Return the case that a sentence says was filed."""
    text = sentence.plain
    if not re.search(r"sued|suit|complaint|demand", text):
        return None
    for pattern in (SUED, FILED, HAS_FILED):
        match = pattern.search(text)
        if match is None or reading.in_speech(sentence.start + match.start()):
            continue
        if UNREAL.search(text[: match.start()]) or not _is_about(sentence, reading):
            continue
        return _case(
            sentence,
            match["plaintiff"],
            match["defendant"] or "",
            CaseStatus.FILED,
            dates,
            "filed",
        )
    return None


def _is_about(sentence: Sentence, reading: Reading) -> bool:
    near = (sentence, *reading.before(sentence, 1), *reading.after(sentence, 1))
    return any(MATTER.search(one.plain) for one in near)


def _sought(
    sentence: Sentence, reading: Reading, dates: list[FoundDate]
) -> FoundCase | None:
    """Return the case in which a government wants a court to say what the law is."""
    match = SOUGHT.search(sentence.plain)
    if match is None or reading.in_speech(sentence.start + match.start()):
        return None
    if UNREAL.search(sentence.plain[: match.start()]):
        return None
    return _case(sentence, "", "", CaseStatus.SOUGHT, dates, "sought")


def _outcome(sentence: Sentence, reading: Reading) -> CaseStatus | None:
    """Return what a sentence says became of a case."""
    for status, words in OUTCOMES:
        match = re.search(words, sentence.plain)
        if match is None or reading.in_speech(sentence.start + match.start()):
            continue
        if not UNREAL.search(sentence.plain[: match.start()]):
            return status
    return None


def _same(one: FoundCase, other: FoundCase) -> bool:
    """Return whether two tellings are of one case."""

    def fits(name: str, same: str) -> bool:
        return not name or not same or name in same or same in name

    return fits(one.plaintiff, other.plaintiff) and fits(one.defendant, other.defendant)


def _add(case: FoundCase, other: FoundCase) -> None:
    case.plaintiff = case.plaintiff or other.plaintiff
    case.defendant = case.defendant or other.defendant
    case.court = case.court or other.court
    if case.status == CaseStatus.SOUGHT:
        case.status = other.status
