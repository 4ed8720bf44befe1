"""Agreements and policies by the words that articles call them."""

from __future__ import annotations

import re
from collections import Counter

from policies.enums import Instrument, PolicyType, ProgramModel

_ice = (
    r"(?:ICE\b|Immigration and Customs Enforcement|immigration (?:agents|"
    r"authorities|officials|enforcement)|migraci[óo]n|Inmigraci[óo]n y Control)"
)
TYPES: tuple[tuple[PolicyType, re.Pattern[str]], ...] = (
    (
        PolicyType.PROGRAM_287G,
        re.compile(
            r"287 ?\(?g\)?(?![\w])|\b(?i:(?:jail enforcement|task force|"
            r"warrant service officer) "
            r"(?:model|agreement|program))\b|(?i:\bwarrant service officers?\b)|"
            r"(?i:modelo de (?:grupo de trabajo|fuerza de tarea|cárcel))"
        ),
    ),
    (
        PolicyType.HSI_CUSTOMS_DESIGNATION,
        re.compile(
            r"\b(?i:customs[- ]officers?)\b(?=.{0,120}(?:designat|author|enforce))|"
            r"(?:designat\w+|cross-designat\w+).{0,60}(?i:customs officers?)|"
            r"\b(?:HSI|Homeland Security "
            r"Investigations)\b(?=.{0,80}\b(?:agreement|partnership|"
            r"designat\w+|memorandum)\b)|"
            r"\b(?:agreement|partnership|memorandum)\b.{0,80}\b(?:HSI|"
            r"Homeland Security Investigations)\b|"
            r"(?i:oficiales? de aduanas)(?=.{0,80})|\bTitle 19\b"
        ),
    ),
    (
        PolicyType.HSI_TASK_FORCE,
        re.compile(
            r"(?:HSI|ICE|Homeland Security|federal|(?i:joint))(?:'s)? "
            r"(?i:task force)(?! (?:model|agreement|officer))",
        ),
    ),
    (
        PolicyType.DETENTION_CONTRACT,
        re.compile(
            r"(?i:intergovernmental services? agreement)|\bIGSA\b|(?i:jail "
            r"contract|contrato de la cárcel)|"
            r"(?i:detention (?:services )?(?:contract|agreement))|"
            r"(?i:(?:contract|agreement|deal|contrato|"
            r"acuerdo).{0,50}\b(?:to (?:house|hold|detain|jail)|"
            r"(?:housing|holding|detaining)|para (?:alojar|retener|albergar|"
            r"detener)).{0,50}"
            r"(?:detainees|immigrants|inmates|people|migrantes|detenidos))|"
            r"(?i:\b(?:house|hous|hold|hold)(?:s|ing|ed)? (?:\w+ "
            r"){0,3}(?:ICE|immigration|immigrant) (?:detainees|inmates))|"
            r"(?i:ICE (?:detainees|beds))(?=.{0,60}contract)|(?i:contrato "
            r"de detención)",
        ),
    ),
    (
        PolicyType.DETAINER_POLICY,
        re.compile(
            r"(?i:\bdetainers?\b|\bICE holds?\b|\bICE(?:'s)? requests?\b|"
            r"immigration holds?\b|"
            r"\brequests? (?:from|by) ICE\b|retención migratoria|órdenes? de "
            r"(?:retención|detención)(?: migratoria)?|"
            r"solicitud(?:es)? de (?:retención|detención)|judicial warrants?|"
            r"orden judicial)",
        ),
    ),
    (
        PolicyType.NO_STATUS_INQUIRY,
        re.compile(
            r"(?i:\b(?:ask(?:ing|s)?|inquir\w+|question\w*|discover\w*|"
            r"preguntar)\b.{0,60}(?:immigration|legal) status|"
            r"preguntar.{0,60}estatus migratorio)",
        ),
    ),
    (
        PolicyType.SANCTUARY_DECLARATION,
        re.compile(
            r"(?i:sanctuary (?:cit(?:y|ies)|count(?:y|ies)|status|resolution|"
            r"ordinance|polic(?:y|ies)|jurisdiction|law|for )|"
            r"\ba sanctuary\b|ciudad(?:es)? santuario|condado santuario|"
            r"santuario para)",
        ),
    ),
    (
        PolicyType.WELCOMING_DECLARATION,
        re.compile(
            r"(?i:welcoming[\"']? (?:cit(?:y|ies)|count(?:y|ies)|resolution|"
            r"ordinance|polic(?:y|ies)|community)|ciudad (?:acogedora|de "
            r"bienvenida))"
        ),
    ),
    (
        PolicyType.NO_ASSISTANCE,
        re.compile(
            rf"(?i:oppos\w+ (?:any |all )?(?=cooperation)|limit\w*|"
            rf"restrict\w*|bar(?:s|red|ring)?\b|prohibit\w*|"
            rf"ban(?:s|ned|ning)?\b|forbid\w*|end(?:s|ed|ing)? (?:the|its) "
            rf"cooperation|"
            rf"prohíbe|prohibir|limita\w*|"
            rf"restringe)(?:\b|(?<= )).{{0,110}}(?i:cooperat\w*|assist\w*|helping|"
            rf"works? with|"
            rf"resources|collaborat\w*|working with|shar(?:e|ing)|ayudar|"
            rf"fondos|recursos|cooperaci\w*|"
            rf"colabor\w*)"
            rf".{{0,60}}(?:{_ice}|federal|deport)"
        ),
    ),
)
AGREEMENTS = (
    PolicyType.PROGRAM_287G,
    PolicyType.HSI_CUSTOMS_DESIGNATION,
    PolicyType.HSI_TASK_FORCE,
    PolicyType.DETENTION_CONTRACT,
    PolicyType.OTHER_AGREEMENT,
)
# An agreement with ICE, whatever its kind.
WITH_ICE = re.compile(
    rf"(?i:agreements?|partnerships?|memorand(?:um|a)|contracts?|deals?|"
    rf"MOUs?|MOAs?|acuerdos?|convenios?|memorandos?|contratos?|alianza)"
    rf"\b[^;]{{0,90}}?{_ice}|{_ice}(?:'s)?(?: [\w-]+){{0,4}} "
    rf"(?i:agreements?|partnerships?|memorandum|contracts?|deal)"
)
# What such an agreement lets officers do, which 287(g) is.
DEPUTIZES = re.compile(
    r"(?i:\b(?:allow|let|train|deputi[zs]e|authori[zs]e|permit|capacita|"
    r"permite|autoriza)\w*\b.{0,70}"
    r"\b(?:officers|deputies|police|agentes|oficiales|"
    r"policías)\b.{0,60}\b(?:enforce|perform|carry out|act as|aplicar|"
    r"hacer cumplir|ejercer)\b.{0,60}"
    r"(?:immigration|inmigra|migra))"
)
AGREEMENT_WORD = re.compile(
    r"\b(?i:(?:agreement|partnership|contract|deal|program|MOU|MOA|pact|acuerdo|"
    r"convenio|memorando|contrato|programa)s?|memorand(?:um|a))\b"
)
POLICY_WORD = re.compile(
    r"\b(?i:resolution|ordinance|policy|measure|proposal|executive order|"
    r"directive|order|declaration|"
    r"motion|resolución|ordenanza|política|medida|propuesta|orden ejecutiva|"
    r"directiva|moción)\b"
)
# To bar agreements is no agreement.
BARS = re.compile(
    r"(?i:\b(?:bar(?:s|red|ring)?|ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|"
    r"prohíbe\w*|prohibir|"
    r"not (?:enter|sign)|never (?:enter|sign))\b.{0,80}\b(?:agreements?|"
    r"contracts?|287|partnerships?|acuerdos?|convenios?|contratos?)\b)"
)
MODELS = (
    (ProgramModel.TRIBAL_TFM, re.compile(r"tribal task force model", re.IGNORECASE)),
    (
        ProgramModel.TFM,
        re.compile(
            r"task[- ]force (?:model|agreement|version|officer)|modelo de (?:grupo "
            r"de trabajo|fuerza de tarea)",
            re.IGNORECASE,
        ),
    ),
    (
        ProgramModel.WSO,
        re.compile(
            r"warrant[- ]service[- ]officers?|agentes? de servicio de órdenes|"
            r"oficial(?:es)? de servicio de órdenes",
            re.IGNORECASE,
        ),
    ),
    (
        ProgramModel.JEM,
        re.compile(
            r"jail[- ]enforcement(?: (?:model|agreement|program|officer))?|"
            r"jail(?:-based)? model|modelo (?:carcelario|de cárcel(?:es)?|de "
            r"aplicación en cárceles)",
            re.IGNORECASE,
        ),
    ),
)
INSTRUMENTS = (
    (
        Instrument.MEMORANDUM_OF_AGREEMENT,
        r"memorand(?:um|a) of agreement|memorando de acuerdo|\bMOA\b",
    ),
    (
        Instrument.MEMORANDUM_OF_UNDERSTANDING,
        r"memorand(?:um|a) of understanding|memorando de entendimiento|\bMOU\b",
    ),
    (Instrument.RESOLUTION, r"\bresolutions?\b|\bresoluci[óo]n(?:es)?\b"),
    (Instrument.ORDINANCE, r"\bordinances?\b|\bordenanzas?\b"),
    (Instrument.PROCLAMATION, r"\bproclamations?\b|\bproclama\b"),
    (
        Instrument.BALLOT_MEASURE,
        r"\bballot measure\b|\breferendum\b|\bmedida electoral\b",
    ),
    (Instrument.ADMINISTRATIVE_DIRECTIVE, r"\bdirectives?\b|\bdirectiva\b"),
    (
        Instrument.DEPARTMENTAL_POLICY,
        r"\b(?:general|special|department(?:al)?) (?:order|policy)\b|\bpolítica "
        r"departamental\b",
    ),
    (Instrument.CONTRACT, r"\bcontracts?\b|\bcontratos?\b"),
)
_instruments = tuple(
    (kind, re.compile(words, re.IGNORECASE)) for kind, words in INSTRUMENTS
)
EXECUTIVE_ORDER = re.compile(
    r"\bexecutive orders?\b|\b[óo]rden(?:es)? ejecutivas?\b", re.IGNORECASE
)


def types_in(text: str) -> list[PolicyType]:
    """Return the types of agreement and policy that words name, the surest first."""
    return [kind for kind, pattern in TYPES if pattern.search(text)]


def model_in(text: str) -> ProgramModel:
    """Return the one 287(g) model that words name; of two none is meant alone."""
    found = {model for model, pattern in MODELS if pattern.search(text)}
    if ProgramModel.TRIBAL_TFM in found:
        return ProgramModel.TRIBAL_TFM
    return found.pop() if len(found) == 1 else ProgramModel.NOT_STATED


def instrument_in(text: str, *, governor: bool = False) -> Instrument:
    """Return the legal form that words name, the first of several."""
    if EXECUTIVE_ORDER.search(text):
        return (
            Instrument.EXECUTIVE_ORDER_GOVERNOR
            if governor
            else Instrument.EXECUTIVE_ORDER_MAYOR
        )
    found = [
        (match.start(), kind)
        for kind, pattern in _instruments
        if (match := pattern.search(text))
    ]
    return min(found)[1] if found else Instrument.UNKNOWN


def main_type(texts: list[str], kinds: tuple[PolicyType, ...]) -> PolicyType | None:
    """Return the type of some kinds that an article speaks of most, None if torn."""
    told = Counter(kind for text in texts for kind in types_in(text) if kind in kinds)
    best = told.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
