"""How many agreements and policies were in force when, by direction and type."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, zip_longest
from operator import itemgetter

from policies.derive import DatedEvent, life
from policies.enums import IN_FORCE, Direction, PolicyType, ProgramModel

# More years than this would be too thin to see; what began earlier still counts.
MOST_YEARS = 40
# How far back the months go.
MONTHS = 24


@dataclass(frozen=True)
class Kind:
    """One row of a trend: a direction and a type, for 287(g) with its model."""

    direction: Direction
    type: PolicyType
    model: ProgramModel | None = None

    @property
    def label(self):
        """What the row is called: of 287(g) agreements, the type and its model."""
        return (
            f"{self.type.label} · {self.model.label}" if self.model else self.type.label
        )

    @property
    def asked(self):
        """The row as filters of the list of agreements and policies."""
        asked = {"direction": self.direction.value, "type": self.type.value}
        return asked | ({"model": self.model.value} if self.model else {})


@dataclass(frozen=True)
class Series:
    """The number of policies of one kind on each of some days."""

    kind: Kind
    by_year: list[int]
    by_month: list[int]

    @property
    def now(self):
        """The number on the last of the days."""
        return self.by_year[-1]


@dataclass(frozen=True)
class Trend:
    """Numbers of policies in force, at the ends of years and of months.

    The last day of both is the day of the page. There are no months if none of them
    changed a number.
    """

    years: list[date]
    months: list[date]
    series: list[Series]

    @property
    def most(self):
        """The largest number of any row on any day, so that one scale holds all."""
        return max(max([*row.by_year, *row.by_month, 1]) for row in self.series)

    @property
    def directions(self):
        """The rows by direction, in the order of `Direction`."""
        return [
            (way, rows)
            for way in Direction
            if (rows := [row for row in self.series if row.kind.direction == way])
        ]


def trend(rows, day):
    """Return how many policies were in force by a day, None if none ever was.

    `rows` are those of `PolicyEventQuerySet.for_trend`. A policy counts from the day
    that a source gives, and if none does from the day of the first source that tells
    of it; one that ICE no longer lists still counts, for that does not end it.
    """
    stretches, first = {}, day
    for (_policy, *kind, expires_on), found in groupby(rows, itemgetter(*range(5))):
        events = [DatedEvent(*row[5:]) for row in found]
        for start, end in in_force(life(events, day, expires_on)):
            stretches.setdefault(tuple(kind), []).append((start, end))
            first = min(first, start)
    if not stretches:
        return None
    years, months = year_ends(first, day), month_ends(first, day)
    if not any(len(set(counted(found, months))) > 1 for found in stretches.values()):
        months = []
    series = [
        Series(kind_of(*kind), counted(found, years), counted(found, months))
        for kind, found in stretches.items()
    ]
    series.sort(key=lambda row: _order(row.kind))
    return Trend(years, months, series)


def in_force(standings):
    """Yield (first day, day after the last) of each stretch in force; None: no end."""
    for standing, following in zip_longest(standings, standings[1:]):
        if standing.status in IN_FORCE:
            yield standing.since, following.since if following else None


def counted(stretches, days):
    """Return how many stretches hold each of some days, which are in order."""
    changes = [0] * (len(days) + 1)
    for start, end in stretches:
        changes[bisect_left(days, start)] += 1
        changes[bisect_left(days, end) if end else len(days)] -= 1
    total, found = 0, []
    for change in changes[:-1]:
        total += change
        found.append(total)
    return found


def year_ends(first, day):
    """Return the last day of each year from the first on, for this year the day."""
    start = max(first.year, day.year - MOST_YEARS + 1)
    return [*(date(year, 12, 31) for year in range(start, day.year)), day]


def month_ends(first, day):
    """Return the ends of the last months since the first day, the day itself last."""
    ends = [day]
    while len(ends) < MONTHS and ends[-1].replace(day=1) > first:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return ends[::-1]


def kind_of(direction, type_, model):
    """Return a row's kind from the stored values."""
    named = ProgramModel(model) if model else None
    return Kind(Direction(direction), PolicyType(type_), named)


def _order(kind):
    models = list(ProgramModel)
    return (
        list(Direction).index(kind.direction),
        list(PolicyType).index(kind.type),
        models.index(kind.model) if kind.model else -1,
    )
