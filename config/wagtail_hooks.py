"""What the admin refuses or warns of, whatever the kind of record, in words."""

from django.contrib.admin.utils import quote
from django.db import router
from django.db.models.deletion import Collector, ProtectedError
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from config.editing import attention, coverage
from config.editing.assigning import Assign, FinishAssignments, register_assigned
from config.editing.checking import MarkChecked, register_checked
from config.editing.chosen import not_records
from config.editing.desk import REPLACED, Desk
from config.editing.duplicates import register_distinct
from config.editing.edits import register_answers
from config.editing.fixes import PublishFix, small_fix_right
from config.editing.labels import label_of
from config.editing.support import support_needed
from news.models import Merge, Source
from news.models.review import may_publish
from news.models.support import left_without

SHOWN_REASONS = 5


@hooks.register("before_publish")
@hooks.register("before_publish_page")
def refuse_own_work(request, record):
    """Keep what one person alone wrote a draft, for a second reader."""
    if may_publish(record, request.user):
        return None
    messages.error(
        request,
        _(
            "Saved as a draft, not published: nobody else has had a hand in it, and it "
            "is more than a small fix. Choose “Submit to Second reader”, and somebody "
            "else will publish it."
        ),
    )
    return redirect(edit_url(record))


@hooks.register("before_publish")
def refuse_merged(request, record):
    """Keep from the public what was folded into another record."""
    folded = Merge.objects.folded(type(record)).filter(folded_id=record.pk)
    if not folded.exists():
        return None
    messages.error(request, _("Merged into another record: undo the merge first."))
    return redirect("merges")


@hooks.register("before_publish")
def refuse_unsupported(request, record):
    """Keep a draft what no published source supports, and name the one to publish."""
    needed = support_needed(record)
    if not needed:
        return None
    saved = _("Saved as a draft, not published.")
    messages.error(request, " ".join([saved, *needed[:SHOWN_REASONS]]))
    return redirect(edit_url(record))


@hooks.register("after_unpublish")
def tell_what_lost_its_source(request, record):
    """Name what is public still, though nothing public supports it any more."""
    left = left_without(record) if isinstance(record, Source) else []
    if left:
        words = _(
            "No published source supports these, or an event of them, and they "
            "are still public: %(list)s. Cite another source for each, or unpublish it."
        )
        messages.warning(request, words % {"list": some_of(left)})


@hooks.register("before_delete_snippet")
def refuse_needed_records(request, records):
    """Say what rests on a record, instead of failing to delete it."""
    for record in records:
        if needing := records_needing(record):
            messages.error(request, refusal(record, needing))
            return redirect(edit_url(record))
    return None


@hooks.register("construct_homepage_panels")
def show_desk(request, panels):
    """Show what waits, instead of the admin's own lists of it."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels.append(Desk())


@hooks.register("insert_global_admin_css")
def show_links():
    """Tell links by more than their colour, on every screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("editing/links.css"))


def records_needing(record):
    """Return the rows that protect a record from being deleted."""
    collector = Collector(using=router.db_for_write(type(record), instance=record))
    try:
        collector.collect([record])
    except ProtectedError as error:
        return sorted(error.protected_objects, key=lambda row: (str(type(row)), row.pk))
    return []


def refusal(record, needing):
    """Return in words why a record cannot be deleted."""
    return _("“%(record)s” cannot be deleted, because this needs it: %(list)s.") % {
        "record": record,
        "list": some_of(needing),
    }


def some_of(rows):
    """Return the kinds and names of the first few rows, and how many more there are."""
    shown, rest = rows[:SHOWN_REASONS], len(rows) - SHOWN_REASONS
    named = [f"{row._meta.verbose_name} “{label_of(row)}”" for row in shown]
    if rest > 0:
        named.append(
            ngettext("%(count)s more", "%(count)s more", rest) % {"count": rest}
        )
    return "; ".join(named)


def edit_url(record):
    """Return the address of the form of a record or page."""
    if hasattr(record, "snippet_viewset"):
        name = record.snippet_viewset.get_url_name("edit")
        return reverse(name, args=[quote(record.pk)])
    return reverse("wagtailadmin_pages:edit", args=[record.pk])


attention.REPORT.register()
coverage.REPORT.register()
for action in (MarkChecked, Assign, FinishAssignments):
    hooks.register("register_bulk_action", action)
hooks.register("register_log_actions", register_assigned)
hooks.register("register_log_actions", register_checked)
hooks.register("register_log_actions", register_distinct)
hooks.register("register_log_actions", register_answers)
hooks.register("register_permissions", small_fix_right)
hooks.register("register_snippet_action_menu_item", PublishFix)
# Records are deleted one at a time, each with its reasons: nobody is offered more.
DeleteBulkAction.models = classproperty(not_records)
