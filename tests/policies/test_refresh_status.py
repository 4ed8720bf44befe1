"""Stored status keeps equal to folded status on every path that writes events."""

from datetime import date, datetime, timedelta
from io import StringIO
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from jurisdictions.models import RecordVersion
from policies.enums import EventKind, PolicyStatus
from policies.models import CourtCase, Policy, PolicyEvent, Statement, Vote
from tests.factories import (
    CaseEventFactory,
    CitationFactory,
    CourtCaseFactory,
    PolicyFactory,
    SourceFactory,
    StatementFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db
E, S = EventKind, PolicyStatus
TERM_ENDS = date(2021, 12, 7)


def stored(policy):
    """Return the status and its first day as the database has them."""
    return Policy.objects.values_list("status", "status_since").get(pk=policy.pk)


def refresh(*arguments):
    """Run the command and return what it says."""
    said = StringIO()
    call_command("refresh_status", *arguments, stdout=said)
    return said.getvalue()


def test_saving_a_policy_stores_the_status_of_its_new_events():
    policy = PolicyFactory()
    assert stored(policy) == (S.UNKNOWN, None)
    policy.events.add(
        PolicyEvent(kind=E.EFFECTIVE, date=TERM_ENDS, date_precision="day")
    )
    policy.save()
    assert stored(policy) == (S.ACTIVE, TERM_ENDS)


def test_saving_a_policy_stores_the_status_without_a_removed_event():
    policy = PolicyFactory(events=[(E.PROPOSED, TERM_ENDS), (E.ADOPTED, TERM_ENDS)])
    assert stored(policy)[0] == S.ACTIVE
    policy.events.remove(policy.events.get(kind=E.ADOPTED))
    policy.save()
    assert stored(policy)[0] == S.PROPOSED


def test_draft_of_a_live_policy_leaves_its_status_until_published():
    policy = PolicyFactory(events=[(E.PROPOSED, TERM_ENDS)])
    policy.events.add(
        PolicyEvent(kind=E.ADOPTED, date=TERM_ENDS, date_precision="day", sort_order=1)
    )
    revision = policy.save_revision()
    assert stored(policy)[0] == S.PROPOSED
    revision.publish()
    assert stored(policy)[0] == S.ACTIVE
    assert policy.events.get_live_queryset().count() == 2


def test_event_without_a_date_counts_from_its_earliest_source():
    policy = PolicyFactory(events=[(E.REPORTED, None)])
    event = policy.events.get()
    assert event.counts_from == date(2021, 12, 6)
    CitationFactory(event=event, source=SourceFactory(date=date(2017, 1, 31)))
    event.save()
    policy.save()
    assert stored(policy) == (S.ACTIVE, date(2017, 1, 31))


def test_correcting_a_sources_date_moves_what_counts_from_it():
    source = SourceFactory(date=date(2021, 12, 6))
    policy = PolicyFactory(events=[(E.REPORTED, None)])
    policy.events.get().citations.update(source=source)
    vote = VoteFactory(date=None, citation__source=source)
    statement = StatementFactory(date=None, citation__source=source)
    case = CourtCaseFactory(citation__source=source)
    step = CaseEventFactory(case=case, date=None)
    version = RecordVersion.current()

    source.date = date(2021, 12, 8)
    source.save()

    assert stored(policy) == (S.ACTIVE, source.date)
    assert policy.events.get().counts_from == source.date
    assert Vote.objects.get(pk=vote.pk).counts_from == source.date
    assert Statement.objects.get(pk=statement.pk).counts_from == source.date
    assert CourtCase.objects.get().events.get(pk=step.pk).counts_from == source.date
    assert RecordVersion.current() > version


def test_draft_source_dates_nothing_until_it_is_published():
    policy = PolicyFactory(events=[(E.EFFECTIVE, None)])
    event = policy.events.get()
    event.citations.update(source=SourceFactory(date=date(2021, 12, 6)))
    draft = SourceFactory(date=date(2019, 3, 3), draft=True)
    CitationFactory(event=event, source=draft)
    Policy.objects.get(pk=policy.pk).events.get().save()
    assert policy.events.get().counts_from == date(2021, 12, 6)
    draft.live = True
    draft.save()
    assert policy.events.get().counts_from == date(2019, 3, 3)


def test_correcting_a_sources_date_leaves_what_is_dated_itself():
    source = SourceFactory()
    policy = PolicyFactory(events=[(E.EFFECTIVE, TERM_ENDS)])
    policy.events.get().citations.update(source=source)
    source.date = date(2022, 1, 1)
    source.save()
    assert stored(policy) == (S.ACTIVE, TERM_ENDS)


def test_wagtails_bookkeeping_of_a_source_asks_for_no_refresh():
    source = SourceFactory()
    with mock.patch("news.actions.refresh_days") as refresh_days:
        source.save(update_fields=["locked"])
    refresh_days.assert_not_called()


def test_refresh_status_as_time_passes():
    policy = PolicyFactory(expires_on=TERM_ENDS, events=[(E.EFFECTIVE, TERM_ENDS)])
    other = PolicyFactory(events=[(E.EFFECTIVE, TERM_ENDS)])
    before = TERM_ENDS - timedelta(days=1)
    assert "2 changed" in refresh("--on", before.isoformat())
    assert stored(policy) == (S.UNKNOWN, None)
    said = refresh("--on", TERM_ENDS.isoformat())
    assert f"{policy}: Expired" in said
    assert f"{other}: In force" in said
    assert stored(policy) == (S.EXPIRED, TERM_ENDS)


def test_refresh_status_is_of_today():
    policy = PolicyFactory(
        expires_on=timezone.localdate() + timedelta(days=3),
        events=[(E.EFFECTIVE, TERM_ENDS)],
    )
    assert "0 changed" in refresh()
    later = datetime.combine(policy.expires_on, datetime.min.time(), ZoneInfo("UTC"))
    with mock.patch(
        "django.utils.timezone.now", return_value=later + timedelta(days=1)
    ):
        assert "1 changed" in refresh()
    assert stored(policy)[0] == S.EXPIRED


def test_refresh_status_writes_only_what_changed(django_assert_num_queries):
    for _ in range(3):
        PolicyFactory(events=[(E.EFFECTIVE, TERM_ENDS)])
    version = RecordVersion.current()
    updated = list(Policy.objects.values_list("updated_at"))
    with django_assert_num_queries(4):  # savepoint, policies, events, release
        Policy.objects.refresh_status()
    assert RecordVersion.current() == version
    assert list(Policy.objects.values_list("updated_at")) == updated
