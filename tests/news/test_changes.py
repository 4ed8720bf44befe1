"""The log of changes says what the public record says, and when it changed."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jurisdictions.models import RecordVersion
from news.changes.writing import note, record_all, together
from news.enums import ChangeKind
from news.models import Change, Citation
from policies.enums import EventKind, Stance, VoteResult
from policies.models import Policy, PolicyEvent, Vote
from tests import factories

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(days=400)


def publish(record):
    """Publish a record as an editor does, and return it as it is stored."""
    record.save_revision(clean=False).publish()
    return type(record).objects.get(pk=record.pk)


def changes(record=None):
    """Return (kind, fields, quiet) of every change, or of those of one record."""
    rows = Change.objects.of_record(record) if record else Change.objects.all()
    return [(c.kind, c.fields, c.is_quiet) for c in rows.order_by("pk")]


@pytest.fixture
def policy():
    """A published policy in force, with its first entry in the log."""
    return publish(
        factories.PolicyFactory(events=[(EventKind.EFFECTIVE, date(2021, 1, 1))])
    )


def test_publishing_enters_a_record(policy):
    assert changes() == [("entered", [], False)]
    change = Change.objects.get()
    assert change.record == policy
    assert change.told["status"] == "active"
    assert "address" not in change.told
    assert "licence" not in change.told


@pytest.mark.parametrize(
    "make",
    [
        factories.PolicyFactory,
        factories.VoteFactory,
        factories.StatementFactory,
        factories.OrganizationFactory,
        factories.OfficialFactory,
        factories.SourceFactory,
    ],
)
def test_every_kept_type_is_entered_and_withdrawn(make):
    record = publish(make(draft=True))
    record.unpublish()
    record = publish(type(record).objects.get(pk=record.pk))
    kinds = [kind for kind, _fields, _quiet in changes(record)]
    assert kinds == ["entered", "withdrawn", "restored"]


def test_draft_writes_nothing(policy):
    factories.VoteFactory(draft=True).save_revision()
    policy.title = "Another title"
    policy.save_revision()
    assert len(changes()) == 1


def test_publishing_what_says_the_same_writes_nothing(policy):
    publish(policy)
    assert len(changes()) == 1


def test_other_wording_is_kept_and_quiet(policy):
    policy.title, policy.summary = "A better title", "In better words."
    policy.last_checked_on = date(2026, 1, 1)
    publish(policy)
    kind, fields, quiet = changes(policy)[-1]
    assert (kind, quiet) == ("changed", True)
    assert set(fields) == {"title", "summary", "last_checked_on"}
    assert Change.objects.for_listing().count() == 1


def test_event_that_ends_a_policy_changes_its_status(policy):
    event = PolicyEvent(kind=EventKind.RESCINDED, date=date(2025, 2, 3), sort_order=9)
    event.date_precision = "day"
    policy.events.add(event)
    publish(policy)
    kind, fields, quiet = changes(policy)[-1]
    assert (kind, quiet) == ("status_changed", False)
    assert {"status", "events"} <= set(fields)


def test_new_source_is_news_and_new_words_of_one_are_not(policy):
    citation = policy.citations.first()
    citation.quote = "as the council heard it"
    policy.citations = [citation]
    policy = publish(policy)
    policy.citations.add(Citation(source=factories.SourceFactory()))
    publish(policy)
    assert changes(policy)[1:] == [
        ("changed", ["citations"], True),
        ("changed", ["citations"], False),
    ]


def test_result_of_a_vote_is_its_status():
    vote = publish(
        factories.VoteFactory(result=VoteResult.SCHEDULED, date=timezone.localdate())
    )
    vote.result, vote.yes_count = VoteResult.PASSED, 5
    publish(vote)
    assert changes(vote)[-1] == (
        "status_changed",
        ["result", "method", "yes_count"],
        False,
    )


def test_day_that_passes_turns_a_scheduled_vote(monkeypatch):
    day = timezone.localdate()
    vote = publish(factories.VoteFactory(result=VoteResult.SCHEDULED, date=day))
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    record_all()
    assert changes(vote)[-1] == ("status_changed", ["result", "method"], False)


def test_refresh_status_logs_what_it_turns(policy):
    Policy.objects.filter(pk=policy.pk).update(
        expires_on=timezone.localdate() - timedelta(days=1)
    )
    call_command("refresh_status", stdout=StringIO())
    kind, fields, _quiet = changes(policy)[-1]
    assert kind == "status_changed"
    assert "status" in fields


def test_statement_changes_its_stance_and_not_its_words():
    statement = publish(factories.StatementFactory())
    statement.summary = "The mayor says that it keeps residents safe."
    statement = publish(statement)
    statement.stance = Stance.OPPOSES
    publish(statement)
    assert changes(statement)[1:] == [
        ("changed", ["summary"], True),
        ("changed", ["stance"], False),
    ]


def test_new_name_for_an_official_is_quiet_and_another_official_is_not():
    vote = factories.VoteFactory(mover=factories.OfficialFactory())
    vote = publish(vote)
    official = vote.mover
    official.family_name = "Riverss"
    official.save()
    record_all()
    assert changes(vote)[-1] == ("changed", ["mover"], True)
    vote.mover = factories.OfficialFactory(family_name="Brooks")
    publish(Vote.objects.get(pk=vote.pk))
    vote.save()
    record_all()
    assert changes(vote)[-1] == ("changed", ["mover", "mover_id"], False)


def test_correction_is_logged_with_its_record(policy):
    correction = factories.CorrectionFactory(record_path=policy.get_absolute_url())
    correction.save()
    assert changes(policy)[1:] == [("corrected", [], False)]
    assert Change.objects.last().correction == correction


@pytest.mark.parametrize(
    "path", ["", "nowhere", "/method/", "/agreements/999-x/", "/us/"]
)
def test_correction_of_no_record_on_file_is_not_logged(path):
    factories.CorrectionFactory(record_path=path)
    assert changes() == []


def test_correction_of_a_draft_is_not_logged():
    draft = factories.PolicyFactory(draft=True)
    factories.CorrectionFactory(record_path=draft.get_absolute_url())
    assert changes() == []


def test_source_that_is_withdrawn_changes_what_rests_on_it():
    source = factories.SourceFactory()
    policy = publish(factories.PolicyFactory(citation__source=source))
    vote = publish(factories.VoteFactory())
    source.unpublish()
    assert changes(policy)[-1] == ("changed", ["citations"], False)
    assert len(changes(vote)) == 1


def test_place_that_is_withdrawn_takes_its_records_along():
    place = factories.PlaceFactory()
    policy = publish(factories.PolicyFactory(jurisdiction=place))
    vote = publish(
        factories.VoteFactory(body=factories.BodyFactory(jurisdiction=place))
    )
    place.state.unpublish()
    assert [changes(row)[-1][0] for row in (policy, vote)] == ["withdrawn"] * 2


def test_deleted_record_leaves_only_that_it_was_withdrawn(policy):
    number = policy.pk
    policy.delete()
    change = Change.objects.get()
    assert (change.kind, change.number, change.policy) == ("withdrawn", number, None)
    assert (change.told, change.fields) == ({}, [])


def test_record_withdrawn_before_it_is_deleted_is_withdrawn_once(policy):
    policy.unpublish()
    uid = Change.objects.last().uid
    Policy.objects.get(pk=policy.pk).delete()
    assert Change.objects.get().uid == uid


def test_deleted_draft_leaves_nothing():
    factories.PolicyFactory(draft=True).delete()
    assert changes() == []


def test_first_run_dates_records_by_their_publication():
    policy = factories.PolicyFactory(first_published_at=LONG_AGO)
    factories.PolicyFactory(draft=True)
    record_all()
    change = Change.objects.of_record(policy).get()
    assert (change.kind, change.at) == (ChangeKind.ENTERED, LONG_AGO)
    assert change.kept_from == timezone.localdate()
    sources = Change.objects.filter(record_type="source").count()
    assert len(changes()) == 1 + sources


def test_second_run_writes_nothing():
    factories.VoteFactory()
    factories.StatementFactory()
    record_all()
    before, version = changes(), RecordVersion.current()
    said = StringIO()
    call_command("record_changes", stdout=said)
    assert "Changes: none." in said.getvalue()
    assert (changes(), RecordVersion.current()) == (before, version)


def test_version_moves_with_the_log():
    factories.PolicyFactory()
    version = RecordVersion.current()
    record_all()
    assert RecordVersion.current() == version + 1


def test_run_asks_as_much_for_two_records_as_for_twenty():
    asked = []
    for size in (2, 20):
        with transaction.atomic():
            factories.PolicyFactory.create_batch(size)
            with CaptureQueriesContext(connection) as queries:
                record_all()
            asked.append(len(queries))
            transaction.set_rollback(True)
    assert asked[0] == asked[1]


def test_places_without_records_cost_and_write_nothing():
    factories.PlaceFactory.create_batch(5)
    for place in factories.PlaceFactory.create_batch(2):
        publish(place)
    record_all()
    assert changes() == []


def test_bulk_write_is_logged_at_its_end():
    rows = factories.PolicyFactory.create_batch(3, draft=True)
    with together():
        Policy.objects.filter(pk__in=[row.pk for row in rows]).update(live=True)
        note(Policy, [row.pk for row in rows])
        assert changes() == []
    assert changes() == [("entered", [], False)] * 3


def test_bulk_write_that_fails_is_not_logged():
    row = factories.PolicyFactory()
    with pytest.raises(RuntimeError), together():
        note(Policy, [row.pk])
        raise RuntimeError
    assert changes() == []
    note(Policy, [row.pk])
    assert len(changes()) == 1


def test_column_that_the_log_did_not_have_is_no_change(policy):
    change = Change.objects.get()
    del change.told["legal_effect"]
    change.save()
    record_all()
    assert len(changes(policy)) == 1
