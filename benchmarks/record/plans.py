"""What each policy is and how its story goes, before anything is written."""

from dataclasses import dataclass

from benchmarks.record.days import steps
from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from policies.enums import Direction, EventKind, PolicyType

E, T = EventKind, PolicyType
AGREED = {
    (E.LEA_SIGNED, E.ICE_SIGNED, E.TRAINING_COMPLETED): 20,
    (E.PROPOSED, E.INTRODUCED, E.APPROVED_BY_BODY, E.LEA_SIGNED, E.ICE_SIGNED): 25,
    (E.AGENCY_APPLIED, E.ICE_PENDING_LISTED, E.ICE_SIGNED, E.LISTED_BY_ICE): 20,
    (E.AGENCY_APPLIED, E.ICE_PENDING_LISTED): 6,
    (E.ICE_SIGNED, E.LISTED_BY_ICE, E.DELISTED_BY_ICE): 3,
    (E.LEA_SIGNED, E.ICE_SIGNED, E.MOA_POSTED, E.TERMINATED_BY_LEA): 6,
    (E.PROPOSED, E.CONSIDERED, E.REJECTED_BY_BODY): 4,
    (E.ICE_SIGNED, E.EXTENDED, E.EXPIRED): 5,
    (E.PROPOSED, E.UNDER_CONSIDERATION): 6,
    (E.PROPOSED, E.WITHDRAWN): 2,
    (E.ICE_SIGNED, E.ENJOINED): 1,
    (E.LEA_SIGNED, E.MOA_POSTED): 2,
}
DECIDED = {
    (E.INTRODUCED, E.COMMITTEE_REVIEW, E.ADOPTED, E.AMENDED): 25,
    (E.PROPOSED, E.CONTINUED, E.ADOPTED): 20,
    (E.ADOPTED, E.REAFFIRMED): 15,
    (E.ADOPTED, E.COURT_CHALLENGED, E.ENJOINED, E.RESUMED): 5,
    (E.ADOPTED, E.RESCINDED): 10,
    (E.ADOPTED, E.SUPERSEDED): 8,
    (E.REPORTED, E.REAFFIRMED): 10,
    (E.PROPOSED, E.REJECTED_BY_BODY): 7,
}
ENACTED = {(E.INTRODUCED, E.APPROVED_BY_BODY, E.EXECUTIVE_SIGNED, E.EFFECTIVE): 1}
ADDING = {
    T.PROGRAM_287G: 62,
    T.HSI_CUSTOMS_DESIGNATION: 4,
    T.HSI_TASK_FORCE: 3,
    T.DETENTION_CONTRACT: 7,
    T.OTHER_AGREEMENT: 2,
    T.COOPERATION_DIRECTIVE: 2,
}
LIMITING = {
    T.DETAINER_POLICY: 8,
    T.NOTIFICATION_POLICY: 2,
    T.JAIL_ACCESS_POLICY: 2,
    T.NO_STATUS_INQUIRY: 4,
    T.NO_ASSISTANCE: 3,
    T.SANCTUARY_DECLARATION: 2,
    T.WELCOMING_DECLARATION: 3,
    T.MUNICIPAL_ID_PROTECTION: 1,
    T.TASK_FORCE_CREATION: 1,
}


@dataclass(frozen=True)
class Plan:
    """One policy to be: of a place, of a type, with what happens on which days."""

    place: Jurisdiction
    type: str
    direction: str
    story: tuple
    days: list


def plan(chance, place):
    """Return what is to be of a policy of a place."""
    if place.level == Level.FEDERAL:
        kinds, stories = {T.FEDERAL_ORDER: 3, T.FEDERAL_PROGRAM: 1}, ENACTED
    elif place.is_state:
        kinds, stories = {T.STATE_LAW: 1}, ENACTED
    else:
        kinds, stories = ADDING | LIMITING, None
    (kind,) = chance.choices(list(kinds), list(kinds.values()))
    stories = stories or (AGREED if kind in ADDING else DECIDED)
    (story,) = chance.choices(list(stories), list(stories.values()))
    days = steps(chance, len(story))
    return Plan(place, kind, direction(chance, kind), story, days)


def direction(chance, kind):
    """Return whether a policy adds or limits: what its type says, mostly."""
    if kind in (T.STATE_LAW, T.FEDERAL_ORDER, T.FEDERAL_PROGRAM):
        return chance.choice([Direction.ADDS, Direction.LIMITS])
    if kind == T.TASK_FORCE_CREATION or chance.random() < 0.02:
        return Direction.NEITHER
    return Direction.ADDS if kind in ADDING else Direction.LIMITS
