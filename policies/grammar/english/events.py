"""What happened to a policy, in English, after its title."""

from policies.enums import EventKind
from policies.grammar.english.days import on

EVENTS = {
    EventKind.REPORTED: "{title}: reported to exist {on}",
    EventKind.PROPOSED: "{title}: proposed {on}",
    EventKind.UNDER_CONSIDERATION: "{title}: under consideration {on}",
    EventKind.INTRODUCED: "{title}: introduced {on}",
    EventKind.CONSIDERED: "{title}: considered {on}",
    EventKind.COMMITTEE_REVIEW: "{title}: reviewed in committee {on}",
    EventKind.CONTINUED: "{title}: put off {on}",
    EventKind.AMENDED: "{title}: amended {on}",
    EventKind.APPROVED_BY_BODY: "{title}: approved {on}",
    EventKind.ADOPTED: "{title}: adopted {on}",
    EventKind.REJECTED_BY_BODY: "{title}: rejected {on}",
    EventKind.WITHDRAWN: "{title}: withdrawn {on}",
    EventKind.EXECUTIVE_SIGNED: "{title}: signed by the executive {on}",
    EventKind.AGENCY_APPLIED: "{title}: applied for {on}",
    EventKind.ICE_PENDING_LISTED: "{title}: listed as pending by ICE {on}",
    EventKind.LEA_SIGNED: "{title}: signed by the local side {on}",
    EventKind.ICE_SIGNED: "{title}: signed by ICE {on}",
    EventKind.MOA_POSTED: "{title}: the signed paper was published {on}",
    EventKind.EFFECTIVE: "{title}: came into force {on}",
    EventKind.LISTED_BY_ICE: "{title}: listed by ICE {on}",
    EventKind.TRAINING_COMPLETED: "{title}: training completed {on}",
    EventKind.RENEWAL_PROPOSED: "{title}: renewal proposed {on}",
    EventKind.EXTENDED: "{title}: extended {on}",
    EventKind.SUSPENDED: "{title}: suspended {on}",
    EventKind.RESUMED: "{title}: resumed {on}",
    EventKind.COURT_CHALLENGED: "{title}: challenged in court {on}",
    EventKind.CLARIFICATION_SOUGHT: "{title}: a court’s clarification sought {on}",
    EventKind.ENJOINED: "{title}: stopped by a court {on}",
    EventKind.EXPIRED: "{title}: expired {on}",
    EventKind.TERMINATED_BY_LEA: "{title}: ended by the local side {on}",
    EventKind.TERMINATED_BY_ICE: "{title}: ended by ICE {on}",
    EventKind.RESCINDED: "{title}: rescinded {on}",
    EventKind.SUPERSEDED: "{title}: superseded {on}",
    EventKind.LAPSED: "{title}: lapsed {on}",
    EventKind.REAFFIRMED: "{title}: reaffirmed {on}",
    EventKind.DELISTED_BY_ICE: "{title}: no longer listed by ICE {on}",
    EventKind.RELISTED: "{title}: listed again by ICE {on}",
    EventKind.STATUS_DISPUTED: "{title}: where it stands was disputed {on}",
}


def event(event, title, pattern):
    """Return what happened, and when, or that no source gives the day."""
    text = pattern.format(title=title, on=on(event) if event.date else "")
    return f"{text}." if event.date else f"{text}; no source gives the day."
