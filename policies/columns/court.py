"""Columns of court cases, their parties and their steps."""

from config.listings.columns import Column, Kind, attribute
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
from jurisdictions.enums import Precision
from policies.columns.dates import DATE, counted_events
from policies.columns.matter import MATTER
from policies.enums import CaseClaim, CaseStatus, PartyRole

PARTIES = (
    attribute("role", "The side it takes.", choices=PartyRole, always=True),
    attribute("name", "Who takes it.", source="named", always=True),
    twin("name"),
    id_of("jurisdiction", "place_id", "The place."),
    id_of("agency", "agency_id", "The agency."),
    id_of("organization", "organization_id", "The organization."),
)

CASE_EVENTS = (
    attribute("status", "Where it led.", choices=CaseStatus, always=True),
    *DATE,
    attribute("counts_from", "First day on which the record counts it.", Kind.DATE),
    attribute("note", "What the status alone does not say."),
    twin("note"),
)


COURT_CASES = (
    ID,
    ADDRESS,
    attribute("title", "What it is about, in our words.", always=True),
    twin("title"),
    attribute("caption", "Who against whom, as a source gives it."),
    attribute("court", "The court."),
    attribute("docket", "Its number there."),
    attribute("filed_on", "The day it was filed.", Kind.DATE),
    attribute(
        "filed_precision",
        "How much of that date is known.",
        choices=Precision,
        always=True,
    ),
    attribute("claim", "What is asked.", choices=CaseClaim, always=True),
    Column(
        "status",
        "Where it stands on the day.",
        lambda row, day: row.status_on(day),
        choices=CaseStatus,
        always=True,
    ),
    attribute("summary", "What it is, in our words."),
    twin("summary"),
    *place_columns("jurisdiction"),
    *MATTER,
    Column(
        "parties",
        "Who takes a side.",
        lambda row, day: list(row.parties.all()),
        Kind.ROWS,
        PARTIES,
    ),
    Column("events", "Its steps.", counted_events, Kind.ROWS, CASE_EVENTS),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)
