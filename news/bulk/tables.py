"""The tables of the whole record: the columns of the listings, and keys between them.

Names are a contract, as those of the columns are.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from config.listings.columns import Column, Kind, attribute, flat
from jurisdictions.columns import (
    AGENCIES,
    BODIES,
    CITATIONS,
    OFFICIALS,
    ORGANIZATIONS,
    PLACES,
    TERMS,
)
from jurisdictions.models import Agency, Body, Jurisdiction, Official, Organization
from news.columns import OUTLETS, SOURCES
from news.models import Outlet, Source
from policies.columns import (
    BALLOTS,
    CASE_EVENTS,
    CONCERNS,
    COURT_CASES,
    EVENTS,
    PARTIES,
    POLICIES,
    ROLES,
    SIGNATORIES,
    STATEMENTS,
    VOTES,
)
from policies.models import CourtCase, Policy, Statement, Vote

ROW_ID = attribute(
    "id", "Of the row; a newer edition may number it anew.", Kind.INTEGER, "pk"
)


@dataclass(frozen=True)
class Table:
    """One table: its columns, and to which tables' ids some of them lead."""

    name: str
    about: str
    columns: tuple[Column, ...]
    keys: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self):
        """The columns that a table can hold."""
        return flat(self.columns)


@dataclass(frozen=True)
class Records:
    """A table of records, which have pages of their own, and what hangs on each."""

    table: Table
    model: Any
    # {column of the record: the table of the rows in it}
    parts: dict[str, Table] = field(default_factory=dict)
    # Whether it, and each of its parts that can be, is cited.
    cited: bool = True

    def rows(self, day: date):
        """Return the public rows with all that their columns tell."""
        return self.model.objects.for_export(day)


class Places(Records):
    """Places, whose own list tells no sources."""

    def rows(self, day: date):
        """Return the public places with their citations too."""
        return super().rows(day).with_citations()


def part_of(name, about, parent, column, columns, keys=None):
    """Return the table of what hangs on records, each row with its record's id."""
    own = (ROW_ID, attribute(column, f"The row of {parent}.", Kind.INTEGER))
    return Table(name, about, (*own, *columns), {column: parent} | (keys or {}))


PLACE = {"place_id": "places"}
AGENCY = {"agency_id": "agencies"}
BODY = {"body_id": "bodies"}
ORGANIZATION = {"organization_id": "organizations"}
OFFICIAL = {"official_id": "officials"}
EVENT_ROWS = part_of(
    "events",
    "What happened to each policy.",
    "policies",
    "policy_id",
    EVENTS,
    {"vote_id": "votes"},
)
ROLE_ROWS = part_of(
    "roles",
    "What officials did for policies.",
    "policies",
    "policy_id",
    ROLES,
    OFFICIAL,
)
BALLOT_ROWS = part_of(
    "ballots",
    "How members voted, where a source says.",
    "votes",
    "vote_id",
    BALLOTS,
    OFFICIAL,
)
SIGNATORY_ROWS = part_of(
    "signatories",
    "Who signed joint statements.",
    "statements",
    "statement_id",
    SIGNATORIES,
    ORGANIZATION | OFFICIAL,
)
CONCERN_ROWS = part_of(
    "concern_details",
    "Concerns of which a statement says more than the kind.",
    "statements",
    "statement_id",
    CONCERNS,
)
TERM_ROWS = part_of(
    "terms",
    "Offices of officials.",
    "officials",
    "official_id",
    TERMS,
    PLACE | AGENCY | BODY | ORGANIZATION,
)
PARTY_ROWS = part_of(
    "parties",
    "Who takes a side in a court case.",
    "court_cases",
    "case_id",
    PARTIES,
    PLACE | AGENCY | ORGANIZATION,
)
CASE_EVENT_ROWS = part_of(
    "case_events", "Steps of each court case.", "court_cases", "case_id", CASE_EVENTS
)

# Of what a citation can be: the column with the id, and the table it leads to.
CITED = {
    "place_id": "places",
    "policy_id": "policies",
    "event_id": "events",
    "vote_id": "votes",
    "statement_id": "statements",
    "case_id": "court_cases",
    "agency_id": "agencies",
    "body_id": "bodies",
    "organization_id": "organizations",
    "official_id": "officials",
}


def _cited(column):
    name = "jurisdiction_id" if column == "place_id" else column
    return attribute(
        column, f"The row of {CITED[column]} it supports.", Kind.INTEGER, name
    )


CITATION_ROWS = Table(
    "citations",
    "Which words of which source support what: one row leads to one record.",
    (ROW_ID, *map(_cited, CITED), *CITATIONS),
    CITED | {"source_id": "sources"},
)

RECORDS = (
    Records(
        Table(
            "policies",
            "Agreements and policies.",
            POLICIES,
            PLACE
            | AGENCY
            | {"federal_party_id": "agencies", "predecessor_id": "policies"},
        ),
        Policy,
        {"events": EVENT_ROWS, "roles": ROLE_ROWS},
    ),
    Records(
        Table(
            "votes",
            "Votes, held or scheduled.",
            VOTES,
            PLACE
            | BODY
            | {
                "policy_id": "policies",
                "mover_id": "officials",
                "seconder_id": "officials",
            },
        ),
        Vote,
        {"ballots": BALLOT_ROWS},
    ),
    Records(
        Table(
            "statements",
            "Who said or did what.",
            STATEMENTS,
            PLACE
            | OFFICIAL
            | ORGANIZATION
            | {
                "speaking_agency_id": "agencies",
                "speaking_body_id": "bodies",
                "speaking_place_id": "places",
                "policy_id": "policies",
                "vote_id": "votes",
                "disputes_id": "statements",
            },
        ),
        Statement,
        {"concern_details": CONCERN_ROWS, "signatories": SIGNATORY_ROWS},
    ),
    Records(
        Table(
            "court_cases",
            "Court cases about policies.",
            COURT_CASES,
            PLACE | {"policy_id": "policies"},
        ),
        CourtCase,
        {"parties": PARTY_ROWS, "events": CASE_EVENT_ROWS},
    ),
    Records(
        Table(
            "bodies",
            "Bodies that vote.",
            BODIES,
            PLACE | {"parent_id": "bodies"},
        ),
        Body,
    ),
    Records(
        Table("organizations", "Organizations on record.", ORGANIZATIONS, PLACE),
        Organization,
    ),
    Records(
        Table("officials", "Officials on record.", OFFICIALS),
        Official,
        {"terms": TERM_ROWS},
    ),
    Records(
        Table(
            "sources",
            "What the record rests on.",
            SOURCES,
            {"outlet_id": "outlets"},
        ),
        Source,
        cited=False,
    ),
)
# Registries, of which those rows are told that some other row refers to; read last,
# what others of them hang on after those.
REGISTRIES = (
    Records(
        Table("outlets", "Outlets that published a source.", OUTLETS),
        Outlet,
        cited=False,
    ),
    Records(
        Table(
            "agencies",
            "Agencies that another row refers to.",
            AGENCIES,
            PLACE | {"parent_id": "agencies"},
        ),
        Agency,
    ),
    Places(
        Table("places", "Places that another row refers to, and their states.", PLACES),
        Jurisdiction,
    ),
)


def every_table():
    """Return all tables, those first that others lead to."""
    kinds = (*reversed(REGISTRIES), *RECORDS)
    parts = (table for kind in kinds for table in kind.parts.values())
    return (*(kind.table for kind in kinds), *parts, CITATION_ROWS)


KEYS = {table.name: table.keys for table in every_table()}
