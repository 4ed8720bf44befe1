"""What an entry of the registry changes about a place that the record has."""

from dataclasses import dataclass, field

from jurisdictions.enums import Level
from jurisdictions.registry.names import Kind, level_of, spoken

# What the registry owns beside the name; what it does not say stays.
FACTS = ("ocd_id", "latitude", "longitude", "population", "population_year")
MOVABLE = (Level.MUNICIPALITY, Level.TOWNSHIP)


@dataclass
class Difference:
    """New values of a place's fields, and names it is to be found by as well."""

    values: dict = field(default_factory=dict)
    aliases: list = field(default_factory=list)
    renamed_from: str = ""


def difference(place, entry, cited):
    """Return what an entry changes about a place.

    What a citation supports stays, and so does a name that an editor gave; the
    registry's new name is then one more name to find the place by. `cited` names
    the fields that citations support, "" for the record as a whole.
    """
    found = Difference()
    told = {name: getattr(entry, name) for name in FACTS}
    told |= {"designation": entry.designation, "geoid": entry.geoid}
    if "population" in cited:
        told["population"] = told["population_year"] = None
    found.values = {
        name: value
        for name, value in told.items()
        if value not in (None, "") and value != getattr(place, name)
    }
    if place.active != entry.active:
        found.values["active"] = entry.active
    if not cited and place.level in MOVABLE and entry.kind > Kind.COUNTY:
        level = level_of(entry.kind, entry.state, entry.designation)
        if level != place.level:
            found.values["level"] = level
    if place.registry_name != entry.registry_name:
        found.values["registry_name"] = entry.registry_name
        if place.registry_name:
            _rename(found, place, entry, cited)
    return found


def _rename(found, place, entry, cited):
    """Let a place follow the registry to another name, or only be found by it."""
    before, _ = spoken(entry.kind, place.registry_name, place.designation)
    name, longer = spoken(entry.kind, entry.registry_name, entry.designation)
    if name == before:
        return
    if "name" in cited or place.name != before:
        found.aliases.append(name)
    else:
        found.values["name"] = name
        found.renamed_from = before
        found.aliases.append(before)
    found.aliases += [longer] if longer else []
