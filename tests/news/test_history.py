"""What is news, which words differ, and how a column is told: pure rules."""

from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from news.enums import RecordType
from news.history.differ import both_in_one, line_difference, shortened, word_difference
from news.history.labels import LABELS
from news.history.quiet import FILLED_IN, LOUD, QUIET, judge
from news.history.recorded import COLUMN
from news.history.said import differences, said_on
from news.history.words import SPEAKS_BY, Names, lines_of


def marked(pieces):
    """Return pieces as a text with the marked words in brackets."""
    return " ".join(f"[{p.text}]" if p.differs else p.text for p in pieces)


@pytest.mark.parametrize("kind", COLUMN)
def test_every_column_is_news_or_not(kind):
    """A new column has to be decided about."""
    sets = (LOUD, QUIET, FILLED_IN)
    decided = {name: sum(name in names for names in sets) for name in COLUMN[kind]}
    assert decided == dict.fromkeys(COLUMN[kind], 1)


def test_every_column_has_a_name_of_its_own_or_speaks_by_another():
    names = set().union(*COLUMN.values())
    assert names == set(LABELS) | set(SPEAKS_BY)
    assert not set(LABELS) & set(SPEAKS_BY)
    assert set(SPEAKS_BY.values()) <= set(LABELS)
    assert set(COLUMN) == set(RecordType.values)


POLICY = {"status": "active", "title": "One", "scope": None, "citations": []}


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        (None, None, None),
        (None, POLICY, ("entered", [], False)),
        (("withdrawn", {}), POLICY, ("restored", [], False)),
        (("entered", POLICY), None, ("withdrawn", [], False)),
        (("withdrawn", {}), None, None),
        (("entered", POLICY), POLICY, None),
        (("entered", POLICY), POLICY | {"new_column": 1}, None),
        (
            ("entered", POLICY),
            POLICY | {"title": "Two"},
            ("changed", ["title"], True),
        ),
        (
            ("entered", POLICY),
            POLICY | {"status": "expired", "title": "Two"},
            ("status_changed", ["status", "title"], False),
        ),
        (
            ("entered", POLICY),
            POLICY | {"scope": "All officers."},
            ("changed", ["scope"], False),
        ),
        (
            ("entered", POLICY | {"scope": "All officer."}),
            POLICY | {"scope": "All officers."},
            ("changed", ["scope"], True),
        ),
    ],
)
def test_verdict(before, now, verdict):
    assert judge("policy", before, now) == verdict


@pytest.mark.parametrize(
    ("column", "was", "now", "loud"),
    [
        (
            "ballots",
            [{"voter": "Ada", "official_id": 1, "option": "yes"}],
            [{"voter": "Ada Rivers", "official_id": 1, "option": "yes"}],
            False,
        ),
        (
            "ballots",
            [{"voter": "Ada", "official_id": None, "option": "yes"}],
            [{"voter": "Ada", "official_id": None, "option": "no"}],
            True,
        ),
        (
            "citations",
            [{"source_id": 1, "bearing": "supports", "quote": "a"}],
            [{"source_id": 1, "bearing": "supports", "quote": "b"}] * 2,
            False,
        ),
        (
            "citations",
            [{"source_id": 1, "bearing": "supports", "quote": "a"}],
            [{"source_id": 1, "bearing": "contradicts", "quote": "a"}],
            True,
        ),
    ],
)
def test_rows_are_news_by_what_matters_of_them(column, was, now, loud):
    _kind, fields, quiet = judge("vote", ("entered", {column: was}), {column: now})
    assert (fields, quiet) == ([column], not loud)


@pytest.mark.parametrize(
    ("was", "now", "before", "after"),
    [
        ("", "", "", ""),
        ("one two", "one two", "one two", "one two"),
        ("one two", "one  three", "one [two]", "one [three]"),
        ("", "one", "", "[one]"),
        ("a b c", "a c", "a [b] c", "a c"),
        ("a c", "a b c", "a c", "a [b] c"),
    ],
)
def test_words_that_differ_are_marked(was, now, before, after):
    old, new = word_difference(was, now)
    assert (marked(old), marked(new)) == (before, after)


def test_endless_text_is_not_matched_word_by_word():
    old, new = word_difference("a " * 5000, "b " * 5000)
    assert (len(old), len(new)) == (1, 1)


def test_two_texts_in_one_leave_out_what_goes_on_unchanged():
    same = " ".join("abcdefghijklmnopqrstuvwxyz")
    found = shortened(both_in_one(f"{same} old", f"{same} new"))
    assert marked(found) == "… u v w x y z [old] [new]"
    assert [piece.is_new for piece in found] == [False, False, True]


def test_lines_are_compared_as_a_set():
    was, now = line_difference(["a", "b"], ["b", "c"])
    assert (marked(was), marked(now)) == ("[a]", "[c]")


def test_ids_and_precision_speak_by_the_words_beside_them():
    was = {"date": "2021-12-01", "date_precision": "month", "date_certainty": "stated"}
    now = was | {"date_precision": "day", "date_certainty": "disputed"}
    (found,) = differences("vote", was, now, Names())
    assert found.words == "Date: Dec 2021 → Dec 1, 2021 · disputed"


def test_source_that_is_no_longer_public_is_not_named():
    told = {"citations": [{"source_id": 7, "bearing": "supports"}]}
    assert lines_of("vote", "citations", told, Names()) == ["(withdrawn since)"]
    names = Names({("source", 7): "The minutes"})
    assert lines_of("vote", "citations", told, names) == ["The minutes"]


@pytest.mark.parametrize(("day", "number"), [(1, None), (2, 0), (3, 0), (4, 2), (9, 2)])
def test_last_change_of_a_day_is_what_it_said(day, number):
    zone = ZoneInfo("America/New_York")
    moments = [
        datetime(2026, 3, 2, 23, 30, tzinfo=zone),
        datetime(2026, 3, 4, 1, tzinfo=zone),
        datetime(2026, 3, 4, 2, tzinfo=zone),
    ]
    rows = [SimpleNamespace(kept_from=timezone.localdate(at)) for at in moments]
    found = said_on(rows, datetime(2026, 3, day).date())
    assert found is (None if number is None else rows[number])
