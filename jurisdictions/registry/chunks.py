"""A few hundred rows at a time: which are new, which changed, what becomes of each."""

from collections import defaultdict
from copy import copy

from jurisdictions.models import Jurisdiction, JurisdictionAlias
from jurisdictions.registry import writing
from jurisdictions.registry.addresses import candidates, settle
from jurisdictions.registry.differences import difference
from jurisdictions.registry.names import Kind, level_of, spoken


class Chunk:
    """The entries of some rows, and the places that the record has of them."""

    def __init__(self, entries, states):
        self.states = states
        self.entries = entries
        named = {entry.county for entry in entries if entry.county}
        counties = Jurisdiction.objects.filter(geoid__in=named)
        self.counties = {county.geoid: county for county in counties}
        places = Jurisdiction.objects.for_registry()
        found = places.filter(geoid__in=[entry.geoid for entry in entries])
        self.known = {place.geoid: place for place in found}
        self.known |= self._in_new_counties(entries)
        self.cited = defaultdict(set)
        known = Jurisdiction.objects.filter(pk__in=[p.pk for p in self.known.values()])
        for pk, name in known.cited_fields():
            self.cited[pk].add(name)

    def _in_new_counties(self, entries):
        """Return places that a new county took over: GEOIDs begin with the county's.

        Connecticut's towns did not change when planning regions replaced counties.
        """
        codes = {
            (e.state, e.geoid[Kind.COUNTY :], e.registry_name): e.geoid
            for e in entries
            if e.kind is Kind.SUBDIVISION and e.geoid not in self.known
        }
        if not codes:
            return {}
        found = {}
        former = Jurisdiction.objects.in_former_counties().for_registry()
        for place in former.filter(state__in={state for state, _, _ in codes}):
            key = (place.state_id, place.geoid[Kind.COUNTY :], place.registry_name)
            if key in codes:
                found[codes[key]] = place
        return found

    def write(self, report, *, update=True):
        """Enter what is new, change what changed, and tell the report."""
        self.enter([e for e in self.entries if e.geoid not in self.known], report)
        if update:
            self.update([e for e in self.entries if e.geoid in self.known], report)

    def enter(self, entries, report):
        """Enter the places that the record does not have."""
        places = [self.build(entry) for entry in entries]
        settle(
            (place, self.addresses(place, entry))
            for place, entry in zip(places, entries, strict=True)
        )
        writing.enter(places)
        self.put_within(zip(places, entries, strict=True))
        for place in places:
            report.change("created", place, place.designation)

    def build(self, entry):
        """Return a new place as the registry has it."""
        name, longer = spoken(entry.kind, entry.registry_name, entry.designation)
        other = {"aliases": [JurisdictionAlias(name=longer)]} if longer else {}
        if entry.county in self.counties:
            other["counties"] = [self.counties[entry.county]]
        return Jurisdiction(
            name=name,
            level=level_of(entry.kind, entry.state, entry.designation),
            state=self.states[entry.state],
            geoid=entry.geoid,
            ocd_id=entry.ocd_id,
            designation=entry.designation,
            registry_name=entry.registry_name,
            latitude=entry.latitude,
            longitude=entry.longitude,
            population=entry.population,
            population_year=entry.population_year,
            active=entry.active,
            **other,
        )

    def addresses(self, place, entry):
        """Return the addresses that a place may have, the best first."""
        county = self.counties.get(entry.county)
        return candidates(place, entry.kind, county.name if county else "")

    def update(self, entries, report):
        """Change what the registry says otherwise of places that the record has."""
        changes, moved, renamed = [], [], []
        for entry in entries:
            place = self.known[entry.geoid]
            found = difference(place, entry, self.cited[place.pk])
            if not (found.values or found.aliases):
                report.count("unchanged")
                continue
            if "geoid" in found.values:
                moved.append((place, entry))
            if found.renamed_from and place.slug in self.addresses(place, entry):
                renamed.append((place, entry, found.values))
            changes.append((place, found))
        self.readdress(renamed)
        for place, found in changes:
            tell(report, place, found)
        writing.change((place, f.values, f.aliases) for place, f in changes)
        writing.leave_counties(place for place, _ in moved)
        self.put_within(moved)

    def readdress(self, renamed):
        """Find the addresses of places whose own followed from the old name."""
        wanted = []
        for place, entry, values in renamed:
            after = copy(place)
            after.name, after.designation = values["name"], entry.designation
            wanted.append((after, self.addresses(after, entry)))
        settle(wanted)
        for (after, _), (_, _, values) in zip(wanted, renamed, strict=True):
            values["slug"] = after.slug

    def put_within(self, placed):
        """Put places into the county of which they are a subdivision."""
        writing.put_within(
            (place.pk, self.counties[entry.county].pk)
            for place, entry in placed
            if entry.county in self.counties
        )


def tell(report, place, found):
    """Tell the report what becomes of a place."""
    values = found.values
    if found.renamed_from:
        told = f"now {values['name']}"
        if values.get("slug", place.slug) != place.slug:
            told += f", at {values['slug']} instead of {place.slug}"
        report.change("renamed", place, told, always=True)
    if "active" in values:
        what = "restored" if values["active"] else "deactivated"
        report.change(what, place, always=True)
    if values.keys() - {"active", "name", "slug"} or found.aliases:
        names = [*values, *(["aliases"] if found.aliases else [])]
        report.change("updated", place, ", ".join(names))
