"""Facts computed from dated rows and a day; nothing here reads a database."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from jurisdictions.enums import Precision
from policies.enums import (
    COUNT_OF_OPTION,
    ENDED,
    STATUS_AFTER,
    UNDECIDED,
    EventKind,
    PolicyStatus,
    VoteResult,
)


@dataclass(frozen=True)
class DatedEvent:
    """An event as the fold sees it.

    `counts_from` is the first day of its period, or for an unknown date the day
    of its earliest source (for a source without a date, the day it was entered);
    `sequence` is the editor's order among equals.
    """

    kind: str
    counts_from: date | None
    sequence: int = 0


@dataclass(frozen=True)
class Standing:
    """Where a policy stands on a day, and since when that can be said."""

    status: str
    since: date | None


def status_on(
    events: Iterable[DatedEvent], day: date, expires_on: date | None = None
) -> Standing:
    """Fold a policy's events into its status on a day.

    Events count from their day on, in order of day and then of sequence; one that
    no source tells of has no such day and never counts. A known end of term counts
    like an event at the end of its day, unless an extension came before it or the
    policy had ended already. Missing from ICE's list only turns an active agreement
    into one no longer listed: absence never ends anything.
    """
    passed = life(events, day, expires_on)
    return passed[-1] if passed else Standing(PolicyStatus.UNKNOWN, None)


def life(
    events: Iterable[DatedEvent], day: date, expires_on: date | None = None
) -> list[Standing]:
    """Return every standing of a policy by a day, in order, one a day at most.

    The last one is what `status_on` tells; before the first it is unknown.
    """
    counted = [(e.counts_from, e) for e in events if e.counts_from is not None]
    counted = [(when, e) for when, e in counted if when <= day]
    counted.sort(key=lambda dated: (dated[0], dated[1].sequence))
    start = Standing(PolicyStatus.UNKNOWN, None)
    if expires_on is None or expires_on > day:
        turns = _turns(start, counted)
    else:
        in_term = [(when, e) for when, e in counted if when <= expires_on]
        turns = _turns(start, in_term)
        reached = turns[-1] if turns else start
        extended = any(e.kind == EventKind.EXTENDED for _, e in in_term)
        if not extended and reached.status not in (*ENDED, PolicyStatus.EXPIRED):
            reached = Standing(PolicyStatus.EXPIRED, expires_on)
            turns.append(reached)
        turns += _turns(reached, counted[len(in_term) :])
    return list({standing.since: standing for standing in turns}.values())


def _turns(
    standing: Standing, events: Iterable[tuple[date, DatedEvent]]
) -> list[Standing]:
    """Return the standings that events in order lead to from another."""
    found = []
    for day, event in events:
        status = status_after(standing.status, event.kind)
        if status != standing.status:
            standing = Standing(status, day)
            found.append(standing)
    return found


def status_after(status: str, kind: str) -> str:
    """Return the status an event leads to from another."""
    if kind == EventKind.DELISTED_BY_ICE:
        return PolicyStatus.DELISTED if status == PolicyStatus.ACTIVE else status
    if kind == EventKind.ICE_PENDING_LISTED:
        return PolicyStatus.PENDING if status in UNDECIDED else status
    return STATUS_AFTER.get(EventKind(kind), status)


# From a status, the events an editor would not expect next. They warn, never refuse:
# sources do tell of such things.
UNUSUAL = {
    PolicyStatus.REJECTED: {EventKind.EXTENDED, EventKind.EXPIRED},
    PolicyStatus.TERMINATED: {EventKind.EXTENDED, EventKind.LEA_SIGNED},
    PolicyStatus.UNKNOWN: {EventKind.EXTENDED, EventKind.EXPIRED, EventKind.RESCINDED},
    PolicyStatus.PROPOSED: {EventKind.EXPIRED, EventKind.EXTENDED},
    PolicyStatus.ACTIVE: {EventKind.PROPOSED, EventKind.INTRODUCED},
}


def unusual_steps(events: Iterable[DatedEvent]) -> list[tuple[str, str]]:
    """Return each (status, event kind) that an editor should look at again."""
    status: str = PolicyStatus.UNKNOWN
    found = []
    counted = sorted(
        (e for e in events if e.counts_from is not None),
        key=lambda e: (e.counts_from, e.sequence),
    )
    for event in counted:
        if event.kind in UNUSUAL.get(PolicyStatus(status), ()):
            found.append((status, event.kind))
        status = status_after(status, event.kind)
    return found


def outcome_on(result: str, held: date | None, day: date) -> str:
    """Return what can be said of a vote's result on a day.

    Before its day a vote is scheduled, whatever its result became. A scheduled
    vote whose day has passed without a result has none recorded.
    """
    if held is not None and held > day:
        return VoteResult.SCHEDULED
    if result == VoteResult.SCHEDULED and held is not None and held < day:
        return VoteResult.UNKNOWN
    return result


def tally_differences(
    stated: Mapping[str, int | None], options: Iterable[str]
) -> dict[str, tuple[int, int]]:
    """Compare stated totals with members' votes, where both are known.

    Returns {name of the total: (stated, counted)} for each that differs. Without
    any member's vote there is nothing to compare: a total never makes names.
    """
    counted: Counter[str] = Counter()
    for option in options:
        if (name := COUNT_OF_OPTION.get(option)) is not None:
            counted[name] += 1
    if not counted:
        return {}
    return {
        name: (total, counted[name])
        for name, total in stated.items()
        if total is not None and total != counted[name]
    }


def days_apart(day: date, start: date, precision: str) -> int:
    """Return how many days lie between a day and a date with its precision.

    A date known by its week, month or year is a period, which starts on `start`; a
    day within it is none apart.
    """
    end = {
        Precision.WEEK: start + timedelta(days=6),
        Precision.MONTH: start.replace(day=monthrange(start.year, start.month)[1]),
        Precision.YEAR: start.replace(month=12, day=31),
    }.get(Precision(precision), start)
    return max((start - day).days, (day - end).days, 0)


def votes_needed(rule: str, seats: int | None, present: int | None) -> int | None:
    """Return the yes votes an ordinary motion needs, where it can be known."""
    base = {"majority_of_body": seats, "majority_present": present}.get(rule)
    if rule == "two_thirds" and seats:
        return -(-2 * seats // 3)
    if rule == "unanimous":
        return present
    return base // 2 + 1 if base else None


class Listing(StrEnum):
    """How an agreement stands on ICE's lists: what they show, not what it is."""

    LISTED = "listed"
    MISSING = "missing"
    NO_LONGER = "no_longer_listed"
    AGAIN = "listed_again"


@dataclass(frozen=True)
class Presence:
    """When ICE's lists showed an agreement, as far as we hold them.

    `since` is the day of the first list without it, or of the first with it again;
    `missed` is how many lists in a row, up to the newest, are without it.
    """

    first: date
    last: date
    state: Listing
    since: date | None = None
    missed: int = 0


def presence(lists: Iterable[tuple[date, bool]], enough: int) -> Presence | None:
    """Return how ICE's lists of one kind show an agreement; None if none does.

    `lists` are all of that kind up to some day, in the order in which ICE published
    them: the day of each and whether the agreement is on it. ICE drops rows and
    brings them back, so it takes `enough` lists in a row without it to call it no
    longer listed; even that does not prove that it ended.
    """
    found, gap = None, None  # the gap: the day of its first list
    missed = 0
    for day, shown in lists:
        if not shown:
            gap, missed = gap or day, missed + 1
        elif found is None:
            found = Presence(day, day, Listing.LISTED)
        elif gap:
            found = Presence(found.first, day, Listing.AGAIN, since=day)
        else:
            found = replace(found, last=day)
        if shown:
            gap, missed = None, 0
    if found is None or gap is None:
        return found
    state = Listing.NO_LONGER if missed >= enough else Listing.MISSING
    return replace(found, state=state, since=gap, missed=missed)
