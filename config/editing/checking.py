"""Records compared with their sources again: marked so, several at once."""

from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, ngettext

from config.editing.chosen import ChosenRecords, record_models
from news.actions import CHECKED, mark_checked


class MarkChecked(ChosenRecords):
    """Says of published records that an editor compared them with their sources."""

    display_name = gettext_lazy("Mark as checked")
    aria_label = gettext_lazy("Mark the chosen records as checked today")
    action_type = "checked"
    action_priority = 10
    question = gettext_lazy(
        "You have compared each of these with its sources, and it still says what "
        "they say:"
    )
    left_out = gettext_lazy(
        "Not these: they are not public, or you may not change them:"
    )
    agree = gettext_lazy("Yes, checked today")

    @classproperty
    def models(cls):
        """The kinds of records that rest on sources."""
        return [model for model in record_models() if model.needs_citation]

    def check_perm(self, record):
        """Return whether the user may change a record that the public sees."""
        return record.live and super().check_perm(record)

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Mark the records and return how many, as the admin's own actions do."""
        mark_checked(objects, user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many records were marked."""
        words = ngettext(
            "%(count)d record is marked as checked today.",
            "%(count)d records are marked as checked today.",
            num_parent_objects,
        )
        return words % {"count": num_parent_objects}


def register_checked(actions):
    """Let the admin's log say in words that a record was marked as checked."""
    label, done = gettext_lazy("Mark as checked"), gettext_lazy("Marked as checked")
    actions.register_action(CHECKED, label, done)
