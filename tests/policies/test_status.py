"""One table of cases for the fold of events and for its twin in SQL."""

import random
from datetime import date, timedelta

import pytest

from policies.derive import DatedEvent, Standing, life, status_on, unusual_steps
from policies.enums import STATUS_AFTER, EventKind, PolicyStatus
from policies.models import Policy, PolicyEvent
from tests.factories import PolicyFactory

E, S = EventKind, PolicyStatus


def day(text):
    """Return the day of "2021-12-06", and none for "?"."""
    return None if text == "?" else date.fromisoformat(text)


# name: (events as (kind, day it counts from), end of term, {day: status})
CASES = {
    "no events": ([], "?", {"2017-01-01": S.UNKNOWN}),
    "nothing before its first event": (
        [(E.EFFECTIVE, "2021-12-07")],
        "?",
        {"2021-12-06": S.UNKNOWN, "2021-12-07": S.ACTIVE, "2030-01-01": S.ACTIVE},
    ),
    "an event that no source tells of never counts": (
        [(E.PROPOSED, "2020-01-01"), (E.EFFECTIVE, "?")],
        "?",
        {"2030-01-01": S.PROPOSED},
    ),
    "a month counts from its first day": (
        [(E.ADOPTED, "2017-01-01"), (E.RESCINDED, "2017-01-31")],
        "?",
        {"2016-12-31": S.UNKNOWN, "2017-01-15": S.ACTIVE, "2017-01-31": S.TERMINATED},
    ),
    "an event that leads nowhere leaves the status": (
        [
            (E.CONSIDERED, "2020-01-01"),
            (E.EFFECTIVE, "2020-02-01"),
            (E.AMENDED, "2020-03-01"),
            (E.COURT_CHALLENGED, "2020-04-01"),
            (E.STATUS_DISPUTED, "2020-05-01"),
        ],
        "?",
        {"2020-01-15": S.UNKNOWN, "2020-06-01": S.ACTIVE},
    ),
    "from proposal to end": (
        [
            (E.PROPOSED, "2020-01-01"),
            (E.APPROVED_BY_BODY, "2020-02-01"),
            (E.LEA_SIGNED, "2020-03-01"),
            (E.ICE_SIGNED, "2020-04-01"),
            (E.SUSPENDED, "2020-05-01"),
            (E.RESUMED, "2020-06-01"),
            (E.TERMINATED_BY_LEA, "2020-07-01"),
        ],
        "?",
        {
            "2020-01-01": S.PROPOSED,
            "2020-02-01": S.PENDING,
            "2020-03-01": S.SIGNED,
            "2020-04-01": S.ACTIVE,
            "2020-05-01": S.SUSPENDED,
            "2020-06-01": S.ACTIVE,
            "2020-07-01": S.TERMINATED,
        },
    ),
    "events of one day follow the editor's sequence": (
        [(E.REJECTED_BY_BODY, "2017-03-07"), (E.INTRODUCED, "2017-03-07")],
        "?",
        {"2017-03-07": S.PROPOSED},
    ),
    "days come before sequence": (
        [(E.WITHDRAWN, "2017-03-08"), (E.INTRODUCED, "2017-03-07")],
        "?",
        {"2017-03-07": S.PROPOSED, "2017-03-08": S.WITHDRAWN},
    ),
    "no longer listed, while active": (
        [(E.LISTED_BY_ICE, "2025-03-01"), (E.DELISTED_BY_ICE, "2025-06-01")],
        "?",
        {"2025-05-31": S.ACTIVE, "2025-06-01": S.DELISTED},
    ),
    "no longer listed on the day of listing": (
        [(E.LISTED_BY_ICE, "2025-03-01"), (E.DELISTED_BY_ICE, "2025-03-01")],
        "?",
        {"2025-03-01": S.DELISTED},
    ),
    "listed on the day it was missing, afterwards": (
        [(E.DELISTED_BY_ICE, "2025-03-01"), (E.LISTED_BY_ICE, "2025-03-01")],
        "?",
        {"2025-03-01": S.ACTIVE},
    ),
    "absence from a list ends nothing": (
        [(E.AGENCY_APPLIED, "2025-03-01"), (E.DELISTED_BY_ICE, "2025-06-01")],
        "?",
        {"2025-07-01": S.PENDING},
    ),
    "a list of pending ones tells of what is not decided": (
        [(E.PROPOSED, "2025-03-01"), (E.ICE_PENDING_LISTED, "2025-04-29")],
        "?",
        {"2025-04-28": S.PROPOSED, "2025-04-29": S.PENDING},
    ),
    "a list of pending ones alone tells of an application": (
        [(E.ICE_PENDING_LISTED, "2025-04-29")],
        "?",
        {"2025-04-28": S.UNKNOWN, "2025-04-29": S.PENDING},
    ),
    "a list of pending ones that is behind undoes no signature": (
        [
            (E.ICE_SIGNED, "2025-04-24"),
            (E.ICE_PENDING_LISTED, "2025-04-29"),
            (E.DELISTED_BY_ICE, "2025-07-11"),
        ],
        "?",
        {"2025-04-29": S.ACTIVE, "2025-07-11": S.DELISTED},
    ),
    "an application after the end of a term revives nothing": (
        [(E.ICE_SIGNED, "2024-04-24"), (E.ICE_PENDING_LISTED, "2025-04-29")],
        "2025-01-01",
        {"2024-12-31": S.ACTIVE, "2025-04-29": S.EXPIRED},
    ),
    "absence from a list alone says nothing": (
        [(E.DELISTED_BY_ICE, "2025-06-01")],
        "?",
        {"2025-07-01": S.UNKNOWN},
    ),
    "listed again": (
        [
            (E.LISTED_BY_ICE, "2025-03-01"),
            (E.DELISTED_BY_ICE, "2025-06-01"),
            (E.RELISTED, "2025-07-01"),
        ],
        "?",
        {"2025-06-30": S.DELISTED, "2025-07-01": S.ACTIVE},
    ),
    "listed again and lost again": (
        [
            (E.LISTED_BY_ICE, "2025-03-01"),
            (E.DELISTED_BY_ICE, "2025-06-01"),
            (E.RELISTED, "2025-07-01"),
            (E.DELISTED_BY_ICE, "2025-08-01"),
        ],
        "?",
        {"2025-07-31": S.ACTIVE, "2025-08-01": S.DELISTED},
    ),
    "no longer listed, then ended": (
        [
            (E.LISTED_BY_ICE, "2025-03-01"),
            (E.DELISTED_BY_ICE, "2025-06-01"),
            (E.TERMINATED_BY_ICE, "2025-07-01"),
            (E.DELISTED_BY_ICE, "2025-08-01"),
        ],
        "?",
        {"2025-06-15": S.DELISTED, "2025-09-01": S.TERMINATED},
    ),
    "no longer listed, with a word that leads nowhere after it": (
        [
            (E.LISTED_BY_ICE, "2025-03-01"),
            (E.DELISTED_BY_ICE, "2025-06-01"),
            (E.STATUS_DISPUTED, "2025-07-01"),
        ],
        "?",
        {"2025-07-01": S.DELISTED},
    ),
    "its term ends": (
        [(E.EFFECTIVE, "2019-12-07")],
        "2021-12-07",
        {"2021-12-06": S.ACTIVE, "2021-12-07": S.EXPIRED, "2022-01-01": S.EXPIRED},
    ),
    "extended before its term ends": (
        [(E.EFFECTIVE, "2019-12-07"), (E.EXTENDED, "2021-12-06")],
        "2021-12-07",
        {"2021-12-07": S.ACTIVE, "2030-01-01": S.ACTIVE},
    ),
    "extended on the last day of its term": (
        [(E.EFFECTIVE, "2019-12-07"), (E.EXTENDED, "2021-12-07")],
        "2021-12-07",
        {"2021-12-07": S.ACTIVE, "2022-01-01": S.ACTIVE},
    ),
    "extended too late": (
        [(E.EFFECTIVE, "2019-12-07"), (E.EXTENDED, "2021-12-09")],
        "2021-12-07",
        {"2021-12-08": S.EXPIRED, "2021-12-09": S.ACTIVE},
    ),
    "extended, then ended": (
        [
            (E.EFFECTIVE, "2019-12-07"),
            (E.EXTENDED, "2021-12-06"),
            (E.TERMINATED_BY_LEA, "2022-05-01"),
        ],
        "2021-12-07",
        {"2022-04-30": S.ACTIVE, "2022-05-01": S.TERMINATED},
    ),
    "the term ends at the end of its day": (
        [(E.EFFECTIVE, "2019-12-07"), (E.REAFFIRMED, "2021-12-07")],
        "2021-12-07",
        {"2021-12-07": S.EXPIRED},
    ),
    "ended before its term": (
        [(E.EFFECTIVE, "2019-12-07"), (E.TERMINATED_BY_ICE, "2020-05-01")],
        "2021-12-07",
        {"2021-12-06": S.TERMINATED, "2021-12-07": S.TERMINATED},
    ),
    "begun again after its end, then its term ends": (
        [
            (E.EFFECTIVE, "2019-12-07"),
            (E.RESCINDED, "2020-05-01"),
            (E.ADOPTED, "2020-06-01"),
        ],
        "2021-12-07",
        {"2021-12-06": S.ACTIVE, "2021-12-07": S.EXPIRED},
    ),
    "no longer listed, then its term ends": (
        [(E.LISTED_BY_ICE, "2019-12-07"), (E.DELISTED_BY_ICE, "2020-05-01")],
        "2021-12-07",
        {"2021-12-06": S.DELISTED, "2021-12-07": S.EXPIRED},
    ),
    "no longer listed, after its term": (
        [(E.LISTED_BY_ICE, "2019-12-07"), (E.DELISTED_BY_ICE, "2022-05-01")],
        "2021-12-07",
        {"2022-05-01": S.EXPIRED},
    ),
    "begun again after its term, and lost from the list": (
        [
            (E.EFFECTIVE, "2019-12-07"),
            (E.LISTED_BY_ICE, "2022-01-01"),
            (E.DELISTED_BY_ICE, "2022-05-01"),
        ],
        "2021-12-07",
        {"2021-12-31": S.EXPIRED, "2022-01-01": S.ACTIVE, "2022-05-01": S.DELISTED},
    ),
    "a word that leads nowhere, after its term": (
        [(E.EFFECTIVE, "2019-12-07"), (E.RENEWAL_PROPOSED, "2022-01-01")],
        "2021-12-07",
        {"2022-01-01": S.EXPIRED},
    ),
    "of a policy only the end of its term is known": (
        [],
        "2021-12-07",
        {"2021-12-06": S.UNKNOWN, "2021-12-07": S.EXPIRED},
    ),
}


def events_of(rows):
    """Return a case's events in the editor's sequence."""
    return [DatedEvent(kind, day(when), n) for n, (kind, when) in enumerate(rows)]


def stored(events, expires_on):
    """Return a policy with events that count from the days of a case."""
    policy = PolicyFactory(expires_on=expires_on, citation=None)
    PolicyEvent.objects.bulk_create(
        PolicyEvent(
            policy=policy,
            kind=event.kind,
            counts_from=event.counts_from,
            sort_order=event.sequence,
        )
        for event in events
    )
    return policy


@pytest.mark.parametrize("case", CASES)
def test_status_on(case):
    rows, expires_on, expected = CASES[case]
    found = {
        when: status_on(events_of(rows), day(when), day(expires_on)).status
        for when in expected
    }
    assert found == expected


@pytest.mark.django_db
@pytest.mark.parametrize("case", CASES)
def test_with_status_on_agrees(case):
    rows, expires_on, expected = CASES[case]
    stored(events_of(rows), day(expires_on))
    found = {
        when: Policy.objects.with_status_on(day(when)).get().status_then
        for when in expected
    }
    assert found == expected


def test_every_event_that_leads_to_a_status_does():
    for kind, status in STATUS_AFTER.items():
        event = DatedEvent(kind, date(2020, 1, 1))
        assert status_on([event], date(2020, 1, 1)) == Standing(
            status, date(2020, 1, 1)
        )


def test_since_is_the_day_the_status_changed_last():
    events = events_of(
        [
            (E.REPORTED, "2020-01-01"),
            (E.REAFFIRMED, "2020-06-01"),
            (E.SUSPENDED, "2021-01-01"),
            (E.RESUMED, "2021-02-01"),
            (E.EXTENDED, "2021-03-01"),
        ]
    )
    assert status_on(events, day("2020-12-31")).since == day("2020-01-01")
    assert status_on(events, day("2022-01-01")).since == day("2021-02-01")
    assert status_on([], day("2022-01-01")).since is None


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_fold_and_its_twin_agree_on_any_history(seed):
    """Few days and kinds, so that ties and repetitions are the rule."""
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(6)]
    kinds = [*EventKind, *[E.EFFECTIVE, E.DELISTED_BY_ICE, E.EXTENDED, E.RELISTED] * 5]
    histories = {}
    for _ in range(80):
        events = [
            DatedEvent(
                chance.choice(kinds), chance.choice([None, *days]), chance.randrange(3)
            )
            for _ in range(chance.randrange(7))
        ]
        policy = stored(events, chance.choice([None, None, *days]))
        histories[policy.pk] = events
    for on in days:
        for policy in Policy.objects.with_status_on(on):
            events = histories[policy.pk]
            folded = status_on(events, on, policy.expires_on).status
            assert policy.status_then == folded, (on, policy.expires_on, events)
            passed = life(events, days[-1], policy.expires_on)
            passed = [standing for standing in passed if standing.since <= on]
            told = passed[-1].status if passed else S.UNKNOWN
            assert told == folded, "a life does not depend on the day it is told"


def test_unusual_steps_warn():
    usual = events_of([(E.PROPOSED, "2020-01-01"), (E.EFFECTIVE, "2020-02-01")])
    assert unusual_steps(usual) == []
    odd = events_of([(E.REJECTED_BY_BODY, "2020-01-01"), (E.EXTENDED, "2020-02-01")])
    assert unusual_steps(odd) == [(S.REJECTED, E.EXTENDED)]
    assert unusual_steps(events_of([(E.EXTENDED, "?")])) == []
