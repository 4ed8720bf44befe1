"""A country and ICE's lists of it, made up but of the real one's size and shape.

The same numbers of states, counties, places and county subdivisions as the national
registry has, names that repeat within a state as real ones do, and lists with one row
for each agency and model. Nothing here is a fact, and nothing is kept.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

import jurisdictions.gazetteer

COUNTIES, PLACES, SUBDIVISIONS = 3_236, 19_590, 16_540
LISTED = 1_843
STATES = Path(jurisdictions.gazetteer.__file__).parent / "states.csv"
HEADINGS = [
    "geoid",
    "level",
    "type",
    "ocd_id",
    "name",
    "short_name",
    "lsad",
    "state",
    "county_geoid",
    "lat",
    "lon",
    "population",
    "population_year",
    "coord_source",
    "active",
    "note",
]
LIST_HEADINGS = [
    "STATE",
    "LAW ENFORCEMENT AGENCY",
    "TYPE",
    "COUNTY",
    "SUPPORT TYPE",
    "SIGNED",
    "MOA",
    "ADDENDUM",
]
SUPPORT = ("Task Force Model", "Warrant Service Officer", "Jail Enforcement Model")
FIRST = [
    "Ash",
    "Bay",
    "Cedar",
    "Deer",
    "Elm",
    "Fox",
    "Glen",
    "Hill",
    "Iron",
    "Jay",
    "Key",
    "Lake",
    "Mill",
    "North",
    "Oak",
]
LAST = [
    "ton",
    "ville",
    "field",
    "ford",
    "burg",
    "haven",
    "wood",
    "dale",
    "port",
    "mont",
    "side",
    "grove",
    "view",
]


def states():
    """Return (FIPS code, postal code, name) of every state and territory."""
    with STATES.open(encoding="utf-8", newline="") as rows:
        return [(r["geoid"], r["usps"], r["name"]) for r in csv.DictReader(rows)]


def name_of(number):
    """Return a made-up name, the same for the same number."""
    name = FIRST[number % len(FIRST)] + LAST[number // len(FIRST) % len(LAST)]
    turn = number // (len(FIRST) * len(LAST))
    return f"{FIRST[turn % len(FIRST)]} {name}" if turn else name


def write_registry(path, share=1.0):
    """Write a registry in the tidy CSV form; `share` of the country's size."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, HEADINGS)
        rows.writeheader()
        count = 0
        for row in registry_rows(share):
            rows.writerow(dict.fromkeys(HEADINGS, "") | {"active": "1"} | row)
            count += 1
    return count


def registry_rows(share):
    """Yield states, counties, places and subdivisions, each after what it is in."""
    known = states()
    for fips, usps, name in known:
        yield {"geoid": fips, "level": "state", "name": name, "state": usps}
    counties = []
    for number in range(int(COUNTIES * share)):
        fips, usps, _name = known[number % len(known)]
        turn = number // len(known)
        geoid = f"{fips}{2 * turn + 1:03}"
        counties.append((geoid, usps))
        yield _row(geoid, "county", name_of(turn), "county", "County", usps)
    for number in range(int(PLACES * share)):
        fips, usps, _name = known[number % len(known)]
        turn = number // len(known)
        kind = ("city", "town", "village", "borough")[turn % 4]
        # Every fiftieth shares its name with the one before, as Franklin does.
        name = name_of(turn - (turn % 50 == 1))
        row = _row(f"{fips}{100 * turn + 24:05}", "place", name, kind, kind, usps)
        yield row | {"population": str(1_000 + turn), "population_year": "2019"}
    for number in range(int(SUBDIVISIONS * share)):
        county, usps = counties[number % len(counties)]
        turn = number // len(counties)
        geoid, name = f"{county}{100 * turn + 50:05}", name_of(turn)
        row = _row(geoid, "cousub", name, "township", "township", usps)
        yield row | {"county_geoid": county}


def _row(geoid, level, name, lsad, printed, usps):
    words = {"name": f"{name} {printed}", "short_name": name, "lsad": lsad}
    kind = {"cousub": "county_subdivision"}.get(level, level)
    return {"geoid": geoid, "level": level, "type": kind, "state": usps} | words


def list_rows(count, signed_until):
    """Return rows of a participating list: sheriffs and police, two models for some."""
    chance = random.Random(287)  # noqa: S311 - the same list every time
    known, rows = states()[:51], []
    while len(rows) < count:
        number = len(rows)
        _fips, _usps, state = known[number % len(known)]
        place = name_of(number // len(known))
        sheriff = number % 3
        agency = f"{place} County Sheriff's Office" if sheriff else f"{place} Police"
        day = signed_until - timedelta(days=chance.randrange(400))
        kind, model = "County" if sheriff else "Municipality", SUPPORT[number % 3]
        rows.append([state.upper(), agency, kind, f"{place} County", model, day])
    return rows


def changed(rows, signed_until):
    """Return the rows of the next list: some new, some gone, some corrected."""
    kept = [list(row) for number, row in enumerate(rows) if number % 97]
    for row in kept[::61]:
        row[1] = row[1].replace("Sheriff's Office", "Sheriff's Department")
    for row in kept[::89]:
        row[5] -= timedelta(days=1)
    for number in range(60):
        place = f"New {name_of(number)}"
        state = kept[number][0]
        kept.append(
            [state, f"{place} Police", "Municipality", "", SUPPORT[0], signed_until]
        )
    return kept


def write_list(path, rows):
    """Write rows as ICE's participating workbook, the paper linked from its cell."""
    book = Workbook()
    sheet = book.active
    sheet.append(LIST_HEADINGS)
    for number, row in enumerate(rows, start=2):
        sheet.append([*row, "link", ""])
        link = f"https://lists.example/{row[1]}-{row[4]}.pdf".replace(" ", "-")
        sheet.cell(number, 7).hyperlink = link
    book.save(path)


FIRST_LIST, NEXT_LIST = date(2026, 1, 5), date(2026, 1, 12)
