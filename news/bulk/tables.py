"""The tables of the whole record: the columns of the listings, and keys between them.

Names are a contract, as those of the columns are.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from config.listings.columns import Column, Kind, attribute, flat
from jurisdictions.columns import CITATIONS, OFFICIALS, ORGANIZATIONS, PLACES, TERMS
from jurisdictions.models import Jurisdiction, Official, Organization
from news.columns import SOURCES
from news.models import Source
from policies.columns import (
    BALLOTS,
    EVENTS,
    POLICIES,
    SIGNATORIES,
    STATEMENTS,
    VOTES,
)
from policies.models import Policy, Statement, Vote

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
    parts: Table | None = None
    # Which of the record's columns has the parts.
    within: str = ""
    # Whether it, and each of its parts that can be, is cited.
    cited: bool = True

    def rows(self, day: date):
        """Return the public rows with all that their columns tell."""
        return self.model.objects.for_export(day)


def part_of(name, about, parent, column, columns, keys=None):
    """Return the table of what hangs on records, each row with its record's id."""
    own = (ROW_ID, attribute(column, f"The row of {parent}.", Kind.INTEGER))
    return Table(name, about, (*own, *columns), {column: parent} | (keys or {}))


PLACE = {"place_id": "places"}
EVENT_ROWS = part_of(
    "events", "What happened to each policy.", "policies", "policy_id", EVENTS
)
BALLOT_ROWS = part_of(
    "ballots",
    "How members voted, where a source says.",
    "votes",
    "vote_id",
    BALLOTS,
    {"official_id": "officials"},
)
SIGNATORY_ROWS = part_of(
    "signatories",
    "Who signed joint statements.",
    "statements",
    "statement_id",
    SIGNATORIES,
    {"organization_id": "organizations", "official_id": "officials"},
)
TERM_ROWS = part_of(
    "terms", "Offices of officials.", "officials", "official_id", TERMS, PLACE
)

# Of what a citation can be: the column with the id, and the table it leads to.
CITED = {
    "place_id": "places",
    "policy_id": "policies",
    "event_id": "events",
    "vote_id": "votes",
    "statement_id": "statements",
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

# What hangs on places is read last: those are told that some other row refers to.
RECORDS = (
    Records(
        Table(
            "policies",
            "Agreements and policies.",
            POLICIES,
            PLACE | {"predecessor_id": "policies"},
        ),
        Policy,
        EVENT_ROWS,
        "events",
    ),
    Records(
        Table(
            "votes",
            "Votes, held or scheduled.",
            VOTES,
            PLACE | {"policy_id": "policies"},
        ),
        Vote,
        BALLOT_ROWS,
        "ballots",
    ),
    Records(
        Table(
            "statements",
            "Who said or did what.",
            STATEMENTS,
            PLACE
            | {
                "policy_id": "policies",
                "vote_id": "votes",
                "disputes_id": "statements",
            },
        ),
        Statement,
        SIGNATORY_ROWS,
        "signatories",
    ),
    Records(
        Table("organizations", "Organizations on record.", ORGANIZATIONS, PLACE),
        Organization,
    ),
    Records(
        Table("officials", "Officials on record.", OFFICIALS),
        Official,
        TERM_ROWS,
        "terms",
    ),
    Records(
        Table("sources", "What the record rests on.", SOURCES), Source, cited=False
    ),
)
PLACE_RECORDS = Records(
    Table(
        "places",
        "Places that another row refers to, and their states.",
        PLACES,
    ),
    Jurisdiction,
)


def every_table():
    """Return all tables, those first that others lead to."""
    parts = (EVENT_ROWS, BALLOT_ROWS, SIGNATORY_ROWS, TERM_ROWS, CITATION_ROWS)
    return (PLACE_RECORDS.table, *(kind.table for kind in RECORDS), *parts)
