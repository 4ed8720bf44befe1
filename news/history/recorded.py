"""Which columns the log keeps of each type of record."""

import json
from dataclasses import replace

from config.listings.columns import Column, Kind, attribute, told
from jurisdictions.columns import OFFICIALS, ORGANIZATIONS
from news.columns import SOURCES
from news.enums import RecordType
from policies.columns import POLICIES, STATEMENTS, VOTES, id_of

# What follows from other columns or records, or from the site and its language: where
# the page is, where the place lies, choices in words, how many sources, what a source
# says of itself.
DERIVED = {
    "address",
    "id",
    "kind_label",
    "latitude",
    "licence",
    "longitude",
    "offices",
    "outlet_label",
    "result_label",
    "source_count",
    "sources",
    "stance_label",
    "status_label",
    "type_label",
}
DERIVED_OF_ROWS = {
    "citations": {
        "outlet",
        "published_on",
        "published_precision",
        "source_address",
        "title",
        "url",
    },
    "events": {"counts_from", "kind_label"},
}
# Rows and texts that stand in no order of their own.
UNORDERED = {"aliases", "ballots", "citations", "concerns", "signatories", "terms"}


def _seat(term, day):
    rows = ((name, getattr(term, name)) for name in SEATS)
    return " ".join(f"{name}-{row.pk}" for name, row in rows if row and row.is_public)


SEATS = ("organization", "agency", "body", "jurisdiction")
SEAT = Column("seat", "Where the office is held, by id.", _seat)
# By the id a new name for a record is told from a new record, and a name that was
# public once from one that may still be shown.
IDS = {
    RecordType.POLICY: (
        id_of("agency", "agency_id", "Id of the local agency."),
        id_of("counterparty", "counterparty_id", "Id of the federal party."),
    ),
    RecordType.VOTE: (
        attribute("body_id", "Id of the body.", Kind.INTEGER),
        id_of("mover", "mover_id", "Id of the mover."),
        id_of("seconder", "seconder_id", "Id of the seconder."),
    ),
    RecordType.STATEMENT: (
        id_of("official", "official_id", "Id of the official who speaks."),
        id_of("organization", "organization_id", "Id of the organization."),
        id_of("agency", "speaking_agency_id", "Id of the agency."),
        id_of("body", "speaking_body_id", "Id of the body."),
        id_of("speaking_place", "speaking_place_id", "Id of the place."),
    ),
    RecordType.ORGANIZATION: (id_of("jurisdiction", "place_id", "Id of the place."),),
    RecordType.OFFICIAL: (),
    RecordType.SOURCE: (id_of("outlet", "outlet_id", "Id of the outlet."),),
}


def kept_of(columns, ids):
    """Return the columns of a type that the log keeps, ids of names among them."""
    found = []
    for column in columns:
        if column.name in DERIVED:
            continue
        derived = DERIVED_OF_ROWS.get(column.name, ())
        inner = tuple(part for part in column.of if part.name not in derived)
        if column.name == "terms":
            inner += (SEAT,)
        found.append(replace(column, of=inner))
    return (*found, *ids)


RECORDED = {
    kind.value: kept_of(columns, IDS[kind])
    for kind, columns in (
        (RecordType.POLICY, POLICIES),
        (RecordType.VOTE, VOTES),
        (RecordType.STATEMENT, STATEMENTS),
        (RecordType.ORGANIZATION, ORGANIZATIONS),
        (RecordType.OFFICIAL, OFFICIALS),
        (RecordType.SOURCE, SOURCES),
    )
}
# The columns of each type by name.
COLUMN = {
    kind: {column.name: column for column in columns}
    for kind, columns in RECORDED.items()
}


def told_of(record_type, row, day):
    """Return {column: value} of a row as the log keeps it, in one order."""
    found = told(RECORDED[record_type], row, day)
    for name in UNORDERED & found.keys():
        found[name] = sorted(found[name], key=json.dumps)
    return found
