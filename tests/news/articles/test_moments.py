"""Moments as programs and people write them."""

from datetime import date, time

import pytest

from news.articles.moments import coded_moment, printed_moment

DAY = date(2021, 12, 6)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021-12-06T17:04:00-06:00", (DAY, time(17, 4), "-06:00")),
        ("2021-12-06T17:04:59.123+05:30", (DAY, time(17, 4), "+05:30")),
        ("2021-12-06T23:04:00Z", (DAY, time(23, 4), "UTC")),
        ("2021-12-06T23:04:00+0000", (DAY, time(23, 4), "UTC")),
        (" 2021-12-06 17:04 ", (DAY, time(17, 4), "")),
        ("2021-12-06", (DAY, None, "")),
        ("20211206", (DAY, None, "")),
        ("2021-12-06T00:00:00Z", (DAY, None, "")),
        ("Mon, 06 Dec 2021 23:04:00 GMT", (DAY, time(23, 4), "UTC")),
        ("Dec. 6, 2021", (DAY, None, "")),
        ("2021-02-30", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("Mon, 99 Foo 2021 99:99:99 +9999999", None),
        ("1638831840", None),
        ("", None),
    ],
)
def test_coded_moment(text, moment):
    assert coded_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Posted: Dec 6, 2021 / 05:04 PM CST", (DAY, time(17, 4), "CST")),
        ("5:04 p.m. ET December 6, 2021", (DAY, time(17, 4), "ET")),
        ("December 6th, 2021 at 12:04 a.m.", (DAY, time(0, 4), "")),
        ("Dec. 6, 2021, 12:04 PM (AKST)", (DAY, time(12, 4), "AKST")),
        ("6 December 2021 17:04 UTC", (DAY, time(17, 4), "UTC")),
        ("6 de diciembre de 2021, 17:04", (DAY, time(17, 4), "")),
        ("diciembre 6, 2021 a las 5:04 p. m.", (DAY, time(17, 4), "")),
        ("2021-12-06", (DAY, None, "")),
        ("Dec. 6, 2021. The vote is at 5:04 PM", (DAY, None, "")),
        ("Dec. 6, 2021 13:04 PM", (DAY, None, "")),
        ("Sept. 31, 2021 and December 6, 2021", (DAY, None, "")),
        ("Mayor 6, 2021", None),
        ("Decker 6, 2021", None),
        ("Dec. 6", None),
        ("Dec. 6, 1821", None),
        ("12/6/2021", None),
        ("", None),
    ],
)
def test_printed_moment(text, moment):
    assert printed_moment(text) == moment
