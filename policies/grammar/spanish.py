"""Spanish sentences: their nouns have a gender, and what is said of them agrees."""

import re
from dataclasses import dataclass

from django.utils.formats import date_format

from jurisdictions.enums import Certainty, Level, Precision
from policies.enums import (
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    VoteResult,
)
from policies.grammar.telling import RESTORED


@dataclass(frozen=True)
class Noun:
    """A phrase for one thing, with the ending of what agrees with it, “o” or “a”."""

    words: str
    ending: str

    def __str__(self):
        return self.words


def un(words):
    """Return a masculine noun: “un acuerdo 287(g)”."""
    return Noun(f"un {words}", "o")


def una(words):
    """Return a feminine noun: “una ley estatal”."""
    return Noun(f"una {words}", "a")


CERTAINTIES = {Certainty.INFERRED: "fecha deducida", Certainty.DISPUTED: "≠ en disputa"}
PHRASES = {
    PolicyType.PROGRAM_287G: un("acuerdo 287(g) con ICE"),
    PolicyType.HSI_CUSTOMS_DESIGNATION: un(
        "acuerdo con HSI, parte de ICE, que designa a policías como agentes de aduanas"
    ),
    PolicyType.HSI_TASK_FORCE: un(
        "acuerdo para integrarse en un grupo de trabajo federal"
    ),
    PolicyType.DETENTION_CONTRACT: un(
        "contrato para mantener detenidas a personas por encargo de ICE"
    ),
    PolicyType.OTHER_AGREEMENT: un("acuerdo con ICE"),
    PolicyType.DETAINER_POLICY: una(
        "política sobre las solicitudes de retención (detainers) de ICE"
    ),
    PolicyType.NOTIFICATION_POLICY: una(
        "política sobre avisar a ICE cuando alguien sale en libertad"
    ),
    PolicyType.JAIL_ACCESS_POLICY: una(
        "política sobre el acceso de ICE a la cárcel local"
    ),
    PolicyType.NO_STATUS_INQUIRY: una(
        "norma que impide preguntar por el estatus migratorio"
    ),
    PolicyType.NO_ASSISTANCE: una(
        "norma que impide usar recursos locales para aplicar las leyes de inmigración"
    ),
    PolicyType.SANCTUARY_DECLARATION: una("declaración de santuario"),
    PolicyType.WELCOMING_DECLARATION: una("declaración de jurisdicción acogedora"),
    PolicyType.MUNICIPAL_ID_PROTECTION: una(
        "medida que protege los datos de las identificaciones municipales"
    ),
    PolicyType.COOPERATION_DIRECTIVE: una("instrucción de cooperar con ICE"),
    PolicyType.TASK_FORCE_CREATION: un(
        "grupo de trabajo local que asesora sobre inmigración"
    ),
    PolicyType.STATE_LAW: una("ley estatal"),
    PolicyType.FEDERAL_ORDER: una("orden federal"),
    PolicyType.FEDERAL_PROGRAM: un(
        "programa que pide a los gobiernos locales cooperar con ICE"
    ),
}
LAWS = {
    LawEffect.MANDATES_AGREEMENT: "que exige acuerdos con ICE",
    LawEffect.MANDATES_DETAINERS: (
        "que exige a las cárceles retener a personas cuando ICE lo pide"
    ),
    LawEffect.BANS_SANCTUARY_POLICY: (
        "que prohíbe los límites locales a la cooperación con ICE"
    ),
    LawEffect.LIMITS_COOPERATION: "que limita la cooperación con ICE",
    LawEffect.BANS_287G: "que prohíbe los acuerdos 287(g)",
    LawEffect.THREATENS_FUNDING: (
        "que amenaza con negar fondos a los lugares que limitan la cooperación"
    ),
}
# {o} is the ending that agrees with {what}; {of} the date after “de”.
STATUSES = {
    PolicyStatus.ACTIVE: "{who} tiene {what}; ninguna fuente dice desde cuándo.",
    PolicyStatus.PROPOSED: "Para {who} se propuso {what} {on}.",
    PolicyStatus.PENDING: "Para {who} se aprobó {what} {on}, pero falta la firma.",
    PolicyStatus.SIGNED: "{who} firmó {what} {on}.",
    PolicyStatus.SUSPENDED: "{who} tenía {what}; quedó en suspenso {on}.",
    PolicyStatus.EXPIRED: "{who} tenía {what}; su plazo terminó {on}.",
    PolicyStatus.TERMINATED: "{who} tenía {what}; terminó {on}.",
    PolicyStatus.REJECTED: "{who} rechazó {what} {on}.",
    PolicyStatus.WITHDRAWN: (
        "Para {who} se propuso {what}, y la propuesta se retiró {on}."
    ),
    PolicyStatus.DELISTED: (
        "{who} figuraba en la lista de ICE con {what}; ya no figura {since}."
    ),
    PolicyStatus.UNKNOWN: (
        "Sabemos que para {who} hay {what}, pero no en qué situación está."
    ),
}
LISTED = "{who} tiene {what}, según la lista de ICE {of}."
# Where the event that led to a status has words of its own.
EVENTS = {
    (PolicyStatus.ACTIVE, EventKind.ADOPTED): "{who} adoptó {what} {on}.",
    (PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED): (
        "{who} tiene {what}, firmad{o} {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.EFFECTIVE): "{who} tiene {what} {since}.",
    (PolicyStatus.ACTIVE, EventKind.ICE_SIGNED): (
        "{who} tiene {what}, firmad{o} por ICE {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.LISTED_BY_ICE): LISTED,
    (PolicyStatus.ACTIVE, EventKind.RELISTED): LISTED,
    (PolicyStatus.PENDING, EventKind.AGENCY_APPLIED): (
        "{who} solicitó {what} {on}; no está firmad{o}."
    ),
    (PolicyStatus.PENDING, EventKind.ICE_PENDING_LISTED): (
        "{who} ha solicitado {what}, según la lista de ICE {of}; no está firmad{o}."
    ),
    (PolicyStatus.PROPOSED, EventKind.UNDER_CONSIDERATION): (
        "{who} no ha firmado {what}; cuando se informó, l{o} estaba estudiando."
    ),
}
SENTENCES = (
    STATUSES
    | EVENTS
    | {
        "extension of it": "Se propuso prorrogarl{o} {on}.",
        "extension": "Para {who} se propuso prorrogar {what} {on}.",
        RESTORED: "{who} tiene {what}, firmad{o} {on}; restableció {before}.",
        "reported": "{who} tiene {what}, según se informó {on}.",
        "signed some day": "{who} firmó {what}; ninguna fuente da el día.",
    }
)
VOTES = {
    VoteResult.SCHEDULED: "{body} va a votar {on}.",
    "scheduled before": "{body} iba a votar {on}; ninguna fuente da el resultado.",
    VoteResult.UNKNOWN: "{body} votó {on}; ninguna fuente da el resultado.",
    "unanimous": "{body} votó a favor {on}, por unanimidad.",
    VoteResult.PASSED: "{body} votó a favor {on}.",
    "not passed": "{body} votó {on}: {result}.",
}
OTHER_RESULTS = "Resultado ante {body} {on}: {result}."
# Names of local governments as their registers print them, and how one says them.
SAID = (
    (r"(.+) County", r"el condado de \1"),
    (r"(.+) Parish", r"la parroquia de \1"),
    (r"(.+) City Council", r"el concejo municipal de \1"),
    (r"(.+) City Commission", r"la comisión municipal de \1"),
    (r"(.+) County Commission", r"la junta de comisionados del condado de \1"),
    (r"(.+) County Police Department", r"la policía del condado de \1"),
    (r"(.+) Police Department", r"la policía de \1"),
    (
        r"(.+) County Sheriff['’]s Office",
        r"la oficina del alguacil (sheriff) del condado de \1",
    ),
)


def standing(telling, pattern):
    """Return where a policy stands; {on} leaves a gap where no source gives a day."""
    policy, event = telling.policy, telling.event
    matter = what(policy)
    text = pattern.format(
        who=government(policy.jurisdiction)
        if telling.of_place
        else said(policy.shown("agency").name),
        what=matter,
        o=matter.ending,
        on=on(event) if telling.is_dated else "",
        since=since(event) if telling.is_dated else "",
        of=f"de {_the(event)}" if telling.is_dated else "",
        before=what(telling.predecessor)
        if telling.predecessor
        else "una política anterior",
    )
    symbolic = policy.legal_effect == LegalEffect.SYMBOLIC
    if symbolic and telling.status == PolicyStatus.ACTIVE:
        text += f" Una fuente dice que es simbólic{matter.ending}."
    return sentence(text)


def vote(vote, outcome, pattern):
    """Return how a vote went, or that it is to come."""
    return sentence(
        pattern.format(
            body=said(vote.body.name, vote.body.jurisdiction.name),
            on=on(vote) if vote.date else "",
            result=outcome.label.lower(),
        )
    )


def government(place):
    """Return a place as what acts: “Birmingham”, “el condado de Jefferson”."""
    if place.level == Level.FEDERAL:
        return "el gobierno federal"
    if place.level == Level.DISTRICT:
        return "el Distrito de Columbia"
    return said(place.name)


def said(name, place=""):
    """Return a name as it is said: “la policía de Mobile” of its Police Department.

    `place` is whose it is: Oklahoma City Council is no City Council of Oklahoma. A
    name of another form stays as it is printed.
    """
    if place.endswith(" City") and name in (f"{place} Council", f"{place} Commission"):
        name = name.replace(place, f"{place} City")
    for printed, spoken in SAID:
        if found := re.fullmatch(printed, name):
            return found.expand(spoken)
    return name


def sentence(text):
    """Return a text that begins with a capital, its articles drawn together."""
    joined = re.sub(r"\bde el (?=[a-z\d])", "del ", text)
    joined = re.sub(r"\ba el (?=[a-z\d])", "al ", joined)
    return joined[:1].upper() + joined[1:]


def what(policy):
    """Return a policy as a noun that a sentence can take: “un acuerdo 287(g)”."""
    noun = PHRASES[PolicyType(policy.type)]
    if policy.law_effect:
        state = policy.type == PolicyType.STATE_LAW
        law = PHRASES[PolicyType.STATE_LAW if state else PolicyType.FEDERAL_ORDER]
        return Noun(f"{law} {LAWS[LawEffect(policy.law_effect)]}", law.ending)
    if policy.instrument == Instrument.PUBLIC_STATEMENT:
        return Noun(f"{noun}, solo en declaraciones públicas", noun.ending)
    return noun


def on(dated):
    """Return when: “el 7 de diciembre de 2021”, “en noviembre de 2021”."""
    whole = dated.date_precision not in (Precision.YEAR, Precision.MONTH)
    week = dated.date_precision == Precision.WEEK
    return _the(dated) if whole and not week else f"en {_the(dated)}"


def since(dated):
    """Return since when: “desde el 7 de diciembre de 2021”."""
    return f"desde {_the(dated)}"


def _the(dated):
    """Return as much of a date as is known, with the article it takes."""
    if dated.date_precision == Precision.YEAR:
        return date_format(dated.date, "Y")
    if dated.date_precision == Precision.MONTH:
        return date_format(dated.date, r"F \d\e Y")
    day = date_format(dated.date, r"j \d\e F \d\e Y")
    week = dated.date_precision == Precision.WEEK
    return f"la semana del {day}" if week else f"el {day}"
