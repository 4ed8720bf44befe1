"""Which columns the log keeps of each type of record."""

import json
from dataclasses import replace

from config.listings.columns import Column, told
from jurisdictions.columns import OFFICIALS, ORGANIZATIONS
from news.columns import SOURCES
from news.enums import RecordType
from policies.columns import POLICIES, STATEMENTS, VOTES

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
    "terms": {"agency_id", "body_id", "organization_id"},
}
# Rows and texts that stand in no order of their own.
UNORDERED = {
    "aliases",
    "ballots",
    "citations",
    "concern_details",
    "concerns",
    "roles",
    "signatories",
    "terms",
}


def _seat(term, day):
    rows = ((name, getattr(term, name)) for name in SEATS)
    return " ".join(f"{name}-{row.pk}" for name, row in rows if row and row.is_public)


SEATS = ("organization", "agency", "body", "jurisdiction")
SEAT = Column("seat", "Where the office is held, by id.", _seat)


def kept_of(columns):
    """Return the columns of a type that the log keeps.

    By its id beside a name a new name for a record is told from a new record, and a
    name that was public once from one that may still be shown.
    """
    found = []
    for column in columns:
        if column.name in DERIVED:
            continue
        derived = DERIVED_OF_ROWS.get(column.name, ())
        inner = tuple(part for part in column.of if part.name not in derived)
        if column.name == "terms":
            inner += (SEAT,)
        found.append(replace(column, of=inner))
    return tuple(found)


RECORDED = {
    RecordType.POLICY.value: kept_of(POLICIES),
    RecordType.VOTE.value: kept_of(VOTES),
    RecordType.STATEMENT.value: kept_of(STATEMENTS),
    RecordType.ORGANIZATION.value: kept_of(ORGANIZATIONS),
    RecordType.OFFICIAL.value: kept_of(OFFICIALS),
    RecordType.SOURCE.value: kept_of(SOURCES),
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
