"""What an editor is asked before a change is public: is it supported still, and why."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter

from config.editing.labels import label_of
from jurisdictions.bilingual import ENGLISH, SPANISH
from jurisdictions.derive import fold_name
from news.edits.comparing import WHOLE, Edit, edits_between, fingerprint
from news.edits.small import is_own_words, is_small_wording
from news.edits.standing import standing
from news.models import Source
from news.models.answers import (
    CORRECTION,
    DEVELOPMENT,
    REASON,
    SUPPORTED,
    TOLD,
    WORDING,
    keep_reason,
    keep_supported,
    reason_told,
    supported,
    waiting_reason,
)
from news.models.edits import version_before

# The inputs by which an editor says that sources support an edit.
STILL = "still_supported"
# What an editor does that leads to the public page. All else only keeps a draft.
TO_THE_PUBLIC = {"publish", "submit", "restart-workflow"}
KINDS = {
    CORRECTION: _("Correction: it was wrong"),
    DEVELOPMENT: _("New development: it has changed since"),
    WORDING: _("Only the wording: what it says is the same"),
}
SHOWN_EDITS = 12


class ReasonForm(forms.Form):
    """Why something that the public has read is changed."""

    change_kind = forms.ChoiceField(label=_("It is a"), widget=forms.RadioSelect)
    change_reason = forms.CharField(
        label=_("Why does this change?"),
        max_length=300,
        help_text=_("One line. Of a correction the public reads it."),
    )
    change_source = forms.ModelChoiceField(
        label=_("The source that says so"),
        queryset=Source.objects.none(),
        required=False,
        help_text=_("Shown beside a correction."),
    )

    def __init__(self, *args, kinds, sources, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["change_kind"].choices = [(kind, KINDS[kind]) for kind in kinds]
        self.fields["change_source"].queryset = sources

    def clean_change_reason(self):
        """Return the reason.

        :raises ValidationError: if there is no word in it.
        """
        reason = self.cleaned_data["change_reason"]
        if not fold_name(reason):
            raise forms.ValidationError(_("Say in a few words why this changes."))
        return reason


@dataclass(frozen=True)
class Question:
    """Whether the sources that stood for an old value support the new one."""

    edit: Edit
    citations: list
    is_ticked: bool

    @property
    def key(self):
        """The name of the edit, which the box sends."""
        return self.edit.key

    @property
    def was(self):
        """What it said."""
        return self.edit.sentence()[0]

    @property
    def now(self):
        """What it is to say."""
        return self.edit.sentence()[1]


class AskedOfEdits:
    """What the edits of a form ask: of their sources, and why they are made.

    `record` is as the database has it, `draft` as the form would save it.
    """

    def __init__(self, record, draft, was, data):
        self.record, self.draft, self.was, self.data = record, draft, was, data
        self.edits = edits_between(was, draft) if was else []
        self.is_shown = False

    @cached_property
    def questions(self):
        """The edits of which no citation was touched and nobody said they hold."""
        asked = [(edit, standing(edit)) for edit in self.edits if edit.is_fact]
        asked = [(edit, citations) for edit, citations in asked if citations]
        if not asked:
            return []
        known = supported(self.record)
        ticked = set(self.data.getlist(STILL))
        return [
            Question(edit, citations, edit.key in ticked)
            for edit, citations in asked
            if edit.key not in known
        ]

    @cached_property
    def facts(self):
        """The edits of what the public has read so far.

        Where nothing stood, nothing was read: to fill it in is no change. An event
        that is added is one, for where a policy stands may follow from it.
        """
        if not self.record.is_public:
            return []
        facts = [edit for edit in self.edits if edit.is_fact]
        return [edit for edit in facts if edit.part == WHOLE or edit.lines()[0]]

    @cached_property
    def waiting(self):
        """The reason that was given before, for this version or another."""
        return waiting_reason(self.record)

    @cached_property
    def version(self):
        """The name of what the draft says."""
        return fingerprint(self.draft)

    @property
    def is_explained(self):
        """Whether the reason given before explains this very version."""
        return bool(self.waiting) and self.waiting["version"] == self.version

    @cached_property
    def asks_why(self):
        """Whether the public is owed a reason: a fact changes, not only our words."""
        if not self.facts or is_small_wording(self.facts):
            return False
        return not self.is_explained

    @cached_property
    def reason(self):
        """The form for the reason, filled in with what was said before."""
        kinds = [CORRECTION, DEVELOPMENT]
        if all(map(is_own_words, self.facts)):
            kinds.append(WORDING)
        sources = Source.objects.filter(pk__in=self.cited, live=True)
        is_given = "change_reason" in self.data
        before = self.waiting or {}
        return ReasonForm(
            self.data if is_given else None,
            kinds=kinds,
            sources=sources.order_by("pk"),
            initial={f"change_{name}": before.get(name) for name in ("kind", "reason")},
        )

    @property
    def cited(self):
        """The ids of the sources that the draft cites."""
        rows = [self.draft, *getattr(self.draft, "events", _NoRows).all()]
        return {
            citation.source_id
            for row in rows
            if getattr(row, "citable_fields", ())
            for citation in row.citations.all()
        }

    @property
    def is_answered(self):
        """Whether nothing is left to ask."""
        if not all(question.is_ticked for question in self.questions):
            return False
        return not self.asks_why or self.reason.is_valid()

    def keep(self, user):
        """Keep the answers in the log; let go of a reason that fits no more."""
        # The log is read by editors of both languages.
        with translation.override(ENGLISH):
            answers = {q.key: (q.edit.label, q.was, q.now) for q in self.questions}
        if answers:
            keep_supported(self.record, user, answers)
        if self.asks_why:
            keep_reason(self.record, user, self.told())
        elif self.waiting and not self.is_explained:
            reason_told(self.record, user)

    def told(self):
        """Return the reason with what it said and what it says, for the public."""
        given = self.reason.cleaned_data
        source = given["change_source"]
        was, now = self.said_in(ENGLISH)
        # Words of ours are in English alone: a sentence half in each misleads.
        has_twins = all(edit.is_told_in_every_language for edit in self.facts)
        was_es, now_es = self.said_in(SPANISH) if has_twins else ("", "")
        return {
            "kind": given["change_kind"],
            "reason": given["change_reason"],
            "source": source.pk if source else None,
            **{"was": was, "was_es": was_es, "now": now, "now_es": now_es},
            "version": self.version,
        }

    def said_in(self, language):
        """Return what the facts said and what they say, a line for each, in words."""
        with translation.override(language):
            said = [(edit.labels, edit.sentence(public=True)) for edit in self.facts]
        lines = ([f"{labels[n]}: {words[n]}" for labels, words in said] for n in (0, 1))
        return tuple(map("\n".join, lines))


class _NoRows:
    """What a record without events has of them."""

    @staticmethod
    def all():
        """Return none."""
        return []


class AskingOfEdits:
    """A form of a record that asks before a change is public, and loses nothing."""

    asked_of_edits = None

    def is_valid(self, form):
        """Return whether the form is right and, on the way to the public, answered.

        Autosave asks nothing: nobody is there to answer.
        """
        if not super().is_valid(form):
            return False
        if self.expects_json_response:
            return True
        # Anew: of a draft without versions the form has filled in the one at hand.
        record = self.model._default_manager.get(pk=self.live_object.pk)
        was = version_before(record, self.overwrite_revision)
        draft = self.as_sent(record.get_latest_revision_as_object())
        asked = AskedOfEdits(record, draft, was, self.request.POST)
        self.asked_of_edits = asked
        if not self.leads_to_the_public or asked.is_answered:
            return True
        asked.is_shown = True
        self.produced_error_code = "validation_error"
        self.produced_error_message = gettext(
            "Not saved yet, and nothing lost: what you changed asks a question."
        )
        return False

    @property
    def leads_to_the_public(self):
        """Whether the save is more than of a draft."""
        if self.action == "workflow-action":
            return self.workflow_action == "approve"
        return self.action in TO_THE_PUBLIC

    def as_sent(self, record):
        """Return a record as the form would save it, with the rows below it.

        Made of a form of its own: rows reach a record only when its form is saved.
        """
        form = self.get_form_class()(**self.get_form_kwargs() | {"instance": record})
        if self.saving_as_draft:
            form.defer_required_fields()
        form.is_valid()
        return form.save(commit=False)

    def save_instance(self):
        """Save the record with the answers; of a draft, tell what will be asked."""
        record = super().save_instance()
        asked = self.asked_of_edits
        if asked and self.leads_to_the_public:
            asked.keep(self.request.user)
        elif asked:
            for question in asked.questions[:SHOWN_EDITS]:
                messages.warning(self.request, told_of_draft(question))
        return record

    def get_context_data(self, **kwargs):
        """Return the questions for the form that is shown again."""
        return super().get_context_data(**kwargs) | {
            "asked_of_edits": self.asked_of_edits
        }


def told_of_draft(question):
    """Return in a sentence what will be asked of an edit when it is submitted."""
    words = gettext(
        "“%(label)s” was “%(was)s” and is “%(now)s”, and its citations are as they "
        "were. Still supported by %(quotes)s? You are asked when you submit it."
    )
    return words % {
        "label": question.edit.label,
        "was": question.was,
        "now": question.now,
        "quotes": "; ".join(map(quoted, question.citations)),
    }


def quoted(citation):
    """Return what a source says and where: “…” (headline, ¶2)."""
    where = label_of(citation.source)
    if citation.paragraph:
        where = f"{where}, ¶{citation.paragraph}"
    quote = citation.quote or citation.value_reported
    return f"“{quote}” ({where})" if quote else where


class SupportedFormatter(LogFormatter):
    """Says in the admin's log of which edits an editor said that sources hold."""

    label = _("Still supported")
    message = _("Said that the sources support a new value")

    def format_message(self, log_entry):
        """Return each edit, with what it said and says."""
        edits = log_entry.data["edits"]
        told = "; ".join(f"{e['label']}: {e['was']} → {e['now']}" for e in edits)
        return gettext("The sources still say so: %s") % told


class ReasonFormatter(LogFormatter):
    """Says in the admin's log why a record changes."""

    label = _("Reason for a change")
    message = _("Said why it changes")

    def format_message(self, log_entry):
        """Return the kind of the change, and the reason."""
        kind = KINDS[log_entry.data["kind"]]
        return f"{kind}. {log_entry.data['reason']}"


def register_answers(actions):
    """Let the admin's log tell what editors answered."""
    actions.register_action(SUPPORTED)(SupportedFormatter)
    actions.register_action(REASON)(ReasonFormatter)
    label = _("Reason told")
    actions.register_action(TOLD, label, _("The reason for a change waits no longer"))
