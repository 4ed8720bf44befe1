"""The rows and entries we hold, as the difference between lists sees them."""

from __future__ import annotations

from policies.models import Roster, RosterEntry, RosterRow
from policies.roster.comparing.difference import Line

# What an entry repeats of its newest row.
READ = (
    "state",
    "agency_name",
    "county_name",
    "place_type",
    "model",
    "signed_on",
    "moa_url",
    "addendum_url",
)


def lines_of(roster: Roster | None) -> list[Line]:
    """Return the rows of a list, in their order, as the difference sees them."""
    if roster is None:
        return []
    rows = (
        roster.rows.select_related("entry")
        .defer("printed", "links")
        .exclude(entry=None)
        .order_by("number")
    )
    return [line_from(row, row.entry.agency_id, row.number) for row in rows]


def dropped_lines(kind: str, before: Roster | None) -> list[Line]:
    """Return what lists of a kind showed and the newest we hold does not."""
    entries = RosterEntry.objects.filter(kind=kind).exclude(last_roster=before)
    return [line_from(entry, entry.agency_id, 0) for entry in entries.order_by("pk")]


def line_from(
    ref: RosterRow | RosterEntry,
    agency: int | None,
    number: int,
    *,
    doubtful: bool = False,
) -> Line:
    """Return what a row or an entry says, as a line."""
    said = {name: getattr(ref, name) for name in READ}
    return Line(**said, agency=agency, number=number, doubtful=doubtful, ref=ref)
