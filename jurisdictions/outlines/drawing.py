"""From a TopoJSON file to `outlines.json`: the nation's states, each state's counties.

Every state is drawn twice: among the others on one plane, and alone with its counties
as large as the frame allows. Each drawing is thinned by what its own reader can see.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from jurisdictions.outlines.lines import Borders
from jurisdictions.outlines.paths import label_spots, path_of, shape_of
from jurisdictions.outlines.topology import Document, Ring, Topology

# The smallest corner and the smallest island worth drawing, in square units.
NATION_CORNER, NATION_ISLAND = 2.5, 16.0
STATE_CORNER, STATE_ISLAND = 8.0, 14.0
# In how many spots of a county its number may stand: points of cities want room too.
LABELS = 4
# How large a state is drawn with its counties: the width and the height at most.
FRAME = (640, 560)
# Islands wholly to the west are left out: the last Aleutians, for whose sake all the
# rest of Alaska would be drawn smaller.
WEST_END = 0


@dataclass(frozen=True)
class Frame:
    """How a drawing lies on the plane of the source: its corner and its scale."""

    left: float
    top: float
    scale: float

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the plane is in the drawing."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale


def outlines_of(topology: Topology) -> Document:
    """Return all drawings, as they are kept in the file."""
    states = without_far_west(topology, topology.areas("states"))
    counties = without_far_west(topology, topology.areas("counties"))
    inside: dict[str, dict[str, list[Ring]]] = defaultdict(dict)
    for geoid in sorted(counties):
        inside[geoid[:2]][geoid] = counties[geoid]
    nation = Frame(0, 0, 1)
    return {
        "nation": drawn(topology, states, nation, NATION_CORNER, NATION_ISLAND, 1),
        "states": {
            code: drawn(
                topology,
                areas,
                frame_of(topology, areas),
                STATE_CORNER,
                STATE_ISLAND,
                LABELS,
            )
            for code, areas in sorted(inside.items())
        },
    }


def without_far_west(
    topology: Topology, areas: dict[str, list[Ring]]
) -> dict[str, list[Ring]]:
    """Return areas without the islands beyond the drawing's western end."""
    return {
        geoid: [ring for ring in rings if topology.placed(max(ring))[0] >= WEST_END]
        for geoid, rings in sorted(areas.items())
    }


def frame_of(topology: Topology, areas: dict[str, list[Ring]]) -> Frame:
    """Return the frame that shows some areas as large as they can be."""
    spots = [topology.placed(p) for rings in areas.values() for r in rings for p in r]
    xs, ys = [x for x, _y in spots], [y for _x, y in spots]
    scale = min(FRAME[0] / (max(xs) - min(xs)), FRAME[1] / (max(ys) - min(ys)))
    return Frame(round(min(xs), 2), round(min(ys), 2), round(scale, 3))


def drawn(
    topology: Topology,
    areas: dict[str, list[Ring]],
    frame: Frame,
    corner: float,
    island: float,
    labels: int,
) -> Document:
    """Return one drawing: its box, its frame, and of each area path and labels."""
    borders = Borders(
        (ring for rings in areas.values() for ring in rings),
        lambda point: frame.spot(*topology.placed(point)),
        corner,
    )
    shapes = {
        geoid: shape_of([borders.ring(ring) for ring in rings], island)
        for geoid, rings in areas.items()
    }
    points = [point for shape in shapes.values() for ring in shape for point in ring]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return {
        "box": [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)],
        "frame": [frame.left, frame.top, frame.scale],
        "areas": {
            geoid: [path_of(shape), label_spots(shape, labels)]
            for geoid, shape in shapes.items()
        },
    }


def as_text(outlines: Document) -> str:
    """Return the drawings as JSON with an area a line, so that a change can be read."""
    states = ",\n".join(
        f"{json.dumps(code)}: {drawing_text(drawing)}"
        for code, drawing in outlines["states"].items()
    )
    nation = drawing_text(outlines["nation"])
    return f'{{"nation": {nation},\n"states": {{\n{states}\n}}}}\n'


def drawing_text(drawing: Document) -> str:
    """Return one drawing as JSON."""
    areas = ",\n".join(
        f"{json.dumps(geoid)}: {json.dumps(area)}"
        for geoid, area in drawing["areas"].items()
    )
    box, frame = json.dumps(drawing["box"]), json.dumps(drawing["frame"])
    return f'{{"box": {box}, "frame": {frame}, "areas": {{\n{areas}\n}}}}'
