"""A pasted text keeps all its words; what its first lines plainly say is told."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.articles.article import TEXT, Found, Origin
from news.articles.pasted import read_text
from news.articles.refusal import ArticleRefused
from tests.news.articles.pages import SENTENCES

BODY = "\n\n".join(SENTENCES)


def test_text_with_everything_is_read():
    head = "Council votes next week\nBy Jan Roe\nPosted: Dec 6, 2021 / 05:04 PM CST\n"
    found = read_text(f"{head}\n{BODY}")
    assert found.headline == Found("Council votes next week", Origin.TEXT)
    assert found.byline == Found("Jan Roe", Origin.TEXT)
    assert found.outlet == Found("WXYZ", Origin.DATELINE)
    assert found.language == Found("en", Origin.TEXT)
    [moment] = found.published
    assert (moment.day, moment.at, moment.zone) == (
        *(date(2021, 12, 6), time(17, 4), "CST"),
    )
    assert found.paragraphs == (*head.strip().split("\n"), *SENTENCES)
    assert found.address is None


def test_signs_are_written_one_way():
    text = "A\u00a0 line\r\n\r\n \u2028• one\r·two\x0b- three\n* four\n-5\x00\u200b\n–"
    assert read_text(text).paragraphs == (
        *("A line", "• one", "• two", "• three", "• four", "-5", "–"),
    )


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_has_no_words(text):
    try:
        found = read_text(text)
    except ArticleRefused:
        assert not any(sign.isalnum() for sign in text)
    else:
        # Nothing is lost but spaces, breaks and signs that nobody reads.
        assert letters(found.text) == letters(text)


def letters(text):
    """Return the letters and digits of a text."""
    return [sign for sign in text if sign.isalnum()]


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\u200b\x00", "x" * (TEXT + 1)])
def test_no_text_and_far_too_much_is_refused(text):
    with pytest.raises(ArticleRefused, match="paste the text instead"):
        read_text(text)


@pytest.mark.parametrize(
    "first",
    [
        "Council votes next week",
        "Will the council vote?",
        "“No vote,” says mayor",
        "Council: ‘No vote’ on 287(g)",
        "Concejo vota la próxima semana",
    ],
)
def test_first_line_without_a_stop_may_be_a_headline(first):
    assert read_text(f"{first}\n\n{BODY}").headline == Found(first, Origin.TEXT)


def test_label_above_a_headline_is_none():
    found = read_text(f"South Side\n\nCouncil votes next week\n\n{BODY}")
    assert found.headline == Found("Council votes next week", Origin.TEXT)
    assert read_text(f"South Side\n\n{BODY}").headline == Found(
        "South Side", Origin.TEXT
    )


@pytest.mark.parametrize(
    "text",
    [
        "Council votes next week",
        BODY,
        f"The council voted.\n{BODY}",
        f"The council voted. The mayor did not\n{BODY}",
        f"These groups signed:\n{BODY}",
        f"• First group\n{BODY}",
        f"By Jan Roe\n{BODY}",
        f"Dec. 6, 2021\n{BODY}",
        f"https://news.example/a\n{BODY}",
        f"SMALLVILLE (WXYZ) — Council votes\n{BODY}",
        f"{'word ' * 40}\n{BODY}",
        "A longer line than the next\nA short line",
    ],
)
def test_other_first_lines_are_none(text):
    assert read_text(text).headline is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("SMALLVILLE, Ala. (WXYZ) — The council met.", "WXYZ"),
        ("MIAMI (AP) - The council met.", "AP"),
        ("Cañón City, Colo. (Daily Paper) – The council met.", "Daily Paper"),
        ("WASHINGTON — The council met.", None),
        ("The council (which met) — again — voted.", "which met"),
        ("287(g) — what it is", None),
        ("The council met (on Monday), he said.", None),
    ],
)
def test_dateline_names_the_outlet(line, outlet):
    found = read_text(f"{line}\n{BODY.replace('(WXYZ) ', '')}").outlet
    assert (found.value if found else None) == outlet


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jan Roe", "Jan Roe"),
        ("BY JAN ROE AND LEE DOE", "JAN ROE AND LEE DOE"),
        ("Por Jan Roe", "Jan Roe"),
        ("By: Jan Roe", "Jan Roe"),
        ("ByJan Roe", "Jan Roe"),
        ("by the river", None),
        ("By Monday, the council had voted.", None),
        ("By Dec. 6, 2021", None),
        ("Bylaws Changed", None),
        ("Byron Roe Elected", None),
        ("By", None),
    ],
)
def test_byline_is_a_line_of_its_own(line, byline):
    found = read_text(f"A headline\n{line}\n{BODY}").byline
    assert (found.value if found else None) == byline


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("Dec. 6, 2021", [6]),
        ("Monday, December 6, 2021 at 5:04 p.m. CST", [6]),
        ("Published Dec. 6, 2021 | Updated Dec. 8, 2021", [6]),
        ("Dec. 6, 2021 Updated: 9:00 a.m. Dec. 8, 2021", [6]),
        ("Updated Dec. 8, 2021", []),
        ("Dec. 5, 2021\nPublished: Dec. 6, 2021", [6, 5]),
        ("Published\nDec. 6, 2021", [6]),
        ("Posted:\nDec. 6, 2021", [6]),
        (f"date 2021-12-06 {SENTENCES[1]}", [6]),
        (f"Date line of the town. In the law of 2021-12-06 {SENTENCES[1]}", []),
        ("Jan Roe | Dec. 6, 2021", [6]),
        ("lunes, 6 de diciembre de 2021", [6]),
        ("Publicado el 6 de diciembre de 2021 a las 17:04", [6]),
        ("On Dec. 6, 2021, the council voted on it", []),
        ("The law of Dec. 6, 2021", []),
        ("12/6/2021", []),
        ("December 2021", []),
    ],
)
def test_day_counts_only_where_it_stands_alone(head, days):
    found = read_text(f"A headline\n{head}\n{BODY}").published
    assert [moment.day.day for moment in found] == days


def test_day_far_below_is_none():
    assert read_text(f"{BODY}\n{BODY}\n{BODY}\nDec. 6, 2021").published == ()
