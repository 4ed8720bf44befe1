"""The admin's first page: what is one's own, what waits, what to look at again."""

from functools import reduce
from operator import or_

from django.contrib.admin.utils import quote
from django.db.models import Q
from django.forms import Media
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.models import Page, Revision, TaskState

from config.editing.attention import Attention, assigned_to, waiting_for
from config.editing.chosen import record_models
from news.models import Merge

SHOWN = 8
# The admin's own lists of what waits: they ask the database anew for every row.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
)


def drafts_of(user):
    """Return the newest versions that a user wrote and nobody published, newest first.

    One query for all kinds of records, and for pages.
    """
    kinds = [(model, Merge.objects.folded(model)) for model in record_models()]
    newest = [
        model._base_manager.filter(
            has_unpublished_changes=True, latest_revision__user=user
        )
        .exclude(pk__in=folded)
        .values("latest_revision")
        for model, folded in [*kinds, (Page, [])]
    ]
    rows = Revision.objects.filter(
        reduce(or_, (Q(pk__in=ids) for ids in newest)), user=user
    )
    return rows.select_related("content_type").order_by("-created_at", "-pk")


def to_read(user):
    """Return the tasks that a user may act on, the oldest first.

    Nobody reads their own work a second time, unless nobody else can.
    """
    tasks = TaskState.objects.reviewable_by(user).filter(revision__isnull=False)
    if not user.is_superuser:
        tasks = tasks.exclude(workflow_state__requested_by=user)
    return tasks.select_related(
        "revision__content_type", "workflow_state__requested_by"
    ).order_by("started_at", "pk")


def line_of(version):
    """Return what the desk says of a version: its name, its kind, where its form is."""
    model = version.content_type.model_class()
    if hasattr(model, "snippet_viewset"):
        name, pk = model.snippet_viewset.get_url_name("edit"), quote(version.object_id)
    else:
        name, pk = "wagtailadmin_pages:edit", version.object_id
    return {
        "name": version.object_str,
        "kind": capfirst(model._meta.verbose_name),
        "address": reverse(name, args=[pk]),
        "since": version.created_at,
    }


class Desk(Component):
    """Three lists beside each other: yours, a second reader's, to look at again.

    The number of queries is fixed by the kinds of records, whatever the rows.
    """

    name = "desk"
    template_name = "editing/desk.html"
    order = 100

    @property
    def media(self):
        """The stylesheet that sets the lists beside each other."""
        return Media(css={"all": ["editing/desk.css"]})

    def get_context_data(self, parent_context):
        """Return the beginnings of the lists, and how long each is."""
        user = parent_context["request"].user
        drafts, tasks = drafts_of(user), to_read(user)
        assigned = assigned_to(user)
        return {
            "assigned": assigned,
            "assigned_count": sum(row.count for row in assigned),
            "drafts": list(map(line_of, drafts[:SHOWN])),
            "draft_count": drafts.count(),
            "tasks": [
                line_of(task.revision)
                | {"since": task.started_at, "by": task.workflow_state.requested_by}
                for task in tasks[:SHOWN]
            ],
            "task_count": tasks.count(),
            "attention_heading": Attention.page_title,
            "attention": waiting_for(user),
            "nothing": _("Nothing waits here."),
        }
