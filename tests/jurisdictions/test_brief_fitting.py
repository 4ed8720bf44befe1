"""What a sheet has no room for gives way, in the same order for every place."""

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.views.brief.fitting import (
    GIVING_WAY,
    HEADING,
    Piece,
    fitting,
    lines_of,
    room_taken,
)

NAMES = ("standing", *{name for name, _fewest in GIVING_WAY})
MOST = dict.fromkeys(NAMES, 6)


def blocks(**counts):
    """Return blocks of so many pieces of two lines each, all from one source."""
    return {name: [Piece(2, ("a",))] * count for name, count in counts.items()}


def test_line_that_is_begun_is_a_line():
    assert [lines_of(n, 10) for n in (0, 1, 10, 11)] == [0, 1, 1, 2]


def test_block_shows_no_more_than_its_most():
    assert fitting(blocks(timeline=9), {"timeline": 6}, {"a": 1}, 100) == {
        "timeline": 6
    }


def test_source_takes_its_lines_once():
    pieces = blocks(timeline=2, said=1)
    shown = {"timeline": 2, "said": 1}
    assert room_taken(pieces, shown, {"a": 3}) == 2 * HEADING + 3 * 2 + 3


def test_comparable_places_give_way_before_what_happened_here():
    pieces = blocks(timeline=3, comparable=3)
    room = room_taken(pieces, {"timeline": 3, "comparable": 1}, {"a": 1})
    assert fitting(pieces, MOST, {"a": 1}, room) == {"timeline": 3, "comparable": 1}


def test_opening_never_gives_way():
    assert fitting(blocks(standing=3, said=2), MOST, {"a": 1}, 0) == {
        "standing": 3,
        "said": 0,
    }


@given(
    st.dictionaries(
        st.sampled_from(sorted(set(NAMES) - {"standing"})),
        st.lists(st.integers(1, 9), max_size=8),
    ),
    st.integers(20, 60),
)
def test_what_is_shown_fits_the_sheet(heights, room):
    costs = dict.fromkeys(range(1, 10), 2)
    pieces = {
        name: [Piece(lines, (lines,)) for lines in block]
        for name, block in heights.items()
    }
    shown = fitting(pieces, MOST, costs, room)
    assert room_taken(pieces, shown, costs) <= room
    assert all(0 <= shown[name] <= min(6, len(pieces[name])) for name in pieces)
    more = fitting(pieces, MOST, costs, room + 10)
    assert sum(more.values()) >= sum(shown.values())
