"""Reading a TopoJSON file: areas as rings of points in its whole numbers.

Neighbors share an arc, and an arc read backwards has the same points. So where two
areas meet, their rings hold equal numbers, which is how borders are found again.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

Document = dict[str, Any]  # JSON, as it comes
Point = tuple[int, int]
Ring = list[Point]  # closed: the last point leads back to the first


class Topology:
    """The areas of one file, each a list of rings."""

    def __init__(self, document: Document) -> None:
        self.objects = document["objects"]
        self.scale = document["transform"]["scale"]
        self.offset = document["transform"]["translate"]
        self.arcs = [list(walked(steps)) for steps in document["arcs"]]

    def areas(self, name: str) -> dict[str, list[Ring]]:
        """Return the rings of each area of an object, by the area's id."""
        return {
            area["id"]: [self.ring(refs) for refs in ring_references(area)]
            for area in self.objects[name]["geometries"]
        }

    def ring(self, references: Iterable[int]) -> Ring:
        """Return the points along some arcs; `~n` is arc n read backwards."""
        points: Ring = []
        for number in references:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points[:-1]

    def placed(self, point: Point) -> tuple[float, float]:
        """Return where a point lies on the file's plane."""
        return (
            point[0] * self.scale[0] + self.offset[0],
            point[1] * self.scale[1] + self.offset[1],
        )


def walked(steps: Iterable[list[int]]) -> Iterable[Point]:
    """Return the points of an arc that is stored as steps from one to the next."""
    return accumulate(
        ((step[0], step[1]) for step in steps),
        lambda at, step: (at[0] + step[0], at[1] + step[1]),
    )


def ring_references(area: Document) -> list[list[int]]:
    """Return the arcs of each ring of a polygon or of several."""
    if area["type"] == "Polygon":
        return area["arcs"]
    return [ring for polygon in area["arcs"] for ring in polygon]
