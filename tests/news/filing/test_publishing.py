"""A filed article is published in one go, by somebody else than who filed it."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from news.enums import IntakeState
from news.filing.entering import file, rehearse
from news.filing.publishing import NotPublished, drafts_of, hand_on, publish
from policies.models import Policy, Vote
from tests.news.filing.articles import dealt, editor, places

pytestmark = pytest.mark.django_db


def member(name, group):
    user = get_user_model().objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def filed_by(user):
    places()
    intake = dealt(user=user)
    file(intake, user, seen=rehearse(intake, user).digest)
    intake.refresh_from_db()
    return intake


def test_a_superuser_publishes_all_at_once():
    root = editor()
    intake = filed_by(root)
    publish(intake, root)
    assert not drafts_of(intake)
    assert all(policy.is_public for policy in Policy.objects.all())
    assert Policy.objects.get(predecessor__isnull=False).status == "proposed"
    assert Vote.objects.get().counts_from is not None
    intake.refresh_from_db()
    assert intake.state == IntakeState.DONE


def test_who_filed_it_does_not_publish_it():
    author = member("author", "Second readers")
    intake = filed_by(author)
    hand_on(intake, author)
    with pytest.raises(NotPublished, match="Nobody but you"):
        publish(intake, author)
    assert not Policy.objects.published().exists()


def test_a_second_reader_publishes_what_was_handed_on():
    author = member("author", "Editors")
    intake = filed_by(author)
    handed = hand_on(intake, author)
    assert all(row.workflow_in_progress for row in handed)
    reader = member("reader", "Second readers")
    publish(intake, reader)
    assert Policy.objects.published().count() == Policy.objects.count() > 0
    assert not any(type(r).objects.get(pk=r.pk).workflow_in_progress for r in handed)


def test_an_editor_who_may_not_publish_is_told():
    author = member("author", "Editors")
    intake = filed_by(author)
    with pytest.raises(NotPublished, match="may not publish"):
        publish(intake, member("other", "Editors"))


def test_one_record_that_cannot_be_public_keeps_all_back():
    root = editor()
    intake = filed_by(root)
    vote = Vote.objects.get()
    vote.citations.all().delete()
    vote.citations = []
    vote.save_revision()
    with pytest.raises(NotPublished, match="No source supports"):
        publish(intake, root)
    assert not Policy.objects.published().exists()
    intake.refresh_from_db()
    assert intake.state == IntakeState.FILED
