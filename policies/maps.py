"""What a map shows: areas with a number each, where they lead, and cities as points.

Plain values and outlines in, plain values out; the pages ask for the rows.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from jurisdictions.outlines.shapes import Drawing, Shape, counties_of, nation
from jurisdictions.outlines.tiles import TILES
from policies.enums import Direction

# From how many records on an area is shaded darker. The same on every day and for
# every question, so that two maps can be compared.
STATE_STEPS = (1, 2, 5, 20, 50, 200)
COUNTY_STEPS = (1, 2, 3, 5, 10, 20)
# Too small on the nation's map for a number, or for a finger.
SMALL_STATES = frozenset(["CT", "DC", "DE", "MA", "MD", "NH", "NJ", "RI", "VT"])
# So far from a number, to the sides and up and down, a city's point leaves it free.
CLEAR = (11, 10)


@dataclass(frozen=True)
class Area:
    """One area of a map.

    `shade` is 0 without a record. `page` is the place's own, `records` the list of
    what was counted, "" where there is none, and `address` the one of the two that
    the area leads to. `within` is the map of what was counted in a state, "" where
    the state's page has it. Territories have no shape.
    """

    name: str
    code: str
    count: int
    shade: int
    page: str
    address: str
    records: str = ""
    within: str = ""
    shape: Shape | None = None
    at: tuple[int, int] = (0, 0)
    tile: tuple[int, int] | None = None

    @property
    def is_small(self):
        """Whether its number stands beside the map."""
        return self.code in SMALL_STATES


@dataclass(frozen=True)
class NationMap:
    """The states on one drawing, those without a shape among the areas too."""

    areas: list[Area]
    elsewhere: int
    drawing: Drawing
    shades: list = field(default_factory=lambda: ranges(STATE_STEPS))

    @property
    def total(self):
        """The number of all records, those of the whole country too."""
        return sum(area.count for area in self.areas) + self.elsewhere

    @property
    def on_record(self):
        """The number of areas with a record."""
        return sum(area.count > 0 for area in self.areas)


@dataclass(frozen=True)
class Link:
    """A place that the map names in words."""

    name: str
    address: str


@dataclass(frozen=True)
class Mark:
    """A city with records: one point for each way its records lead."""

    name: str
    address: str
    x: int
    y: int
    counts: dict[Direction, int]

    def points(self):
        """Return (direction, x) of each point, side by side around the spot."""
        left = self.x - 5 * (len(self.counts) - 1)
        return [
            (direction, left + 10 * number)
            for number, direction in enumerate(self.counts)
        ]


@dataclass(frozen=True)
class CountyMap:
    """The counties of a state, with the cities that have records as points.

    `plain` are outlines of what is no county today; `undrawn` the counties, or what
    stands for them, that have no outline; `unplaced` the cities whose coordinates
    the record does not know, `uncounted` the places that no county counts, and `own`
    the number of the state's own records, which lie in no county.
    """

    areas: list[Area]
    plain: list[Shape]
    undrawn: list[Area]
    marks: list[Mark]
    unplaced: list[Link]
    uncounted: list[Link]
    own: int
    drawing: Drawing
    shades: list = field(default_factory=lambda: ranges(COUNTY_STEPS))

    @property
    def on_record(self):
        """The counties with a record, drawn or not, by name."""
        found = [area for area in (*self.areas, *self.undrawn) if area.count]
        return sorted(found, key=lambda area: area.name)


@dataclass
class Question:
    """What a map was asked: the filters that are on and the day, as query pairs."""

    pairs: list = field(default_factory=list)
    day: str = ""

    @property
    def is_open(self):
        """Whether nothing but the day was asked for."""
        return not self.pairs

    @property
    def filters(self):
        """The filters as a query string, without the day."""
        return urlencode(sorted(self.pairs))

    def list_of(self, **changes):
        """Return the address of the list of what is counted, narrowed further."""
        return self._at(reverse("policy-list"), changes)

    def map_of(self, **changes):
        """Return the address of the map of what is counted, narrowed further.

        A change to None asks no longer.
        """
        return self._at(reverse("map"), changes)

    def list_within(self, county):
        """Return the address of the list of what is counted in a county.

        There is none where other counties were asked for: what lies in two of them
        cannot be asked for.
        """
        asked = [value for name, value in self.pairs if name == "within"]
        return "" if asked and county not in asked else self.list_of(within=county)

    def _at(self, address, changes):
        kept = [(name, value) for name, value in self.pairs if name not in changes]
        kept += [(name, value) for name, value in changes.items() if value is not None]
        kept += [("as_of", self.day)] if self.day else []
        query = urlencode(sorted(kept))
        return f"{address}?{query}" if query else address

    def page_of(self, place):
        """Return the address of a place's page on the day."""
        address = place.get_absolute_url()
        return f"{address}?as_of={self.day}" if self.day else address


def shade_of(count, steps):
    """Return how dark an area with so many records is: 0 for none, up to 6."""
    return bisect_right(steps, count)


def ranges(steps):
    """Return (shade, least, most) of each shade; the darkest has no most."""
    most = [step - 1 for step in steps[1:]] + [None]
    return list(zip(range(1, len(steps) + 1), steps, most, strict=True))


def nation_map(states, counts, question):
    """Return the map of the states with the numbers of records that match a question.

    `counts` has them by postal code, and under None what lies in no state. Without a
    filter an area leads to its state, else to the list of what matches there, and
    in the table to the map of it.
    """
    drawing, asked = nation(), not question.is_open
    areas = []
    for state in states:
        count = counts.get(state.usps, 0)
        records = question.list_of(state=state.usps) if count else ""
        page = question.page_of(state)
        shape = drawing.areas.get(state.geoid)
        areas.append(
            Area(
                name=state.name,
                code=state.usps,
                count=count,
                shade=shade_of(count, STATE_STEPS),
                page=page,
                address=(asked and records) or page,
                records=records,
                within=question.map_of(state=state.usps) if asked and count else "",
                shape=shape,
                at=shape.spots[0] if shape else (0, 0),
                tile=TILES.get(state.usps),
            )
        )
    elsewhere = sum(counts.values()) - sum(area.count for area in areas)
    return NationMap(areas, elsewhere, drawing)


def county_map(state, counties, rows, question):
    """Return the map of a state's counties, None where nothing can be drawn.

    `rows` are places of the state, or itself, each with its policies. A county's
    number counts its own and those of every place that lies in it, or is one
    government with it. Without a filter it leads to its page, else to the list.
    """
    drawing = counties_of(state.geoid)
    if drawing is None or not rows:
        return None
    known = {county.geoid: county for county in counties}
    counts, uncounted, own = dict.fromkeys(known, 0), [], 0
    for row in rows:
        within = counties_around(row.place) & known.keys()
        for geoid in within:
            counts[geoid] += len(row.policies)
        if row.place.pk == state.pk:
            own += 0 if within else len(row.policies)
        elif not within:
            uncounted.append(Link(row.place.name, question.page_of(row.place)))
    cities = [row for row in rows if row.place.geoid not in {*known, state.geoid}]
    spots = [(row, mark_of(row, drawing, question)) for row in cities]
    marks = [mark for _row, mark in spots if mark]
    points = [(x, mark.y) for mark in marks for _way, x in mark.points()]
    areas = [
        county_area(county, counts[geoid], drawing.areas.get(geoid), points, question)
        for geoid, county in known.items()
    ]
    return CountyMap(
        areas=[area for area in areas if area.shape],
        plain=[shape for geoid, shape in drawing.areas.items() if geoid not in known],
        undrawn=[area for area in areas if not area.shape],
        marks=marks,
        unplaced=[
            Link(row.place.name, question.page_of(row.place))
            for row, mark in spots
            if mark is None
        ],
        uncounted=uncounted,
        own=own,
        drawing=drawing,
    )


def counties_around(place):
    """Return the GEOIDs of the counties a place is, is one with, or lies in."""
    also = [other.geoid for other in place.also.all()]
    return {place.geoid, *also, *(county.geoid for county in place.counties.all())}


def county_area(county, count, shape, points, question):
    """Return a county as an area of the map."""
    page = question.page_of(county.shown("one_with") or county)
    asked = count and not question.is_open
    records = question.list_within(county.geoid) if asked else ""
    return Area(
        name=county.name,
        code=county.geoid,
        count=count,
        shade=shade_of(count, COUNTY_STEPS),
        page=page,
        address=records or page,
        records=records,
        shape=shape,
        at=clear_of(points, shape.spots) if shape and count else (0, 0),
    )


def mark_of(row, drawing, question):
    """Return the point of a place with records, None if it is not known where."""
    place = row.place
    if place.latitude is None or place.longitude is None:
        return None
    spot = drawing.spot(float(place.longitude), float(place.latitude))
    if spot is None:
        return None
    ways = [Direction(standing.policy.direction) for standing in row.policies]
    counts = {way: ways.count(way) for way in Direction if way in ways}
    if question.is_open:
        return Mark(place.name, question.page_of(place), *spot, counts)
    return Mark(place.name, question.list_of(place=place.geoid), *spot, counts)


def clear_of(points, spots):
    """Return where a number stands: the first spot clear of points, or the clearest."""

    def room(spot):
        apart = (
            max(abs(x - spot[0]) / CLEAR[0], abs(y - spot[1]) / CLEAR[1])
            for x, y in points
        )
        return min(1, min(apart, default=1))

    return max(spots, key=room)
