"""Where ICE's newest list and our record say different things."""

import csv
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurisdictions.enums import Precision
from policies.enums import (
    EventKind,
    FindingKind,
    LawEffect,
    MotionKind,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RosterChangeKind,
    RosterKind,
    VoteResult,
)
from policies.roster.reconciling import reconcile
from policies.roster.reporting import row_of
from tests import factories

pytestmark = pytest.mark.django_db

BEFORE, NEWEST = date(2026, 2, 17), date(2026, 2, 27)
SIGNED = date(2026, 2, 10)
TODAY = date(2026, 3, 1)


def roster(day=NEWEST, **given):
    """Return a list of participating agencies that ICE published on a day."""
    return factories.RosterFactory(published_on=day, **given)


def agreement(**given):
    """Return a 287(g) agreement of ours."""
    return factories.PolicyFactory(type=PolicyType.PROGRAM_287G, **given)


def listed(held, policy=None, **given):
    """Return an agreement on a list, at the place and agency of a record of ours."""
    if policy:
        given = {"jurisdiction": policy.jurisdiction, "agency": policy.agency} | given
    return factories.RosterEntryFactory(
        first_roster=held, signed_on=SIGNED, **{"model": ProgramModel.TFM} | given
    )


def found(kind):
    """Return the differences of one kind."""
    return [row for row in reconcile(today=TODAY, days=30) if row.kind == kind]


def test_without_a_list_there_is_nothing_to_compare():
    agreement(events=[(EventKind.APPROVED_BY_BODY, date(2025, 1, 1))])
    roster(kind=RosterKind.PENDING)
    assert reconcile() == []


def test_listed_without_a_local_vote():
    held, known = roster(), agreement()
    entries = {
        listed(held, policy=known): (known, "No vote on record."),
        listed(held, jurisdiction=factories.PlaceFactory()): (
            None,
            "No record of ours.",
        ),
        listed(held): (None, "Not matched to a place."),
    }
    told = {row.entry: (row.policy, row.ours) for row in found(FindingKind.NO_VOTE)}
    assert told == entries


@pytest.mark.parametrize("how", ["vote", "event", "vote on another record"])
def test_listed_with_a_local_vote(how):
    held, policy = roster(), agreement()
    entry = listed(held, policy=policy)
    if how == "event":
        factories.PolicyEventFactory(policy=policy, kind=EventKind.ADOPTED)
    else:
        factories.VoteFactory(policy=policy)
    if how == "vote on another record":  # the one made of the list has none
        entry.policy = agreement(jurisdiction=policy.jurisdiction)
        entry.save()
    assert found(FindingKind.NO_VOTE) == []


def decided(kind, day, **given):
    """Return an agreement of ours with one dated event."""
    return agreement(events=[(kind, day)], **given)


@pytest.mark.parametrize(
    "kind", [EventKind.APPROVED_BY_BODY, EventKind.ADOPTED, EventKind.LEA_SIGNED]
)
def test_decided_long_ago_and_not_listed(kind):
    roster()
    policy = decided(kind, date(2025, 4, 23))
    decided(kind, NEWEST - timedelta(days=29))
    [row] = found(FindingKind.NOT_LISTED)
    assert row.policy == policy
    assert "on April 23, 2025" in row.ours
    assert row.ices == "Not on the list of Feb 27, 2026."


def test_passed_vote_and_not_listed():
    roster()
    vote = factories.VoteFactory(policy=agreement(), date=date(2025, 4, 23))
    factories.VoteFactory(policy=agreement(), result=VoteResult.FAILED)
    factories.VoteFactory(policy=agreement(), motion_kind=MotionKind.RESCIND)
    [row] = found(FindingKind.NOT_LISTED)
    assert (row.policy, row.ours) == (vote.policy, "Vote passed on April 23, 2025.")


def test_decided_and_listed_or_over_is_no_difference():
    held = roster()
    listed(held, policy=decided(EventKind.ADOPTED, date(2025, 4, 23)))
    agreement(
        events=[
            (EventKind.ADOPTED, date(2025, 4, 23)),
            (EventKind.RESCINDED, date(2025, 6, 1)),
        ]
    )
    assert found(FindingKind.NOT_LISTED) == []


def test_decided_and_signed_for_another_model_is_listed_as_that():
    held, policy = roster(), decided(EventKind.ADOPTED, date(2025, 4, 23))
    later = agreement(
        jurisdiction=policy.jurisdiction,
        predecessor=policy,
        predecessor_relation=PredecessorRelation.REPLACEMENT,
    )
    listed(held, policy=later)
    policy.model = ProgramModel.JEM
    policy.save()
    assert found(FindingKind.NOT_LISTED) == []


def test_another_agency_of_the_place_is_another_agreement():
    held = roster()
    place = factories.PlaceFactory()
    ours, theirs = factories.AgencyFactory.create_batch(2, jurisdiction=place)
    policy = decided(
        EventKind.ADOPTED, date(2025, 4, 23), jurisdiction=place, agency=ours
    )
    listed(held, jurisdiction=place, agency=theirs)
    assert [row.policy for row in found(FindingKind.NOT_LISTED)] == [policy]


@pytest.mark.parametrize(
    ("kind", "day", "told"),
    [
        (EventKind.APPROVED_BY_BODY, date(2025, 4, 23), "293 days apart"),
        (EventKind.LEA_SIGNED, SIGNED - timedelta(days=31), "31 days apart"),
        (EventKind.ICE_SIGNED, SIGNED + timedelta(days=31), "31 days apart"),
        (EventKind.LEA_SIGNED, SIGNED - timedelta(days=30), ""),
        (EventKind.PROPOSED, date(2025, 1, 1), ""),
    ],
)
def test_dates_apart(kind, day, told):
    policy = decided(kind, day)
    entry = listed(roster(), policy=policy)
    rows = found(FindingKind.DATES_APART)
    assert [(row.policy, row.entry) for row in rows] == (
        [(policy, entry)] if told else []
    )
    if told:
        assert told in rows[0].ours
        assert "signed: Feb 10, 2026; on the list of Feb 27, 2026" in rows[0].ices


def test_date_known_by_its_month_is_as_near_as_its_days():
    policy = agreement()
    factories.PolicyEventFactory(
        policy=policy,
        kind=EventKind.LEA_SIGNED,
        date=date(2026, 1, 1),
        date_precision=Precision.MONTH,
    )
    listed(roster(), policy=policy)
    assert found(FindingKind.DATES_APART) == []


def law(effective, effect=LawEffect.BANS_287G, **given):
    """Return a law of Alabama about local policies."""
    return factories.PolicyFactory(
        jurisdiction=factories.StateFactory(usps="AL"),
        type=PolicyType.STATE_LAW,
        law_effect=effect,
        title="Act 12",
        events=[(EventKind.EFFECTIVE, effective)],
        **given,
    )


def test_listed_where_a_law_bars_it():
    held = roster()
    law(date(2026, 2, 17))
    listed(held)
    listed(held, state="GA")
    [row] = found(FindingKind.BARRED)
    assert (row.state, row.ours) == ("AL", "Act 12, in force since Feb 17, 2026.")


@pytest.mark.parametrize(
    "given",
    [
        {"effective": NEWEST + timedelta(days=1)},
        {"effective": BEFORE, "effect": LawEffect.LIMITS_COOPERATION},
        {"effective": BEFORE, "draft": True},
    ],
)
def test_law_that_bars_nothing_on_the_day_of_the_list(given):
    law(**given)
    listed(roster())
    assert found(FindingKind.BARRED) == []


def test_gone_without_announcement():
    listed(roster(BEFORE), policy=agreement())
    roster(NEWEST)
    [row] = found(FindingKind.GONE)
    assert row.ours == "No end on record; stands at “Not recorded”."
    assert row.ices.endswith("list of Feb 17, 2026. Not on the list of Feb 27, 2026.")


@pytest.mark.parametrize("why", ["ended", "renewed", "pending"])
def test_gone_for_a_known_reason(why):
    before = roster(BEFORE)
    policy = agreement()
    entry = listed(before, policy=policy)
    newest = roster(NEWEST)
    if why == "ended":
        factories.PolicyEventFactory(
            policy=policy, kind=EventKind.TERMINATED_BY_LEA, date=NEWEST
        )
    elif why == "renewed":
        factories.RosterChangeFactory(
            roster=newest,
            kind=RosterChangeKind.RENEWED,
            before=factories.RosterRowFactory(roster=before, entry=entry),
            entry=listed(newest, policy=policy),
        )
    else:
        entry.kind = RosterKind.PENDING
        entry.save()
    assert found(FindingKind.GONE) == []


def test_queries_do_not_grow_with_the_list():
    held, before = roster(), roster(BEFORE)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            reconcile(today=TODAY)
        return len(queries)

    def enter():
        policy = decided(EventKind.ADOPTED, date(2025, 1, 1))
        factories.VoteFactory(policy=policy)
        listed(held, policy=policy)
        listed(before, policy=agreement())

    enter()
    law(BEFORE)
    few = asked()
    enter()
    enter()
    assert asked() == few <= 10


def test_command_prints_what_it_is_asked_for(capsys):
    held = roster()
    listed(held)
    listed(held, state="GA")
    factories.StateFactory(usps="GA")
    call_command("reconcile", state=["GA"])
    out = capsys.readouterr().out
    assert "Listed, no local vote found: Springfield Police Department, GA |" in out
    assert out.endswith("1 differences.\n")
    call_command("reconcile", kind=[FindingKind.GONE])
    assert capsys.readouterr().out == "0 differences.\n"


def test_command_refuses_a_state_it_does_not_know():
    with pytest.raises(CommandError, match="No such state: ZZ"):
        call_command("reconcile", state=["ZZ"])


def test_command_writes_cells_that_no_spreadsheet_runs(tmp_path):
    listed(roster(), agency_name="=HYPERLINK(1)")
    file = tmp_path / "found.csv"
    call_command("reconcile", file=file, verbosity=0)
    with file.open(encoding="utf-8-sig", newline="") as rows:
        [row] = csv.DictReader(rows)
    assert row["Agency"] == "'=HYPERLINK(1)"
    assert row["Difference"] == "Listed, no local vote found"


def test_command_says_when_it_cannot_write(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("reconcile", file=tmp_path / "no" / "found.csv")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", " ="])
def test_no_cell_is_a_formula(sign):
    held = roster()
    entry = listed(held, agency_name=f"{sign}1+1")
    [row] = reconcile(today=TODAY)
    assert row_of(row)["agency"] == f"'{sign}1+1"
    assert row_of(row)["row"] == str(entry)
