"""A change of what is public: supported still, explained, and read by a second."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import ModelLogEntry

from news.changes.writing import record_all
from news.models import Change, Correction
from news.models.edits import public_version
from policies.models import Policy, Vote
from tests.editing import rows, sent, url, words
from tests.factories import (
    AgencyFactory,
    BallotFactory,
    CitationFactory,
    OfficialFactory,
    PolicyFactory,
    SourceFactory,
    VoteFactory,
)
from tests.news.test_admin_review import APPROVE, PUBLISH, SUBMIT, member

pytestmark = pytest.mark.django_db

SAID = "The council voted yes, 7-2."
CORRECTION = {"change_kind": "correction", "change_reason": "We misread the minutes"}
DEVELOPMENT = {"change_kind": "development", "change_reason": "They voted again"}


@pytest.fixture
def vote():
    """Return a public vote whose result is cited by name."""
    vote = VoteFactory(result="passed", motion="To sign it", location="Room 1")
    CitationFactory(vote=vote, field="result", quote=SAID, paragraph=4, sort_order=1)
    return vote


@pytest.fixture
def editor():
    return member("editor", "Editors")


@pytest.fixture
def reader():
    return member("reader", "Second readers")


def save(client, user, record, *actions, **changes):
    """Send the form of a record's latest version, with some changes."""
    client.force_login(user)
    data = sent(record.get_latest_revision_as_object(), **changes)
    for action in actions:
        data |= action
    response = client.post(url(type(record), "edit", record.pk), data, follow=True)
    record.refresh_from_db()
    return response


def boxes(response):
    """Return the inputs that say yes to every question that is shown."""
    asked = response.context["asked_of_edits"]
    return {"still_supported": [question.key for question in asked.questions]}


def text_of(response):
    return " ".join(response.content.decode().split())


# Still supported?


def test_a_cited_value_that_changes_alone_is_asked_about(client, editor, vote):
    response = save(client, editor, vote, SUBMIT, DEVELOPMENT, result="failed")
    assert not vote.workflow_in_progress
    assert vote.get_latest_revision() is None
    shown = text_of(response)
    assert "<del>Passed</del> → <ins>Failed</ins>" in shown
    assert f"Still supported by “{SAID}”" in shown
    assert "¶4)?" in shown
    assert "Yes, these sources say so" in shown
    # What was typed is still there.
    assert response.context["form"]["result"].value() == "failed"
    assert 'value="They voted again"' in shown


def test_what_sources_still_support_is_submitted_and_kept_in_the_log(
    client, editor, reader, vote
):
    asked = save(client, editor, vote, SUBMIT, DEVELOPMENT, result="failed")
    save(client, editor, vote, SUBMIT, DEVELOPMENT, boxes(asked), result="failed")
    assert vote.workflow_in_progress
    [entry] = ModelLogEntry.objects.filter(action="record.supported")
    assert entry.user == editor
    assert "Result: Passed → Failed" in entry.message
    history = client.get(url(Vote, "history", vote.pk))
    assert "The sources still say so: Result: Passed → Failed" in text_of(history)
    save(client, reader, vote, APPROVE)  # is not asked again
    assert vote.result == "failed"


def test_a_box_ticked_for_one_value_holds_for_no_other(client, editor, vote):
    asked = save(client, editor, vote, SUBMIT, DEVELOPMENT, result="failed")
    ticked = boxes(asked)
    save(client, editor, vote, SUBMIT, DEVELOPMENT, ticked, result="withdrawn")
    assert not vote.workflow_in_progress


def test_a_new_quotation_answers_the_question(client, editor, vote):
    changes = {"citations-1-quote": "It failed, 2-7.", "result": "failed"}
    save(client, editor, vote, SUBMIT, DEVELOPMENT, **changes)
    assert vote.workflow_in_progress


def test_a_citation_added_for_the_field_answers_the_question(client, editor, vote):
    cited = {"source": SourceFactory().pk, "bearing": "supports", "field": "result"}
    changes = rows("citations", cited, after=2) | {"result": "failed"}
    save(client, editor, vote, SUBMIT, DEVELOPMENT, **changes)
    assert vote.workflow_in_progress


def test_a_citation_of_the_whole_record_stands_for_its_main_fields(
    client, editor, vote
):
    response = save(client, editor, vote, SUBMIT, DEVELOPMENT, yes_count="7")
    assert "Totals" not in text_of(response)  # no total was there before
    vote = VoteFactory(yes_count=6, citation__quote="six to three")
    response = save(client, editor, vote, SUBMIT, DEVELOPMENT, yes_count="7")
    assert "Still supported by “six to three”" in text_of(response)
    assert not vote.workflow_in_progress


def test_members_votes_are_asked_about(client, editor, vote):
    BallotFactory(vote=vote, option="yes")
    response = save(
        client, editor, vote, SUBMIT, DEVELOPMENT, **{"ballots-0-option": "no"}
    )
    assert not vote.workflow_in_progress
    assert "Still supported by" in text_of(response)


def test_our_own_words_are_nobodys_quotation(client, editor, vote):
    response = save(client, editor, vote, SUBMIT, motion="To sign it all")
    assert "Still supported by" not in text_of(response)


def test_the_date_of_an_event_is_asked_about(client, editor):
    policy = PolicyFactory(events=[("effective", "2021-12-07")])
    quoted = policy.events.get().citations.get()
    quoted.quote = "since Tuesday"
    quoted.save()
    response = save(
        client, editor, policy, SUBMIT, DEVELOPMENT, **{"events-0-date": "2021-12-14"}
    )
    assert "Still supported by “since Tuesday”" in text_of(response)
    assert not policy.workflow_in_progress


def test_a_draft_is_saved_and_told_of(client, editor, vote):
    response = save(client, editor, vote, result="failed")
    assert vote.get_latest_revision_as_object().result == "failed"
    [told] = [word for word in words(response) if "Still supported by" in word]
    assert "“Passed” and is “Failed”" in told
    assert SAID in told


def test_autosave_is_asked_nothing(client, editor, vote):
    client.force_login(editor)
    data = sent(vote, result="failed")
    answer = client.post(
        url(Vote, "edit", vote.pk), data, headers={"Accept": "application/json"}
    )
    assert answer.json()["success"]
    vote.refresh_from_db()
    assert vote.get_latest_revision_as_object().result == "failed"


def test_a_draft_never_public_is_compared_with_the_version_before(client, editor):
    vote = VoteFactory(draft=True, result="passed", citation__quote="It passed.")
    vote.save_revision()
    response = save(client, editor, vote, SUBMIT, result="failed")
    assert "Still supported by “It passed.”" in text_of(response)
    assert not vote.workflow_in_progress
    save(client, editor, vote, SUBMIT, boxes(response), result="failed")
    assert vote.workflow_in_progress


def test_the_questions_of_many_events_take_as_many_queries_as_of_few(
    client, editor, django_assert_max_num_queries
):
    """Comparing asks the database once for each kind of row, not for each row."""
    days = [("proposed", f"2021-11-{day:02}") for day in range(1, 21)]
    policy = PolicyFactory(events=days)
    with django_assert_max_num_queries(8):
        version = public_version(policy)
        for event in version.events.all():
            assert [row.source_id for row in event.citations.all()]


# Why does this change?


def test_a_change_of_a_public_fact_needs_a_reason(client, editor, vote):
    response = save(client, editor, vote, SUBMIT, location="Room 2")
    assert not vote.workflow_in_progress
    shown = text_of(response)
    assert "Why does this change?" in shown
    assert "Correction: it was wrong" in shown
    assert "New development: it has changed since" in shown
    assert "Only the wording" not in shown
    save(client, editor, vote, SUBMIT, {"change_kind": "correction"}, location="Room 2")
    assert not vote.workflow_in_progress


def test_an_empty_reason_is_none(client, editor, vote):
    empty = CORRECTION | {"change_reason": " – "}
    response = save(client, editor, vote, SUBMIT, empty, location="Room 2")
    assert "Say in a few words why this changes." in text_of(response)
    assert not vote.workflow_in_progress


def test_a_correction_is_public_when_the_second_reader_approves(client, editor, reader):
    vote = VoteFactory(location="Room 1", citation__field="date")
    record_all()
    source = vote.citations.get().source
    change = CORRECTION | {"change_source": source.pk}
    asked = save(client, editor, vote, SUBMIT, change, location="Room 2")
    assert vote.workflow_in_progress, text_of(asked)
    assert not Correction.objects.exists()
    save(client, reader, vote, APPROVE)
    assert vote.location == "Room 2"
    correction = Correction.objects.get()
    assert correction.was == "Place of the meeting: Room 1"
    assert correction.now == "Place of the meeting: Room 2"
    assert correction.reason == "We misread the minutes"
    assert correction.record_path == vote.get_absolute_url()
    assert correction.source == source
    [change] = Change.objects.filter(correction=correction)
    assert change.kind == "corrected"
    assert "location" in change.fields


def test_a_correction_of_our_own_words_leaves_spanish_to_an_editor(
    client, editor, reader, vote
):
    save(client, editor, vote, SUBMIT, CORRECTION, location="Room 2")
    save(client, reader, vote, APPROVE)
    correction = Correction.objects.get()
    assert "Room 2" in correction.now
    assert not correction.now_es


def test_a_new_development_is_no_correction(client, editor, reader, vote):
    save(client, editor, vote, SUBMIT, DEVELOPMENT, location="Room 2")
    save(client, reader, vote, APPROVE)
    assert vote.location == "Room 2"
    assert not Correction.objects.exists()
    history = client.get(url(Vote, "history", vote.pk))
    assert "They voted again" in text_of(history)


def test_one_correction_is_told_once(client, editor, reader, vote):
    save(client, editor, vote, SUBMIT, CORRECTION, location="Room 2")
    save(client, reader, vote, APPROVE)
    vote.get_latest_revision().publish()
    assert Correction.objects.count() == 1


def test_a_reason_for_another_version_is_asked_again(client, editor, reader, vote):
    save(client, editor, vote, SUBMIT, CORRECTION, location="Room 2")
    save(client, reader, vote, location="Room 3")
    response = save(client, reader, vote, APPROVE)
    assert vote.location == "Room 1"
    assert 'value="We misread the minutes"' in text_of(response)
    save(client, reader, vote, APPROVE, CORRECTION)
    assert vote.location == "Room 3"
    assert Correction.objects.get().now == "Place of the meeting: Room 3"


def test_the_first_page_approves_nothing_unexplained(client, editor, reader, vote):
    save(client, editor, vote, SUBMIT, CORRECTION, location="Room 2")
    save(client, reader, vote, location="Room 3")
    task = vote.current_workflow_task_state
    address = url(Vote, "workflow_action", vote.pk, "approve", task.pk)
    response = client.post(address, follow=True)
    assert "there is a question about what was changed" in words(response)[-1]
    vote.refresh_from_db()
    assert vote.location == "Room 1"


def test_a_change_taken_back_takes_its_reason_with_it(client, editor, reader, vote):
    save(client, editor, vote, SUBMIT, CORRECTION, location="Room 2")
    save(client, reader, vote, APPROVE, location="Room 1")
    assert not Correction.objects.exists()
    save(client, editor, vote, SUBMIT, DEVELOPMENT, location="Room 2")
    save(client, reader, vote, APPROVE)
    assert not Correction.objects.exists()


def test_the_first_version_needs_no_reason(client, editor):
    vote = VoteFactory(draft=True)
    save(client, editor, vote, SUBMIT, motion="To end it")
    assert vote.workflow_in_progress


@pytest.mark.parametrize(
    "changes",
    [
        {"last_checked_on": "2022-01-01"},
        {"slug": "another-address"},
        {"agenda_url": "https://example.org/agenda"},
        {"motion": "To sign its"},
        {"time": "19:00"},  # where nothing stood
    ],
)
def test_what_is_no_fact_needs_no_reason(client, editor, vote, changes):
    save(client, editor, vote, SUBMIT, **changes)
    assert vote.workflow_in_progress


def test_a_citation_added_needs_no_reason(client, editor, vote):
    cited = {"source": SourceFactory().pk, "bearing": "supports"}
    save(client, editor, vote, SUBMIT, **rows("citations", cited, after=2))
    assert vote.workflow_in_progress


def test_a_correction_names_no_record_that_is_a_draft(client, editor, reader):
    policy = PolicyFactory(agency=AgencyFactory(name="City Police"))
    secret = AgencyFactory(name="Xanthic Canary", draft=True)
    asked = save(client, editor, policy, SUBMIT, CORRECTION, agency=secret.pk)
    ticked = boxes(asked)
    save(client, editor, policy, SUBMIT, CORRECTION, ticked, agency=secret.pk)
    save(client, reader, policy, APPROVE)
    correction = Correction.objects.get()
    assert correction.was == "Local agency: City Police"
    assert correction.now == "Local agency: an entry that is not published"


def test_a_correction_that_is_scheduled_is_told_on_its_day(client, vote):
    root = get_user_model().objects.create_superuser("root")
    later = (timezone.localtime() + timezone.timedelta(days=1)).strftime(
        "%Y-%m-%d %H:%M"
    )
    changes = {"location": "Room 2", "go_live_at": later}
    save(client, root, vote, PUBLISH, CORRECTION, **changes)
    assert not Correction.objects.exists()
    revision = vote.get_latest_revision()
    revision.content["go_live_at"] = None
    revision.save()
    revision.publish()
    assert Correction.objects.count() == 1


# A small fix


def test_an_editor_publishes_a_small_fix_alone(client, editor, vote):
    response = client.get("/admin/")
    save(client, editor, vote, PUBLISH, motion="To sign its")
    assert vote.motion == "To sign its"
    assert vote.live_revision.user == editor
    response = client.get(url(Vote, "edit", vote.pk))
    assert "Publish a small fix" in text_of(response)


@pytest.mark.parametrize(
    "changes",
    [
        {"motion": "To not sign it"},
        {"motion": "To sign it " + "for the city and the county " * 8},
        {"motion": "To sign its", "result": "failed"},
        {"motion": "To sign its", "slug": "elsewhere"},
        {"motion": "To sign its", "expire_at": "2030-01-01 00:00"},
        {"motion": "To sign its", "citations-1-quote": "It failed"},
        {"motion": "To sign its", "citations-1-field": "method"},
        {"citations-1-quote": "The council voted yes, 7–2"},
    ],
)
def test_more_than_a_small_fix_stays_a_draft(client, editor, vote, changes):
    asked = save(client, editor, vote, PUBLISH, CORRECTION, **changes)
    if (asked.context or {}).get("asked_of_edits"):  # of the result
        save(client, editor, vote, PUBLISH, CORRECTION, boxes(asked), **changes)
    assert vote.get_latest_revision() is not None
    assert vote.live_revision is None
    assert vote.motion == "To sign it"
    assert not Correction.objects.exists()


def test_a_small_fix_on_another_editors_change_stays_a_draft(client, editor, vote):
    other = member("other", "Editors")
    save(client, other, vote, location="Room 2")
    save(client, editor, vote, PUBLISH, CORRECTION, motion="To sign its")
    assert vote.motion == "To sign it"
    assert vote.location == "Room 1"


def test_a_draft_is_no_small_fix(client, editor):
    vote = VoteFactory(draft=True, motion="To sign it")
    save(client, editor, vote, PUBLISH, motion="To sign its")
    assert not vote.live
    response = client.get(url(Vote, "edit", vote.pk))
    assert "Publish a small fix" not in text_of(response)


def test_without_the_right_nobody_fixes_alone(client, editor, vote):
    editor.groups.get().permissions.filter(codename="publish_small_fix").delete()
    save(client, editor, vote, PUBLISH, motion="To sign its")
    assert vote.motion == "To sign it"


def test_a_second_reader_publishes_their_own_small_fix(client, reader, vote):
    save(client, reader, vote, PUBLISH, motion="To sign its")
    assert vote.motion == "To sign its"


# What changes, for the second reader


def test_a_second_reader_sees_what_changes_and_what_supports_it(client, editor, reader):
    source = SourceFactory(text=f"First.\n\nSo it was. {SAID}\n\nLast.")
    vote = VoteFactory(result="passed", motion="To sign the agreement", citation=None)
    CitationFactory(vote=vote, source=source, field="result", quote="voted yes")
    changes = {"result": "failed", "location": "Room 2"}
    asked = save(client, editor, vote, SUBMIT, DEVELOPMENT, **changes)
    save(client, editor, vote, SUBMIT, DEVELOPMENT, boxes(asked), **changes)
    client.force_login(reader)
    shown = text_of(client.get(url(Vote, "edit", vote.pk)))
    assert "What changes" in shown
    assert "They voted again" in shown
    assert "<del>Passed</del>" in shown
    assert "<ins>Failed</ins>" in shown
    assert "The council <mark>voted yes</mark>, 7-2." in shown
    assert "No citation names this." in shown  # the place of the meeting
    assert "Approve and Publish" in shown


def test_of_a_first_version_everything_is_new(client, editor, reader):
    policy = PolicyFactory(draft=True, title="A designation", citation__field="title")
    save(client, editor, policy, SUBMIT)
    client.force_login(reader)
    shown = text_of(client.get(url(Policy, "edit", policy.pk)))
    assert "all of it is new" in shown
    assert "<ins>A designation</ins>" in shown


def test_nobody_is_shown_changes_that_are_not_in_review(client, editor, vote):
    save(client, editor, vote, location="Room 2")
    shown = text_of(client.get(url(Vote, "edit", vote.pk)))
    assert "What changes" not in shown


def test_an_official_drafted_since_is_read_by_editors(client, editor, reader, vote):
    official = OfficialFactory(draft=True, family_name="Rivers")
    save(client, editor, vote, SUBMIT, DEVELOPMENT, mover=official.pk)
    client.force_login(reader)
    assert "Rivers" in text_of(client.get(url(Vote, "edit", vote.pk)))
