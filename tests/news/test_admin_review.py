"""Two people stand behind everything that is public."""

from datetime import timedelta
from unittest.mock import patch

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page, Workflow
from wagtail.snippets.models import get_snippet_models

from jurisdictions.models import Record
from news.models import Source
from policies.models import Policy, Vote
from tests.editing import sent, url, words
from tests.factories import OutletFactory, PolicyFactory, SourceFactory, VoteFactory

PUBLISH, SUBMIT = {"action-publish": "1"}, {"action-submit": "1"}
APPROVE = {"action-workflow-action": "1", "workflow-action-name": "approve"}
WHY = {"change_kind": "wording", "change_reason": "Said more plainly"}


def member(name, group):
    """Return an account of one of the groups."""
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return user


class ReviewTests(TestCase):
    """An editor, two second readers and an administrator."""

    @classmethod
    def setUpTestData(cls):
        cls.editor = member("editor", "Editors")
        cls.reader = member("reader", "Second readers")
        cls.other = member("other", "Second readers")
        cls.boss = member("boss", "Administrators")

    def save(self, user, record, *actions, **changes):
        self.client.force_login(user)
        draft = record.get_latest_revision_as_object()
        data = sent(draft, **changes)
        for action in actions:
            data |= action
        address = url(type(record), "edit", record.pk)
        response = self.client.post(address, data, follow=True)
        record.refresh_from_db()
        return response

    def test_editor_cannot_publish(self):
        vote = VoteFactory(draft=True)
        self.save(self.editor, vote, PUBLISH)
        assert not vote.live
        assert self.client.post(url(Vote, "unpublish", vote.pk)).status_code == 302
        assert self.client.get(url(Vote, "delete", vote.pk)).status_code == 302

    def test_editor_submits_and_a_second_reader_publishes(self):
        vote = VoteFactory(draft=True)
        self.save(self.editor, vote, SUBMIT, motion="To extend it")
        assert not vote.live
        assert vote.workflow_in_progress
        self.save(self.reader, vote, APPROVE)
        assert vote.live
        assert vote.motion == "To extend it"

    def test_nobody_publishes_their_own_work(self):
        for user in (self.reader, self.boss):
            vote = VoteFactory(draft=True)
            response = self.save(user, vote, PUBLISH)
            assert not vote.live
            assert "nobody else has had a hand in it" in words(response)[-1]
            self.save(user, vote, SUBMIT)
            self.save(user, vote, APPROVE)
            assert not vote.live
        self.save(self.other, vote, APPROVE)
        assert vote.live

    def test_change_of_a_live_record_takes_two_again(self):
        vote = VoteFactory()
        self.save(self.reader, vote, PUBLISH, WHY, motion="Changed")
        assert vote.motion != "Changed"
        self.save(self.other, vote, PUBLISH)
        assert vote.motion == "Changed"

    def test_superuser_may_publish_alone(self):
        root = get_user_model().objects.create_superuser("root")
        vote = VoteFactory(draft=True)
        self.save(root, vote, PUBLISH)
        assert vote.live

    def test_uncited_record_cannot_be_approved_past_the_form(self):
        vote = VoteFactory(draft=True)
        self.save(self.editor, vote, SUBMIT)
        self.save(self.reader, vote, {"citations-0-DELETE": "1"})
        assert not vote.get_latest_revision_as_object().citations.all()
        task = vote.current_workflow_task_state
        address = url(Vote, "workflow_action", vote.pk, "approve", task.pk)
        self.client.post(address)
        vote.refresh_from_db()
        assert not vote.live

    def test_record_by_a_draft_source_is_approved_when_that_is_published(self):
        vote = VoteFactory(draft=True, citation__source__draft=True)
        source = vote.citations.get().source
        self.save(self.editor, vote, SUBMIT)
        self.client.force_login(self.reader)
        told = words(self.client.get(url(Vote, "edit", vote.pk)))
        [needed] = [word for word in told if "No published source supports" in word]
        assert source.title in needed
        self.save(self.reader, vote, APPROVE)
        assert not vote.live
        source.live = True
        source.save()
        self.save(self.reader, vote, APPROVE)
        assert vote.live

    def test_every_kind_of_record_goes_past_a_second_reader(self):
        workflow = Workflow.objects.get(active=True)
        assert workflow.name == "Second reader"
        for model in get_snippet_models():
            if issubclass(model, Record):
                assert model.get_default_workflow() == workflow, model
        assert Page.objects.get(depth=2).get_workflow() == workflow

    def test_rights_of_each_group(self):
        policy = PolicyFactory()
        for user, actions in (
            (self.editor, {"add", "change"}),
            (self.reader, {"add", "change", "publish"}),
            (self.boss, {"add", "change", "publish", "delete"}),
        ):
            may = {
                action
                for action in ("add", "change", "publish", "delete")
                if user.has_perm(f"policies.{action}_policy")
            }
            assert may == actions
        for user in (self.editor, self.reader, self.boss):
            self.client.force_login(user)
            for address in ("/admin/", url(Policy, "edit", policy.pk)):
                assert self.client.get(address).status_code == 200
            assert self.client.get("/admin/users/").status_code == 302

    def test_no_group_touches_accounts(self):
        accounts = Permission.objects.filter(content_type__app_label="auth")
        assert not accounts.filter(group__isnull=False).exists()


class ScheduleTests(TestCase):
    """What is published later, and what is locked meanwhile."""

    def setUp(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))

    def test_scheduled_record_is_public_from_its_day(self):
        vote = VoteFactory(draft=True)
        day = timezone.localtime() + timedelta(days=1)
        data = sent(vote, go_live_at=day.strftime("%Y-%m-%d %H:%M")) | PUBLISH
        response = self.client.post(url(Vote, "edit", vote.pk), data, follow=True)
        assert "scheduled for publishing" in words(response)[-1]
        call_command("publish_scheduled")
        vote.refresh_from_db()
        assert not vote.live
        with patch("django.utils.timezone.now", return_value=day + timedelta(hours=1)):
            call_command("publish_scheduled")
        vote.refresh_from_db()
        assert vote.live

    def test_locked_record_is_changed_by_its_locker_only(self):
        vote = VoteFactory()
        self.client.post(url(Vote, "lock", vote.pk))
        self.client.force_login(member("editor", "Editors"))
        changed = sent(vote, motion="Changed")
        response = self.client.post(url(Vote, "edit", vote.pk), changed, follow=True)
        assert "locked" in words(response)[-1]
        assert vote.get_latest_revision() is None


class DeletionTests(TestCase):
    """A record that others rest on stays."""

    def setUp(self):
        self.client.force_login(member("boss", "Administrators"))

    def test_needed_record_is_kept_and_the_reason_told(self):
        policy = PolicyFactory(title="Designation")
        source = policy.citations.get().source
        for method in (self.client.get, self.client.post):
            response = method(url(Source, "delete", source.pk), follow=True)
            assert response.status_code == 200
            assert "cannot be deleted, because this needs it" in words(response)[-1]
        assert Source.objects.filter(pk=source.pk).exists()

    def test_reasons_are_told_up_to_a_few(self):
        outlet = OutletFactory()
        for _number in range(7):
            SourceFactory(outlet=outlet)
        address = url(type(outlet), "delete", outlet.pk)
        said = words(self.client.post(address, follow=True))[-1]
        assert said.count("source “") == 5
        assert "2 more" in said

    def test_record_nobody_needs_is_deleted(self):
        source = SourceFactory()
        self.client.post(url(Source, "delete", source.pk))
        assert not Source.objects.filter(pk=source.pk).exists()

    def test_records_are_not_deleted_in_bulk(self):
        source = SourceFactory()
        address = f"/admin/bulk/news/source/delete/?id={source.pk}"
        assert self.client.post(address).status_code == 404
        assert Source.objects.filter(pk=source.pk).exists()
