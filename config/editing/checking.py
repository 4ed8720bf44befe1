"""Records compared with their sources again: marked so, several at once."""

from django.core.exceptions import BadRequest
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from jurisdictions.models import Record
from news.actions import CHECKED, mark_checked


class MarkChecked(SnippetBulkAction):
    """Says of published records that an editor compared them with their sources."""

    display_name = gettext_lazy("Mark as checked")
    aria_label = gettext_lazy("Mark the chosen records as checked today")
    action_type = "checked"
    action_priority = 10
    template_name = "editing/mark_checked.html"

    @classproperty
    def models(cls):
        """The kinds of records that rest on sources."""
        return [model for model in record_models() if model.needs_citation]

    def check_perm(self, record):
        """Return whether the user may change a record that the public sees."""
        may = self.permission_policy.user_has_permission_for_instance
        return record.live and may(self.request.user, "change", record)

    def get_all_objects_in_listing_query(self, parent_id):
        """Refuse what the admin calls all: every record there is, not those listed.

        :raises BadRequest: always.
        """
        raise BadRequest(_("Choose the records that you have checked themselves."))

    def get_execution_context(self):
        """Hand on who says so."""
        return super().get_execution_context() | {"user": self.request.user}

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


def record_models():
    """Return the kinds of records that editors handle."""
    return [model for model in get_snippet_models() if issubclass(model, Record)]


def not_records(action):
    """Return what editors handle that is no record, for the admin's own deletion."""
    return [m for m in get_snippet_models() if not issubclass(m, Record)]
