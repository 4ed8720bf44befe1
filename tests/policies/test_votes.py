"""What can be said of a vote: its result on a day, its totals, what it needed."""

from datetime import date, timedelta

import pytest

from jurisdictions.enums import MajorityRule
from policies.derive import outcome_on, tally_differences, votes_needed
from policies.enums import BallotOption, VoteResult
from policies.models import Vote
from tests.factories import BallotFactory, VoteFactory

HELD = date(2021, 12, 7)
BEFORE, AFTER = HELD - timedelta(days=1), HELD + timedelta(days=1)
R, B = VoteResult, BallotOption

# (result, day it was held, day, what can be said of it then)
OUTCOMES = [
    (R.PASSED, HELD, BEFORE, R.SCHEDULED),
    (R.PASSED, HELD, HELD, R.PASSED),
    (R.FAILED, HELD, AFTER, R.FAILED),
    (R.SCHEDULED, HELD, BEFORE, R.SCHEDULED),
    (R.SCHEDULED, HELD, HELD, R.SCHEDULED),
    (R.SCHEDULED, HELD, AFTER, R.UNKNOWN),
    (R.UNKNOWN, HELD, BEFORE, R.SCHEDULED),
    (R.UNKNOWN, HELD, AFTER, R.UNKNOWN),
    (R.PASSED, None, AFTER, R.PASSED),
    (R.UNKNOWN, None, AFTER, R.UNKNOWN),
]


@pytest.mark.parametrize(("result", "held", "day", "outcome"), OUTCOMES)
def test_outcome_on(result, held, day, outcome):
    assert outcome_on(result, held, day) == outcome


@pytest.mark.django_db
@pytest.mark.parametrize(("result", "held", "day", "outcome"), OUTCOMES)
def test_upcoming_and_result_missing_agree(result, held, day, outcome):
    vote = VoteFactory(result=result, date=held)
    assert vote.outcome(day) == outcome
    assert Vote.objects.upcoming(day).exists() == (outcome == R.SCHEDULED)
    assert Vote.objects.result_missing(day).exists() == (outcome == R.UNKNOWN)


@pytest.mark.django_db
def test_scheduled_vote_is_on_file_before_its_day():
    vote = VoteFactory(result=R.SCHEDULED, date=HELD)
    assert vote.counts_from == date(2021, 12, 6)
    assert Vote.objects.on_file(BEFORE).exists()
    assert not Vote.objects.on_file(BEFORE - timedelta(days=1)).exists()


@pytest.mark.parametrize(
    ("stated", "options", "differences"),
    [
        ({"yes_count": 5}, [], {}),
        ({"yes_count": None}, [B.YES], {}),
        ({"yes_count": 1, "no_count": 0}, [B.YES], {}),
        (
            {"yes_count": 2, "no_count": 1},
            [B.YES],
            {"yes_count": (2, 1), "no_count": (1, 0)},
        ),
        ({"absent_count": 2}, [B.ABSENT, B.EXCUSED], {}),
        ({"yes_count": 0}, [B.NOT_REPORTED, B.RECUSED], {}),
        ({"yes_count": 3}, [B.NOT_REPORTED], {}),
    ],
)
def test_tally_differences(stated, options, differences):
    assert tally_differences(stated, options) == differences


@pytest.mark.django_db
def test_count_differences_of_a_vote():
    vote = VoteFactory(yes_count=2, no_count=0)
    BallotFactory(vote=vote)
    assert vote.count_differences() == {"yes_count": (2, 1)}


@pytest.mark.parametrize(
    ("rule", "seats", "present", "needed"),
    [
        (MajorityRule.BODY, 9, 7, 5),
        (MajorityRule.BODY, 8, None, 5),
        (MajorityRule.PRESENT, 9, 7, 4),
        (MajorityRule.PRESENT, 9, 6, 4),
        (MajorityRule.PRESENT, 9, None, None),
        (MajorityRule.TWO_THIRDS, 9, None, 6),
        (MajorityRule.TWO_THIRDS, 10, None, 7),
        (MajorityRule.TWO_THIRDS, None, 7, None),
        (MajorityRule.UNANIMOUS, 9, 7, 7),
        (MajorityRule.UNKNOWN, 9, 7, None),
    ],
)
def test_votes_needed(rule, seats, present, needed):
    assert votes_needed(rule, seats, present) == needed


@pytest.mark.django_db
def test_split_needs_members_or_totals_both_ways():
    VoteFactory(yes_count=9, no_count=0)
    by_totals = VoteFactory(yes_count=5, no_count=4)
    by_members = VoteFactory()
    BallotFactory(vote=by_members, option=B.YES)
    BallotFactory(vote=by_members, option=B.NO)
    assert set(Vote.objects.split()) == {by_totals, by_members}
