"""Archived copies that were found, set for several sources at once."""

from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, ngettext

from config.editing.chosen import ChosenRecords
from news.actions import set_archive_link
from news.models import Source


class SetArchiveLink(ChosenRecords):
    """Gives each chosen source the copy that was found of it, as an edit of its own."""

    display_name = gettext_lazy("Set archive link")
    aria_label = gettext_lazy("Set the archived copies found of the chosen sources")
    action_type = "set_archive"
    action_priority = 15
    template_name = "editing/set_archive.html"
    question = gettext_lazy(
        "The Internet Archive has these copies. Open each: is it the article, and "
        "whole? Each is saved as a draft, and published only if you may publish it."
    )
    left_out = gettext_lazy(
        "Not these: no copy was found, they have one, or you may not change them now:"
    )
    agree = gettext_lazy("Set these links")

    @classproperty
    def models(cls):
        """Sources alone have archived copies."""
        return [Source]

    @classmethod
    def get_queryset(cls, model, object_ids):
        """Return the sources with their newest version and the copy that was found."""
        model = model.objects.select_related("link_check", "latest_revision")
        return super().get_queryset(model, object_ids)

    def check_perm(self, source):
        """Return whether there is a copy to set, and the user may set it now."""
        if not source.proposed_copy() or not super().check_perm(source):
            return False
        if source.get_latest_revision_as_object().archive_url:
            return False
        lock = source.get_lock()
        return not (lock and lock.for_user(self.request.user))

    def object_context(self, source):
        """Add the copy to what the confirmation shows."""
        return super().object_context(source) | {"copy": source.proposed_copy()}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Set the links; return how many, and how many of them are public."""
        public = [set_archive_link(source, user) for source in objects]
        return len(public), sum(public)

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many were set, and how many wait for a second reader."""
        words = ngettext(
            "%(count)d archive link is set, %(public)d of them published.",
            "%(count)d archive links are set, %(public)d of them published.",
            num_parent_objects,
        )
        return words % {"count": num_parent_objects, "public": num_child_objects}
