"""The words by which an article says that something was done with a policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.decisions import UNREAL
from policies.enums import EventKind


@dataclass(frozen=True)
class Act:
    """Something done, or begun, with an agreement or policy, by words of a sentence."""

    kind: EventKind
    start: int
    end: int
    words: str
    passive: bool = False


SIGN = (
    r"(?:has |have |had |already |also |recently |quietly |officially |both |"
    r"all |each |"
    r"ha |han |ya |)(?:signed(?: on to| onto| up for| off on| into)?|"
    r"entered(?: into)?|inked|executed|joined|"
    r"struck|finalized|reached|firmó|firmaron|firmado|suscribió|suscribieron|"
    r"se (?:unió|sumó|unieron) a[l]?|se adhirió a)"
)
# An agency itself will not have it.
REFUSE = (
    r"(?:(?:declined|refused) (?:an? |the |his |her |ICE's )?(?:\w+ ){0,2}?(?:offers?|"
    r"invitations?|requests?) (?=to )|(?:declined|refused|opted not|decided not|"
    r"chose not|se negó a|decidió no) "
    r"(?:to )?(?=(?:join|sign|enter|participate|renew|unirse|firmar|participar)\b)|"
    r"(?:rejected|turned down|rebuffed|rechazó) (?=(?:an?|the|una?|la|el) (?:[\w$.,]+ )"
    r"{0,4}?(?:offer|invitation|oferta|invitación)\b))"
)
FINDERS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        EventKind.REJECTED_BY_BODY,
        re.compile(rf"\b(?:(?:vetoed|vetó)\b(?= |$)|{REFUSE})", re.IGNORECASE),
    ),
    (
        EventKind.TERMINATED_BY_LEA,
        re.compile(
            r"\b(?:announced\b[^;]{0,60}\b(?:will|would) (?:end|terminate|"
            r"cancel|leave|withdraw from|exit)|(?:signed|issued) an order "
            r"ending|announced (?:the )?end "
            r"of|ended|terminated|rescinded|canceled|cancelled|withdrew "
            r"from|pulled out of|exited|backed out of|"
            r"dropped out of|repealed|revoked|severed|scrapped|left|opted "
            r"out of|(?:pulled|took|taken|withdrew) (?:the|its|his|her|their) "
            r"(?:[\w'-]+ ){1,4}(?:out of|from)|pulled the plug on|did away with|"
            r"cut ties with|walked away from|discontinued|puso fin(?: el \w+)? al?|"
            r"pusieron fin al?|terminó|canceló|"
            r"rescindió|se retiró de|revocó|derogó|abandonó)\b(?= (?:the|its|"
            r"their|his|her|a|an|that|this|from|el|la|su|al?|ICE|ties|"
            r"acuerdo|convenio|contrato|programa|"
            r"all)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.EXPIRED,
        re.compile(
            r"\b(?:(?:let|allowed) (?:the|its|his|her|their|that|an?) [^.;:\"]{3,90}? "
            r"(?:to )?(?:expire|lapse)|dejó (?:vencer|expirar|caducar)|"
            r"(?<=agreement )(?:expired|lapsed)|(?<=contract )(?:expired|lapsed))\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.EXTENDED,
        re.compile(
            r"\b(?:extended|renewed|reauthorized|prorrogó|renovó|extendió)\b(?= "
            r"(?:the|its|their|his|that|an|el|la|su)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.LEA_SIGNED,
        re.compile(
            r"\bbecame (?:the |one of the )?(?:[\w-]+ ){1,7}?to (?:sign(?: on)?|join|"
            r"enter)\b|\bse convirtió en (?:el |la )?(?:\w+ ){1,6}?en (?:firmar|"
            r"unirse)\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.LEA_SIGNED,
        re.compile(rf"\b{SIGN}\b(?=(?: [\w(),'\"$-]+){{1,14}})", re.IGNORECASE),
    ),
    (
        EventKind.AGENCY_APPLIED,
        re.compile(
            r"\b(?:applied (?:for|to)|(?:submitted|sent|filed) (?:an "
            r"application|a letter of (?:interest|intent))|"
            r"has requested|requested to join|applying (?:for|to)|solicitó|"
            r"presentó una solicitud)\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.EFFECTIVE,
        re.compile(
            r"\b(?:took effect|went into effect|has been in (?:effect|place|"
            r"force)|is (?:now )?in (?:effect|force)|takes effect "
            r"immediately|"
            r"entró en vigor|está en vigor|está vigente)\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.ADOPTED,
        re.compile(
            r"\b(?:(?:issued|signed|released|announced|unveiled|put in place|"
            r"implemented|instituted|adopted|established|enacted|emitió|"
            r"firmó|adoptó|anunció|promulgó)(?= (?:an?|the|una?|la|el|new|"
            r"its|his|her)\b(?: [\w\"'-]+){0,6}? "
            r"(?:policy|executive order|directive|order|general order|"
            r"special order|declaration|proclamation|orden ejecutiva|"
            r"política|directiva|orden|proclama))|"
            r"(?:announced|said|anunció|dijo|informó)\b[^.;\"]{0,80}?\b(?:(?:will|"
            r"would) no "
            r"longer (?:honor|hold|comply|accept|detain|cooperate)|ya no (?:honrará|"
            r"acatará|cumplirá|aceptará|cooperará|colaborará))|"
            r"began prohibiting|stopped (?:honoring|holding|cooperating|"
            r"complying|accepting)|dejó de (?:cooperar|cumplir|acatar|"
            r"honrar))\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.REAFFIRMED,
        re.compile(
            r"\b(?:(?:will |would |continues? to |seguirá siendo |vows? to |"
            r"vowed to )?(?:always |also )?(?:remain|remains|be|stay|stays|"
            r"reaffirm\w*)(?= an? \"?(?:sanctuary|santuario))|"
            r"always will be(?= a sanctuary)|seguirá siendo(?= (?:una "
            r")?ciudad santuario)|reaffirmed(?= .{0,40}sanctuary))",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.REPORTED,
        re.compile(r"\b(?:vigente|in place|in effect|in force) (?=(?:since|desde)\b)"),
    ),
    (
        EventKind.REPORTED,
        re.compile(
            r"\b(?:(?:has|have|had) (?:had |held |long had |maintained |long "
            r")?(?:an? |its |the )?(?!(?:considered|rejected|proposed|ended|declined|"
            r"refused|denied|cancell?ed|terminated|no|not|never|yet)\b)"
            r"(?=(?:[\w()-]+ ){0,4}?(?:agreement|"
            r"partnership|contract|memorandum|287))|"
            r"(?:mantiene|mantienen|maintains?) (?=(?:[\w(),]+ ){0,4}?(?:an?|its|un|"
            r"su) "
            r"(?:[\w()-]+ ){0,3}?(?:agreement|contract|partnership|acuerdo|convenio|"
            r"contrato|287))|(?:has|have|had|with) no (?:plans|intention|intentions) "
            r"(?:to|of) (?:leav|end|withdraw|drop|exit|cancel|terminat)\w*(?= )|"
            r"no (?:tiene|tienen) (?:planes|intención|intenciones) de (?:terminar|"
            r"cancelar|salir|abandonar)|"
            r"(?:currently |already |also |now )?(?:participates?|takes? "
            r"part|is enrolled|is participating|has participated|have "
            r"participated|participa) (?:in|en)\b|"
            r"is (?:one of|among) (?:\w+ ){1,6}(?:that|with|to have)\b|"
            r"(?:has |have )?(?:been part of|been in)\b|(?:has run|has "
            r"operated|runs|operates) (?=an? )|is part of|"
            r"operates? under|currently (?:has|holds|houses)|(?:does not|"
            r"doesn't|do not|don't|no longer|only|routinely|generally|fully|"
            r"always|will not|won't|refuses to|no) "
            r"(?:honors?|compl(?:y|ies) with|accepts?|holds?|detains?|cumple "
            r"con|honra|acata)\b|honors (?:all|every|most|some|ICE|federal|"
            r"immigration)|"
            r"houses? (?=(?:\w+ ){0,3}(?:ICE|immigration) detainees)|"
            r"tiene[n]? (?:un |una )?(?=(?:acuerdo|convenio|contrato|"
            r"memorando))|"
            r"(?:permite|allows|lets|permits|enables|authorizes) (?:the |"
            r"both |los |las |a )?(?:agencies|department|agencias|"
            r"departamento|jail|sheriff|county|city)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        # Who is to end or renew what is theirs has it.
        EventKind.REPORTED,
        re.compile(
            r"\bto (?:end|cancel|terminate|keep|leave|exit|rescind|drop|"
            r"terminar|cancelar|rescindir) (?:its|their|his|her|the "
            r"(?:county|city|town|parish|sheriff)'s|su) "
            r"(?:current |existing |own )?(?=(?:[\w()-]+ ){0,3}?(?:contract|"
            r"agreement|partnership|287|participation|contrato|acuerdo|"
            r"convenio))",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.UNDER_CONSIDERATION,
        re.compile(
            r"\b(?:(?:is|are|was|were|been|begin|began|still) (?:\w+ly "
            r")?(?:considering|weighing|mulling|debating|reviewing|studying|"
            r"pondering|exploring|discussing|evaluating|deciding)|"
            r"(?:considers|weighs|mulls|debates|ponders|considered|discussed|"
            r"debated) (?:whether|joining|signing|entering|ending|a |an |the "
            r")|"
            r"whether (?:to|it should|they should|the \w+ (?:should|will|"
            r"must|can)|(?:they|it) (?:are|is) (?:legally )?(?:required|"
            r"obligated) to) (?:\w+ )?(?:sign|join|enter|renew|extend|end|"
            r"participate|approve|adopt)|"
            r"(?:undecided|has not decided|have not decided|hasn't decided|"
            r"no decision|not made a decision|yet to decide)|"
            r"(?:considera|evalúa|analiza|estudia|debate|sopesa)n? (?:si|"
            r"firmar|unirse|la|el|un|una)|has not (?:yet )?signed|have not "
            r"(?:yet )?signed|hasn't signed)\b",
            re.IGNORECASE,
        ),
    ),
    (
        EventKind.PROPOSED,
        re.compile(
            r"\b(?:proposed|introduced|submitted|sponsored|drafted|unveiled|"
            r"brought forward|put forward|is proposing|wants the \w+ to|"
            r"(?:a|the|this|his|her|un|una|la|el) (?:proposed |draft "
            r")?(?:proposal|resolution|ordinance|measure|policy|agreement|"
            r"memorandum|plan|propuesta|resolución|ordenanza|medida|acuerdo|"
            r"convenio)"
            r"(?: [\w'-]+){0,8}? (?:would|que permitiría|permitiría|"
            r"limitaría|prohibiría|que prohibiría|declararía|establecería)|"
            r"proposal (?:to|that would)|propuso|propuesta (?:de|para|que)|"
            r"presentó (?:una|la))\b",
            re.IGNORECASE,
        ),
    ),
)
PASSIVE_SIGN = re.compile(
    r"\b(?:was|were|been|fue|fueron) (?:\w+ly )?(?:signed|executed|finalized|"
    r"firmad[oa]s?|suscrit[oa]s?)\b"
    r"|(?<=[a-z,] )(?:signed|firmad[oa]) (?=(?:last|in|on (?!to\b)\w|by|Mon|Tues|"
    r"Wednes|"
    r"Thurs|Fri|Satur|Sun|el|en|por|January|February|March|April|May|June|"
    r"July|August|Sept|Oct|Nov|Dec))",
    re.IGNORECASE,
)
# A way of speaking of all: it is no act of anybody's.
ANYBODY = re.compile(
    r"\b(?:(?:agencies|cities|counties|departments|jurisdictions|communities|"
    r"governments|sheriffs|municipalities|"
    r"states|ciudades|condados|agencias)\b(?! of [A-Z])(?: (?:that|which|who|"
    r"across|nationwide|in|around|like|have|with|que)\b[^,.]{0,60})?|"
    r"anyone|others|those|dozens of [^,.]{0,40}|hundreds of [^,.]{0,40}|more "
    r"than \d[^,.]{0,60}|\d+ (?:other )?(?:agencies|counties|cities|"
    r"sheriffs)[^,.]{0,40}|"
    r"several [^,.]{0,40}|many [^,.]{0,40}|some [^,.]{0,40}) ?$",
    re.IGNORECASE,
)


def acts_in(text: str) -> list[Act]:
    """Return what a sentence says was done with a policy, in order, once each."""
    found: list[Act] = []
    for act in _acts(text):
        if not any(act.start < one.end and one.start < act.end for one in found):
            found.append(act)
    return sorted(found, key=lambda act: act.start)


def _acts(text: str) -> Iterator[Act]:
    for match in PASSIVE_SIGN.finditer(text):
        if UNREAL.search(text[max(0, match.start() - 60) : match.start()]) is None:
            yield Act(EventKind.LEA_SIGNED, match.start(), match.end(), match[0], True)
    for kind, pattern in FINDERS:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            weighed = kind in (
                EventKind.UNDER_CONSIDERATION,
                EventKind.PROPOSED,
                EventKind.REAFFIRMED,
            )
            if not weighed and UNREAL.search(before):
                continue
            if ANYBODY.search(text[: match.start()][-90:]):
                continue
            yield Act(kind, match.start(), match.end(), match[0])
