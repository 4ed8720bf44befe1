"""Calendars as RFC 5545 has them, for anything with a day; no domain word in it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpResponse

# An octet more and the line is folded.
LINE = 75
# No line of text may hold these.
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
# A calendar has one component at least (RFC 5545, 3.6), though there be no event: the
# one that tells nothing, and is valid alone, is a zone.
NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "TZNAME:UTC",
    "END:STANDARD",
    "END:VTIMEZONE",
)
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Event:
    """One event of a day or, if its hour is known, of the local time of its place."""

    uid: str
    day: date
    hour: time | None
    changed_at: datetime
    summary: str
    description: str
    location: str
    address: str
    is_off: bool = False


def calendar(name, events):
    """Answer with a calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//The Local Record//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
        *([line for event in events for line in lines_of(event)] or NOTHING),
        "END:VCALENDAR",
    ]
    content = "".join(f"{folded(line)}\r\n" for line in lines)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def lines_of(event):
    """Yield the lines of one event, the same for as long as it does not change."""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    # Grows with every change, and needs no counter: minutes since a fixed day.
    yield f"SEQUENCE:{(event.changed_at - BEGINNING) // timedelta(minutes=1)}"
    if event.hour:
        # No zone: whose clock it is follows from the place, which we do not guess.
        yield f"DTSTART:{datetime.combine(event.day, event.hour):%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    yield f"URL:{CONTROLS.sub('', event.address)}"
    yield f"STATUS:{'CANCELLED' if event.is_off else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text):
    """Return a text as a value: separators escaped, breaks as \\n, no controls."""
    text = str(text).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"([\\;,])", r"\\\1", CONTROLS.sub("", text))
    return text.replace("\n", r"\n")


def folded(line):
    """Return a line in pieces of at most 75 octets, no letter cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])
