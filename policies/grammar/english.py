"""English sentences."""

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

CERTAINTIES = {Certainty.INFERRED: "inferred", Certainty.DISPUTED: "≠ disputed"}
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
    PolicyStatus.PENDING: "For {who}, {what} was approved {on} but is not signed.",
    PolicyStatus.SIGNED: "{who} signed {what} {on}.",
    PolicyStatus.SUSPENDED: "{who} had {what}; it is suspended {on}.",
    PolicyStatus.EXPIRED: "{who} had {what}; its term ended {on}.",
    PolicyStatus.TERMINATED: "{who} had {what}; it ended {on}.",
    PolicyStatus.REJECTED: "{who} rejected {what} {on}.",
    PolicyStatus.WITHDRAWN: "For {who}, {what} was proposed and withdrawn {on}.",
    PolicyStatus.DELISTED: "{who} had {what}; ICE has not listed it any more {on}.",
    PolicyStatus.UNKNOWN: "For {who}, we know of {what}, not where it stands.",
}
LISTED = "{who} has {what}, as listed by ICE {on}."
# Where the event that led to a status has words of its own.
EVENTS = {
    (PolicyStatus.ACTIVE, EventKind.ADOPTED): "{who} adopted {what} {on}.",
    (PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED): (
        "{who} has had {what}, signed {on}."
    ),
    (PolicyStatus.ACTIVE, EventKind.EFFECTIVE): "{who} has had {what} {since}.",
    (
        PolicyStatus.ACTIVE,
        EventKind.ICE_SIGNED,
    ): "{who} has {what}, signed by ICE {on}.",
    (PolicyStatus.ACTIVE, EventKind.LISTED_BY_ICE): LISTED,
    (PolicyStatus.ACTIVE, EventKind.RELISTED): LISTED,
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
        RESTORED: "{who} has had {what}, signed {on}; it restored {before}.",
        "reported": "{who} has {what}, as reported {on}.",
        "signed some day": "{who} signed {what}; no source gives the day.",
    }
)
VOTES = {
    VoteResult.SCHEDULED: "{body} is to vote {on}.",
    "scheduled before": "{body} was to vote {on}; no source gives its result.",
    VoteResult.UNKNOWN: "{body} voted {on}; no source gives the result.",
    "unanimous": "{body} voted for it {on}, unanimously.",
    VoteResult.PASSED: "{body} voted for it {on}.",
}
OTHER_RESULTS = "{body} voted {on}: {result}."


def standing(telling, pattern):
    """Return where a policy stands; {on} leaves a gap where no source gives a day."""
    policy, event = telling.policy, telling.event
    before = telling.predecessor
    text = pattern.format(
        who=government(policy.jurisdiction)
        if telling.of_place
        else policy.shown("agency").name,
        what=what(policy),
        on=on(event) if telling.is_dated else "",
        since=since(event) if telling.is_dated else "",
        before=what(before) if before else "an earlier policy",
    )
    symbolic = policy.legal_effect == LegalEffect.SYMBOLIC
    if symbolic and telling.status == PolicyStatus.ACTIVE:
        text += " A source calls it symbolic."
    return text


def vote(vote, outcome, pattern):
    """Return how a vote went, or that it is to come."""
    return pattern.format(
        body=vote.body.name,
        on=on(vote) if vote.date else "",
        result=outcome.label.lower(),
    )


def government(place):
    """Return a place as what acts: “Birmingham”, “The federal government”."""
    if place.level == Level.FEDERAL:
        return "The federal government"
    return f"The {place.name}" if place.level == Level.DISTRICT else place.name


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


def on(dated):
    """Return when: “on December 7, 2021”, “in November 2021”."""
    if dated.date_precision in (Precision.YEAR, Precision.MONTH):
        return f"in {day(dated)}"
    week = dated.date_precision == Precision.WEEK
    return f"in the week of {day(dated)}" if week else f"on {day(dated)}"


def since(dated):
    """Return since when: “since November 2021”."""
    week = dated.date_precision == Precision.WEEK
    return f"since the week of {day(dated)}" if week else f"since {day(dated)}"


def day(dated):
    """Return as much of a date as is known."""
    patterns = {Precision.YEAR: "Y", Precision.MONTH: "F Y"}
    return date_format(dated.date, patterns.get(dated.date_precision, "F j, Y"))
