"""Dates as articles print them: whole, in part, or counted from the day they appear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from jurisdictions.enums import Certainty, Precision
from news.intake.calendar_words import (
    DAYS,
    FINDERS,
    FUTURE,
    LOWER_ONCE,
    MONTHS,
    NEAR,
    NUMBERS,
    PAST,
)
from news.intake.reading import Reading
from news.intake.sentences import Sentence

Day: TypeAlias = date


@dataclass(frozen=True)
class FoundDate:
    """A date in an article's own words, and the day, week, month or year it means.

    Without a day to count from, what is counted stays unresolved: `date` is None.
    """

    phrase: str
    start: int
    end: int
    sentence: Sentence
    date: Day | None
    precision: Precision
    certainty: Certainty
    anchor: Day | None = None

    def values(self) -> dict[str, object]:
        """Return the values of the fields that every dated record has."""
        return {
            "date": self.date,
            "date_precision": self.precision,
            "date_certainty": self.certainty,
            "date_phrase": self.phrase,
            "date_anchor": self.anchor,
        }


def dates_of(reading: Reading) -> list[FoundDate]:
    """Return the dates that an article's story gives, in the order of the text."""
    return [
        found
        for sentence in reading.told
        for found in _in_sentence(sentence, reading.article.published)
    ]


def _in_sentence(sentence: Sentence, published: date | None) -> list[FoundDate]:
    """Return the dates of a sentence; a longer reading wins over one within it."""
    text = LOWER_ONCE.sub(lambda match: match[0].lower(), sentence.plain)
    taken: list[tuple[int, int]] = []
    found = []
    for kind, pattern in FINDERS:
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if any(start < till and since < end for since, till in taken):
                continue
            read = _read(kind, match, text, published)
            if read is None:
                continue
            day, precision, counted = read
            taken.append((start, end))
            start, end = _bare(sentence.plain, start, end)
            found.append(
                FoundDate(
                    sentence.plain[start:end],
                    sentence.start + start,
                    sentence.start + end,
                    sentence,
                    day,
                    precision if day else Precision.UNKNOWN,
                    Certainty.INFERRED if counted else Certainty.STATED,
                    published if counted and day else None,
                )
            )
    return sorted(found, key=lambda one: one.start)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a date's words lie without blanks and articles around them."""
    match = re.match(
        r"(?:\s|(?:'s|the|its|their|an?|his|regular|every|and|from|of|by|de|"
        r"del|between)(?=\s))*",
        text[start:end],
    )
    return start + (match.end() if match else 0), end


Read = tuple[date | None, Precision, bool]


def _read(
    kind: str, match: re.Match[str], text: str, published: date | None
) -> Read | None:
    """Return the date that words mean, how much of it, and whether it was counted."""
    words = match.groupdict()
    if kind in ("iso", "slashed"):
        return _whole(int(words["y"]), int(words["m"]), int(words["d"]))
    if kind in ("day", "month", "relmonth", "barmonth"):
        return _of_month(kind, words, _direction(match, text), published)
    if kind in ("season", "year"):
        year = int(words["y"])
        return date(year, 1, 1), Precision.YEAR, False
    if published is None:
        return None, Precision.UNKNOWN, True
    if kind == "weekday":
        return _weekday(words, _direction(match, text), published)
    if kind == "near":
        return published + timedelta(NEAR[words["near"]]), Precision.DAY, True
    if kind == "ago":
        return _ago(words, published)
    return _unit(words, published)


def _direction(match: re.Match[str], text: str) -> int:
    """Return 1 for a date that is told as coming, -1 as past, 0 for neither."""
    words = match.groupdict()
    said = (words.get("dir") or words.get("dir2") or "").casefold()
    if said in ("next", "coming", "this coming", "que viene") or said[:3] in (
        "pró",
        "pro",
    ):
        return 1
    if said.startswith(("last", "this past", "pasad", "previous", "the past")):
        return -1
    if re.match(r"(?:until|by|hasta) ", match[0]) or re.search(
        r"\b(?:until|by|hasta)(?: the| el)? $", text[: match.start()]
    ):
        return 1
    behind = text[match.end() : match.end() + 80]
    if re.match(
        r"'s (?:\w+ ){0,2}(?:meeting|vote|session|hearing)", behind
    ) and FUTURE.search(behind):
        return 1
    before = text[max(0, match.start() - 110) : match.start()]
    coming = [found.end() for found in FUTURE.finditer(before)]
    past = [found.end() for found in PAST.finditer(before)]
    if coming and (not past or coming[-1] > past[-1]):
        return 1
    return 0


def _whole(year: int, month: int, day: int) -> Read | None:
    """Return a printed day, None where the calendar has none such."""
    try:
        return date(year, month, day), Precision.DAY, False
    except ValueError:
        return None


def _of_month(
    kind: str, words: dict[str, str | None], direction: int, published: date | None
) -> Read | None:
    """Return a day of a month or a month, its year counted if none is printed."""
    month = MONTHS[(words["month"] or "").rstrip(".").casefold()]
    day = int(words["d"] or 1) if "d" in words else 1
    precision = Precision.DAY if kind == "day" else Precision.MONTH
    if words.get("y"):
        read = _whole(int(words["y"] or 0), month, day)
        return read and (read[0], precision, False)
    if published is None:
        return None, Precision.UNKNOWN, True
    years = (published.year - 1, published.year, published.year + 1)
    days = [read[0] for year in years if (read := _whole(year, month, day)) and read[0]]
    if not days:
        return None
    if precision == Precision.MONTH:
        this = published.replace(day=1)
        past = [one for one in days if one <= this and (direction >= 0 or one < this)]
        coming = [one for one in days if one >= this]
        best = (
            coming[0] if direction > 0 and kind != "relmonth" or not past else past[-1]
        )
        if kind == "relmonth" and direction > 0:
            best = coming[0]
        return best, precision, True
    if direction > 0:
        coming = [one for one in days if one >= published]
        return (coming or days)[0], precision, True
    nearest = min(days, key=lambda one: abs((one - published).days))
    past = [one for one in days if one <= published]
    # A day without a year is a past one, unless it is days ahead and none is told.
    best = nearest if (nearest - published).days < 60 else past[-1]
    return best, precision, True


def _weekday(words: dict[str, str | None], direction: int, published: date) -> Read:
    """Return the day a weekday means: the last one, today's own, or the next."""
    wanted = DAYS[(words["day"] or "").casefold()]
    back = (published.weekday() - wanted) % 7
    said = (words.get("dir") or "").casefold()
    if direction > 0:
        ahead = (wanted - published.weekday()) % 7
        return (
            published + timedelta(ahead or (7 if said == "next" else 0)),
            Precision.DAY,
            True,
        )
    if direction < 0 and back == 0:
        back = 7
    return published - timedelta(back), Precision.DAY, True


def _ago(words: dict[str, str | None], published: date) -> Read:
    """Return what lies some days, weeks, months or years before the article."""
    said = (words["n"] or "").casefold()
    number = int(said) if said.isdigit() else NUMBERS[said]
    unit = (words["unit"] or "").casefold()
    if unit.startswith(("day", "día")):
        return published - timedelta(number), Precision.DAY, True
    if unit.startswith(("week", "semana")):
        return _monday(published - timedelta(7 * number)), Precision.WEEK, True
    if unit.startswith(("month", "mes")):
        months = published.year * 12 + published.month - 1 - number
        return date(months // 12, months % 12 + 1, 1), Precision.MONTH, True
    return date(published.year - number, 1, 1), Precision.YEAR, True


def _unit(words: dict[str, str | None], published: date) -> Read:
    """Return the week, month or year that is last, this or next."""
    said = (words.get("dir") or words.get("dir2") or "").casefold()
    step = 0
    if said.startswith(
        ("last", "pasad", "previous", "the past", "this past", "anterior")
    ):
        step = -1
    elif said.startswith(("next", "pró", "pro", "que viene")):
        step = 1
    unit = (words["unit"] or "").casefold()
    if unit in ("week", "semana"):
        return _monday(published + timedelta(7 * step)), Precision.WEEK, True
    if unit in ("month", "mes"):
        months = published.year * 12 + published.month - 1 + step
        return date(months // 12, months % 12 + 1, 1), Precision.MONTH, True
    return date(published.year + step, 1, 1), Precision.YEAR, True


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def nearest(
    dates: list[FoundDate], start: int, end: int, sentence: Sentence
) -> FoundDate | None:
    """Return the date of a sentence that stands nearest to a passage of it."""
    own = [one for one in dates if one.sentence is sentence and not _names(one)]
    return min(own, key=lambda one: _apart(one, start, end), default=None)


def _names(one: FoundDate) -> bool:
    """Return whether a year only names something: “rescinded its 2019 resolution”."""
    if not re.fullmatch(r"\d{4}", one.phrase):
        return False
    place = one.start - one.sentence.start
    before, behind = one.sentence.plain[:place], one.sentence.plain[place + 4 :]
    own = re.search(r"\b(?:its|the|their|his|her|an?|that|\w+'s) $", before)
    return own is not None and re.match(r" [a-z]", behind) is not None


def _apart(one: FoundDate, start: int, end: int) -> int:
    return max(one.start - end, start - one.end, 0)


def in_order(dates: list[FoundDate]) -> Iterator[FoundDate]:
    """Yield each date once, by the words it is told in and what they mean."""
    seen = set()
    for one in dates:
        told = one.phrase.casefold(), one.date
        if told not in seen:
            seen.add(told)
            yield one
