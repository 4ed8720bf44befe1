"""Where a policy stands, in Spanish: what is said of a noun agrees with it."""

from policies.enums import (
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
)
from policies.grammar.spanish.days import of, on, since
from policies.grammar.spanish.names import government, said, sentence
from policies.grammar.spanish.nouns import LAWS, PHRASES, Noun
from policies.grammar.telling import RESTORED

# {o} is the ending that agrees with {what}; {of} the date after “de”.
STATUSES = {
    PolicyStatus.ACTIVE: "{who} tiene {what}; ninguna fuente dice desde cuándo.",
    PolicyStatus.PROPOSED: "Para {who} se propuso {on} {what}.",
    PolicyStatus.PENDING: "Para {who} se aprobó {on} {what}, pero falta la firma.",
    PolicyStatus.SIGNED: "{who} firmó {on} {what}.",
    PolicyStatus.SUSPENDED: "{who} tiene {what}, en suspenso {since}.",
    PolicyStatus.EXPIRED: "{who} tenía {what}; su plazo terminó {on}.",
    PolicyStatus.TERMINATED: "{who} tenía {what}; terminó {on}.",
    PolicyStatus.REJECTED: "{who} rechazó {on} {what}.",
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
    (PolicyStatus.ACTIVE, EventKind.ADOPTED): "{who} adoptó {on} {what}.",
    (PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED): (
        "{who} tiene {what}, firmad{o} {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.EFFECTIVE): "{since}, {who} tiene {what}.",
    (PolicyStatus.ACTIVE, EventKind.ICE_SIGNED): (
        "{who} tiene {what}, firmad{o} por ICE {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.LISTED_BY_ICE): LISTED,
    (PolicyStatus.ACTIVE, EventKind.RELISTED): LISTED,
    (PolicyStatus.ACTIVE, EventKind.EXTENDED): (
        "{who} tiene {what}; su plazo se prorrogó {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.REAFFIRMED): (
        "{who} tiene {what}; las autoridades l{o} reafirmaron {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.RESUMED): (
        "{who} tiene {what}; quedó en suspenso y se reanudó {on}."
    ),
    (PolicyStatus.SUSPENDED, EventKind.ENJOINED): (
        "{who} tiene {what}; un tribunal l{o} suspendió {on}."
    ),
    (PolicyStatus.PENDING, EventKind.AGENCY_APPLIED): (
        "{who} solicitó {on} {what}; no está firmad{o}."
    ),
    (PolicyStatus.PENDING, EventKind.ICE_PENDING_LISTED): (
        "{who} ha solicitado {what}, según la lista de ICE {of}; no está firmad{o}."
    ),
    (PolicyStatus.PROPOSED, EventKind.UNDER_CONSIDERATION): (
        "{who} no ha firmado {what}; según se informó, l{o} estaba estudiando."
    ),
}
SENTENCES = (
    STATUSES
    | EVENTS
    | {
        "extension of it": "Se propuso prorrogarl{o} {on}.",
        "extension": "Para {who} se propuso {on} prorrogar {what}.",
        RESTORED: "{who} tiene {what}, firmad{o} {on}; restableció {before}.",
        "reported": "{who} tiene {what}, según se informó {on}.",
        "signed some day": "{who} firmó {what}; ninguna fuente indica el día.",
    }
)
# Where it stands, after what it is: no word of these agrees with it.
STANDS = {
    PolicyStatus.PROPOSED: "en propuesta",
    PolicyStatus.PENDING: "pendiente, sin firma",
    PolicyStatus.SIGNED: "se firmó",
    PolicyStatus.ACTIVE: "vigente",
    PolicyStatus.SUSPENDED: "en suspenso",
    PolicyStatus.EXPIRED: "venció",
    PolicyStatus.TERMINATED: "terminó",
    PolicyStatus.REJECTED: "se rechazó",
    PolicyStatus.WITHDRAWN: "se retiró",
    PolicyStatus.DELISTED: "ya no figura en la lista de ICE",
    PolicyStatus.UNKNOWN: "no consta la situación",
}


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
        of=of(event) if telling.is_dated else "",
        before=what(telling.predecessor)
        if telling.predecessor
        else "una política anterior",
    )
    symbolic = policy.legal_effect == LegalEffect.SYMBOLIC
    if symbolic and telling.status == PolicyStatus.ACTIVE:
        text += f" Una fuente dice que es simbólic{matter.ending}."
    return sentence(text)


def stands(kind, status):
    """Return what a policy is and where it stands: “Ley estatal: vigente”."""
    return f"{PolicyType(kind).label}: {STANDS[status]}"


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
