"""Small registry files, in the forms in which the Census Bureau publishes them."""

import csv

HEADINGS = {
    "counties": "USPS GEOID ANSICODE NAME",
    "places": "USPS GEOID ANSICODE NAME LSAD FUNCSTAT",
    "subdivisions": "USPS GEOID ANSICODE NAME FUNCSTAT",
}
MEASURES = "ALAND AWATER ALAND_SQMI AWATER_SQMI INTPTLAT INTPTLONG"
TIDY = (
    *("geoid", "level", "type", "ocd_id", "name", "short_name", "lsad", "state"),
    *("county_geoid", "lat", "lon", "population", "population_year"),
    *("coord_source", "active", "note"),
)
# Of Pennsylvania and Alabama, as the Bureau has them.
COUNTIES = [
    ("AL", "01073", "Jefferson County"),
    ("PA", "42001", "Adams County"),
    ("PA", "42041", "Cumberland County"),
    ("PA", "42101", "Philadelphia County"),
]
PLACES = [
    ("AL", "0107000", "Birmingham city", "25", "A"),
    ("AL", "0137000", "Hoover city", "25", "A"),
    ("PA", "4227448", "Franklin borough", "21", "A"),
    ("PA", "4227456", "Franklin city", "25", "A"),
    ("PA", "4260000", "Philadelphia city", "25", "A"),
    ("PA", "4299999", "Nowhere CDP", "57", "S"),
]
TOWNSHIPS = [
    ("PA", "4200181000", "Washington township", "A"),
    ("PA", "4204181001", "Washington township", "A"),
    ("PA", "4200127448", "Franklin borough", "F"),
]


def gazetteer(path, kind, rows, sign="\t"):
    """Write a Gazetteer file, its last heading padded as the Bureau's are."""
    heading = [*HEADINGS[kind].split(), *MEASURES.split()]
    lines = [sign.join(heading) + "      "]
    for state, geoid, name, *rest in rows:
        cells = [state, geoid, "00000000", name, *rest, "1", "1", "1", "1"]
        lines.append(sign.join([*cells, " 40.123456", " -77.654321"]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def tidy(path, rows):
    """Write a file of the tidy CSV form from rows that tell what they need."""
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, TIDY, restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({"active": "1"} | row)
    return path
