"""The outlines: read, thinned, drawn small, and every place where it should be."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

import jurisdictions.gazetteer
from jurisdictions.derive import years_through
from jurisdictions.outlines.albers import project
from jurisdictions.outlines.drawing import as_text, outlines_of
from jurisdictions.outlines.lines import Borders, corner, junctions, thin
from jurisdictions.outlines.paths import label_spots, path_of, shape_of, whole
from jurisdictions.outlines.shapes import OUTLINES, counties_of, nation
from jurisdictions.outlines.tiles import TILES
from jurisdictions.outlines.topology import Topology

GAZETTEER = Path(jurisdictions.gazetteer.__file__).parent
# Two squares with one side between them, and an island.
SQUARES = {
    "transform": {"scale": [10, 10], "translate": [100, 200]},
    "arcs": [
        [[4, 0], [0, 1], [0, 3]],  # the side between them, downwards
        [[4, 4], [-4, 0], [0, -4], [4, 0]],  # the rest of the left one
        [[4, 0], [4, 0], [0, 4], [-4, 0]],  # the rest of the right one
        [[20, 0], [2, 0], [0, 2], [-2, 0], [0, -2]],
    ],
    "objects": {
        name: {
            "geometries": [
                {"id": f"01{end}", "type": "Polygon", "arcs": [[0, 1]]},
                {
                    "id": f"02{end}",
                    "type": "MultiPolygon",
                    "arcs": [[[2, ~0]], [[3]]],
                },
            ]
        }
        for name, end in (("states", ""), ("counties", "001"))
    },
}


@pytest.fixture(scope="module")
def squares():
    """Return the topology of the two squares."""
    return Topology(SQUARES)


def gazetteer(name):
    """Return the rows of one of the gazetteer's files."""
    with (GAZETTEER / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


# From a file to points


def test_arcs_are_walked_forwards_and_backwards(squares):
    left, right = squares.areas("states").values()
    assert left == [[(4, 0), (4, 1), (4, 4), (0, 4), (0, 0)]]
    assert set(right[0]) == {(4, 0), (8, 0), (8, 4), (4, 4), (4, 1)}
    assert len(right) == 2
    assert squares.placed((4, 1)) == (140, 210)


def test_neighbors_keep_the_same_border(squares):
    areas = squares.areas("states")
    rings = [ring for area in areas.values() for ring in area]
    assert junctions(rings) == {(4, 0), (4, 4)}
    borders = Borders(rings, lambda point: point, least=0.1)
    left, right = borders.ring(areas["01"][0]), borders.ring(areas["02"][0])
    assert (4, 1) not in left  # in line with its neighbors, so worth nothing
    assert {(4, 0), (4, 4)} <= set(left) & set(right)


def test_border_is_the_same_from_both_sides():
    """A wiggly border between two areas is thinned once, not once for each."""
    wiggle = [(10, y) if y % 3 else (11 + y % 2, y) for y in range(31)]
    left = [*wiggle, (0, 30), (0, 0)]
    right = [*wiggle[::-1], (20, 0), (20, 30)]
    borders = Borders([left, right], lambda point: point, least=1.2)
    one, other = borders.ring(left), borders.ring(right)
    between = [spot for spot in one if spot[0] > 5]
    assert 2 < len(between) < len(wiggle)
    assert set(between) <= set(other)


def test_smallest_corner_goes_first():
    line = [(0, 0), (1, 0.1), (2, 0), (3, 5), (4, 0)]
    assert corner(*line[:3]) == pytest.approx(0.1)
    assert thin(line, 1) == [(0, 0), (2, 0), (3, 5), (4, 0)]
    assert thin(line, 100) == [(0, 0), (4, 0)]


def test_closed_line_still_encloses_something():
    ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert len(thin(ring, 100)) == 4


# From points to a path


def test_path_is_told_in_steps():
    square = [(10, 10), (20, 10), (20, 20), (10, 20)]
    triangle = [(30, 10), (35, 20), (25, 22)]
    assert path_of([square]) == "M10 10h10v10h-10z"
    assert path_of([square, triangle]) == "M10 10h10v10h-10zm20 0l5 10-10 2z"


def test_whole_numbers_leave_no_point_twice_or_in_line():
    ring = [(0, 0), (0.2, 0.1), (5, 0), (10, 0), (10, 10), (10, 12), (10, 10), (0, 10)]
    assert whole(ring) == [(0, 0), (10, 0), (10, 10), (0, 10)]


def test_no_area_is_without_a_shape():
    speck = [(7.0, 7.0), (7.2, 7.0), (7.1, 7.1)]
    assert shape_of([speck], least=10) == [[(5, 5), (9, 5), (9, 9), (5, 9)]]


def test_islands_too_small_to_be_seen_go():
    land, island = [(0, 0), (30, 0), (30, 30), (0, 30)], [(40, 0), (42, 0), (42, 2)]
    assert shape_of([island, land], least=10) == [land]


def test_number_stands_where_it_fits():
    """In a hook of an area the middle is outside; the number is not."""
    hook = [(0, 0), (100, 0), (100, 90), (70, 90), (70, 20), (0, 20)]
    spots = label_spots([hook], most=3)
    assert 1 < len(spots) <= 3
    assert all(x > 70 or y < 20 for x, y in spots)


# The file that comes with the project


def test_squares_become_a_file(squares):
    outlines = json.loads(as_text(outlines_of(squares)))
    assert list(outlines["nation"]["areas"]) == ["01", "02"]
    assert list(outlines["states"]) == ["01", "02"]
    assert list(outlines["states"]["02"]["areas"]) == ["02001"]


def test_command_writes_the_file(tmp_path, squares):
    source, target = tmp_path / "in.json", tmp_path / "out.json"
    source.write_text(json.dumps(SQUARES))
    call_command("write_outlines", source, target, verbosity=0)
    assert json.loads(target.read_text()) == json.loads(as_text(outlines_of(squares)))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"transform": 1}'])
def test_command_refuses_another_file(tmp_path, text):
    source = tmp_path / "in.json"
    source.write_text(text)
    with pytest.raises(CommandError):
        call_command("write_outlines", source, tmp_path / "out.json")
    with pytest.raises(CommandError):
        call_command("write_outlines", tmp_path / "missing", tmp_path / "out.json")


def test_every_state_has_a_shape_and_a_tile():
    states = gazetteer("states.csv")
    drawn = {row["geoid"] for row in states if row["level"] != "territory"}
    assert nation().areas.keys() == drawn
    assert {row["usps"] for row in states} == TILES.keys()
    assert len(set(TILES.values())) == len(TILES)


def test_file_stays_small():
    assert OUTLINES.stat().st_size < 420_000


def test_counties_without_an_outline_are_known():
    """Connecticut and one census area of Alaska were divided anew after 2017."""
    missing = {
        row["geoid"]
        for row in gazetteer("counties.csv")
        if (drawing := counties_of(row["geoid"][:2]))
        and row["geoid"] not in drawing.areas
    }
    assert {geoid[:2] for geoid in missing} == {"02", "09"}
    assert len(missing) == 11
    assert counties_of("72") is None


def test_every_county_lies_where_its_coordinates_say():
    """The Census gives each a point inside it: the projection must hit its outline."""
    astray = []
    for row in gazetteer("counties.csv"):
        drawing = counties_of(row["geoid"][:2])
        shape = drawing.areas.get(row["geoid"]) if drawing else None
        # The Aleutians' point lies on an island that is left out.
        if shape is None or not row["latitude"] or row["geoid"] == "02016":
            continue
        spot = drawing.spot(float(row["longitude"]), float(row["latitude"]))
        if spot is None or not near(spot, shape.path):
            astray.append(row["geoid"])
    # A county that reaches far into a lake, or out to islands, has its point there.
    assert {geoid[:2] for geoid in astray} <= {"06", "17", "26", "36", "39", "55"}
    assert len(astray) < 30


def near(spot, path, slack=6):
    """Tell whether a point lies in the box around a path."""
    xs, ys = zip(*points_of(path), strict=True)
    return (
        min(xs) - slack <= spot[0] <= max(xs) + slack
        and min(ys) - slack <= spot[1] <= max(ys) + slack
    )


def points_of(path):
    """Return the corners of a path, as a browser would walk it."""
    x = y = start_x = start_y = 0
    for command, numbers in commands_of(path):
        if command == "z":
            x, y = start_x, start_y
            continue
        steps = {
            "h": [(n, 0) for n in numbers],
            "v": [(0, n) for n in numbers],
        }.get(command) or list(zip(numbers[::2], numbers[1::2], strict=True))
        for dx, dy in steps:
            x, y = (dx, dy) if command == "M" else (x + dx, y + dy)
            if command in "Mm":
                start_x, start_y = x, y
            yield x, y


def commands_of(path):
    """Return each command of a path with its numbers."""
    for part in path.replace("z", "z ").replace("-", " -").split("z"):
        if not part.strip():
            continue
        command, text = None, ""
        for sign in f"{part} ":
            if sign.isalpha():
                if command:
                    yield command, [int(n) for n in text.split()]
                command, text = sign, ""
            else:
                text += sign
        yield command, [int(n) for n in text.split()]
        yield "z", []


# Where places lie


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        # As d3-geo 3 puts them: geoAlbersUsa, scale 1300, translate 487.5, 305.
        (-86.80249, 33.52066, (670.52, 415.25)),  # Birmingham, Alabama
        (-122.33207, 47.60621, (97.63, 46.32)),  # Seattle
        (-80.19179, 25.76168, (822.74, 572.54)),  # Miami
        (-149.90028, 61.21806, (112.28, 544.28)),  # Anchorage
        (173.0, 52.9, (-55.47, 572.33)),  # Attu, beyond the 180th meridian
        (-157.85833, 21.30694, (266.96, 549.19)),  # Honolulu
    ],
)
def test_place_is_put_on_the_plane(longitude, latitude, expected):
    assert project(longitude, latitude) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(-66.1, 18.46), (144.8, 13.5), (-170.7, -14.3), (10.0, 48.0), (-150.0, 30.0)],
)
def test_place_without_room_on_the_plane_has_no_point(longitude, latitude):
    assert project(longitude, latitude) is None


def test_place_of_another_state_is_on_no_drawing():
    alabama = counties_of("01")
    assert alabama.spot(-86.80249, 33.52066) is not None
    assert alabama.spot(-122.33207, 47.60621) is None


# Years to step through


TODAY = date(2026, 11, 25)


def test_few_years_are_all_there():
    first = date(2017, 5, 1)
    assert years_through(first, TODAY, TODAY) == list(range(2017, 2027))


def test_many_years_are_near_ones_and_decades():
    years = years_through(date(1979, 1, 1), TODAY, date(2003, 12, 31))
    assert years == [1979, 1980, 1990, *range(1998, 2009), 2010, 2020, 2026]


def test_nothing_dated_gives_no_years():
    assert years_through(None, TODAY, TODAY) == []
    assert years_through(date(2027, 1, 1), TODAY, TODAY) == []
