"""An agreement or policy of one place: its events, and where they leave it."""

from __future__ import annotations

from dataclasses import dataclass, field

from news.intake.dates import FoundDate
from news.intake.gazetteer import Place
from news.intake.programs import (
    AGREEMENTS,
    TYPES,
)
from news.intake.sentences import Sentence
from policies.enums import (
    EventKind,
    Instrument,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
)

LIMITS = tuple(kind for kind, _pattern in TYPES if kind not in AGREEMENTS)
# Which event tells where a policy stands, if none of them has a later date.
WEIGHT = {
    EventKind.RESCINDED: 9,
    EventKind.TERMINATED_BY_LEA: 9,
    EventKind.EXPIRED: 9,
    EventKind.REJECTED_BY_BODY: 8,
    EventKind.LEA_SIGNED: 7,
    EventKind.EXTENDED: 7,
    EventKind.ADOPTED: 6,
    EventKind.EXECUTIVE_SIGNED: 6,
    EventKind.EFFECTIVE: 6,
    EventKind.APPROVED_BY_BODY: 5,
    EventKind.WITHDRAWN: 5,
    EventKind.AGENCY_APPLIED: 4,
    EventKind.CONTINUED: 4,
    EventKind.RENEWAL_PROPOSED: 4,
    EventKind.PROPOSED: 3,
    EventKind.UNDER_CONSIDERATION: 3,
    EventKind.REAFFIRMED: 2,
    EventKind.REPORTED: 1,
}
STATUS = {
    EventKind.RESCINDED: PolicyStatus.TERMINATED,
    EventKind.TERMINATED_BY_LEA: PolicyStatus.TERMINATED,
    EventKind.EXPIRED: PolicyStatus.EXPIRED,
    EventKind.REJECTED_BY_BODY: PolicyStatus.REJECTED,
    EventKind.LEA_SIGNED: PolicyStatus.SIGNED,
    EventKind.EXTENDED: PolicyStatus.ACTIVE,
    EventKind.ADOPTED: PolicyStatus.ACTIVE,
    EventKind.EXECUTIVE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.EFFECTIVE: PolicyStatus.ACTIVE,
    EventKind.APPROVED_BY_BODY: PolicyStatus.PENDING,
    EventKind.WITHDRAWN: PolicyStatus.WITHDRAWN,
    EventKind.AGENCY_APPLIED: PolicyStatus.PENDING,
    EventKind.REAFFIRMED: PolicyStatus.ACTIVE,
    EventKind.REPORTED: PolicyStatus.ACTIVE,
}
OPEN = (EventKind.PROPOSED, EventKind.UNDER_CONSIDERATION, EventKind.RENEWAL_PROPOSED)


MADE = (
    EventKind.ADOPTED,
    EventKind.APPROVED_BY_BODY,
    EventKind.EXECUTIVE_SIGNED,
    EventKind.LEA_SIGNED,
    EventKind.EXTENDED,
    EventKind.REPORTED,
)


@dataclass(frozen=True)
class PolicyAct:
    """One event of a policy, in a sentence, with what its words tell."""

    kind: EventKind
    type: PolicyType
    place: Place | None
    sentence: Sentence
    date: FoundDate | None
    model: ProgramModel = ProgramModel.NOT_STATED
    instrument: Instrument = Instrument.UNKNOWN
    doubt: str = ""
    rule: str = "act"
    # What its sentence, and a next one about “the order”, name.
    types: tuple[PolicyType, ...] = ()
    # Somebody asks to end it, so that it is there.
    begged: bool = False


@dataclass
class FoundPolicy:
    """An agreement or policy of one place, with its events in the order of the text."""

    type: PolicyType
    place: Place | None
    acts: list[PolicyAct] = field(default_factory=list)

    @property
    def called(self) -> PolicyType:
        """The type, of limits by what they say most exactly: detainers first."""
        if self.type in AGREEMENTS:
            return self.type
        named = {*self.decisive.types}
        return next((kind for kind in LIMITS if kind in named), self.type)

    @property
    def decisive(self) -> PolicyAct:
        """The event that tells where the policy stands: the latest weighty one."""
        firm = [act for act in self.acts if not act.doubt] or self.acts
        if not any(act.kind in MADE for act in firm):
            # “It takes effect at once”, said of what nobody is told to have made.
            firm = [act for act in firm if act.kind != EventKind.EFFECTIVE] or firm
        begged = [act for act in firm if act.kind == EventKind.REPORTED and act.begged]
        if begged:  # then what is proposed is its end
            firm = [act for act in firm if act.kind not in OPEN] or firm
        return max(firm, key=_order)

    @property
    def status(self) -> PolicyStatus:
        """Where the policy stands by what the article tells."""
        return STATUS.get(self.decisive.kind, PolicyStatus.PROPOSED)

    @property
    def model(self) -> ProgramModel:
        """The 287(g) model, if the events agree on one."""
        models = {act.model for act in self.acts} - {ProgramModel.NOT_STATED}
        return models.pop() if len(models) == 1 else ProgramModel.NOT_STATED

    @property
    def instrument(self) -> Instrument:
        """The legal form, by the weightiest event that tells one."""
        told = [act for act in self.acts if act.instrument != Instrument.UNKNOWN]
        return max(told, key=_order).instrument if told else Instrument.UNKNOWN

    @property
    def relation(self) -> PredecessorRelation:
        """Whether it extends what was there before."""
        kinds = {act.kind for act in self.acts}
        extends = kinds & {EventKind.RENEWAL_PROPOSED, EventKind.EXTENDED}
        return PredecessorRelation.EXTENSION if extends else PredecessorRelation.NONE


def _order(act: PolicyAct) -> tuple[int, int]:
    """Return how weighty an event is; of two alike the one told first counts."""
    return WEIGHT.get(act.kind, 0), -act.sentence.start
