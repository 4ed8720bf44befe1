"""Where things happen, and how unevenly: most places have nothing on record."""

import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from benchmarks.country import write_registry
from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from jurisdictions.registry.files import look_at
from jurisdictions.registry.importing import import_file
from jurisdictions.registry.report import Counts

# How much of what is left falls on a state: Florida most, its neighbours some.
WEIGHTS = defaultdict(lambda: 8, FL=200, TX=90, GA=50, NC=40, TN=30, PA=30, OK=25)
LEVELS = {Level.COUNTY: 60, Level.MUNICIPALITY: 34, Level.TOWNSHIP: 6}
FEDERAL, LAWS_PER_STATE, HEAVY_POLICIES, HEAVY_STATEMENTS = 12, 3, 40, 300


def enter_places(share):
    """Enter the states and a share of the made-up country, as an import does."""
    call_command("load_states", verbosity=0, stdout=StringIO())
    with tempfile.TemporaryDirectory() as folder:
        registry = Path(folder) / "registry.csv"
        write_registry(registry, share)
        import_file(look_at(registry), Counts(), partial=True)


@dataclass(frozen=True)
class Country:
    """The places as they were entered: the nation, its states, what lies in them."""

    nation: Jurisdiction
    states: list
    within: dict  # (state, level) -> places, by GEOID

    @classmethod
    def read(cls):
        """Return the country that the record has."""
        rows = Jurisdiction.objects.select_related("state").order_by("geoid", "pk")
        within, states, nation = defaultdict(list), [], None
        for place in rows:
            if place.level == Level.FEDERAL:
                nation = place
            elif place.is_state:
                states.append(place)
            else:
                within[place.state_id, place.level].append(place)
        return cls(nation, states, within)

    @property
    def heavy(self):
        """The place with the longest page."""
        return self.within["FL", Level.MUNICIPALITY][0]

    @property
    def light(self):
        """A place with one agreement, and nothing else."""
        return self.within["FL", Level.COUNTY][-1]

    def some_place(self, chance):
        """Return a place that may have something on record, some far more often."""
        codes = [state.usps for state in self.states]
        (code,) = chance.choices(codes, [WEIGHTS[code] for code in codes])
        (level,) = chance.choices(list(LEVELS), list(LEVELS.values()))
        places = self.within[code, level] or self.within["FL", Level.COUNTY]
        place = places[int(len(places) * chance.random() ** 3)]
        return self.heavy if place == self.light else place


def holders(chance, country, count):
    """Return the place of each of so many policies, the last one the light place's."""
    heavy = [country.heavy] * min(HEAVY_POLICIES, count // 2)
    federal = [country.nation] * max(1, FEDERAL * count // 5_000)
    laws = country.states * LAWS_PER_STATE
    laws = laws[: max(1, len(laws) * count // 5_000)]
    found = [*federal, *laws, *heavy, country.light]
    found += [country.some_place(chance) for _ in range(count - len(found))]
    return found


def busiest(places, count):
    """Return the places with most on record, those named first among equals."""
    local = [place for place in places if place.state_id]
    return [place for place, _ in Counter(local).most_common(count)]
