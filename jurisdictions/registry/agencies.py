"""The FBI's list of law-enforcement agencies: its rows, and the place of each.

A row whose place is not certain is told of, never guessed.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind, Level
from jurisdictions.matching import TOWNSHIPS, PlaceNames, same_body, spelled
from jurisdictions.models import Jurisdiction
from jurisdictions.registry.entries import CONTROL, RowError
from jurisdictions.registry.files import FileRefused

NEEDED = ("ori", "fbi_pub_name", "type", "state", "county_names", "data_year")
TYPES = frozenset(
    (
        "City",
        "County",
        "Federal",
        "Other",
        "Other State Agency",
        "State Police",
        "Tribal",
        "University or College",
    )
)
# The FBI's postal codes where they are not the Postal Service's.
STATE_CODES = {"NB": "NE", "GM": "GU"}
FEDERAL = "FS"
ORI = re.compile(r"[A-Z0-9]{9}")
LONGEST_NAME = 180
NO_COUNTY = {"", "NOT SPECIFIED", "UNMAPPED COUNTY"}
# What a row of type County is called when its name does not say: the FBI has both
# under that type, and prints most of either as the county's bare name.
UNTOLD = "sheriff or county police"
STATE_FORCES = frozenset(
    (
        "state police",
        "state patrol",
        "state troopers",
        "highway patrol",
        "state highway patrol",
        "highway safety patrol",
        "department of safety",
        "department of public safety",
    )
)
# "Perry Township, Stark County": the county tells one Perry Township from the others.
IN_COUNTY = re.compile(r"^(?P<name>.+), (?P<county>.+) County$")
FORCE = re.compile(
    r" (?:police|sheriff['’]?s|sheriff|public safety)(?: department| office)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """One agency as the FBI's list has it."""

    line: int
    ori: str
    name: str
    type: str
    state: str
    counties: tuple[str, ...]
    printed_counties: str
    year: int

    @property
    def quote(self) -> str:
        """The cells that say which agency it is, as printed."""
        return " · ".join((self.ori, self.name, self.type, self.printed_counties))


@dataclass(frozen=True)
class Placed:
    """The place of a row, and the agency that the row says the place has."""

    place: Jurisdiction
    name: str
    kind: AgencyKind

    @property
    def key(self) -> tuple[int, str]:
        """What two rows have alike that may be one agency under two ORIs."""
        return self.place.pk, self.name


class Unplaced(Exception):
    """A row whose place is not certain; the message says why."""


def read_file(path: Path) -> Iterator[tuple[int, dict[str, str] | None, list[str]]]:
    """Yield (line, cells by column, cells) of a list's rows; None for a torn row.

    :raises FileRefused: if it is no list of agencies, in words.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text, strict=True)
            heading = [cell.strip() for cell in next(reader, [])]
            lacking = [column for column in NEEDED if column not in heading]
            if lacking or len(set(heading)) < len(heading):
                raise FileRefused(
                    f"its first line lacks {', '.join(lacking) or 'unlike columns'}: "
                    f"a list of agencies has {', '.join(NEEDED)}"
                )
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    whole = len(cells) == len(heading)
                    stripped = [cell.strip() for cell in cells]
                    yield (
                        reader.line_num,
                        dict(zip(heading, stripped, strict=True)) if whole else None,
                        cells,
                    )
    except UnicodeDecodeError as refusal:
        raise FileRefused("it is not text in UTF-8") from refusal
    except IsADirectoryError as refusal:
        raise FileRefused("it is a folder, not a file") from refusal
    except OSError as refusal:
        raise FileRefused(refusal.strerror or str(refusal)) from refusal
    except csv.Error as refusal:
        raise FileRefused(f"it is no CSV: {refusal}") from refusal


def read_row(line: int, cells: dict[str, str] | None) -> Row:
    """Read one row.

    :raises RowError: if it cannot be read, in words.
    """
    if cells is None:
        raise RowError("it has more or fewer cells than the first line")
    if any(CONTROL.search(value) for value in cells.values()):
        raise RowError("it has characters that no text has")
    name, year = cells["fbi_pub_name"].rstrip(" ,"), cells["data_year"]
    if not ORI.fullmatch(cells["ori"]):
        raise RowError(f"“{cells['ori']}” is no ORI: nine letters and digits")
    if not name.strip(": ") or len(name) > LONGEST_NAME:
        raise RowError(f"its name is empty or longer than {LONGEST_NAME}")
    if cells["type"] not in TYPES:
        raise RowError(f"the type “{cells['type']}” is none we know")
    if not re.fullmatch(r"(19|20)\d\d", year, re.ASCII):
        raise RowError(f"“{year}” is no year")
    counties = [county.strip() for county in cells["county_names"].split(",")]
    return Row(
        line=line,
        ori=cells["ori"],
        name=name,
        type=cells["type"],
        state=STATE_CODES.get(cells["state"], cells["state"]),
        counties=tuple(county for county in counties if county not in NO_COUNTY),
        printed_counties=cells["county_names"],
        year=int(year),
    )


def placed(row: Row, names: PlaceNames) -> Placed:
    """Return the place of a row.

    :raises RowError: if its state is none.
    :raises Unplaced: if no place, or more than one, fits.
    """
    if row.state == FEDERAL or row.type == "Federal":
        raise Unplaced("a federal agency; enter it by hand")
    if names.state(row.state) is None:
        raise RowError(f"the state “{row.state}” is none we know")
    if row.type == "City":
        return _of_town(row, names)
    if row.type == "County":
        return _of_county(row, names)
    if row.type == "State Police":
        return _of_state(row, names)
    raise Unplaced(f"of type {row.type}: such an agency is no city's and no county's")


def _of_town(row, names):
    """Return the one town with the name, in a county that the row prints.

    The FBI calls each township one, and the town around a city a town: a bare name
    is that of the city, or of the village.
    """
    told = IN_COUNTY.match(row.name)
    name = FORCE.sub("", told["name"] if told else row.name)
    towns = names.municipalities(row.state, name)
    if "township" not in spelled(name).split():
        towns = [place for place in towns if place.designation not in TOWNSHIPS]
    if counties := _counties(row, names):
        towns = names.within(towns, counties)
    if any(place.designation == "city" for place in towns):
        towns = [place for place in towns if place.level != Level.TOWNSHIP]
    if not towns:
        raise Unplaced("no city, town or township of the state fits")
    if len(towns) > 1:
        raise Unplaced("several places fit: " + ", ".join(map(_told_apart, towns)))
    if told and names.within(towns, []):
        # The FBI tells it from a namesake, and we cannot.
        raise Unplaced(f"is {_told_apart(towns[0])} in that county?")
    kind = _kind_in(row.name)
    own = f"{row.name} police" if kind == AgencyKind.OTHER else row.name
    kind = AgencyKind.POLICE if kind == AgencyKind.OTHER else kind
    return Placed(towns[0], own, kind)


def _of_county(row, names):
    """Return the county that a row prints, if its name is that county's."""
    bare = FORCE.sub("", row.name)
    named = names.counties(row.state, f"{bare} County")
    named = named or names.counties(row.state, bare)
    named = named or names.municipalities(row.state, bare)
    counties = _counties(row, names)
    fits = [place for place in named if place in counties]
    if len(fits) != 1:
        raise Unplaced("its name is not that of the one county it prints")
    if bare == row.name:
        return Placed(fits[0], f"{fits[0].name} {UNTOLD}", AgencyKind.OTHER)
    return Placed(fits[0], row.name, _kind_in(row.name))


def _kind_in(name):
    """Return the kind of agency that a name says, "other" if none."""
    words = fold_name(name).split()
    if "police" in words:
        return AgencyKind.POLICE
    sheriff = {"sheriff", "sheriffs"} & {*words}
    return AgencyKind.SHERIFF if sheriff else AgencyKind.OTHER


def _of_state(row, names):
    """Return the state whose police a row is; its posts are no agencies."""
    state = names.state(row.state)
    printed = fold_name(row.name)
    force = printed.removeprefix(fold_name(state.name)).strip()
    force = force if force in STATE_FORCES else f"state {force}"
    if row.counties or row.name.endswith(":") or force not in STATE_FORCES:
        raise Unplaced("a post or part of the state's police")
    if printed.startswith(fold_name(state.name)):
        return Placed(state, row.name, AgencyKind.STATE_POLICE)
    return Placed(state, f"{state.name} {row.name.lower()}", AgencyKind.STATE_POLICE)


def _counties(row, names):
    """Return the counties that a row prints, or that its name does.

    Connecticut's planning regions do not count: its towns lie in counties too, and
    no two of them have one name.
    """
    told = IN_COUNTY.match(row.name)
    printed = (told["county"],) if told and row.type == "City" else row.counties
    found = [place for name in printed for place in names.counties(row.state, name)]
    return [
        place
        for place in dict.fromkeys(found)
        if place.designation != "planning region"
    ]


def _told_apart(place):
    """Return a place's name with what it is called, for the report."""
    called = place.designation or Level(place.level).label
    return f"{place.name} ({called}, {place.geoid})"


def is_of(row: Row, agency_name: str, place: Jurisdiction) -> bool:
    """Return whether an agency already entered is, by its name, the one of a row."""
    return any(same_body(agency_name, name) for name in (row.name, place.name))
