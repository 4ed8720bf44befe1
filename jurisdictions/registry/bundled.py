"""The counties that come with the project: a small file, made from the registry."""

import csv
from pathlib import Path

from jurisdictions.models import Jurisdiction
from jurisdictions.registry.files import look_at
from jurisdictions.registry.importing import import_file
from jurisdictions.registry.names import Kind
from jurisdictions.registry.report import Counts

COUNTIES = Path(__file__).parents[1] / "gazetteer" / "counties.csv"
COLUMNS = (
    "geoid",
    "state",
    "registry_name",
    "designation",
    "ocd_id",
    "latitude",
    "longitude",
    "population",
    "population_year",
)


def load_counties():
    """Enter the counties that the record does not have and return how many.

    Those that it has stay: an import has brought newer facts.
    """
    counties = Jurisdiction.objects.registered_as(Kind.COUNTY)
    known = set(counties.values_list("geoid", flat=True))
    with COUNTIES.open(encoding="utf-8", newline="") as rows:
        if known.issuperset(row["geoid"] for row in csv.DictReader(rows)):
            return 0
    told = Counts()
    import_file(look_at(COUNTIES), told)
    return told.counts["created"]


def write_counties(path=COUNTIES):
    """Write the record's counties, those that exist today, as the file to bundle."""
    counties = Jurisdiction.objects.registered_as(Kind.COUNTY).active()
    rows = counties.order_by("geoid").values_list(
        *("state_id" if name == "state" else name for name in COLUMNS)
    )
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return len(rows)
