"""When something was published, as pages print it, in English and Spanish."""

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
# As US outlets write them.
ZONES = {f"{zone}{half}t" for zone in ("a", "c", "e", "h", "m", "p") for half in "sd"}
ZONES |= {"akst", "akdt", "akt", "at", "ct", "et", "ht", "mt", "pt", "utc", "gmt"}
# What follows tells when it was changed.
CHANGED = re.compile(r"updated|modified|actualizado|modificado", re.IGNORECASE)
YEARS = range(1990, 2100)
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
DAY = r"\b(?P<day>\d{1,2})"
# A day in numbers, 12/6/2021, is another in Spanish than in English: never read.
DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{MONTH}\s+{DAY}(?:st|nd|rd|th)?,?\s+(?:de\s+)?{YEAR}",
        rf"{DAY}(?:\s+de)?\s+{MONTH},?(?:\s+del?)?\s+{YEAR}",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
    )
)
# “5:04 PM CST”, “5:04 p.m. ET”, “17:04 CST”; the zone only in capitals.
TIME = (
    r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?"
    rf"(?:\s*\(?(?P<zone>{'|'.join(sorted(ZONES)).upper()})\b\)?)?"
)
# What may stand between a day and its time: a comma, a stroke, “at”.
BETWEEN = r"[\s,/|·•@–—-]*"
AFTER_DAY = re.compile(rf"{BETWEEN}(?:(?:at|a\s+las?)\s+)?{TIME}")
BEFORE_DAY = re.compile(rf"{TIME}{BETWEEN}(?:(?:on|del)\s+)?$")
TIME_NEAR = 40  # signs in which the time of a day is looked for


class Moment(NamedTuple):
    """A day; at which time, in which zone, where that is printed."""

    day: date
    at: time | None = None
    zone: str = ""


def coded_moment(text: str) -> Moment | None:
    """Return the moment that a program wrote: 2021-12-06T17:04:00-06:00."""
    text = text.strip()[:40]
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        try:
            when = parsedate_to_datetime(text)
        except (ValueError, IndexError, OverflowError, TypeError):
            return printed_moment(text)
    if when.year not in YEARS:
        return None
    # Programs write midnight where only a day is known.
    if when.time() == time.min:
        return Moment(when.date())
    return Moment(
        when.date(),
        when.time().replace(second=0, microsecond=0),
        zone(when) if when.tzinfo else "",
    )


def zone(when: datetime) -> str:
    """Return the zone of a moment: UTC, or how far it is from it, as -06:00."""
    return (when.tzname() or "").removeprefix("UTC")[:6] if when.utcoffset() else "UTC"


def printed_moment(text: str) -> Moment | None:
    """Return the first day with a year that a text prints, with the time beside it."""
    found = (match for pattern in DATES for match in pattern.finditer(text))
    for match in sorted(found, key=re.Match.start):
        month = match["month"].lower()
        number = int(month) if month.isdigit() else MONTHS[month]
        try:
            day = date(int(match["year"]), number, int(match["day"]))
        except ValueError:  # there is no such day
            continue
        if day.year in YEARS:
            return Moment(day, *printed_time(text, match))
    return None


def leading_moment(text: str) -> Moment | None:
    """Return the day that a text begins with, None if it begins with another word."""
    begins = any(pattern.match(text) for pattern in DATES)
    return printed_moment(text[:TIME_NEAR]) if begins else None


def printed_time(text: str, day: re.Match[str]) -> tuple[time | None, str]:
    """Return the time, and its zone, that a text prints right after or before a day."""
    before = text[max(0, day.start() - TIME_NEAR) : day.start()]
    match = AFTER_DAY.match(text, day.end()) or BEFORE_DAY.search(before)
    if not match:
        return None, ""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None, ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(match["minute"])), match["zone"] or ""
