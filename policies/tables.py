"""Rows of the tables that count policies, from rows with their status of a day."""

from dataclasses import dataclass, field

from policies.enums import IN_FORCE, Direction, PolicyStatus, PolicyType
from policies.grammar import kind_words
from policies.standings import Standing

_ENDED = (
    PolicyStatus.EXPIRED,
    PolicyStatus.TERMINATED,
    PolicyStatus.REJECTED,
    PolicyStatus.WITHDRAWN,
)


@dataclass
class StateCounts:
    """One state of the national table; counts are of policies on record."""

    state: object
    adds: int = 0
    limits: int = 0
    open: int = 0
    laws: int = 0
    places: set = field(default_factory=set)


@dataclass(frozen=True)
class TypeCount:
    """How many policies of one type have one status today."""

    type: PolicyType
    status: PolicyStatus
    direction: Direction
    count: int

    @property
    def words(self):
        """What is counted: “287(g) agreement: in force”."""
        return kind_words(self.type, self.status)


def counts_by_type(policies):
    """Return today's policies counted by direction, type and status."""
    return [
        TypeCount(
            PolicyType(row["type"]),
            PolicyStatus(row["status"]),
            Direction(row["direction"]),
            row["count"],
        )
        for row in policies.counted_by_type()
    ]


@dataclass
class PlaceRow:
    """One place of a state's table, with its policies and their status."""

    place: object
    policies: list = field(default_factory=list)


def counts_by_state(states, policies):
    """Return a row for every state, with what is on record in it on a day."""
    rows = {state.usps: StateCounts(state) for state in states}
    found = policies.select_related("jurisdiction").only(
        "direction", "type", "jurisdiction__state", "jurisdiction__usps"
    )
    for policy in found:
        place = policy.jurisdiction
        row = rows.get(place.state_code)
        if row is None:
            continue
        row.places.add(place.pk)
        if place.usps and policy.type == PolicyType.STATE_LAW:
            row.laws += 1
        elif (
            policy.status_then in IN_FORCE or policy.status_then == PolicyStatus.SIGNED
        ):
            row.adds += policy.direction == Direction.ADDS
            row.limits += policy.direction == Direction.LIMITS
        elif policy.status_then not in _ENDED:
            row.open += 1
    return list(rows.values())


def place_rows(policies):
    """Return the places of some policies by name, each with its policies."""
    rows = {}
    for policy in policies:
        row = rows.setdefault(policy.jurisdiction_id, PlaceRow(policy.jurisdiction))
        row.policies.append(Standing(policy, PolicyStatus(policy.status_then)))
    return sorted(rows.values(), key=lambda row: (row.place.name, row.place.pk))
