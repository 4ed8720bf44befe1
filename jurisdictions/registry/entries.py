"""One row of a registry file, read: what it says of a place, whatever its form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from jurisdictions.designations import BALANCE
from jurisdictions.registry.names import Kind, designation_of

# How the forms call what they both tell; Gazetteer columns come in capitals.
TIDY_KINDS = {
    "state": Kind.STATE,
    "county": Kind.COUNTY,
    "place": Kind.PLACE,
    "cousub": Kind.SUBDIVISION,
}
# LSAD of a census designated place, a settlement that nobody governs.
SETTLEMENTS = {"57", "CDP"}
# Functional status: active governments, alone or with others (A, B, C, E, G).
GOVERNING = frozenset("ABCEG")
LONGEST = {"registry_name": 120, "designation": 40, "ocd_id": 160}
CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffd]")


class RowError(ValueError):
    """A row that cannot be read; the message says why."""


class NoGovernment(Exception):
    """A row about a statistical area, which nobody governs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a registry says of one place; None and "" are what it does not say."""

    kind: Kind
    geoid: str
    state: str
    registry_name: str
    designation: str
    ocd_id: str = ""
    county: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    population: int | None = None
    population_year: int | None = None
    active: bool = True
    same_as: str = ""


def from_gazetteer(row: Mapping[str, str]) -> Entry:
    """Read a row of a Census Gazetteer file.

    :raises RowError: if it cannot be read.
    :raises NoGovernment: if it is about a statistical area.
    """
    kind = kind_of(row["GEOID"])
    name, status = row["NAME"], row.get("FUNCSTAT", "")
    # The remainder of a consolidated government is a fiction only to geographers.
    governs = not status or status in GOVERNING or name.endswith("(balance)")
    if not governs or row.get("LSAD") in SETTLEMENTS:
        raise NoGovernment
    return entry(
        kind,
        geoid=row["GEOID"],
        state=row["USPS"],
        registry_name=name,
        ocd_id=row.get("OCDID") or row.get("OCD_ID", ""),
        county=row["GEOID"][:5] if kind is Kind.SUBDIVISION else "",
        latitude=row["INTPTLAT"],
        longitude=row["INTPTLONG"],
    )


def from_tidy(row: Mapping[str, str]) -> Entry:
    """Read a row of the tidy CSV form.

    :raises RowError: if it cannot be read.
    :raises NoGovernment: if it is about a statistical area.
    """
    kind = TIDY_KINDS.get(row["level"])
    if kind is None:
        raise RowError(f"the level “{row['level']}” is none we know")
    if row["active"] not in ("0", "1"):
        raise RowError("active is neither 0 nor 1")
    said = row["lsad"]
    if said in SETTLEMENTS:
        # The Bureau estimates the people of incorporated places alone: one that it
        # estimates has become a city or town since somebody wrote CDP.
        if not row["population"]:
            raise NoGovernment
        said = ""
    note = row["note"].partition("sameAs ")[2].split()
    return entry(
        kind,
        geoid=row["geoid"],
        state=row["state"],
        registry_name=row["name"],
        designation=said,
        ocd_id=row["ocd_id"],
        county=row["county_geoid"],
        latitude=row["lat"],
        longitude=row["lon"],
        population=row["population"],
        population_year=row["population_year"],
        active=row["active"] == "1",
        same_as=note[0].rstrip(";") if note else "",
    )


def from_bundled(row: Mapping[str, str]) -> Entry:
    """Read a row of the counties that come with the project.

    :raises RowError: if it cannot be read.
    """
    return entry(Kind.COUNTY, **row)


def kind_of(geoid: str) -> Kind:
    """Return what a GEOID stands for, by its length.

    :raises RowError: if it stands for nothing the registry has.
    """
    try:
        return Kind(len(geoid) if geoid.isascii() and geoid.isdecimal() else 0)
    except ValueError:
        raise RowError(f"“{geoid}” is no GEOID of 2, 5, 7 or 10 digits") from None


def entry(kind: Kind, **told: object) -> Entry:
    """Return an entry whose values have been looked at.

    :raises RowError: naming the first that cannot be right.
    """
    words = {key: value for key, value in told.items() if isinstance(value, str)}
    words["registry_name"] = read_right(words["registry_name"])
    _check_words(kind, words)
    designation = designation_of(kind, words["registry_name"])
    return Entry(
        kind,
        geoid=words["geoid"],
        state=words["state"],
        registry_name=words["registry_name"],
        designation=designation or words.get("designation", ""),
        ocd_id=words.get("ocd_id", ""),
        county=words.get("county", ""),
        active=told.get("active") is not False,
        same_as=words.get("same_as", ""),
        **_point(words.get("latitude", ""), words.get("longitude", "")),
        **_people(words.get("population", ""), words.get("population_year", "")),
    )


def read_right(name: str) -> str:
    """Return a name whose UTF-8 somebody once read as Windows-1252.

    “DoÃ±a Ana” is Doña Ana; a name that was read right is no UTF-8 read so.
    """
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _check_words(kind, words):
    """Refuse a name, code or state that the registry cannot have meant.

    :raises RowError: naming the first.
    """
    if any(CONTROL.search(value) for value in words.values()):
        raise RowError("it has characters that no text has")
    for field, most in LONGEST.items():
        if len(words.get(field, "")) > most:
            raise RowError(f"its {field.replace('_', ' ')} is longer than {most}")
    if kind_of(words["geoid"]) is not kind:
        raise RowError(f"the GEOID {words['geoid']} is none of a {kind.name.lower()}")
    if not words["registry_name"].removesuffix(BALANCE).strip():
        raise RowError("it has no name")
    county = words.get("county", "")
    if county and not (county.isdecimal() and len(county) == Kind.COUNTY):
        raise RowError(f"“{county}” is no county’s GEOID")
    if kind is Kind.SUBDIVISION and county != words["geoid"][: Kind.COUNTY]:
        raise RowError(f"the GEOID {words['geoid']} is not in the county “{county}”")
    if county[: Kind.STATE] not in ("", words["geoid"][: Kind.STATE]):
        raise RowError(f"the county {county} is in another state")


def _point(latitude, longitude):
    """Return the two coordinates, to five places, or none.

    :raises RowError: if they are on no map.
    """
    if not latitude and not longitude:
        return {}
    try:
        north, east = Decimal(latitude), Decimal(longitude)
        if not (abs(north) <= 90 and abs(east) <= 180):
            raise InvalidOperation
    except InvalidOperation:
        raise RowError(f"“{latitude}, {longitude}” is no point on the map") from None
    exact = Decimal("0.00001")
    return {"latitude": north.quantize(exact), "longitude": east.quantize(exact)}


def _people(population, year):
    """Return the population and its year, or none.

    :raises RowError: if one is no number, or one is there without the other.
    """
    if not population and not year:
        return {}
    for value, most in ((population, 2**31 - 1), (year, 2100)):
        digits = value.isascii() and value.isdecimal() and len(value) < 11
        if not digits or int(value) > most:
            raise RowError(f"“{population}” in “{year}” is no population of a year")
    return {"population": int(population), "population_year": int(year)}
