"""Columns of votes, and of how their members voted."""

from dataclasses import replace

from config.listings.columns import Column, Kind, attribute
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
from policies.columns.dates import DATE
from policies.columns.matter import MATTER
from policies.enums import BallotOption, MotionKind, VoteMethod, VoteResult


def _voter(ballot, day):
    return str(ballot.name)


BALLOTS = (
    Column("voter", "The member, as reported.", _voter, always=True),
    id_of("official", "official_id", "The official, where matched."),
    attribute("option", "How the member voted.", choices=BallotOption, always=True),
)


def once_held(column, before=None):
    """Return a column of which nothing is told before the vote was held."""

    def value(row, day):
        ahead = row.outcome(day) == VoteResult.SCHEDULED
        return before if ahead else column.value(row, day)

    return replace(column, value=value)


VOTES = (
    ID,
    ADDRESS,
    attribute("motion", "What was moved, in our words.", always=True),
    twin("motion"),
    attribute("motion_kind", "Kind of motion.", choices=MotionKind, always=True),
    attribute("body", "Who voted.", source="body.name", always=True),
    attribute("body_id", "Id of the body.", Kind.INTEGER, always=True),
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
    once_held(id_of("mover", "mover_id", "Id of who moved it.")),
    once_held(name_of("seconder", "seconder", "Who seconded it.")),
    once_held(id_of("seconder", "seconder_id", "Id of who seconded it.")),
    *MATTER,
    attribute("time", "Time of the meeting."),
    attribute("location", "Place of the meeting."),
    twin("location"),
    attribute("stream", "Where it is streamed."),
    twin("stream"),
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
