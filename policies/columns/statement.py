"""Columns of statements, and of who signed them."""

from config.listings.columns import Column, Kind, attribute, label
from jurisdictions.columns import (
    ADDRESS,
    ID,
    LAST_CHECKED,
    LICENCE,
    citations,
    id_of,
    place_columns,
    sources,
    twin,
)
from policies.columns.dates import DATE
from policies.columns.matter import MATTER
from policies.enums import ConcernKind, Stance, StatementKind

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

CONCERNS = (
    attribute(
        "concern", "The concern.", source="kind", choices=ConcernKind, always=True
    ),
    attribute("detail", "What is feared or asked, in our words."),
    twin("detail"),
)


def _detailed(row, day):
    """Return the concerns of which more is known than their kind."""
    return [row for row in row.concerns.all() if row.detail or row.detail_es]


def _speakers(row, day):
    named = [str(speaker) for speaker in row.speakers]
    return named or list(filter(None, [row.speaker_label]))


STATEMENTS = (
    ID,
    ADDRESS,
    attribute("title", "A few words of our own.", always=True),
    twin("title"),
    attribute("kind", "Kind of statement.", choices=StatementKind, always=True),
    label("kind_label", "The kind in words.", "kind"),
    attribute("stance", "Position on the matter.", choices=Stance, always=True),
    label("stance_label", "The position in words.", "stance"),
    *place_columns("jurisdiction"),
    *DATE,
    Column("speakers", "Who speaks, most particular first.", _speakers, Kind.LIST),
    twin("speaker_label"),
    id_of("official", "official_id", "The official who speaks."),
    id_of("organization", "organization_id", "The organization that speaks."),
    id_of("agency", "speaking_agency_id", "The agency that speaks."),
    id_of("body", "speaking_body_id", "The body that speaks."),
    id_of("speaking_place", "speaking_place_id", "The place that speaks."),
    *MATTER,
    id_of("vote", "vote_id", "The vote it is about."),
    attribute("summary", "What was said or done, in our words.", always=True),
    twin("summary"),
    attribute("quote", "A few words, as printed."),
    attribute("venue", "Where."),
    twin("venue"),
    attribute("medium", "Through what."),
    twin("medium"),
    attribute(
        "is_allegation", "A claim that somebody did wrong.", Kind.YES_NO, always=True
    ),
    id_of("disputes", "disputes_id", "The statement it disputes."),
    attribute("amount_from", "A number it gives.", Kind.NUMBER),
    attribute("amount_to", "Up to.", Kind.NUMBER),
    attribute("amount_unit", "Of what."),
    twin("amount_unit"),
    Column(
        "concerns",
        "Concerns it raises.",
        lambda row, day: [concern.kind for concern in row.concerns.all()],
        Kind.LIST,
        choices=ConcernKind,
    ),
    Column(
        "concern_details",
        "Concerns of which it says more.",
        _detailed,
        Kind.ROWS,
        CONCERNS,
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
