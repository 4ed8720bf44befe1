"""Dates: whole, in part, counted from the article's day, or unresolved."""

from datetime import date

import pytest

from news.intake.articles import Article
from news.intake.dates import dates_of
from news.intake.reading import read

THURSDAY = date(2025, 6, 12)


def told(text, published=THURSDAY):
    """Return (words, day, precision, certainty) of the dates of a text."""
    return [
        (
            one.phrase,
            one.date and one.date.isoformat(),
            str(one.precision),
            str(one.certainty),
        )
        for one in dates_of(read(Article(text, published=published)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It passed Feb. 3, 2024.", ("Feb. 3, 2024", "2024-02-03", "day", "stated")),
        ("It passed in March 2024.", ("March 2024", "2024-03-01", "month", "stated")),
        ("It has stood since 2019.", ("since 2019", "2019-01-01", "year", "stated")),
        ("It passed on Tuesday.", ("Tuesday", "2025-06-10", "day", "inferred")),
        ("It passed on Thursday.", ("Thursday", "2025-06-12", "day", "inferred")),
        ("They will vote on Tuesday.", ("Tuesday", "2025-06-17", "day", "inferred")),
        ("It passed last week.", ("last week", "2025-06-02", "week", "inferred")),
        ("It passed last month.", ("last month", "2025-05-01", "month", "inferred")),
        ("It passed in December.", ("in December", "2024-12-01", "month", "inferred")),
        ("It passed Dec. 7.", ("Dec. 7", "2024-12-07", "day", "inferred")),
        ("It passed yesterday.", ("yesterday", "2025-06-11", "day", "inferred")),
        (
            "It passed two weeks ago.",
            ("two weeks ago", "2025-05-26", "week", "inferred"),
        ),
        (
            "Se aprobó el 4 de marzo de 2025.",
            ("el 4 de marzo de 2025", "2025-03-04", "day", "stated"),
        ),
        ("Se aprobó ayer.", ("ayer", "2025-06-11", "day", "inferred")),
        (
            "Se aprobó la semana pasada.",
            ("la semana pasada", "2025-06-02", "week", "inferred"),
        ),
        ("Se aprobó el martes.", ("martes", "2025-06-10", "day", "inferred")),
    ],
)
def test_words_and_what_they_mean(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("words", ["on Tuesday", "last month", "Dec. 7", "in January"])
def test_without_a_day_to_count_from_nothing_is_guessed(words):
    ((phrase, day, precision, _certainty),) = told(f"It passed {words}.", None)
    assert phrase in words
    assert (day, precision) == (None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "They may vote.",
        "People march for change.",
        "The 287(g) program has 2025 members.",
        "February 31, 2024 is no day.",
    ],
)
def test_what_is_no_date(text):
    assert [row for row in told(text) if row[2] == "day"] == []
