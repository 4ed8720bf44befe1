"""What a second reader sees: each part that changes, and what supports it."""

from dataclasses import dataclass

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.snippets.views.snippets import WorkflowActionView

from config.editing.edits import KINDS, AskedOfEdits
from config.editing.labels import label_of
from config.editing.passages import paragraphs
from jurisdictions.bilingual import twin_of
from news.edits.comparing import Edit
from news.edits.standing import supporting
from news.models import Source
from news.models.edits import edits_of_draft


@dataclass(frozen=True)
class Quoted:
    """One citation beside what it supports, with its paragraph of the source."""

    label: str
    quote: str
    paragraph: int | None
    speaker: str
    address: str
    passage: list
    is_draft: bool
    is_missing: bool


@dataclass(frozen=True)
class Changed:
    """One part that changes, in words, and the citations that support it."""

    edit: Edit
    citations: list
    # Whether the text has a twin in Spanish that says what it said before.
    leaves_twin: bool = False

    @property
    def label(self):
        """What is edited."""
        return self.edit.label

    @property
    def in_one(self):
        """A text that was reworded, both versions in one."""
        return self.edit.in_one()

    @property
    def was(self):
        """What it said, in pieces."""
        return self.edit.pieces()[0]

    @property
    def now(self):
        """What it says, in pieces."""
        return self.edit.pieces()[1]


@dataclass(frozen=True)
class Reading:
    """All that a draft changes, and why its author says it does."""

    changes: list
    is_new: bool
    reason: str


def reading_of(record, reason=None):
    """Return what a record's draft changes; a fixed number of queries for citations."""
    was, _now, edits = edits_of_draft(record)
    supports = [supporting(e, e.now) if e.now and e.is_fact else [] for e in edits]
    ids = {row.source_id for rows in supports for row in rows}
    sources = Source.objects.select_related("outlet").in_bulk(ids)
    changes = [
        Changed(
            edit,
            [quoted_in(row, sources[row.source_id]) for row in rows],
            leaves_twin(edit, edits),
        )
        for edit, rows in zip(edits, supports, strict=True)
    ]
    words = f"{KINDS[reason['kind']]}. {reason['reason']}" if reason else ""
    return Reading(changes, was is None, words)


def leaves_twin(edit, edits):
    """Return whether an edit is of a text of which the Spanish stays as it was."""
    if edit.was is None or edit.now is None:
        return False
    if edit.part not in getattr(edit.model, "bilingual", ()):
        return False
    twin = twin_of(edit.part)
    also = any(other.part == twin and other.row is edit.row for other in edits)
    return bool(getattr(edit.row, twin)) and not also


def quoted_in(citation, source):
    """Return a citation with the paragraph of its source in which its quote stands."""
    found = [
        passages
        for passages in paragraphs(source.text, [citation.quote])
        if any(passage.quoted for passage in passages)
    ]
    return Quoted(
        label=label_of(source),
        quote=citation.quote or citation.value_reported,
        paragraph=citation.paragraph,
        speaker=citation.speaker,
        address=AdminURLFinder().get_edit_url(source),
        passage=found[0] if found else [],
        is_draft=not source.live,
        is_missing=bool(citation.quote and source.text and not found),
    )


def unanswered(record, data):
    """Return what the draft of a record still asks, or None: nothing left to ask."""
    was, draft, _edits = edits_of_draft(record)
    asked = AskedOfEdits(record, draft, was, data)
    return None if asked.is_answered else asked


class Approval(WorkflowActionView):
    """The approval of a draft from the admin's first page, without its form."""

    def post(self, request, *args, **kwargs):
        """Approve, but lead to the form where the draft still asks something."""
        if self.action_name != "approve" or not unanswered(self.object, request.POST):
            return super().post(request, *args, **kwargs)
        words = gettext(
            "Not approved: there is a question about what was changed. Choose "
            "“Approve and Publish” here to see it."
        )
        messages.warning(request, words)
        name = self.model.snippet_viewset.get_url_name("edit")
        address = reverse(name, args=[self.object.pk])
        if request.headers.get("x-requested-with") != "XMLHttpRequest":
            return redirect(address)
        done = {"step": "success", "redirect": address}
        return self.render_modal_json(request, done)
