"""Dates as articles print them: whole, in part, or counted from the day they appear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jurisdictions.enums import Certainty, Precision
from news.intake.reading import Reading
from news.intake.sentences import Sentence

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for word in words.split()
}
DAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday lunes",
            "tuesday martes",
            "wednesday miércoles miercoles",
            "thursday jueves",
            "friday viernes",
            "saturday sábado sabado",
            "sunday domingo",
        )
    )
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one un una",
            "two dos",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
        ),
        1,
    )
    for word in words.split()
} | {"a": 1, "an": 1}
_month = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_mes = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|"
    r"octubre|noviembre|diciembre)"
)
_day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_dia = r"(?:lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo)"
_part = r"(?: (?:morning|afternoon|evening|night))?"
_units = r"(?:day|week|month|year)"
PATTERNS = (
    ("iso", r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    ("slashed", r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)\b"),
    (
        "day",
        rf"(?:\b{_day}{_part},? )?\b(?P<month>{_month}) "
rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?![\d:])(?:,? (?P<y>(?:19|20)\d\d)\b)?",
    ),
    (
        "day",
        rf"(?:\b(?:{_dia}),? )?(?:\bel )?\b(?P<d>\d{{1,2}})(?:º|°|ro)? de "
rf"(?P<month>{_mes})"
        r"(?:,? (?:del?|de) (?P<y>(?:19|20)\d\d)\b)?",
    ),
    ("month", rf"\b(?P<month>{_month}),? (?:of )?(?P<y>(?:19|20)\d\d)\b"),
    ("month", rf"\b(?P<month>{_mes}),? del? (?P<y>(?:19|20)\d\d)\b"),
    (
        "relmonth",
        rf"\b(?P<dir>last|this past|next|this) (?P<month>{_month})(?! \d)\b",
    ),
    ("relmonth", rf"\b(?P<month>{_mes}) (?P<dir>pasado|próximo|proximo)\b"),
    (
        "barmonth",
        rf"\b(?:in|since|until|by|during|late|early|mid-?|through|back in) "
rf"(?P<month>{_month})"
        r"(?! \d)(?=[\s,.;:)\"'-]|$)",
    ),
    (
        "barmonth",
        rf"(?:\b(?:a|an|the|its|their|regular|every)|'s) (?P<month>{_month})"
        r"(?= (?:meeting|vote|session|election|hearing|memo|letter|agreement|order)\b)",
    ),
    ("barmonth", rf"\b(?:en|desde|hasta|durante|de) (?P<month>{_mes})\b(?! del? \d)"),
    (
        "weekday",
        rf"(?:\b(?P<dir>last|this past|next|this|coming|this coming) "
rf")?\b(?P<day>{_day})\b{_part}",
    ),
    (
        "weekday",
        rf"\b(?:(?P<dir2>pr[óo]ximo|pasado|este) )?(?P<day>{_dia})\b"
        r"(?: (?P<dir>pasado|pr[óo]ximo|que viene))?(?: por la (?:noche|"
r"mañana|tarde))?",
    ),
    ("near", r"\b(?P<near>today|yesterday|tomorrow|tonight|last night)\b"),
    ("near", r"\b(?P<near>hoy|ayer|anoche|anteayer)\b"),
    ("near", r"(?<!la )(?<!esta )(?<!de )\b(?P<near>mañana)\b"),
    (
        "unit",
        rf"\b(?:(?:earlier|later|late|early) )?(?P<dir>last|this|next|this "
rf"past|the past|"
        rf"previous) (?P<unit>week|month|year)\b",
    ),
    (
        "unit",
        r"\b(?:la|el|este|esta|a principios de|a finales de)? ?(?P<dir2>pr[óo]xim[oa]|"
        r"pasad[oa]|est[ea]) (?P<unit>semana|mes|año)\b",
    ),
    (
        "unit",
        r"\b(?:la|el) (?P<unit>semana|mes|año) (?P<dir>pasad[oa]|"
r"pr[óo]xim[oa]|que viene|anterior)\b",
    ),
    (
        "ago",
        rf"\b(?P<n>a|an|one|two|three|four|five|six|\d{{1,2}}) (?P<unit>{_units})s? "
        r"(?P<dir>ago|earlier)\b",
    ),
    (
        "ago",
        r"\bhace (?P<n>un|una|dos|tres|cuatro|cinco|seis|\d{1,2}) "
        r"(?P<unit>días?|semanas?|mes(?:es)?|años?)\b",
    ),
    ("season", r"\b(?:in (?:the )?)?(?:spring|summer|fall|autumn|winter) (?:of "
r")?(?P<y>(?:19|20)\d\d)\b"),
    (
        "year",
        r"\b(?:in|since|from|until|by|of|back in|early|late|en|desde|hasta|a|"
r"the|el|año|"
        r"del?|through|between|and|its|his|their) (?P<y>(?:19|20)\d\d)(?![\d-]|,\d)\b",
    ),
)  # fmt: skip
FINDERS = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
LOWER_ONCE = re.compile(
    r"\b(?:Last|This|Next|Yesterday|Today|Tomorrow|Earlier|Later|In|Since|By|During|"
    r"Late|Early|El|La|En|Hace|Hoy|Ayer|Este|Esta|A|Mañana|Anoche|One|Two|Three|"
    r"Until|Desde|Hasta|Tonight)\b"
)
FUTURE = re.compile(
    r"\b(?:will|would|scheduled|set (?:to|for)|expected|plans?|planning|"
    r"slated|upcoming|"
    r"next|could|may|is to|are to|due to|until|by|votar[áa]n?|ser[áa]n?|tendr[áa]|"
    r"programad[oa]|prevista?o?|planea|próxim[oa]|decidir[áa]|considerar[áa]|"
    r"se espera|discutir[áa]|going to|take up|deadline|takes? effect|expires?)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:voted|approved|rejected|signed|said|told|met|passed|adopted|announced|"
    r"was|were|had|votó|aprobó|rechazó|firmó|dijo|anunció)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundDate:
    """A date in an article's own words, and the day, week, month or year it means.

    Without a day to count from, what is counted stays unresolved: `date` is None.
    """

    phrase: str
    start: int
    end: int
    sentence: Sentence
    date: date | None
    precision: Precision
    certainty: Certainty
    anchor: date | None = None

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


NEAR = {
    "today": 0, "tonight": 0, "hoy": 0,
    "yesterday": -1, "last night": -1, "ayer": -1, "anoche": -1, "anteayer": -2,
    "tomorrow": 1, "mañana": 1,
}  # fmt: skip


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
    if re.match(r"(?:until|by|hasta) ", match[0]):
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
    own = [one for one in dates if one.sentence is sentence]
    return min(own, key=lambda one: _apart(one, start, end), default=None)


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
