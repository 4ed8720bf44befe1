"""What a sheet has no room for gives way, in the same order for every place."""

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.views.brief.fitting import (
    GIVING_WAY,
    HEADING,
    Part,
    Piece,
    fitting,
    lines_of,
    room_taken,
)

NAMES = sorted({name for name, _fewest in GIVING_WAY})


def blocks(most=6, **counts):
    """Return blocks of so many pieces of two lines each, all from one source."""
    return {
        name: Part([Piece(2, ("a",))] * count, most) for name, count in counts.items()
    }


def test_line_that_is_begun_is_a_line():
    assert [lines_of(n, 10) for n in (0, 1, 10, 11)] == [0, 1, 1, 2]


def test_block_shows_no_more_than_its_most():
    assert fitting(blocks(timeline=9), {"a": 1}, 100) == {"timeline": 6}


def test_source_takes_its_lines_once():
    shown = {"timeline": 2, "said": 1}
    taken = room_taken(blocks(timeline=2, said=1), shown, {"a": 3})
    assert taken == 2 * HEADING + 3 * 2 + 3


def test_note_goes_with_the_facts_it_explains():
    parts = {"said": Part([Piece(2)], 3, note=4)}
    assert room_taken(parts, {"said": 1}, {}) == HEADING + 6
    assert room_taken(parts, {"said": 0}, {}) == HEADING


def test_comparable_places_give_way_before_what_happened_here():
    parts = blocks(timeline=3, comparable=3)
    room = room_taken(parts, {"timeline": 3, "comparable": 1}, {"a": 1})
    assert fitting(parts, {"a": 1}, room) == {"timeline": 3, "comparable": 1}


def test_small_fact_comes_back_where_a_large_one_went():
    parts = {
        "comparable": Part([Piece(2)], 3),
        "said": Part([Piece(20)], 3),
    }
    room = 2 * HEADING + 3
    assert fitting(parts, {}, room) == {"comparable": 1, "said": 0}


def test_opening_never_gives_way():
    shown = fitting(blocks(standing=3, said=2), {"a": 1}, 0)
    assert shown == {"standing": 3, "said": 0}


@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.lists(st.integers(1, 9), max_size=8), max_size=8
    ),
    st.integers(20, 60),
)
def test_what_is_shown_fits_the_sheet(heights, room):
    costs = dict.fromkeys(range(1, 10), 2)
    parts = {
        name: Part([Piece(lines, (lines,)) for lines in block], 6)
        for name, block in heights.items()
    }
    shown = fitting(parts, costs, room)
    assert room_taken(parts, shown, costs) <= room
    assert all(0 <= shown[name] <= min(6, len(heights[name])) for name in parts)
    assert fitting(parts, costs, 1_000) == {
        name: min(6, len(block)) for name, block in heights.items()
    }
