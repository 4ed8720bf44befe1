"""The admin's first page: one's own, what waits to be read, what to look at again."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import TaskState, Workflow

from policies.enums import VoteResult
from tests.editing import url
from tests.factories import (
    HomePageFactory,
    PolicyFactory,
    ProsePageFactory,
    SourceFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db

PARTS = ("desk-yours", "desk-to-read", "attention")


def member(name, group="Second readers"):
    """Return an account of one of the groups."""
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return user


def saved(record, user):
    """Let a user have saved a draft of a record."""
    record.save_revision(user=user, clean=False)
    return record


def submitted(record, user, days=0):
    """Let a user have handed a draft to a second reader so many days ago."""
    saved(record, user)
    state = Workflow.objects.get(active=True).start(record, user)
    then = timezone.now() - timedelta(days=days)
    TaskState.objects.filter(workflow_state=state).update(started_at=then)
    return record


def parts(client):
    """Return the three lists of the desk: yours, to be read, to look at again."""
    html = client.get("/admin/").content.decode()
    names = (
        'id="desk-yours-section"',
        'id="desk-to-read-section"',
        'id="attention-section"',
    )
    starts = [html.index(name) for name in names]
    ends = [*starts[1:], len(html)]
    return [html[start:end] for start, end in zip(starts, ends, strict=True)]


@pytest.fixture
def ada(client):
    """Sign in a second reader."""
    user = member("ada")
    client.force_login(user)
    return user


def test_ones_own_drafts_are_there_the_newest_first(client, ada):
    saved(PolicyFactory(draft=True, title="First pact"), ada)
    saved(SourceFactory(draft=True, title="Second article"), ada)
    saved(PolicyFactory(draft=True, title="Of somebody else"), member("ben"))
    PolicyFactory(title="Public")
    yours, *_others = parts(client)
    assert "Your drafts (2)" in yours
    assert yours.index("Second article") < yours.index("First pact")
    assert "Of somebody else" not in yours
    assert "Public" not in yours


def test_draft_that_another_wrote_on_is_theirs(client, ada):
    record = saved(PolicyFactory(draft=True, title="Pact"), ada)
    saved(record, member("ben"))
    assert "Pact" not in parts(client)[0]


def test_published_draft_is_no_draft(client, ada):
    record = saved(PolicyFactory(title="Pact"), ada)
    assert "Pact" in parts(client)[0]
    record.get_latest_revision().publish()
    assert "Pact" not in parts(client)[0]


def test_draft_of_a_page_is_there_too(client, ada):
    page = ProsePageFactory(parent=HomePageFactory(), title="How we know")
    saved(page, ada)
    assert f"/admin/pages/{page.pk}/edit/" in parts(client)[0]


def test_what_waits_for_a_reader_is_there_the_oldest_first(client, ada):
    ben = member("ben", "Editors")
    submitted(VoteFactory(draft=True, motion="To end it"), ben, days=2)
    old = submitted(VoteFactory(draft=True, motion="To extend it"), ben, days=9)
    submitted(VoteFactory(draft=True, motion="My own motion"), ada, days=12)
    _yours, to_read, _attention = parts(client)
    assert to_read.index("To extend it") < to_read.index("To end it")
    assert url(type(old), "edit", old.pk) in to_read
    assert "by ben, 1\xa0week ago" in to_read
    assert "My own motion" not in to_read


def test_editor_who_may_not_read_has_nothing_to_read(client):
    client.force_login(member("eve", "Editors"))
    submitted(VoteFactory(draft=True, motion="To end it"), member("ben", "Editors"))
    assert "Nothing waits here." in parts(client)[1]


def test_long_lists_are_begun_and_counted(client, ada):
    ben = member("ben", "Editors")
    for number in range(10):
        submitted(VoteFactory(draft=True, motion=f"Motion {number}"), ben, 20 - number)
        saved(PolicyFactory(draft=True), ada)
    yours, to_read, _attention = parts(client)
    assert "Your drafts (10)" in yours
    assert yours.count("<li>") == 8
    assert "The 8 oldest of 10." in to_read
    assert "Motion 9" not in to_read


def test_deleted_draft_waits_for_nobody(client, ada):
    record = submitted(VoteFactory(draft=True), member("ben", "Editors"))
    record.delete()
    assert "Nothing waits here." in parts(client)[1]


def test_lists_come_in_the_order_of_the_day(client, ada):
    VoteFactory(result=VoteResult.SCHEDULED, date=timezone.localdate())
    html = client.get("/admin/").content.decode()
    names = (
        'id="intake-section"',
        'id="desk-yours-section"',
        'id="desk-to-read-section"',
        'id="attention-section"',
    )
    found = [html.index(name) for name in names]
    assert found == sorted(found)
    assert "Awaiting your review" not in html


def test_desk_asks_no_more_for_more_rows(client, ada, django_assert_max_num_queries):
    ben = member("ben", "Editors")

    def enter(factory, number):
        for _number in range(number):
            submitted(factory(draft=True), ben)
            saved(factory(draft=True), ada)

    for factory in (VoteFactory, PolicyFactory, SourceFactory):
        enter(factory, 1)
    client.get("/admin/")
    with django_assert_max_num_queries(90) as few:
        client.get("/admin/")
    for factory in (VoteFactory, PolicyFactory, SourceFactory):
        enter(factory, 5)
    with django_assert_max_num_queries(90) as many:
        client.get("/admin/")
    assert len(many) <= len(few)
