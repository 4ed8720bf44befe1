"""What the record knows already: the places an article can mean, by their names."""

from __future__ import annotations

from config.listings.memory import remembered
from jurisdictions.models import Jurisdiction, JurisdictionAlias, RecordVersion
from news.intake.gazetteer import Gazetteer, Place

COLUMNS = (
    *("geoid", "name", "level", "state_id", "usps", "population"),
    *("designation", "pk"),
)
# The District is one government; the city within it has no other.
DISTRICT = "DC"


def national_gazetteer() -> Gazetteer:
    """Return the record's places by name, kept while the record stands as it is."""
    version = RecordVersion.current()  # type: ignore[no-untyped-call]
    kept = remembered(version, "intake gazetteer", read_gazetteer)  # type: ignore[no-untyped-call]
    return kept


def read_gazetteer() -> Gazetteer:
    """Return the places that exist today by name, read from the record."""
    rows = Jurisdiction.objects.active().filter(geoid__isnull=False)
    rows = rows.order_by("geoid").values_list(*COLUMNS)
    lie_in = counties_of_places()
    places = [
        Place(
            geoid, name, level, state or usps or "", population, designation,
            tuple(lie_in.get(pk, ())),
        )
        for geoid, name, level, state, usps, population, designation, pk in rows
        if state != DISTRICT
    ]  # fmt: skip
    aliases = JurisdictionAlias.objects.order_by("pk")
    return Gazetteer(places, aliases.values_list("jurisdiction__geoid", "name"))


def counties_of_places() -> dict[int, list[str]]:
    """Return the GEOIDs of every place's counties, by the place's id."""
    rows = Jurisdiction.counties.through.objects.order_by("pk")
    found: dict[int, list[str]] = {}
    for place, county in rows.values_list(
        "from_jurisdiction_id", "to_jurisdiction__geoid"
    ):
        found.setdefault(place, []).append(county)
    return found
