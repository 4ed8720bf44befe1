"""From a sheet to what its rows say; what was printed stays beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from jurisdictions.derive import fold_name
from policies.enums import RosterDoubt, RosterKind, SpellingOf
from policies.roster.reading.cells import address_in, cleaned, day_of
from policies.roster.reading.spelling import spelt, type_of
from policies.roster.reading.workbook import Cell, Sheet

# As long as the record keeps them; what ICE printed is kept whole.
LONGEST = {"agency": 200, "county": 120, "type": 40}
# Names a column without a heading; what stands there is kept under it.
UNNAMED = "column "

Key = tuple[str, str, str, date | None]


@dataclass(frozen=True)
class ReadRow:
    """A row as printed, and what it was read as. Empty is not printed, or not read."""

    number: int
    printed: dict[str, str]
    links: dict[str, str]
    state: str
    agency_name: str
    county_name: str
    place_type: str
    model: str
    signed_on: date | None
    moa_url: str
    addendum_url: str
    doubts: tuple[str, ...]
    printed_state: str
    printed_model: str

    @cached_property
    def key(self) -> Key:
        """What tells an agreement from others of a list."""
        return self.state, fold_name(self.agency_name), self.model, self.signed_on

    @property
    def reading(self) -> tuple[object, ...]:
        """All that the row was read as, wherever it stands in the list."""
        return (
            *self.key,
            self.county_name,
            self.place_type,
            self.moa_url,
            self.addendum_url,
        )


@dataclass(frozen=True)
class Unknown:
    """A spelling nobody has decided on, what it seems to mean, and in how many rows."""

    of: str
    printed: str
    proposed: str
    rows: int


@dataclass(frozen=True)
class ReadList:
    """A list as read: which of the two, its headings, rows, and unknown spellings."""

    kind: str
    headings: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    unknown: tuple[Unknown, ...]

    @property
    def newest_signed_on(self) -> date | None:
        """The latest signature on the list, as printed."""
        return max((row.signed_on for row in self.rows if row.signed_on), default=None)


def read_list(sheet: Sheet, spellings: Mapping[tuple[str, str], str]) -> ReadList:
    """Return what a sheet says, given what editors said of ICE's spellings.

    A row whose state or model is misspelt, and clearly so, is read as the one that
    was meant; the spelling is among the unknown until somebody has said what it means.
    """
    names = column_names(sheet.headings)
    rows = mark_repeated(
        read_row(number, names, cells, spellings) for number, cells in sheet.rows
    )
    signed = "SIGNED" in sheet.headings
    return ReadList(
        kind=RosterKind.PARTICIPATING if signed else RosterKind.PENDING,
        headings=tuple(heading for heading in sheet.headings if heading),
        rows=rows,
        unknown=unknown_spellings(rows, spellings),
    )


def column_names(headings: Sequence[str]) -> list[str]:
    """Return a name for each column, so that no cell is lost under another's."""
    seen: Counter[str] = Counter()
    names = []
    for place, heading in enumerate(headings, start=1):
        seen[heading] += 1
        again = f" ({seen[heading]})" if heading and seen[heading] > 1 else ""
        names.append(f"{heading}{again}" if heading else f"{UNNAMED}{place}")
    return names


def read_row(
    number: int,
    names: Sequence[str],
    cells: Sequence[Cell],
    spellings: Mapping[tuple[str, str], str],
) -> ReadRow:
    """Return a row's reading, with a doubt for each cell that cannot be read."""
    row = dict(zip(names, cells, strict=True))
    nothing = Cell()
    state = spelt(SpellingOf.STATE, row["STATE"].text, spellings)
    model = spelt(SpellingOf.MODEL, row["SUPPORT TYPE"].text, spellings)
    agency = cleaned(row["LAW ENFORCEMENT AGENCY"].text)
    signed_on = signature(row["SIGNED"]) if "SIGNED" in row else None
    moa_url, moa_odd = address_of(row.get("MOA", nothing))
    addendum_url, addendum_odd = address_of(row.get("ADDENDUM", nothing))
    doubts = {
        RosterDoubt.STATE_UNKNOWN: not state.known,
        RosterDoubt.MODEL_UNKNOWN: not model.known,
        RosterDoubt.DATE_UNREADABLE: "SIGNED" in row and signed_on is None,
        RosterDoubt.LINK_UNREADABLE: moa_odd or addendum_odd,
        RosterDoubt.AGENCY_MISSING: not agency,
    }
    return ReadRow(
        number=number,
        printed={
            name: cell.text
            for name, cell in row.items()
            if cell.text or not name.startswith(UNNAMED)
        },
        links={name: cell.link for name, cell in row.items() if cell.link},
        state=state.meaning,
        agency_name=agency[: LONGEST["agency"]],
        county_name=cleaned(row.get("COUNTY", nothing).text)[: LONGEST["county"]],
        place_type=type_of(cleaned(row.get("TYPE", nothing).text))[: LONGEST["type"]],
        model=model.meaning,
        signed_on=signed_on,
        moa_url=moa_url,
        addendum_url=addendum_url,
        doubts=tuple(str(doubt) for doubt, holds in doubts.items() if holds),
        printed_state=cleaned(row["STATE"].text),
        printed_model=cleaned(row["SUPPORT TYPE"].text),
    )


def signature(cell: Cell) -> date | None:
    """Return the day a cell gives, as a day or as text; the year as it is printed."""
    return cell.value or day_of(cell.text)


def address_of(cell: Cell) -> tuple[str, bool]:
    """Return the address a cell gives, and whether it has one that cannot be read."""
    return address_in(cell.text, cell.link)


def mark_repeated(rows: Iterable[ReadRow]) -> tuple[ReadRow, ...]:
    """Return the rows; one about the same agreement as an earlier one is marked."""
    seen = set()
    marked = []
    for row in rows:
        again = row.key in seen
        seen.add(row.key)
        doubts = (*row.doubts, str(RosterDoubt.REPEATED))
        marked.append(replace(row, doubts=doubts) if again else row)
    return tuple(marked)


def unknown_spellings(
    rows: Iterable[ReadRow], spellings: Mapping[tuple[str, str], str]
) -> tuple[Unknown, ...]:
    """Return the spellings that wait for somebody to say what they mean."""
    counts: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        for of, printed in (
            (SpellingOf.STATE, row.printed_state),
            (SpellingOf.MODEL, row.printed_model),
        ):
            found = spelt(of, printed, spellings)
            if not found.settled:
                same = (str(of), fold_name(printed))
                counts[same] += 1
                shown.setdefault(same, (printed, found.meaning))
    return tuple(
        Unknown(same[0], *shown[same], rows=count) for same, count in counts.items()
    )
