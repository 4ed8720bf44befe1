"""Places by the names that lists print: always of one state, and never a guess."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from jurisdictions.derive import fold_name
from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models import Jurisdiction, JurisdictionAlias

# Spellings that differ from list to list for one word of a name.
ONE_SPELLING = {
    "saint": "st",
    "sainte": "ste",
    "fort": "ft",
    "mount": "mt",
    "twp": "township",
    "twsp": "township",
    "boro": "borough",
    "co": "county",
    "and": "",
}
# Written apart or with the word behind them: De Kalb, La Salle, Mc Lean, O Brien.
PARTICLES = frozenset(("de", "du", "la", "le", "mc", "o", "van"))
# What a county is called in one state or another, "and" left out. ICE prints parishes
# as counties, so any may stand for the others; only "city" tells a city from them.
COUNTIES = (
    (
        "city borough",
        "planning region",
        "census area",
        "municipality",
        "municipio",
        "borough",
        "county",
        "parish",
    ),
    ("city",),
)
TOWNSHIPS = ("charter township", "township")
TOWNS = (
    TOWNSHIPS,
    ("municipality",),
    ("plantation",),
    ("borough",),
    ("village",),
    ("city",),
    ("town",),
)
# At the end of a place's own name these are no part of it, as City and Village are.
TELLING = {*COUNTIES[0], *TOWNSHIPS}
# Words that do not tell agencies of one place and kind apart.
GENERIC = frozenset(
    ("the", "of", "and", "or", "office", "department", "dept", "services")
    + ("police", "sheriff", "sheriffs", "public", "safety", "county", "parish")
    + ("city", "town", "township", "borough", "village")
)
COUNTY_LEVELS = (Level.COUNTY, Level.CONSOLIDATED)
TOWN_LEVELS = (Level.MUNICIPALITY, Level.TOWNSHIP, Level.CONSOLIDATED)
# What a hit needs to be shown and compared; the rest is read when asked for.
NEEDED = {"id", "slug", "live", "name", "legal_name", "registry_name", "designation"}
NEEDED |= {"level", "usps", "state_id", "one_with_id", "geoid"}
FIELDS = tuple(  # in the model's order, by which Django makes a row an object
    field.attname
    for field in Jurisdiction._meta.concrete_fields
    if field.attname in NEEDED
)


class Named(NamedTuple):
    """A place under one of its names, and what that government is called."""

    place: int
    designation: str


@lru_cache(maxsize=50_000)  # designations and names come back from state to state
def spelled(text: str) -> str:
    """Return a name folded, with Saint, Fort and De Kalb spelled one way."""
    words = [ONE_SPELLING.get(word, word) for word in fold_name(text).split()]
    for place, word in enumerate(words[:-1]):
        if word in PARTICLES:
            words[place], words[place + 1] = "", word + words[place + 1]
    # The Census's "(balance)": what a consolidated city left to older ones within.
    return " ".join(filter(None, words)).removesuffix(" balance")


def parted(name: str, alike: Iterable[tuple[str, ...]]) -> tuple[str, str]:
    """Return the bare name and the designation of a spelled name, "" for none.

    "city of salem" and "salem city" both part into "salem" and "city".
    """
    name = name.removeprefix("city ") if name.startswith("city county of ") else name
    for word in chain(*alike):
        if name.startswith(f"{word} of "):
            return name.removeprefix(f"{word} of ").removeprefix("the "), word
        if name.endswith(f" {word}"):
            return name.removesuffix(f" {word}"), word
    return name, ""


class PlaceNames:
    """The places of some states that exist today, by every name they go by.

    A place that is one with another, such as Denver County with Denver, leads to
    that one. Building it takes two queries and the first `within` one; names none.
    """

    def __init__(self, states: Iterable[str] | None = None):
        places = Jurisdiction.objects.all()
        if states is not None:
            places = places.in_states(list(states))
        rows = places.filter(active=True).values(*FIELDS).order_by("pk")
        self._rows = {row["id"]: row for row in rows}
        self._aliases = defaultdict(list)
        aliases = JurisdictionAlias.objects.filter(jurisdiction__in=places)
        for place, name in aliases.values_list("jurisdiction", "name"):
            self._aliases[place].append(name)
        self._places = {}
        self._states = {}
        self._counties = defaultdict(list)
        self._towns = defaultdict(list)
        self._lying_in = None
        for row in self._rows.values():
            self._enter(row)

    def state(self, code: str) -> Jurisdiction | None:
        """Return the state with a postal code."""
        return self._place(self._states[code]) if code in self._states else None

    def place(self, pk: int) -> Jurisdiction | None:
        """Return a place that exists today and lies in one of the states."""
        return self._place(pk) if pk in self._rows else None

    def counties(self, state: str, name: str) -> list[Jurisdiction]:
        """Return the counties, parishes and the like of a state with a name.

        "Richmond" finds Virginia's county and its city that is no part of a county,
        "Richmond County" only the county, "Richmond City" only the city.
        """
        return self._found(self._counties, COUNTIES, state, name)

    def municipalities(self, state: str, name: str) -> list[Jurisdiction]:
        """Return the cities, towns, villages and townships of a state with a name.

        Where the words say which, "Mahanoy Township" or "City of Salem", only what
        is called so comes back, and what nobody said what it is called.
        """
        return self._found(self._towns, TOWNS, state, name)

    def within(self, places, counties) -> list[Jurisdiction]:
        """Return the places not known to lie elsewhere than in one of the counties."""
        if self._lying_in is None:
            self._lying_in = defaultdict(set)
            through = Jurisdiction.counties.through.objects.values_list(
                "from_jurisdiction_id", "to_jurisdiction_id"
            )
            for place, county in through.iterator(10_000):
                self._lying_in[place].add(self._principal(county))
        asked = {county.pk for county in counties}
        return [
            place
            for place in places
            if place.pk in asked
            or not self._lying_in[place.pk]
            or self._lying_in[place.pk] & asked
        ]

    def _enter(self, row):
        """Enter a place under its names, as a county, a municipality or both."""
        if row["level"] in STATE_LEVELS:
            self._states[row["usps"]] = row["id"]
        for levels, alike, index in (
            (COUNTY_LEVELS, COUNTIES, self._counties),
            (TOWN_LEVELS, TOWNS, self._towns),
        ):
            if row["level"] in levels:
                place, word = self._principal(row["id"]), called(row, alike)
                for name in self._names(row, alike):
                    index[row["state_id"], name].append(Named(place, word))

    def _names(self, row, alike):
        """Return the bare names of a place: "Jefferson", "Carson City", "Hanover".

        A city keeps the City of its own name, for the Census prints "Union City city".
        """
        own = spelled(row["name"])
        bare, word = parted(own, alike)
        names = {own, bare if word in TELLING else own}
        if row["level"] == Level.COUNTY and word == row["designation"] == "city":
            names.add(bare)
        elif row["designation"] == "city":
            # Massachusetts has cities that are called towns: "Agawam Town city".
            names.add(own.removesuffix(" town"))
        usual = f"{row['name']} {row['designation']}"
        for printed in {row["registry_name"], row["legal_name"]} - {"", usual}:
            bare, word = parted(spelled(printed), alike)
            if word and spelled(printed) != own:
                names.add(bare)
        return names | {spelled(alias) for alias in self._aliases.get(row["id"], ())}

    def _found(self, index, alike, state, name):
        """Return the places of one index with a name, each once."""
        name = spelled(name)
        found = index.get((state, name), [])
        if not found:
            bare, word = parted(name, alike)
            found = said_so(index.get((state, bare), []), word, alike)
        return [self._place(pk) for pk in dict.fromkeys(row.place for row in found)]

    def _principal(self, pk):
        """Return the place that speaks for a place: itself, or what it is one with."""
        row = self._rows.get(pk)
        one_with = row["one_with_id"] if row else None
        return one_with if one_with in self._rows else pk

    def _place(self, pk):
        """Return a place as an object with its state, made at its first hit."""
        if pk not in self._places:
            row = self._rows[pk]
            place = Jurisdiction.from_db("default", row.keys(), row.values())
            if place.state_id:
                place.state = self.state(place.state_id)
            self._places[pk] = place
        return self._places[pk]


def called(row, alike) -> str:
    """Return what the Census, or a name of the place, says that it is called."""
    if row["designation"]:
        return spelled(row["designation"])
    for name in (row["registry_name"], row["legal_name"], row["name"]):
        word = parted(spelled(name), alike)[1]
        if word and (name != row["name"] or word in TELLING):
            return word
    return ""


def said_so(found: list[Named], word: str, alike) -> list[Named]:
    """Return what is called by a word, else what nobody said what it is called."""
    if not word:
        return []
    same = next(words for words in alike if word in words)
    exact = [row for row in found if row.designation in same]
    return exact or [row for row in found if not row.designation]


def same_body(name: str, other: str) -> bool:
    """Return whether two names of one place and kind are those of one agency.

    "Birmingham police" is the Birmingham Police Department, and "City of Birmingham".
    """
    return telling_words(name) == telling_words(other)


def telling_words(name: str) -> set[str]:
    """Return the words of an agency's name that another of its place may not have."""
    return {*spelled(name).split()} - GENERIC
