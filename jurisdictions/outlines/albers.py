"""Where a place lies on the plane of the outlines, from its coordinates.

The plane is that of the outlines' source: Albers' equal-area conic projection of the
lower 48 states, 1300 units to the Earth's radius, with Alaska at about a third of that
and Hawaii beside it, each on a cone of its own. 975 by 610 units in all.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

RADIUS = 1300
WIDTH, HEIGHT = 975, 610
MIDDLE = (WIDTH / 2, HEIGHT / 2)


@dataclass(frozen=True)
class Cone:
    """An equal-area cone that cuts the Earth along two parallels.

    `meridian` and `parallel` are where its sheet is pinned, `at` where on the plane.
    `off` is how far the pin is from the cone's own middle, in degrees of longitude.
    """

    parallels: tuple[float, float]
    meridian: float
    off: float
    parallel: float
    at: tuple[float, float]
    radius: float

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point of the Earth lies on the plane."""
        east = (longitude - self.meridian + 180) % 360 - 180
        x, y = self._unrolled(east, latitude)
        pin_x, pin_y = self._unrolled(self.off, self.parallel)
        return (
            self.at[0] + self.radius * (x - pin_x),
            self.at[1] + self.radius * (y - pin_y),
        )

    def _unrolled(self, east: float, latitude: float) -> tuple[float, float]:
        south, north = (sin(radians(parallel)) for parallel in self.parallels)
        opening = (south + north) / 2
        reach = sqrt(1 + south * north - 2 * opening * sin(radians(latitude))) / opening
        turn = opening * radians(east)
        return reach * sin(turn), reach * cos(turn)


def beside(across: float, down: float) -> tuple[float, float]:
    """Return a spot of the plane by its distance from the middle, in Earth radii."""
    return MIDDLE[0] + across * RADIUS, MIDDLE[1] + down * RADIUS


LOWER_48 = Cone((29.5, 45.5), -96, -0.6, 38.7, MIDDLE, RADIUS)
ALASKA = Cone((55, 65), -154, -2, 58.5, beside(-0.307, 0.201), RADIUS * 0.35)
HAWAII = Cone((8, 18), -157, -3, 19.9, beside(-0.205, 0.212), RADIUS)


def project(longitude: float, latitude: float) -> tuple[float, float] | None:
    """Return where a place lies on the plane, None if the plane does not reach it.

    Territories have no room there, so no point.
    """
    if latitude > 50.5:
        return ALASKA.project(longitude, latitude)
    if 18 < latitude < 23 and -161 < longitude < -154:
        return HAWAII.project(longitude, latitude)
    if latitude < 24:
        return None
    x, y = LOWER_48.project(longitude, latitude)
    return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None
