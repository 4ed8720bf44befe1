"""The admin screens of one kind of record."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.widgets import Button
from wagtail.snippets.views import snippets

from config.editing.assigning import ANYBODY, ME
from config.editing.choosers import RecordChooserViewSet
from config.editing.duplicates import AskingFirst
from config.editing.edits import AskingOfEdits
from config.editing.filters import RecordFilterSet
from config.editing.forms import RecordForm
from config.editing.labels import StandingColumn, with_standing
from config.editing.previews import preview, preview_modes
from config.editing.reading import Approval, reading_of
from config.editing.support import support_needed
from news.duplicates.pairs import KINDS
from news.models import Merge
from news.models.answers import waiting_reason
from news.models.edits import SMALL_FIX


class RecordIndex(snippets.IndexView):
    """The list of one kind of record, searched by name as the public list is."""

    @property
    def columns(self):
        """The columns, with who looks after the records if that was asked for."""
        columns = super().columns
        if self.request.GET.get("assigned") not in (ME, ANYBODY):
            return columns
        return [*columns, Column("by", label=_("Looked after by"), accessor=task_of)]

    def search_queryset(self, queryset):
        """Return the rows whose names contain every word, on either database."""
        return queryset.named_like(self.search_query)


def task_of(record):
    """Return who looks after a record, and what is to be done.

    Beside a filter that is refused no row tells.
    """
    told = (getattr(record, name, "") for name in ("looked_after_by", "to_do"))
    return ": ".join(filter(None, told))


class TellingDoubts:
    """After a save, tell the editor what looks odd; the save itself stands."""

    doubts = None

    def save_action(self):
        """Tell the doubts, except to a save that no editor asked for."""
        if not self.expects_json_response:
            for doubt in [*self.doubts(self.object), *self.hidden_still()]:
                messages.warning(self.request, doubt)
        return super().save_action()

    def hidden_still(self):
        """Return what has to be published before what just was can be seen."""
        approved = getattr(self, "workflow_action", None) == "approve"
        if self.action != "publish" and not approved:
            return []
        published = self.model._default_manager.get(pk=self.object.pk)
        if not published.live:  # scheduled
            return []
        words = gettext("Published, but not shown before “%s” is published too.")
        return [words % draft for draft in published.drafts_above()]


class RecordCreate(AskingFirst, TellingDoubts, snippets.CreateView):
    """The form for a new record, which asks first whether we have it already."""


class RecordEdit(AskingOfEdits, TellingDoubts, snippets.EditView):
    """The form of a record."""

    def get_available_actions(self):
        """Let whoever may fix small things try to publish; what is more is refused."""
        actions = super().get_available_actions()
        may_fix = self.live_object.live and self.request.user.has_perm(SMALL_FIX)
        return [*actions, "publish"] if may_fix else actions

    def get_context_data(self, **kwargs):
        """Return what a draft in review changes, for its second reader."""
        context = super().get_context_data(**kwargs)
        if self.object.workflow_in_progress:
            reason = waiting_reason(self.live_object)
            context["reading"] = reading_of(self.live_object, reason)
        return context

    def get(self, request, *args, **kwargs):
        """Tell a reader why a draft in review cannot be approved yet."""
        if self.object.workflow_in_progress:
            for words in support_needed(self.object):
                messages.warning(request, words)
        return super().get(request, *args, **kwargs)

    @property
    def header_more_buttons(self):
        """Offer to merge the record, to those who may publish it."""
        buttons = super().header_more_buttons
        kind = self.model._meta.model_name
        if kind in KINDS and self.user_has_permission("publish"):
            address = reverse("duplicate_choose", args=[kind, self.object.pk])
            label = gettext("Merge with another")
            buttons = [*buttons, Button(label, url=address, icon_name="copy")]
        return buttons


class RecordViewSet(snippets.SnippetViewSet):
    """List, form, chooser, preview and history of one kind of record.

    A subclass says what its list and form contain. `columns` stand between the
    name and the two columns of every list; `related` and `prefetched` name what
    its labels and columns read, so that no list asks again for each row.
    """

    columns = ()
    related = ()
    prefetched = ()
    # Where the record's draft can be seen as the public will: (template, context).
    public_page = None
    # What may be filled in inside a chooser to make a draft; None: choose only.
    chooser_form_fields = None
    # Whether a field of some form names a record of the kind.
    is_chosen = True

    index_view_class = RecordIndex
    index_template_name = "editing/record_index.html"
    create_template_name = "editing/record_create.html"
    edit_template_name = "editing/record_edit.html"
    add_view_class = RecordCreate
    edit_view_class = RecordEdit
    workflow_action_view_class = Approval
    chooser_viewset_class = RecordChooserViewSet
    filterset_class = RecordFilterSet
    copy_view_enabled = False
    list_per_page = 50
    chooser_per_page = 20
    add_to_settings_menu = False
    add_to_admin_menu = False

    @property
    def list_display(self):
        """The columns of the list."""
        return ["__str__", *self.columns, UpdatedAtColumn(), StandingColumn()]

    @property
    def list_export(self):
        """The columns of the spreadsheet: the list's own, and what identifies."""
        return ["pk", "__str__", *self.exported, "live", "updated_at"]

    exported = ()
    export_headings = {
        "pk": _("Id"),
        "__str__": _("Name"),
        "live": _("Live"),
        "updated_at": _("Updated"),
    }

    def get_edit_handler(self):
        """Return the panels as one form."""
        form = ObjectList(self.panels, base_form_class=RecordForm)
        return form.bind_to_model(self.model)

    def rows(self):
        """Return all records of the kind with what their labels read."""
        rows = self.model._default_manager.select_related(*self.related)
        # What was folded into another is in the list of merges, and nowhere else.
        rows = rows.exclude(pk__in=Merge.objects.folded(self.model))
        return with_standing(rows.prefetch_related(*self.prefetched))

    def get_queryset(self, request):
        """Return the rows of the list, with the number of their sources."""
        rows = self.rows()
        return rows.with_source_count() if self.model.citable_fields else rows

    def choices(self):
        """Return the records that may be chosen, in the order of their names."""
        return self.rows().order_by("lookup", "pk")

    def offered(self):
        """Return the records a chooser lists; others stay where they are chosen."""
        return self.choices()

    def doubts(self, record):
        """Return what an editor should look at again, a sentence each."""
        return []

    def get_add_view_kwargs(self, **kwargs):
        """Hand the doubts to the form for a new record."""
        return super().get_add_view_kwargs(doubts=self.doubts, **kwargs)

    def get_edit_view_kwargs(self, **kwargs):
        """Hand the doubts to the form of a record."""
        return super().get_edit_view_kwargs(doubts=self.doubts, **kwargs)

    @property
    def chooser_viewset(self):
        """The chooser of this kind of record."""
        chooser = super().chooser_viewset
        chooser.form_fields = self.chooser_form_fields
        return chooser

    def register_chooser_viewset(self):
        """Give no address to a window that no form opens."""
        if self.is_chosen:
            super().register_chooser_viewset()

    @property
    def preview_modes(self):
        """What the preview can show."""
        return preview_modes(self)

    def preview(self, record, request, mode):
        """Return a preview of a record as it stands in the form."""
        return preview(self, record, request, mode)
