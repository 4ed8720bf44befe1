"""The life of a policy as a line: stretches of one status on a scale of days.

Places on a line are percent of its width, so that one drawing fits a phone and a desk.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from policies.derive import life, status_after
from policies.enums import ENDED, EventKind, PolicyStatus
from policies.sentences import TermEnd
from policies.standings import newest_report

# As many marks as a phone has room for.
MOST_TICKS = 6
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
MONTH_STEPS = (1, 2, 3, 6)
MOST_MONTHS = 36
# Events that only show that it was so by then.
SHOWN = (
    EventKind.REPORTED,
    EventKind.REAFFIRMED,
    EventKind.UNDER_CONSIDERATION,
    EventKind.LISTED_BY_ICE,
    EventKind.RELISTED,
    EventKind.ICE_PENDING_LISTED,
)
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
        for ticks in (self._years(), self._months()):
            if len(ticks) > 1:
                return ticks
        return self._marked((self.first, self.last), "day")

    def _years(self):
        years = range(self.first.year + 1, self.last.year + 1)
        if len(years) < 3:
            return []
        step = next((s for s in YEAR_STEPS if len(years) <= s * MOST_TICKS), 1000)
        return self._marked((date(y, 1, 1) for y in years if y % step == 0), "year")

    def _months(self):
        start, end = (12 * d.year + d.month - 1 for d in (self.first, self.last))
        months = range(start + 1, end + 1)
        if not 3 <= len(months) <= MOST_MONTHS:
            return []
        step = next((s for s in MONTH_STEPS if len(months) <= s * MOST_TICKS / 2), 12)
        days = (date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0)
        return self._marked(days, "month")

    def _marked(self, days, precision):
        return [Tick(self.at(day), day, precision) for day in days]


class Start(StrEnum):
    """What is known of the day on which a status began."""

    TOLD = "told"
    BY_THEN = "by_then"  # a source told by that day that it was so
    UNKNOWN = "unknown"  # nor has any source a date: the day is that of our entry


@dataclass(frozen=True)
class Stretch:
    """A time in one status; `x` and `width` are None if it is not drawn.

    `event` led to it, the end of a term (`sentences.TermEnd`) among them. `following`
    is the stretch that ended it, None if nothing did by the day of the page.
    """

    status: PolicyStatus
    start: date
    began: Start
    event: object
    following: "Stretch | None" = None
    x: float | None = None
    width: float | None = None

    @property
    def is_moment(self):
        """Whether the status is told as what happened on a day, not as a time."""
        return self.status in (*ENDED, PolicyStatus.EXPIRED, PolicyStatus.SIGNED)


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
    def is_drawn(self):
        """Whether the days of all that it tells are known from sources."""
        return self.stretches[0].x is not None

    @property
    def status(self):
        """The status of the last stretch, that of the page's day."""
        return self.stretches[-1].status


@dataclass(frozen=True)
class PlaceLines:
    """The lives of a place's policies; `more` is how many there is no room for.

    `policies` are all that it has, those of whose course nothing is known too.
    """

    place: object
    lines: list[LifeLine]
    more: int
    policies: list


@dataclass(frozen=True)
class LivesBeside:
    """The lives of some places' policies on one scale, None without time to draw."""

    places: list[PlaceLines]
    scale: Scale | None


def lives_beside(subjects, day, listed):
    """Return the lives of what some places agreed or decided, by a day.

    A state's laws are among its own; the laws over a place are not the place's.
    `listed` has the day of the newest of ICE's lists with a policy, by its id.
    """
    own = [[row.policy for row in each.standings] for each in subjects]
    scale = scale_of([policy for policies in own for policy in policies], day)
    places = []
    for subject, policies in zip(subjects, own, strict=True):
        found = (life_line(p, day, scale, listed.get(p.pk)) for p in policies)
        lines = [line for line in found if line]
        more = max(len(lines) - MOST_LINES, 0)
        places.append(PlaceLines(subject.place, lines[:MOST_LINES], more, policies))
    return LivesBeside(places, scale)


def life_line(policy, day, scale, newest=None):
    """Return the life of a policy by a day, None if nothing tells of its course.

    Reads events and citations in memory; `newest` is the day of a source that tells of
    it elsewhere. What no source dates is told and not drawn, nor is anything without
    a scale.
    """
    stretches = _stretches(policy, day)
    if not stretches:
        return None
    if any(row.began == Start.UNKNOWN for row in stretches):
        scale = None
    last = stretches[-1]
    silent = _silent_since(policy, last, day, newest)
    ends = [row.start for row in stretches[1:]] + [silent or day]
    for number in reversed(range(len(stretches))):
        row = stretches[number]
        x, width = _drawn(scale, row.start, ends[number])
        after = stretches[number + 1] if row is not last else None
        stretches[number] = replace(row, following=after, x=x, width=width)
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


def scale_of(policies, day):
    """Return the scale on which the lives of some policies are drawn together."""
    lives = [_stretches(policy, day) for policy in policies]
    firsts = [
        found[0].start
        for found in lives
        if found and all(row.began != Start.UNKNOWN for row in found)
    ]
    first = min(firsts, default=day)
    return Scale(first, day) if first < day else None


def _stretches(policy, day):
    """Return the stretches of a policy by a day, neighbors of one status as one."""
    events = [event.dated() for event in policy.events.all()]
    found, status = [], PolicyStatus.UNKNOWN
    for standing in life(events, day, policy.expires_on):
        if standing.status != status:
            event = _cause(policy, standing, status)
            status = PolicyStatus(standing.status)
            found.append(Stretch(status, standing.since, _began(event), event))
    return found


def _cause(policy, standing, before):
    """Return what led from one status to a standing: an event, or the end of a term."""
    that_day = [e for e in policy.events.all() if e.counts_from == standing.since]
    that_day.sort(key=lambda event: event.sort_order)
    leading = [e for e in that_day if status_after(before, e.kind) == standing.status]
    if leading:
        return leading[0]
    ran_out = standing.since == policy.expires_on
    if ran_out and standing.status == PolicyStatus.EXPIRED:
        return TermEnd(policy)
    return that_day[-1]


def _began(event):
    if event.date is None:
        sources = [citation.source for citation in event.citations.all()]
        dated = any(source.live and source.date for source in sources)
        return Start.BY_THEN if dated else Start.UNKNOWN
    return Start.BY_THEN if event.kind in SHOWN else Start.TOLD


def _silent_since(policy, last, day, newest):
    """Return the day after which no source tells of a policy, None if it is over."""
    if last.status in (*ENDED, PolicyStatus.EXPIRED) or last.began == Start.UNKNOWN:
        return None
    told = (newest_report([policy], day), newest, last.start)
    silent = max(filter(None, told))
    return silent if silent < day else None


def _drawn(scale, start, end):
    """Return where a time begins and how wide it is, None twice without a scale."""
    if scale is None:
        return None, None
    x = scale.at(start)
    return min(x, 100 - LEAST_WIDTH), max(round(scale.at(end) - x, 2), LEAST_WIDTH)
