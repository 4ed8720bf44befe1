"""Rings as the shortest SVG path of small whole numbers, and where a number fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import dist

from jurisdictions.outlines.lines import Spot, corner

# The side of the square that stands for what would be too small to be seen.
LEAST_SIDE = 4
# How much wider than high a printed number is.
WIDE = 1.7
# Steps from the middle of the grid on which that place is looked for.
GRID = 5
# How much room another place for it needs around it, and how far apart they are.
ROOM, APART = 5.5, 14


def area_of(ring: Sequence[Spot]) -> float:
    """Return the area that a ring encloses."""
    sides = zip(ring, (*ring[1:], *ring[:1]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in sides)) / 2


def shape_of(rings: list[list[Spot]], least: float) -> list[list[tuple[int, int]]]:
    """Return the rings of an area in whole numbers, without its specks.

    The largest ring stays, as a small square if it must: no area is without a shape.
    """
    ordered = sorted(rings, key=area_of, reverse=True)
    rounded = [whole(ring) for ring in ordered]
    shape = [ring for ring in rounded if len(ring) > 2 and area_of(ring) >= least]
    if shape:
        return shape
    if len(rounded[0]) > 2 and area_of(rounded[0]) >= LEAST_SIDE**2 / 2:
        return rounded[:1]
    return [square_around(ordered[0])]


def whole(ring: list[Spot]) -> list[tuple[int, int]]:
    """Return a ring in whole numbers, each point once, nothing along a line.

    Taking a point away may leave its neighbors equal or in line, so until none goes.
    """
    points, before = [(round(x), round(y)) for x, y in ring], 0
    while before != len(points):
        before = len(points)
        points = [here for here, last in pairs(points) if here != last]
        corners = zip(
            points[-1:] + points, points, points[1:] + points[:1], strict=False
        )
        points = [here for last, here, after in corners if corner(last, here, after)]
    return points


def pairs(points: list[tuple[int, int]]) -> Iterable[tuple[tuple[int, int], ...]]:
    """Return each point of a ring with the one before it."""
    return zip(points, points[-1:] + points, strict=False)


def square_around(ring: list[Spot]) -> list[tuple[int, int]]:
    """Return the smallest square that can be seen, in the middle of a ring."""
    x = round(sum(x for x, _y in ring) / len(ring)) - LEAST_SIDE // 2
    y = round(sum(y for _x, y in ring) / len(ring)) - LEAST_SIDE // 2
    side = LEAST_SIDE
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def path_of(rings: Iterable[list[tuple[int, int]]]) -> str:
    """Return an SVG path of rings, every step told from the point before."""
    path, start = "", (0, 0)
    for ring in rings:
        first, *others = ring
        move = (first[0] - start[0], first[1] - start[1])
        path += ("m" if path else "M") + joined(move)
        at, command = first, ""
        for point in others:
            step = (point[0] - at[0], point[1] - at[1])
            name, numbers = step_of(step)
            if name == command == "l":
                path += joined(numbers, after=True)
            else:
                path += name + joined(numbers)
            at, command = point, name
        path += "z"
        start = first
    return path


def step_of(step: tuple[int, int]) -> tuple[str, tuple[int, ...]]:
    """Return the SVG command of a step and its numbers: along, up or slant."""
    if step[1] == 0:
        return "h", step[:1]
    if step[0] == 0:
        return "v", step[1:]
    return "l", step


def joined(numbers: Iterable[int], after: bool = False) -> str:
    """Return numbers with no more between them than their signs leave needed."""
    text = ""
    for number in numbers:
        text += f"{number}" if number < 0 or not (text or after) else f" {number}"
    return text


def label_spots(rings: list[list[tuple[int, int]]], most: int) -> list[tuple[int, int]]:
    """Return where a number fits in an area, the roomiest first, one spot at least.

    Height counts for more than width, for a number is wider than high. Looked for on
    a grid over the largest ring, then on finer ones around the best. The others are
    far enough from those before that something beside them leaves room.
    """
    sides = [
        (a[0], a[1] * WIDE, b[0], b[1] * WIDE)
        for ring in rings
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
    ]
    xs = [x for x, _y in rings[0]]
    ys = [y * WIDE for _x, y in rings[0]]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    reach = ((max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2)
    coarse = around(middle, reach)
    found = [max(coarse, key=lambda spot: room_at(spot, sides))]
    for _finer in range(3):
        reach = (reach[0] / 3, reach[1] / 3)
        finer = around(found[0], reach)
        found = [max(finer, key=lambda spot: room_at(spot, sides))]
    if most > 1:
        coarse.sort(key=lambda spot: room_at(spot, sides), reverse=True)
    for spot in coarse:
        if len(found) == most or room_at(spot, sides) < ROOM**2:
            break
        if all(dist(spot, other) >= APART for other in found):
            found.append(spot)
    return [(round(x), round(y / WIDE)) for x, y in found]


def around(middle: Spot, reach: Spot) -> list[Spot]:
    """Return the points of a grid around one, so far to each side."""
    return [
        (middle[0] + reach[0] * across / GRID, middle[1] + reach[1] * down / GRID)
        for across in range(-GRID, GRID + 1)
        for down in range(-GRID, GRID + 1)
    ]


def room_at(spot: Spot, sides: Sequence[tuple[float, float, float, float]]) -> float:
    """Return the square of a point's distance from any border, below 0 outside."""
    x, y = spot
    inside, nearest = False, float("inf")
    for ax, ay, bx, by in sides:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        dx, dy = bx - ax, by - ay
        along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
        along = min(1, max(0, along))
        gap = (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
        nearest = min(nearest, gap)
    return nearest if inside else -nearest
