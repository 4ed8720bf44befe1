"""Entering a sheet: every row that the preview says, or none."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from jurisdictions.models import RecordVersion
from news.actions import draft
from news.models import RecordSheet
from news.spreadsheets.examination import Outcome, examine
from policies.models import Policy


class NotEntered(Exception):
    """A sheet of which nothing was written, with its preview as it now stands."""

    def __init__(self, words, preview):
        super().__init__(words)
        self.preview = preview


@transaction.atomic
def enter(kind, rows, user=None, seen=None):
    """Enter a sheet as drafts of a user, all rows or none, and return its preview.

    A new record is a draft, and a change waits as a draft on the record it changes:
    nothing becomes public before a second reader publishes it. `seen` is the digest
    of the preview that was agreed to.

    :raises NotEntered: if a row stops the sheet, or the record has changed since.
    """
    RecordVersion.bump()  # whoever else writes to the record waits from here on
    preview = examine(kind, rows, user)
    if seen is not None and seen != preview.digest:
        words = _("Nothing is written: the record has changed since. Look again.")
        raise NotEntered(words, preview)
    if preview.stopped:
        words = _("Nothing is written: correct the rows that stop the sheet first.")
        raise NotEntered(words, preview)
    try:
        write(preview, user)
    except IntegrityError as clash:
        words = _("Nothing is written: somebody entered the same just now. Look again.")
        raise NotEntered(words, preview) from clash
    return preview


@transaction.atomic
def write(preview, user):
    """Make the drafts that a preview says, sources first."""
    # Who refers to whom is written down once for each record, not for each row.
    with disable_reference_index_auto_update():
        for outlet in preview.sources.new_outlets:
            draft(outlet, user)
        for source in preview.sources.new:
            source.outlet = source.outlet  # takes up the id it now has
            draft(source, user)
        for finding in preview.findings:
            if finding.outcome == Outcome.CREATE:
                draft(with_sources(finding.record), user)
            elif finding.outcome == Outcome.UPDATE:
                change(with_sources(finding.record), user)


@transaction.atomic
def enter_sheet(sheet, kind, user, seen):
    """Enter an uploaded sheet and forget it; None if somebody just did.

    The upload goes first: of two who press the button at once the second waits, and
    finds none.

    :raises NotEntered: as `enter` does; the upload is kept then.
    """
    gone, _models = RecordSheet.objects.filter(pk=sheet.pk).delete()
    return enter(kind, sheet.rows, user, seen) if gone else None


def change(record, user):
    """Leave a changed record as a draft; what is public stays until it is read."""
    if not record.live:
        record.save()
    record.save_revision(user=user, clean=False, log_action=True)
    ReferenceIndex.create_or_update_for_object(record)


def with_sources(record):
    """Return a record whose citations, its events' too, know the ids of new sources."""
    events = record.events.all() if isinstance(record, Policy) else []
    for target in (record, *events):
        for citation in target.citations.all():
            citation.source = citation.source
    return record
