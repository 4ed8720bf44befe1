"""What is done to several records at once: to those that an editor ticked."""

from django.core.exceptions import BadRequest
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from config.editing.choosers import is_id
from jurisdictions.models import Record


class ChosenRecords(SnippetBulkAction):
    """An action on chosen records, which asks first.

    A subclass says in words what it asks, why some are left, and what agreeing means.
    """

    template_name = "editing/chosen.html"
    question = left_out = agree = ""

    @classproperty
    def models(cls):
        """The kinds of records that it is offered for."""
        return record_models()

    @classmethod
    def get_queryset(cls, model, object_ids):
        """Return the records of those values that are ids."""
        return super().get_queryset(model, list(filter(is_id, object_ids)))

    def check_perm(self, record):
        """Return whether the user may change a record."""
        may = self.permission_policy.user_has_permission_for_instance
        return may(self.request.user, "change", record)

    def get_all_objects_in_listing_query(self, parent_id):
        """Refuse what the admin calls all: every record there is, not those listed.

        :raises BadRequest: always.
        """
        raise BadRequest(_("Choose the records themselves."))

    def get_execution_context(self):
        """Hand on who does it."""
        return super().get_execution_context() | {"user": self.request.user}


def record_models():
    """Return the kinds of records that editors handle."""
    return [model for model in get_snippet_models() if issubclass(model, Record)]


def not_records(action):
    """Return what editors handle that is no record, for the admin's own deletion."""
    return [m for m in get_snippet_models() if not issubclass(m, Record)]
