"""Columns of agreements and policies, and of what happened to each."""

from config.listings.columns import Column, Kind, attribute, label
from jurisdictions.columns import (
    ADDRESS,
    ID,
    LAST_CHECKED,
    LICENCE,
    citations,
    id_of,
    name_of,
    place_columns,
    sources,
    twin,
)
from jurisdictions.enums import Precision
from policies.columns.dates import DATE, counted_events
from policies.enums import (
    AuthorityPath,
    DetainerPractice,
    Direction,
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RoleKind,
)
from policies.sentences import deciding_event

EVENTS = (
    attribute("kind", "What happened.", choices=EventKind, always=True),
    label("kind_label", "What happened, in words.", "kind"),
    *DATE,
    attribute("counts_from", "First day on which the record counts it.", Kind.DATE),
    attribute("note", "What the kind alone does not say."),
    twin("note"),
    id_of("vote", "vote_id", "The vote by which it happened."),
)

ROLES = (
    attribute("role", "What the official did.", choices=RoleKind, always=True),
    Column("name", "The official.", lambda row, day: str(row.official), always=True),
    attribute("official_id", "The official.", Kind.INTEGER, always=True),
    attribute("capacity", "In what office, in words."),
    twin("capacity"),
)


def _since(row, day):
    """Return (date, precision) of what led to the status, as a source dates it.

    The day that the record counts it from is not told here: of what no source dates
    that is only the day we heard of it.
    """
    standing, event = row.standing_on(day), deciding_event(row, day)
    if standing.status == PolicyStatus.EXPIRED and standing.since == row.expires_on:
        return row.expires_on, Precision.DAY
    if event is None or event.date is None:
        return None, Precision.UNKNOWN
    return event.date, Precision(event.date_precision)


def _status(row, day):
    return PolicyStatus(row.standing_on(day).status)


def _relation(row, day):
    """Return how a record follows the one before, unless that is not told of."""
    return row.predecessor_relation or None if row.shown("predecessor") else None


def _ids_of(relation, about):
    """Return a column with the ids of several related records, the lowest first."""

    def value(row, day):
        return sorted(other.pk for other in getattr(row, relation).all())

    return Column(f"{relation}_ids", about, value, Kind.LIST)


POLICIES = (
    ID,
    ADDRESS,
    attribute("title", "What it is, in our words.", always=True),
    twin("title"),
    attribute("type", "Type.", choices=PolicyType, always=True),
    label("type_label", "The type in words.", "type"),
    attribute("model", "Model of a 287(g) agreement.", choices=ProgramModel),
    Column("status", "Status on the day.", _status, choices=PolicyStatus, always=True),
    Column(
        "status_label",
        "The status in words.",
        lambda row, day: str(_status(row, day).label),
        always=True,
    ),
    Column(
        "status_since",
        "Since when it has the status, where a source dates that.",
        lambda row, day: _since(row, day)[0],
        Kind.DATE,
    ),
    Column(
        "status_since_precision",
        "How much of that date is known.",
        lambda row, day: _since(row, day)[1],
        choices=Precision,
        always=True,
    ),
    attribute(
        "direction", "What it does to cooperation.", choices=Direction, always=True
    ),
    *place_columns("jurisdiction"),
    name_of("agency", "agency", "The local agency."),
    id_of("agency", "agency_id", "Id of the local agency."),
    name_of("counterparty", "federal_party", "The federal party."),
    id_of("counterparty", "federal_party_id", "Id of the federal party."),
    attribute("instrument", "Legal form.", choices=Instrument, always=True),
    attribute("legal_effect", "Whether it binds.", choices=LegalEffect, always=True),
    attribute("authority_path", "Who decides.", choices=AuthorityPath, always=True),
    attribute("law_effect", "What a law does to local policies.", choices=LawEffect),
    attribute("detainer_practice", "What it says of holds.", choices=DetainerPractice),
    attribute("summary", "What it does, in our words."),
    twin("summary"),
    attribute("scope", "Whom and what it covers."),
    twin("scope"),
    attribute("exclusions", "What it leaves out."),
    twin("exclusions"),
    attribute("conditions", "On what a decision depends."),
    twin("conditions"),
    attribute("excerpt", "A few words of its own text."),
    attribute("expires_on", "Known end of its term.", Kind.DATE),
    id_of("predecessor", "predecessor_id", "The record it follows."),
    Column(
        "predecessor_relation",
        "How it follows it.",
        _relation,
        choices=PredecessorRelation,
    ),
    _ids_of("conflicts_with", "Ids of the records it conflicts with."),
    _ids_of("responds_to", "Ids of the records it responds to."),
    Column("events", "What happened to it.", counted_events, Kind.ROWS, EVENTS),
    Column(
        "roles",
        "What officials did for it.",
        lambda row, day: list(row.roles.all()),
        Kind.ROWS,
        ROLES,
    ),
    *sources("events"),
    citations("events"),
    LAST_CHECKED,
    LICENCE,
)
