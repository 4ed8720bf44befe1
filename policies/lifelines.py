"""The life of a policy as a line: stretches of one status on a scale of days.

Places on a line are percent of its width, so that one drawing fits a phone and a desk.
"""

from dataclasses import dataclass, field
from datetime import date

from policies.derive import Standing, life
from policies.enums import ENDED, PolicyStatus
from policies.sentences import deciding_event
from policies.standings import newest_report

# As many marks as a phone has room for.
MOST_TICKS = 6
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
MONTH_STEPS = (1, 2, 3, 6)
# As many lines as a place shows beside another.
MOST_LINES = 8
# What is shorter, in percent, could not be seen.
LEAST_WIDTH = 0.8


@dataclass(frozen=True)
class Tick:
    """A mark of the scale: where it stands, and the day it stands for.

    `precision` says how much of the day is written there.
    """

    x: float
    day: date
    precision: str


@dataclass(frozen=True)
class Scale:
    """The days from the first to the last one of a drawing."""

    first: date
    last: date

    def at(self, day):
        """Return where a day stands, in percent of the width."""
        return round(100 * (day - self.first).days / (self.last - self.first).days, 2)

    def ticks(self):
        """Return marks at round dates, and where there are too few at both ends."""
        return self._years() or self._months() or self._ends()

    def _years(self):
        years = range(self.first.year + 1, self.last.year + 1)
        if len(years) < 3:
            return []
        step = next(s for s in YEAR_STEPS if len(years) <= s * MOST_TICKS)
        return self._marked((date(y, 1, 1) for y in years if y % step == 0), "year")

    def _months(self):
        start, end = (12 * d.year + d.month - 1 for d in (self.first, self.last))
        months = range(start + 1, end + 1)
        if len(months) < 3:
            return []
        step = next((s for s in MONTH_STEPS if len(months) <= s * MOST_TICKS / 2), 12)
        days = (date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0)
        return self._marked(days, "month")

    def _ends(self):
        return self._marked((self.first, self.last), "day")

    def _marked(self, days, precision):
        return [Tick(self.at(day), day, precision) for day in days]


@dataclass(frozen=True)
class Stretch:
    """A time in one status; `x` and `width` are None if it is not drawn.

    `event` led to it, None where a known term ended; `next_event` and `end` tell what
    ended it, both None if nothing did by the day of the page.
    """

    status: PolicyStatus
    start: date
    end: date | None
    event: object
    next_event: object
    x: float | None = None
    width: float | None = None


@dataclass(frozen=True)
class Silence:
    """The time since the newest source on a policy that is not over."""

    since: date
    x: float | None = None
    width: float | None = None


@dataclass(frozen=True)
class LifeLine:
    """A policy's stretches in order, and where on the line something happened.

    The last stretch goes on to the day of the page, in `silence` as far as no source
    tells of it any more.
    """

    policy: object
    stretches: list[Stretch]
    happened: list[float] = field(default_factory=list)
    silence: Silence | None = None

    @property
    def status(self):
        """The status of the last stretch, that of the page's day."""
        return self.stretches[-1].status


@dataclass(frozen=True)
class PlaceLines:
    """The lives of a place's policies; `more` is how many there is no room for."""

    place: object
    lines: list[LifeLine]
    more: int


@dataclass(frozen=True)
class LivesBeside:
    """The lives of some places' policies on one scale, None without time to draw."""

    places: list[PlaceLines]
    scale: Scale | None


def lives_beside(subjects, day):
    """Return the lives of what some places agreed or decided, by a day.

    A state's laws are among its own; the laws over a place are not the place's.
    """
    own = [[row.policy for row in each.standings] for each in subjects]
    scale = scale_of([policy for policies in own for policy in policies], day)
    places = []
    for subject, policies in zip(subjects, own, strict=True):
        found = (life_line(policy, day, scale) for policy in policies)
        lines = [line for line in found if line]
        more = max(len(lines) - MOST_LINES, 0)
        places.append(PlaceLines(subject.place, lines[:MOST_LINES], more))
    return LivesBeside(places, scale)


def life_line(policy, day, scale):
    """Return the life of a policy by a day, None if nothing dated is known of it.

    Reads events and citations in memory. Without a scale it is not drawn, only told.
    """
    standings = _life(policy, day)
    return _line(policy, standings, day, scale) if standings else None


def scale_of(policies, day):
    """Return the scale on which the lives of some policies are drawn together."""
    firsts = [found[0].since for policy in policies if (found := _life(policy, day))]
    first = min(firsts, default=day)
    return Scale(first, day) if first < day else None


def _life(policy, day):
    """Return the standings of a policy by a day, neighbors of one status as one."""
    events = [event.dated() for event in policy.events.all()]
    found: list[Standing] = []
    for standing in life(events, day, policy.expires_on):
        if not found or found[-1].status != standing.status:
            found.append(standing)
    return found


def _line(policy, standings, day, scale):
    silent = _silent_since(policy, standings[-1], day)
    ends = [*(standing.since for standing in standings[1:]), None]
    causes = [_cause(policy, standing) for standing in standings]
    stretches = [
        Stretch(
            PolicyStatus(standing.status),
            standing.since,
            end,
            cause,
            following,
            *_drawn(scale, standing.since, end or silent or day),
        )
        for standing, end, cause, following in zip(
            standings, ends, causes, [*causes[1:], None], strict=True
        )
    ]
    days = {
        event.counts_from
        for event in policy.events.all()
        if event.counts_from and event.counts_from <= day
    }
    return LifeLine(
        policy,
        stretches,
        [scale.at(d) for d in sorted(days) if d >= scale.first] if scale else [],
        Silence(silent, *_drawn(scale, silent, day)) if silent else None,
    )


def _silent_since(policy, last, day):
    """Return the day after which no source tells of a policy, None if it is over."""
    if last.status in (*ENDED, PolicyStatus.EXPIRED):
        return None
    newest = newest_report([policy], day)
    silent = max(filter(None, (newest, last.since)))
    return silent if silent < day else None


def _cause(policy, standing):
    """Return the event that led to a standing, None if the end of its term did."""
    event = deciding_event(policy, standing.since)
    return event if event and event.counts_from == standing.since else None


def _drawn(scale, start, end):
    """Return where a time begins and how wide it is, None twice without a scale."""
    if scale is None:
        return None, None
    x = scale.at(start)
    return min(x, 100 - LEAST_WIDTH), max(round(scale.at(end) - x, 2), LEAST_WIDTH)
