"""The second reader: nobody publishes what they alone have written."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from jurisdictions.models import Record
from news.models.edits import may_fix
from news.models.support import parts_to_support


class SecondReading(AbstractGroupApprovalTask):
    """A step of a workflow that somebody other than the author approves."""

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")
        permissions = [
            ("publish_small_fix", _("May publish a small fix without a second reader"))
        ]

    def get_actions(self, obj, user):
        """Return what a reader may do: approve only another's cited work."""
        actions = super().get_actions(obj, user)
        if may_publish(obj, user) and not parts_to_support(obj):
            return actions
        return [action for action in actions if action[0] != "approve"]

    @classmethod
    def get_description(cls):
        """Return what the task is, for those who set up workflows."""
        return _("A member of the chosen groups approves what somebody else wrote")


def may_publish(obj, user):
    """Return whether somebody else than the user had a hand in what is to be public.

    A superuser may always publish: a site of one person would stand still. A small
    fix of our own words needs no second reader, if the user may make one.
    """
    if user.is_superuser or may_fix(obj, user):
        return True
    if isinstance(obj, Record) and not user.has_perm(right_to_publish(obj)):
        return False
    state = obj.current_workflow_state
    if state is not None and state.requested_by_id == user.pk:
        return False
    unpublished = obj.revisions.filter(pk__gt=obj.live_revision_id or 0)
    return unpublished.exclude(user=user).exists()


def right_to_publish(record):
    """Return the name of the right to publish records of a kind."""
    return f"{record._meta.app_label}.publish_{record._meta.model_name}"
