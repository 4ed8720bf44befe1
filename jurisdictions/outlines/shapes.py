"""The drawings as maps use them, read once from the file that comes with the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jurisdictions.outlines.albers import project
from jurisdictions.outlines.drawing import Frame

OUTLINES = Path(__file__).parent / "outlines.json"


@dataclass(frozen=True)
class Shape:
    """The outline of one area as an SVG path, and where a number fits in it."""

    path: str
    spots: list[tuple[int, int]]


@dataclass(frozen=True)
class Drawing:
    """Areas by their GEOID, the box they fill, and how they lie on the plane."""

    box: tuple[int, int, int, int]
    frame: Frame
    areas: dict[str, Shape]

    def spot(self, longitude: float, latitude: float) -> tuple[int, int] | None:
        """Return where a place lies in the drawing, None if it lies outside."""
        plane = project(longitude, latitude)
        if plane is None:
            return None
        x, y = map(round, self.frame.spot(*plane))
        left, top, width, height = self.box
        inside = left <= x <= left + width and top <= y <= top + height
        return (x, y) if inside else None


def nation() -> Drawing:
    """Return the states on one drawing, by their two digits."""
    return _drawings()["nation"]


def counties_of(state: str) -> Drawing | None:
    """Return the counties of a state, by its two digits; of a territory, None."""
    return _drawings().get(state)


@cache
def _drawings() -> dict[str, Drawing]:
    kept = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return {
        name: Drawing(
            tuple(drawing["box"]),
            Frame(*drawing["frame"]),
            {
                geoid: Shape(path, spots)
                for geoid, (path, spots) in drawing["areas"].items()
            },
        )
        for name, drawing in {"nation": kept["nation"], **kept["states"]}.items()
    }
