"""Places by the names that articles use, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from jurisdictions.derive import fold_name
from jurisdictions.enums import Level
from news.intake.states import NAMES

COUNTY_WORDS = ("county", "parish", "borough", "census area", "municipio")
TOWN_LEVELS = (Level.MUNICIPALITY, Level.CONSOLIDATED)
STATE_LEVELS = (Level.STATE, Level.DISTRICT, Level.TERRITORY)
LARGE = 100_000  # people


class Place(NamedTuple):
    """A government with a territory, as the record knows it."""

    geoid: str
    name: str
    level: str
    state: str
    population: int | None = None
    designation: str = ""
    # Its counties, by GEOID.
    counties: tuple[str, ...] = ()

    @property
    def is_county(self) -> bool:
        """Whether it is a county or what stands for one."""
        return self.level == Level.COUNTY

    @property
    def is_state(self) -> bool:
        """Whether it is a state, a territory or the federal district."""
        return self.level in STATE_LEVELS

    @property
    def full_name(self) -> str:
        """The name with the state's code: “Birmingham, AL”."""
        return self.name if self.is_state else f"{self.name}, {self.state}"


@lru_cache(maxsize=100_000)  # names come back from state to state
def key_of(name: str) -> str:
    """Return a name as it is looked up: folded, Saint and Fort spelled short."""
    words = fold_name(name.replace("-", " ")).split()
    short = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
    return " ".join(short.get(word, word) for word in words)


class Gazetteer:
    """Places by folded name: counties, towns and cities, townships, states."""

    def __init__(
        self, places: Iterable[Place], aliases: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.places = {place.geoid: place for place in places}
        self._named: dict[str, list[Place]] = defaultdict(list)
        self._states: dict[str, Place] = {}
        for place in self.places.values():
            self._enter(place)
        for geoid, alias in aliases:
            if geoid in self.places:
                self._add(alias, self.places[geoid])
        self.longest = max((name.count(" ") + 1 for name in self._named), default=1)

    def __len__(self) -> int:
        return len(self.places)

    def state(self, code: str) -> Place | None:
        """Return the state with a postal code."""
        return self._states.get(code)

    def named(self, name: str) -> list[Place]:
        """Return every place that is no state with a name, “County” included."""
        return self._named.get(key_of(name), [])

    def has(self, key: str) -> bool:
        """Return whether a folded name is that of some place."""
        return key in self._named

    def _enter(self, place: Place) -> None:
        if place.is_state:
            self._states[place.state] = place
            return
        self._add(place.name, place)
        bare = fold_name(place.name)
        if place.is_county and not bare.endswith(COUNTY_WORDS):
            self._add(f"{place.name} {place.designation or 'county'}", place)
        if place.level in TOWN_LEVELS and not bare.endswith("city"):
            # “New York City” is New York, where there is no other New York City.
            self._add(f"{place.name} City", place)
        if bare.endswith(" city") and (place.population or 0) >= LARGE:
            # The Census prints “Boise City”; nobody calls Oklahoma's by its state.
            short = place.name[: -len(" City")]
            if short not in NAMES:
                self._add(short, place)
        if place.level == Level.TOWNSHIP and not bare.endswith("township"):
            self._add(f"{place.name} Township", place)
        if place.level == Level.CONSOLIDATED:
            first = place.name.split("-")[0].split("/")[0]
            self._add(first, place)

    def _add(self, name: str, place: Place) -> None:
        rows = self._named[key_of(name)]
        if place not in rows:
            rows.append(place)
