"""Fewer points for the same borders, each border thinned once for both its sides.

A ring is cut where three or more borders meet. What lies between two cuts is one
line, wherever it is walked from; it is thinned by itself, its ends kept, so that
neighbors still touch along it. Lines are thinned by the area that a point adds
(Visvalingam and Whyatt): the corner that matters least goes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

from jurisdictions.outlines.topology import Point, Ring

Spot = tuple[float, float]
Place = Callable[[Point], Spot]


class Borders:
    """The borders between some areas, drawn on a plane and thinned.

    `place` puts a point on the plane; `least` is the smallest corner worth keeping,
    in square units of that plane.
    """

    def __init__(self, rings: Iterable[Ring], place: Place, least: float) -> None:
        self.place, self.least = place, least
        self.cuts = junctions(rings)
        self.thinned: dict[tuple[Point, ...], list[Spot]] = {}

    def ring(self, points: Ring) -> list[Spot]:
        """Return a ring on the plane, with the points that are worth keeping."""
        at = [number for number, point in enumerate(points) if point in self.cuts]
        # An island meets nobody; it begins where both of its sides would begin it.
        start = at[0] if at else points.index(min(points))
        walk = points[start:] + points[:start] + [points[start]]
        ends = [n for n, point in enumerate(walk) if point in self.cuts] or [0]
        ends = sorted({0, *ends, len(walk) - 1})
        found: list[Spot] = []
        for first, last in zip(ends, ends[1:], strict=False):
            found += self.line(tuple(walk[first : last + 1]))[:-1]
        return found

    def line(self, points: tuple[Point, ...]) -> list[Spot]:
        """Return one border, the same points from whichever side it is walked."""
        backwards = points[::-1]
        if backwards < points:
            return self.line(backwards)[::-1]
        if points not in self.thinned:
            spots = [self.place(point) for point in points]
            self.thinned[points] = thin(spots, self.least)
        return self.thinned[points]


def junctions(rings: Iterable[Ring]) -> set[Point]:
    """Return the points at which three borders or more meet."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for here, after in zip(ring, ring[1:] + ring[:1], strict=True):
            beside[here].add(after)
            beside[after].add(here)
    return {point for point, others in beside.items() if len(others) > 2}


def corner(before: Spot, here: Spot, after: Spot) -> float:
    """Return the area of a triangle: how much of a border one point makes."""
    return (
        abs(
            (before[0] - here[0]) * (after[1] - here[1])
            - (after[0] - here[0]) * (before[1] - here[1])
        )
        / 2
    )


def thin(spots: list[Spot], least: float) -> list[Spot]:
    """Return a line without its smallest corners, its ends kept.

    A line that closes keeps two more points, so that it still encloses something.
    """
    left = {n: n - 1 for n in range(len(spots))}
    right = {n: n + 1 for n in range(len(spots))}
    keep_at_least = 4 if spots[0] == spots[-1] else 2
    kept, size = [True] * len(spots), len(spots)
    queue = [(corner(*spots[n - 1 : n + 2]), n) for n in range(1, len(spots) - 1)]
    area = {n: value for value, n in queue}
    heapify(queue)
    while queue and size > keep_at_least:
        value, n = heappop(queue)
        if not kept[n] or value != area[n]:
            continue  # a neighbor went, and the corner was measured anew
        if value >= least:
            break
        kept[n], size = False, size - 1
        before, after = left[n], right[n]
        right[before], left[after] = after, before
        for other in (before, after):
            if 0 < other < len(spots) - 1:
                # Never smaller than what is gone, else a whole curve would follow it.
                area[other] = max(
                    value,
                    corner(spots[left[other]], spots[other], spots[right[other]]),
                )
                heappush(queue, (area[other], other))
    return [spot for n, spot in enumerate(spots) if kept[n]]
