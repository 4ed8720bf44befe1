"""A calendar is RFC 5545 to the octet."""

from datetime import UTC, date, datetime, time

import pytest

from config.calendars import Event, calendar, escaped, folded

EVENT = Event(
    uid="vote-1@record.example",
    day=date(2026, 12, 8),
    hour=None,
    changed_at=datetime(2026, 11, 1, 12, 30, tzinfo=UTC),
    summary="Mobile: To renew it",
    description="Line one\nLine two; and, more",
    location="",
    address="https://record.example/votes/1-x/",
)


def lines(*events):
    """Return the unfolded lines of a calendar."""
    response = calendar("Votes", events)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    text = response.content.decode()
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def test_event_of_a_day():
    found = lines(EVENT)
    assert "DTSTART;VALUE=DATE:20261208" in found
    assert "DTSTAMP:20261101T123000Z" in found
    assert r"DESCRIPTION:Line one\nLine two\; and\, more" in found
    assert not [line for line in found if line.startswith("LOCATION")]
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 1


def test_calendar_without_an_event_has_a_component_yet_none_of_a_day():
    """RFC 5545, 3.6: one component at least; 3.6.5: a zone with one observance."""
    found = lines()
    assert "BEGIN:VEVENT" not in found
    zone = found[found.index("BEGIN:VTIMEZONE") : found.index("END:VTIMEZONE")]
    observed = zone[zone.index("BEGIN:STANDARD") : zone.index("END:STANDARD")]
    names = {line.partition(":")[0] for line in observed}
    assert names >= {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}
    assert "BEGIN:VTIMEZONE" not in lines(EVENT)


def test_event_with_an_hour_is_in_the_time_of_its_place():
    event = Event(**vars(EVENT) | {"hour": time(18, 30)})
    assert "DTSTART:20261208T183000" in lines(event)


def test_later_change_has_a_higher_number_and_the_same_id():
    later = Event(**vars(EVENT) | {"changed_at": datetime(2027, 1, 1, tzinfo=UTC)})
    numbers = [
        int(line.partition(":")[2])
        for line in lines(EVENT, later)
        if line.startswith("SEQUENCE")
    ]
    assert numbers == sorted(set(numbers))
    assert lines(EVENT, later).count("UID:vote-1@record.example") == 2
    assert lines(EVENT) == lines(EVENT)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a;b,c\\d", r"a\;b\,c\\d"),
        ("a\r\nb\rc\nd", r"a\nb\nc\nd"),
        ("a\x00b\x1fc", "abc"),
        ("BEGIN:VEVENT\r\nEND", r"BEGIN:VEVENT\nEND"),
    ],
)
def test_text_cannot_leave_its_line(text, value):
    assert escaped(text) == value


@pytest.mark.parametrize("letter", ["a", "é", "—", "𝄞"])
def test_folding_cuts_no_letter(letter):
    pieces = folded(letter * 200).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == letter * 200
