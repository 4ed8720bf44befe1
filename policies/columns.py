"""Columns of agreements and policies, votes and statements.

Names are a contract: none is changed, and none is taken away.
"""

from dataclasses import replace

from config.listings.columns import Column, Kind, attribute, label
from jurisdictions.columns import (
    ADDRESS,
    ID,
    LAST_CHECKED,
    LICENCE,
    citations,
    place_columns,
    sources,
)
from jurisdictions.enums import Certainty, Precision
from policies.enums import (
    AuthorityPath,
    BallotOption,
    ConcernKind,
    DetainerPractice,
    Direction,
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    MotionKind,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    Stance,
    StatementKind,
    VoteMethod,
    VoteResult,
)
from policies.sentences import deciding_event


def name_of(relation, name, about):
    """Return a column with the name of a related record, if that is public."""

    def value(row, day):
        found = row.shown(relation)
        return str(found) if found else None

    return Column(name, about, value)


def id_of(relation, name, about):
    """Return a column with the id of a related record, if that is public."""

    def value(row, day):
        found = row.shown(relation)
        return found.pk if found else None

    return Column(name, about, value, Kind.INTEGER)


DATE = (
    attribute("date", "The date, or the first day of its period.", Kind.DATE),
    attribute(
        "date_precision", "How much of it is known.", choices=Precision, always=True
    ),
    attribute("date_certainty", "How it is known.", choices=Certainty, always=True),
    attribute("date_phrase", "The source's own words for it."),
)

EVENTS = (
    attribute("kind", "What happened.", choices=EventKind, always=True),
    label("kind_label", "What happened, in words.", "kind"),
    *DATE,
    attribute("counts_from", "First day on which the record counts it.", Kind.DATE),
    attribute("note", "What the kind alone does not say."),
)


def _events(row, day):
    """Return the events that count on a day, in the order of the fold."""
    counted = (e for e in row.events.all() if e.counts_from and e.counts_from <= day)
    return sorted(counted, key=lambda e: (e.counts_from, e.sort_order, e.pk))


def _standing(row, day):
    return row.standing_on(day)


def _since(row, day):
    """Return (date, precision) of what led to the status, as a source dates it.

    The day that the record counts it from is not told here: of what no source dates
    that is only the day we heard of it.
    """
    standing, event = _standing(row, day), deciding_event(row, day)
    if standing.status == PolicyStatus.EXPIRED and standing.since == row.expires_on:
        return row.expires_on, Precision.DAY
    if event is None or event.date is None:
        return None, Precision.UNKNOWN
    return event.date, Precision(event.date_precision)


def _status(row, day):
    return PolicyStatus(_standing(row, day).status)


POLICIES = (
    ID,
    ADDRESS,
    attribute("title", "What it is, in our words.", always=True),
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
    name_of("counterparty", "federal_party", "The federal party."),
    attribute("instrument", "Legal form.", choices=Instrument, always=True),
    attribute("legal_effect", "Whether it binds.", choices=LegalEffect, always=True),
    attribute("authority_path", "Who decides.", choices=AuthorityPath, always=True),
    attribute("law_effect", "What a law does to local policies.", choices=LawEffect),
    attribute("detainer_practice", "What it says of holds.", choices=DetainerPractice),
    attribute("summary", "What it does, in our words."),
    attribute("scope", "Whom and what it covers."),
    attribute("exclusions", "What it leaves out."),
    attribute("conditions", "On what a decision depends."),
    attribute("excerpt", "A few words of its own text."),
    attribute("expires_on", "Known end of its term.", Kind.DATE),
    id_of("predecessor", "predecessor_id", "The record it follows."),
    attribute(
        "predecessor_relation", "How it follows it.", choices=PredecessorRelation
    ),
    Column("events", "What happened to it.", _events, Kind.ROWS, EVENTS),
    *sources("events"),
    citations("events"),
    LAST_CHECKED,
    LICENCE,
)


def _voter(ballot, day):
    return str(ballot.name)


BALLOTS = (
    Column("voter", "The member, as reported.", _voter, always=True),
    Column(
        "official_id",
        "The official, where matched.",
        lambda row, day: (
            row.official_id if row.official and row.official.live else None
        ),
        Kind.INTEGER,
    ),
    attribute("option", "How the member voted.", choices=BallotOption, always=True),
)


def once_held(column, before=None):
    """Return a column of which nothing is told before the vote was held."""

    def value(row, day):
        ahead = row.outcome(day) == VoteResult.SCHEDULED
        return before if ahead else column.value(row, day)

    return replace(column, value=value)


def _policy_title(row, day):
    policy = row.shown("policy")
    return policy.title if policy else None


VOTES = (
    ID,
    ADDRESS,
    attribute("motion", "What was moved, in our words.", always=True),
    attribute("motion_kind", "Kind of motion.", choices=MotionKind, always=True),
    attribute("body", "Who voted.", source="body.name", always=True),
    *place_columns("body.jurisdiction"),
    *DATE,
    Column(
        "result",
        "The result that can be told on the day.",
        lambda row, day: row.outcome(day),
        choices=VoteResult,
        always=True,
    ),
    Column(
        "result_label",
        "The result in words.",
        lambda row, day: str(row.outcome(day).label),
        always=True,
    ),
    once_held(attribute("method", "How it was taken.", choices=VoteMethod)),
    once_held(
        attribute("described_as_unanimous", "The source says unanimous.", Kind.YES_NO)
    ),
    once_held(attribute("yes_count", "Stated yes votes.", Kind.INTEGER)),
    once_held(attribute("no_count", "Stated no votes.", Kind.INTEGER)),
    once_held(attribute("abstain_count", "Stated abstentions.", Kind.INTEGER)),
    once_held(attribute("absent_count", "Stated absences.", Kind.INTEGER)),
    once_held(name_of("mover", "mover", "Who moved it.")),
    once_held(name_of("seconder", "seconder", "Who seconded it.")),
    id_of("policy", "policy_id", "The agreement or policy it is about."),
    Column("policy", "Title of that.", _policy_title),
    attribute("time", "Time of the meeting."),
    attribute("location", "Place of the meeting."),
    attribute("agenda_url", "Agenda."),
    once_held(
        Column(
            "ballots",
            "Members' votes that a source gives.",
            lambda row, day: list(row.ballots.all()),
            Kind.ROWS,
            BALLOTS,
        ),
        before=(),
    ),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)

SIGNATORIES = (
    Column(
        "name",
        "Who signed.",
        lambda row, day: str(row.organization or row.official),
        always=True,
    ),
    attribute("organization_id", "The organization.", Kind.INTEGER),
    attribute("official_id", "The official.", Kind.INTEGER),
)


def _speakers(row, day):
    named = [str(speaker) for speaker in row.speakers]
    return named or list(filter(None, [row.speaker_label]))


STATEMENTS = (
    ID,
    ADDRESS,
    attribute("title", "A few words of our own.", always=True),
    attribute("kind", "Kind of statement.", choices=StatementKind, always=True),
    label("kind_label", "The kind in words.", "kind"),
    attribute("stance", "Position on the matter.", choices=Stance, always=True),
    label("stance_label", "The position in words.", "stance"),
    *place_columns("jurisdiction"),
    *DATE,
    Column("speakers", "Who speaks, most particular first.", _speakers, Kind.LIST),
    id_of("policy", "policy_id", "The agreement or policy it is about."),
    Column("policy", "Title of that.", _policy_title),
    id_of("vote", "vote_id", "The vote it is about."),
    attribute("summary", "What was said or done, in our words.", always=True),
    attribute("quote", "A few words, as printed."),
    attribute("venue", "Where."),
    attribute("medium", "Through what."),
    attribute(
        "is_allegation", "A claim that somebody did wrong.", Kind.YES_NO, always=True
    ),
    id_of("disputes", "disputes_id", "The statement it disputes."),
    attribute("amount_from", "A number it gives.", Kind.NUMBER),
    attribute("amount_to", "Up to.", Kind.NUMBER),
    attribute("amount_unit", "Of what."),
    Column(
        "concerns",
        "Concerns it raises.",
        lambda row, day: [concern.kind for concern in row.concerns.all()],
        Kind.LIST,
        choices=ConcernKind,
    ),
    Column(
        "signatories",
        "Who signed.",
        lambda row, day: list(row.signatories.all()),
        Kind.ROWS,
        SIGNATORIES,
    ),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)
