"""`check_record` finds each way in which the record can be wrong, and no other."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurisdictions.models import Official
from news.enums import Bearing
from news.models import Source
from policies.enums import EventKind, PolicyStatus
from policies.models import Policy, PolicyEvent, Statement, Vote
from tests.factories import (
    AgencyFactory,
    BallotFactory,
    BodyFactory,
    CaseEventFactory,
    CitationFactory,
    CourtCaseFactory,
    OfficialFactory,
    OrganizationFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
    StatementFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2021, 12, 7)


def check():
    """Return what the command lists, and nothing when it finds nothing."""
    said = StringIO()
    try:
        call_command("check_record", stdout=said)
    except CommandError as failure:
        assert failure.returncode == 1
        return said.getvalue().splitlines()
    return []


def test_clean_record_of_every_kind():
    policy = PolicyFactory(
        events=[(EventKind.REPORTED, None), (EventKind.EFFECTIVE, DAY)],
        expires_on=DAY,
    )
    vote = VoteFactory(policy=policy, yes_count=1)
    BallotFactory(vote=vote)
    StatementFactory(date=None, vote=vote)
    CaseEventFactory(case=CourtCaseFactory(policy=policy), date=None)
    AgencyFactory()
    OrganizationFactory()
    CitationFactory(policy=policy, field="title")
    PolicyFactory(citation=None, draft=True, events=[(EventKind.PROPOSED, DAY)])
    assert check() == []


def test_status_that_was_written_past_the_fold():
    policy = PolicyFactory(events=[(EventKind.EFFECTIVE, DAY)])
    Policy.objects.update(status=PolicyStatus.PROPOSED)
    assert check() == [
        f"agreement or policy {policy.pk}, {policy}: stored as proposed since "
        "2021-12-07, but its events fold to active since 2021-12-07"
    ]


def test_event_that_was_written_without_its_policy():
    policy = PolicyFactory(events=[(EventKind.PROPOSED, DAY)])
    CitationFactory(
        event=PolicyEvent.objects.create(
            policy=policy,
            kind=EventKind.ADOPTED,
            date=DAY,
            date_precision="day",
            sort_order=1,
        )
    )
    assert [line.split(": ")[-1][:18] for line in check()] == ["stored as proposed"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: PolicyEventFactory(date=None),
        lambda: VoteFactory(date=None),
        lambda: StatementFactory(date=None),
        lambda: CaseEventFactory(date=None),
    ],
)
def test_day_that_does_not_follow_from_the_sources(make):
    row = make()
    Source.objects.update(date=DAY)  # past `save`, as a careless script would
    lines = [line for line in check() if str(row) in line]
    assert "counts from 2021-12-06, but should from 2021-12-07" in lines[0]


@pytest.mark.parametrize(
    "factory",
    [
        AgencyFactory,
        BodyFactory,
        OfficialFactory,
        OrganizationFactory,
        PolicyFactory,
        VoteFactory,
        StatementFactory,
        CourtCaseFactory,
        PolicyEventFactory,
    ],
)
def test_published_record_that_no_published_source_supports(factory):
    row = factory()
    assert check() == []
    row.citations.update(bearing=Bearing.CONTRADICTS)
    assert any("no published source supports it" in line for line in check())


def test_source_that_is_a_draft_while_its_record_is_not():
    statement = StatementFactory(citation__source__draft=True)
    lines = check()
    assert len(lines) == 2
    assert "no published source supports it" in lines[0]
    assert f"its source is a draft, but “{statement}” is not" in lines[1]


def test_draft_record_may_rest_on_a_draft_source_or_none():
    StatementFactory(draft=True, citation__source__draft=True)
    PlaceFactory()
    assert check() == []


def test_citation_of_a_field_that_the_record_does_not_have():
    CitationFactory(official=OfficialFactory(), field="birthday")
    assert ["“birthday” is no field of" in line for line in check()] == [True]


def test_totals_that_the_ballots_do_not_make():
    vote = VoteFactory(yes_count=5, no_count=0)
    BallotFactory(vote=vote)
    assert [line.rsplit(": ")[-1] for line in check()] == [
        "yes_count is 5, but its ballots make 1"
    ]


def test_queries_do_not_grow_with_the_record():
    def record():
        policy = PolicyFactory(events=[(EventKind.REPORTED, None)])
        BallotFactory(vote=VoteFactory(policy=policy))
        StatementFactory(policy=policy)
        CaseEventFactory(case=CourtCaseFactory(policy=policy))

    record()
    queries = count_queries()
    for _ in range(4):
        record()
    assert count_queries() == queries
    assert Official.objects.count() == 10
    assert (Vote.objects.count(), Statement.objects.count()) == (5, 5)


def count_queries():
    """Return how many queries a check of the record takes."""
    with CaptureQueriesContext(connection) as queries:
        assert check() == []
    return len(queries)
