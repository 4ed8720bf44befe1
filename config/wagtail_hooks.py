"""What the admin refuses whatever the kind of record: each refusal in words."""

from django.contrib.admin.utils import quote
from django.db import router
from django.db.models.deletion import Collector, ProtectedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages

from config.editing.labels import label_of
from news.models.review import may_publish

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
            "Saved as a draft, not published: nobody else has had a hand in it. "
            "Choose “Submit to Second reader”, and somebody else will publish it."
        ),
    )
    return redirect(edit_url(record))


@hooks.register("before_delete_snippet")
def refuse_needed_records(request, records):
    """Say what rests on a record, instead of failing to delete it."""
    for record in records:
        if needing := records_needing(record):
            messages.error(request, refusal(record, needing))
            return redirect(edit_url(record))
    return None


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(request, action_type, records, action):
    """Delete records one by one: each has its log entry and its reasons."""
    if action_type != "delete" or not hasattr(action.model, "snippet_viewset"):
        return None
    messages.error(request, _("Records are deleted one at a time."))
    list_url = action.model.snippet_viewset.get_url_name("list")
    return redirect(reverse(list_url))


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
    named = [f"{row._meta.verbose_name} “{label_of(row)}”" for row in needing]
    if len(named) > SHOWN_REASONS:
        rest = len(named) - SHOWN_REASONS
        more = ngettext("%(count)s more", "%(count)s more", rest) % {"count": rest}
        named = [*named[:SHOWN_REASONS], more]
    return _("“%(record)s” cannot be deleted, because this needs it: %(list)s.") % {
        "record": record,
        "list": "; ".join(named),
    }


def edit_url(record):
    """Return the address of the form of a record or page."""
    if hasattr(record, "snippet_viewset"):
        name = record.snippet_viewset.get_url_name("edit")
        return reverse(name, args=[quote(record.pk)])
    return reverse("wagtailadmin_pages:edit", args=[record.pk])
