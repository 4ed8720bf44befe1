"""The states as tiles of one size, for screens on which their outlines are too small.

Each is about where it lies among its neighbors; the territories have the last row.
"""

from __future__ import annotations

GRID = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. .. .. .. VT NH
WA ID MT ND MN WI MI .. NY MA RI
OR NV WY SD IA IL IN OH PA NJ CT
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. ..
GU MP AS .. .. .. .. .. .. PR VI
"""

# Row and column of each state's tile, counted from 1, by its postal code.
TILES = {
    code: (row, column)
    for row, line in enumerate(GRID.split("\n")[1:-1], start=1)
    for column, code in enumerate(line.split(), start=1)
    if code != ".."
}
