"""Days as sources give them: most to the day, some by week, month or year."""

from datetime import date, timedelta

from jurisdictions.enums import Precision

FIRST, LAST = date(2016, 1, 4), date(2026, 10, 30)
KNOWN = {
    Precision.DAY: 86,
    Precision.WEEK: 3,
    Precision.MONTH: 6,
    Precision.YEAR: 2,
    Precision.UNKNOWN: 3,
}


def some_day(chance, since=FIRST, until=LAST):
    """Return a day between two."""
    return since + timedelta(days=chance.randrange(max((until - since).days, 1)))


def steps(chance, number):
    """Return days on which a story goes on, some weeks apart, in order."""
    days = [some_day(chance)]
    while len(days) < number:
        days.append(days[-1] + timedelta(days=chance.randint(1, 120)))
    return [min(day, LAST) for day in days]


def as_known(chance, day):
    """Return a day as a source gives it: the fields of a dated row."""
    (precision,) = chance.choices(list(KNOWN), list(KNOWN.values()))
    first = {
        Precision.WEEK: day - timedelta(days=day.weekday()),
        Precision.MONTH: day.replace(day=1),
        Precision.YEAR: day.replace(month=1, day=1),
        Precision.UNKNOWN: None,
    }.get(precision, day)
    return {"date": first, "date_precision": precision}
