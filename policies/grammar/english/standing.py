"""Where a policy stands, in English."""

from jurisdictions.enums import Level
from policies.enums import (
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
)
from policies.grammar.english.days import day, on, since
from policies.grammar.telling import RESTORED

PHRASES = {
    PolicyType.PROGRAM_287G: "a 287(g) agreement with ICE",
    PolicyType.HSI_CUSTOMS_DESIGNATION: (
        "an agreement with ICE's HSI that makes some officers customs officers"
    ),
    PolicyType.HSI_TASK_FORCE: "an agreement to join a federal task force",
    PolicyType.DETENTION_CONTRACT: "a contract to hold people for ICE",
    PolicyType.OTHER_AGREEMENT: "an agreement with ICE",
    PolicyType.DETAINER_POLICY: "a policy on ICE's requests to hold people",
    PolicyType.NOTIFICATION_POLICY: "a policy on telling ICE of releases",
    PolicyType.JAIL_ACCESS_POLICY: "a policy on ICE's access to its jail",
    PolicyType.NO_STATUS_INQUIRY: "a rule against asking immigration status",
    PolicyType.NO_ASSISTANCE: (
        "a rule against using local resources for immigration enforcement"
    ),
    PolicyType.SANCTUARY_DECLARATION: "a declaration of sanctuary",
    PolicyType.WELCOMING_DECLARATION: "a declaration that it is welcoming",
    PolicyType.MUNICIPAL_ID_PROTECTION: "protection for its ID card records",
    PolicyType.COOPERATION_DIRECTIVE: "an order to cooperate with ICE",
    PolicyType.TASK_FORCE_CREATION: "a local task force on the matter",
    PolicyType.STATE_LAW: "a state law",
    PolicyType.FEDERAL_ORDER: "a federal order",
    PolicyType.FEDERAL_PROGRAM: (
        "a program that asks local governments for cooperation with ICE"
    ),
}
LAWS = {
    LawEffect.MANDATES_AGREEMENT: "that requires agreements with ICE",
    LawEffect.MANDATES_DETAINERS: "that requires jails to hold people when ICE asks",
    LawEffect.BANS_SANCTUARY_POLICY: "that bars local limits on cooperation with ICE",
    LawEffect.LIMITS_COOPERATION: "that limits cooperation with ICE",
    LawEffect.BANS_287G: "that bars 287(g) agreements",
    LawEffect.THREATENS_FUNDING: (
        "that threatens the funding of places that limit cooperation"
    ),
}
STATUSES = {
    PolicyStatus.ACTIVE: "{who} has {what}; no source says since when.",
    PolicyStatus.PROPOSED: "For {who}, {what} was proposed {on}.",
    PolicyStatus.PENDING: "For {who}, {what} was approved {on}, but is not signed.",
    PolicyStatus.SIGNED: "{who} signed {what} {on}.",
    PolicyStatus.SUSPENDED: "{who} has {what}, suspended {since}.",
    PolicyStatus.EXPIRED: "{who} had {what}; its term ended {on}.",
    PolicyStatus.TERMINATED: "{who} had {what}; it ended {on}.",
    PolicyStatus.REJECTED: "{who} rejected {what} {on}.",
    PolicyStatus.WITHDRAWN: (
        "For {who}, {what} was proposed; the proposal was withdrawn {on}."
    ),
    PolicyStatus.DELISTED: (
        "{who} was on ICE's list with {what}; ICE no longer lists it{as_of}."
    ),
    PolicyStatus.UNKNOWN: "For {who}, we know of {what}, but not where it stands.",
}
LISTED = "{who} has {what}, as listed by ICE {on}."
# Where the event that led to a status has words of its own.
EVENTS = {
    (PolicyStatus.ACTIVE, EventKind.ADOPTED): "{who} adopted {what} {on}.",
    (PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED): "{who} has {what}, signed {on}.",
    (PolicyStatus.ACTIVE, EventKind.EFFECTIVE): "{who} has had {what} {since}.",
    (
        PolicyStatus.ACTIVE,
        EventKind.ICE_SIGNED,
    ): "{who} has {what}, signed by ICE {on}.",
    (PolicyStatus.ACTIVE, EventKind.LISTED_BY_ICE): LISTED,
    (PolicyStatus.ACTIVE, EventKind.RELISTED): LISTED,
    (PolicyStatus.ACTIVE, EventKind.EXTENDED): (
        "{who} has {what}; its term was extended {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.REAFFIRMED): (
        "{who} has {what}; officials reaffirmed it {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.RESUMED): (
        "{who} has {what}; it was suspended, and resumed {on}."
    ),
    (PolicyStatus.SUSPENDED, EventKind.ENJOINED): (
        "{who} has {what}; a court stopped it {on}."
    ),
    (PolicyStatus.PENDING, EventKind.AGENCY_APPLIED): (
        "{who} applied for {what} {on}; it is not signed."
    ),
    (PolicyStatus.PENDING, EventKind.ICE_PENDING_LISTED): (
        "{who} has applied for {what}, as listed by ICE {on}; it is not signed."
    ),
    (PolicyStatus.PROPOSED, EventKind.UNDER_CONSIDERATION): (
        "{who} has not signed {what}; it was weighing one when reported."
    ),
}

SENTENCES = (
    STATUSES
    | EVENTS
    | {
        "extension of it": "An extension of it was proposed {on}.",
        "extension": "For {who}, an extension of {what} was proposed {on}.",
        RESTORED: "{who} has {what}, signed {on}; it restored {before}.",
        "reported": "{who} has {what}, as reported {on}.",
        "signed some day": "{who} signed {what}; no source gives the day.",
    }
)
# Where it stands, after what it is.
STANDS = {
    PolicyStatus.PROPOSED: "proposed",
    PolicyStatus.PENDING: "pending, not signed",
    PolicyStatus.SIGNED: "signed",
    PolicyStatus.ACTIVE: "in force",
    PolicyStatus.SUSPENDED: "suspended",
    PolicyStatus.EXPIRED: "expired",
    PolicyStatus.TERMINATED: "ended",
    PolicyStatus.REJECTED: "rejected",
    PolicyStatus.WITHDRAWN: "withdrawn",
    PolicyStatus.DELISTED: "no longer listed by ICE",
    PolicyStatus.UNKNOWN: "status not recorded",
}


def standing(telling, pattern):
    """Return where a policy stands; {on} leaves a gap where no source gives a day."""
    policy, event = telling.policy, telling.event
    before = telling.predecessor
    told = pattern.format(
        who=government(policy.jurisdiction)
        if telling.of_place
        else policy.shown("agency").name,
        what=what(policy),
        on=on(event) if telling.is_dated else "",
        since=since(event) if telling.is_dated else "",
        as_of=f", as of {day(event)}" if telling.is_dated else "",
        before=what(before) if before else "an earlier policy",
    )
    text = told[:1].upper() + told[1:]
    symbolic = policy.legal_effect == LegalEffect.SYMBOLIC
    if symbolic and telling.status == PolicyStatus.ACTIVE:
        text += " A source calls it symbolic."
    return text


def stands(kind, status):
    """Return what a policy is and where it stands: “State law: in force”."""
    return f"{PolicyType(kind).label}: {STANDS[status]}"


def government(place):
    """Return a place as what acts: “Birmingham”, “the federal government”."""
    if place.level == Level.FEDERAL:
        return "the federal government"
    return f"the {place.name}" if place.level == Level.DISTRICT else place.name


def what(policy):
    """Return a policy as a phrase that a sentence can take: “a 287(g) agreement”."""
    phrase = PHRASES[PolicyType(policy.type)]
    if policy.law_effect:
        state = policy.type == PolicyType.STATE_LAW
        law = PHRASES[PolicyType.STATE_LAW if state else PolicyType.FEDERAL_ORDER]
        return f"{law} {LAWS[LawEffect(policy.law_effect)]}"
    if policy.instrument == Instrument.PUBLIC_STATEMENT:
        return f"{phrase}, in public statements only"
    return phrase
