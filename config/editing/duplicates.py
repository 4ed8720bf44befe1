"""Before a record is made: is it one that we have already?"""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import LogFormatter, log

from config.editing.labels import label_of
from jurisdictions.derive import fold_name
from news.duplicates.finding import near_matches
from news.models import Distinction

# What the admin's own log calls it.
DISTINCT = "record.distinct"
# The inputs that say which records the reason speaks of.
SEEN = "different_from"


class ReasonForm(forms.Form):
    """Why a record is none of those that it is like."""

    different_because = forms.CharField(
        label=_("It is different because …"),
        max_length=300,
        help_text=_("A few words, kept in the record's history for other editors."),
    )

    def clean_different_because(self):
        """Return the reason.

        :raises ValidationError: if there is no word in it.
        """
        reason = self.cleaned_data["different_because"]
        if not fold_name(reason):
            raise ValidationError(_("Say in a few words why it is different."))
        return reason


class Asked:
    """What a form for a new record was asked: the records like it, and the answer."""

    def __init__(self, form, data):
        self.matches = near_matches(form.instance, rows_below(form))
        self.seen = set(data.getlist(SEEN))
        self.answer = ReasonForm(data if self.seen else None)

    @property
    def is_answered(self):
        """Whether the record may be made: nothing is like it, or it is told why.

        Of a record that was not shown, nobody can have said that it is another.
        """
        ids = {str(match.record.pk) for match in self.matches}
        return not ids or (ids <= self.seen and self.answer.is_valid())

    @property
    def candidates(self):
        """The records to look at: what each is called, where it is, why it is like."""
        return [
            {
                "id": match.record.pk,
                "label": label_of(match.record),
                "address": AdminURLFinder().get_edit_url(match.record),
                "reason": match.likeness.reason,
                "is_draft": not match.record.live,
            }
            for match in self.matches
        ]

    def keep(self, record, user):
        """Keep the reason: in the record's log, and for the list of duplicates."""
        if self.matches:
            others = [match.record for match in self.matches]
            reason = self.answer.cleaned_data["different_because"]
            keep_distinction(record, others, reason, user)


def keep_distinction(record, others, reason, user):
    """Keep why a record is none of some others: in its log, and between each two."""
    Distinction.objects.tell_apart(record, others, reason=reason, user=user)
    told = {"reason": reason, "others": [label_of(row) for row in others]}
    log(record, DISTINCT, user=user, data=told, uuid=uuid4())


def rows_below(form):
    """Return a function that returns the rows of a valid form by their name."""
    formsets = getattr(form, "formsets", {})

    def below(name):
        if name not in formsets:
            return []
        rows = formsets[name]
        kept = [row for row in rows.forms if row not in rows.deleted_forms]
        return [row.instance for row in kept if row.has_changed()]

    return below


class AskingFirst:
    """A form for a new record that is asked about records like it.

    A save that no editor asked for is refused too, and says why.
    """

    asked = None

    def is_valid(self, form):
        """Return whether the form is right and, if it looks like another, told why."""
        if not super().is_valid(form):
            return False
        self.asked = Asked(form, self.request.POST)
        if self.asked.is_answered:
            return True
        self.produced_error_code = "validation_error"
        self.produced_error_message = gettext(
            "Not saved yet: we may have this already. Look at what is like it."
        )
        return False

    def save_instance(self):
        """Save the record with the reason why it is different."""
        record = super().save_instance()
        self.asked.keep(record, self.request.user)
        return record

    def get_context_data(self, **kwargs):
        """Return the records that the new one is like, for the question."""
        return super().get_context_data(**kwargs) | {"asked": self.asked}


class DistinctFormatter(LogFormatter):
    """Says in the admin's log why a record is not another one."""

    label = _("Told apart")
    message = _("Told apart from another record")

    def format_message(self, log_entry):
        """Return what it is not, and why."""
        words = _("Different from %(others)s, because: %(reason)s")
        others = "; ".join(log_entry.data["others"])
        return words % {"others": others, "reason": log_entry.data["reason"]}


def register_distinct(actions):
    """Let the admin's log tell why two records are different."""
    actions.register_action(DISTINCT)(DistinctFormatter)
