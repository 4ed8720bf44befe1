"""Counties that are one government with a city, and lead to its page.

Of consolidated cities and counties, such as Denver, `one_government.csv` tells, and
Open Civic Data's aliases where they are given. Of independent cities, such as
St. Louis, the registry has two rows under one name: as a county and as a place.
"""

import csv
from pathlib import Path

from jurisdictions.derive import fold_name
from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from jurisdictions.registry import writing
from jurisdictions.registry.differences import MOVABLE
from jurisdictions.registry.files import FileRefused

BUNDLED = Path(__file__).parents[1] / "gazetteer" / "one_government.csv"
# What the registry calls the county side of a city that is a county by itself.
INDEPENDENT = ("city", "")


def read_aliases(path):
    """Return the pairs of Open Civic Data ids that mean the same place.

    :raises FileRefused: if the file is no list of aliases.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            rows = csv.DictReader(text)
            if not {"id", "sameAs"} <= set(rows.fieldnames or ()):
                raise FileRefused("its columns are not id and sameAs")
            found = {(row["id"] or "", row["sameAs"] or "") for row in rows}
    except (OSError, UnicodeDecodeError, csv.Error) as refusal:
        raise FileRefused(f"it cannot be read: {refusal}") from refusal
    return {pair for pair in found if all(pair)}


def unite(aliases, report):
    """Let each county that is one with a city lead to it, and be found as it.

    A county that has records of its own stays for itself: an editor moves them first.
    """
    found = [*bundled(), *by_aliases(aliases), *by_name()]
    pairs = {one.pk: (one, city) for one, city in found if fits(one, city)}
    ones = Jurisdiction.objects.filter(pk__in=pairs)
    recorded = set(ones.with_records().values_list("pk", flat=True))
    recorded |= {pk for pk, _ in ones.cited_fields()}
    united = [pair for pk, pair in pairs.items() if pk not in recorded]
    for pk in recorded:
        one, city = pairs[pk]
        told = f"is one government with {city}, but has records of its own"
        report.change("left for an editor", one, told, always=True)
    for one, city in united:
        report.change("united", one, f"one government with {city}")
    if united:
        writing.change((one, {"one_with": city}, ()) for one, city in united)
        consolidate(city for one, city in united if one.designation not in INDEPENDENT)
    find_by_both()


def fits(one, city):
    """Tell whether a county can lead to a city: one of its state that is there."""
    return (
        one.pk != city.pk
        and one.one_with_id is None
        and city.one_with_id is None
        and one.active
        and city.active
        and one.state_code == city.state_code
    )


def bundled():
    """Return the (county, city) pairs that come with the project."""
    with BUNDLED.open(encoding="utf-8", newline="") as rows:
        pairs = [(row["geoid"], row["one_with"]) for row in csv.DictReader(rows)]
    return _matched("geoid", pairs)


def by_aliases(aliases):
    """Return the pairs of a county and a city of which ids mean the same place."""
    for one, other in _matched("ocd_id", [tuple(pair) for pair in aliases]):
        if (one.level == Level.COUNTY) != (other.level == Level.COUNTY):
            yield (one, other) if one.level == Level.COUNTY else (other, one)


def _matched(field, pairs):
    """Return the pairs of which the record has both, by a field that names them."""
    rows = Jurisdiction.objects.for_registry().filter(
        **{f"{field}__in": {value for pair in pairs for value in pair}}
    )
    known = {getattr(row, field): row for row in rows}
    return [(known[a], known[b]) for a, b in pairs if a in known and b in known]


def by_name():
    """Return the independent cities: as a county, and as a place of the same name."""
    as_counties = Jurisdiction.objects.for_registry().filter(
        level=Level.COUNTY, designation__in=INDEPENDENT, one_with__isnull=True
    )
    counties = {(row.state_id, _folded(row)): row for row in as_counties}
    names = {row.registry_name for row in counties.values()} - {""}
    places = Jurisdiction.objects.for_registry().exclude(level=Level.COUNTY)
    for place in places.filter(registry_name__in=names):
        if county := counties.get((place.state_id, _folded(place))):
            yield county, place


def _folded(place):
    return fold_name(place.registry_name)


def consolidate(cities):
    """Say of cities that they are counties too, unless a source says what they are."""
    cities = {city.pk: city for city in cities if city.level in MOVABLE}
    cited = Jurisdiction.objects.filter(pk__in=cities).cited_fields()
    for pk, _ in cited:
        cities.pop(pk, None)
    level = {"level": Level.CONSOLIDATED}
    writing.change((city, level, ()) for city in cities.values())


def find_by_both():
    """Let each city be found by the names of the counties that it is one with."""
    principals = Jurisdiction.objects.filter(also__isnull=False).distinct()
    for city in principals.for_registry():
        before = city.lookup
        city.derive_fields()
        if city.lookup != before:
            writing.change([(city, {}, ())])
