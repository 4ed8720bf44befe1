"""Who looks after which records: assigned several at once, narrowed to one's own."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter

from config.editing.chosen import ChosenRecords
from news.actions import ASSIGNED, ATTENDED, assign, finish_assignments
from news.models import Assignment
from news.models.assignment import with_assignment

ME, ANYBODY, NOBODY = "me", "anybody", "nobody"


def editors():
    """Return the active accounts that may use the admin, by name."""
    may = Q(is_superuser=True)
    for path in ("groups__permissions", "user_permissions"):
        may |= Q(**{f"{path}__codename": "access_admin"})
    accounts = get_user_model().objects.filter(may, is_active=True)
    return accounts.distinct().order_by("username")


class AssignForm(forms.Form):
    """Who looks after the records, and what is to be done."""

    to = forms.ModelChoiceField(
        queryset=None, label=gettext_lazy("Who looks after them?")
    )
    note = forms.CharField(
        label=gettext_lazy("What is to be done"), max_length=300, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = editors()


class Assign(ChosenRecords):
    """Lets somebody look after the chosen records, whoever did before."""

    display_name = gettext_lazy("Assign to…")
    aria_label = gettext_lazy("Let somebody look after the chosen records")
    action_type = "assign"
    action_priority = 20
    form_class = AssignForm
    question = gettext_lazy("Somebody will look after these, instead of who does now:")
    left_out = gettext_lazy("Not these: you may not change them:")
    agree = gettext_lazy("Assign")

    def get_execution_context(self):
        """Hand on the answers of the form."""
        return super().get_execution_context() | self.cleaned_form.cleaned_data

    @classmethod
    def execute_action(cls, objects, user=None, to=None, note="", **kwargs):
        """Assign the records and return how many."""
        assign(objects, to=to, by=user, note=note)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many records were assigned to whom."""
        words = ngettext(
            "%(user)s looks after %(count)d record.",
            "%(user)s looks after %(count)d records.",
            num_parent_objects,
        )
        user = self.cleaned_form.cleaned_data["to"]
        return words % {"user": user, "count": num_parent_objects}


class FinishAssignments(ChosenRecords):
    """Says that what was to be done about the chosen records is done."""

    display_name = gettext_lazy("Assignment done")
    aria_label = gettext_lazy("Nobody needs to look after the chosen records any more")
    action_type = "attended"
    action_priority = 30
    question = gettext_lazy("What was to be done about these is done:")
    left_out = gettext_lazy("Not these: nobody looks after them, or you may not:")
    agree = gettext_lazy("Yes, done")

    def get_actionable_objects(self):
        """Return the records that somebody looks after, and apart those left."""
        objects, others = super().get_actionable_objects()
        assigned = Assignment.objects.open().of_kind(self.model)
        ids = set(assigned.of(objects).values_list("record_id", flat=True))
        left = [record for record in objects if record.pk not in ids]
        others = {"items_with_no_access": [*others["items_with_no_access"], *left]}
        return [record for record in objects if record.pk in ids], others

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Finish the assignments and return how many."""
        finish_assignments(objects, user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many are done."""
        words = ngettext(
            "%(count)d assignment is done.",
            "%(count)d assignments are done.",
            num_parent_objects,
        )
        return words % {"count": num_parent_objects}


class AssignedFilter(django_filters.ChoiceFilter):
    """The records of a list that one looks after oneself, anybody does or nobody."""

    CHOICES = [
        (ME, gettext_lazy("Me")),
        (ANYBODY, gettext_lazy("Anybody")),
        (NOBODY, gettext_lazy("Nobody")),
    ]

    def __init__(self):
        super().__init__(
            label=gettext_lazy("Looked after by"),
            choices=self.CHOICES,
            empty_label=gettext_lazy("All"),
        )

    def filter(self, qs, value):
        """Return the rows, with who looks after them and what is to be done."""
        if not value:
            return qs
        assigned = Assignment.objects.open().of_kind(qs.model)
        if value == NOBODY:
            return qs.exclude(pk__in=assigned.record_ids())
        if value == ME:
            assigned = assigned.of_user(self.parent.request.user)
        return with_assignment(qs.filter(pk__in=assigned.record_ids()))


class AssignedFormatter(LogFormatter):
    """Says in the admin's log who looks after a record."""

    label = gettext_lazy("Assigned")

    def format_message(self, log_entry):
        """Return to whom it was assigned, and what for."""
        told = _("Assigned to %(to)s") % log_entry.data
        note = log_entry.data["note"]
        return f"{told}: {note}" if note else told


def register_assigned(actions):
    """Let the admin's log tell of assignments in words."""
    actions.register_action(ASSIGNED)(AssignedFormatter)
    label, done = gettext_lazy("Assignment done"), gettext_lazy("Assignment done")
    actions.register_action(ATTENDED, label, done)
