"""A small fix, which its author may publish without a second reader."""

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.action_menu import ActionMenuItem

from jurisdictions.models import Record
from news.models.edits import SMALL_FIX
from news.models.review import right_to_publish


class PublishFix(ActionMenuItem):
    """Offers to publish a small fix to those who publish nothing else."""

    name = "action-publish"
    label = _("Publish a small fix")
    icon_name = "upload"

    def __init__(self, model):
        super().__init__(order=100)
        self.right = right_to_publish(model)
        self.is_of_records = issubclass(model, Record)

    def is_shown(self, context):
        """Return whether the record is public and the user may fix no more of it."""
        if not self.is_of_records or context["view"] != "edit":
            return False
        may = context["request"].user.has_perm
        is_open = context["instance"].live and not context.get("locked_for_user")
        return is_open and may(SMALL_FIX) and not may(self.right)


def small_fix_right():
    """Return the right, for those who set up groups."""
    app, codename = SMALL_FIX.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
