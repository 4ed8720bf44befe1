"""Writes that reach across the record from what we know it by."""

from uuid import uuid4

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.actions.create import CreateAction
from wagtail.log_actions import LogContext, log
from wagtail.models import ReferenceIndex
from wagtail.signals import published

from config.languages import bare
from jurisdictions.models import Record, RecordVersion, RecordWords
from news.changes.writing import note
from news.edits.comparing import fingerprint
from news.models import Assignment, Citation, Correction, Sentence, Source
from news.models.answers import CORRECTION, reason_told, waiting_reason
from news.models.review import may_publish
from policies.models import CaseEvent, Policy, PolicyEvent, Statement, Vote

# What the admin's own log calls it.
CHECKED = "record.checked"
ASSIGNED, ATTENDED = "record.assigned", "record.attended"


@transaction.atomic
def refresh_days(source):
    """Set anew the days and statuses that the date of a source decides.

    What no source dates counts from the day of its earliest source. So when a
    source's date is corrected, events, votes, statements and steps of court cases
    move with it, and with an event the status of its policy. Only what changes is
    written; returns how many rows did.
    """
    cited = {"citations__source": source}
    policies = Policy.objects.filter(events__in=PolicyEvent.objects.filter(**cited))
    moved = _recount(PolicyEvent.objects.filter(**cited), "citations__source")
    moved += _recount(Vote.objects.filter(**cited), "citations__source")
    moved += _recount(Statement.objects.filter(**cited), "citations__source")
    moved += _recount(
        CaseEvent.objects.filter(case__citations__source=source),
        "case__citations__source",
    )
    if moved:
        changed = policies.distinct().refresh_status()
        note(Policy, [policy.pk for policy in changed])
        RecordVersion.bump()
    return moved


def draft(record, user):
    """Make a draft with its first version and its entry in the log."""
    CreateAction(record, user=user).execute(skip_permission_checks=True)
    ReferenceIndex.create_or_update_for_object(record)


@transaction.atomic
def mark_checked(records, user):
    """Say of records that somebody compared them with their sources today.

    A draft with further changes says so too, or publishing it would take that back.
    """
    today = timezone.localdate()
    for record in records:
        type(record).objects.filter(pk=record.pk).update(last_checked_on=today)
        if newest := record.latest_revision:
            newest.content["last_checked_on"] = today.isoformat()
            newest.save(update_fields=["content"])
        # An id of its own: of one id the admin's history shows the last record alone.
        log(record, CHECKED, user=user, uuid=uuid4())
    Assignment.objects.open().of(records).update(done_at=timezone.now())
    RecordVersion.bump()


@transaction.atomic
def tell_reason(record):
    """Tell the public why a record changed, as its author said when submitting it.

    That is a correction if something was wrong. A reason given for another version
    than the one that is public explains nothing, and is let go.
    """
    reason = waiting_reason(record)
    if reason is None:
        return
    fits = reason["version"] == fingerprint(record)
    if fits and reason["kind"] == CORRECTION and record.is_public:
        address = getattr(record, "get_absolute_url", str)  # an outlet has none
        correction = Correction(
            record_path=bare(address())[:300],
            was=reason["was"],
            now=reason["now"],
            # A reason kept before there were twins has none.
            was_es=reason.get("was_es", ""),
            now_es=reason.get("now_es", ""),
            reason=reason["reason"],
            source=Source.objects.filter(pk=reason["source"]).first(),
        )
        correction.name_after(record)
        correction.save()
    reason_told(record)


@transaction.atomic
def assign(records, *, to, by, note=""):
    """Let somebody look after records of one kind, whoever did before."""
    Assignment.objects.hand(records, to=to, by=by, note=note, now=timezone.now())
    told = {"to": str(to), "note": note}
    for record in records:
        log(record, ASSIGNED, user=by, data=told, uuid=uuid4())


@transaction.atomic
def finish_assignments(records, user):
    """Say that what was to be done about records of one kind is done."""
    Assignment.objects.open().of(records).update(done_at=timezone.now())
    for record in records:
        log(record, ATTENDED, user=user, uuid=uuid4())


@transaction.atomic
def set_archive_link(source, user):
    """Give a source the copy that was found of it; return whether that is public.

    It is an edit like any other: a version on top of the newest one. It is published
    only if the user may publish it, and nothing else waits in a draft meanwhile.
    """
    is_clean = source.live and not source.has_unpublished_changes
    edited = source.get_latest_revision_as_object()
    edited.archive_url = source.proposed_copy()
    # An id of its own in the log, as in `mark_checked`.
    with LogContext(user=user):
        version = edited.save_revision(user=user, clean=False, log_action=True)
        may = user.has_perm("news.publish_source") and may_publish(edited, user)
        if is_clean and may:
            version.publish(user=user)
    return is_clean and may


def _recount(rows, sources):
    """Store the day each row counts from, where it is another than before."""
    moved = []
    for row in rows.distinct().prefetch_related(sources):
        before = row.counts_from
        row.set_counts_from()
        if row.counts_from != before:
            moved.append(row)
    rows.model.objects.bulk_update(moved, ["counts_from"], batch_size=500)
    return len(moved)


def follow_source(instance, raw=False, update_fields=None, **kwargs):
    """Let what rests on a source follow it; Wagtail's bookkeeping moves nothing."""
    if not raw and update_fields is None:
        refresh_days(instance)


def follow_text(instance, raw=False, update_fields=None, **kwargs):
    """Let a source be found by its sentences; Wagtail's bookkeeping changes none."""
    if (
        not raw
        and update_fields is None
        and "text" not in instance.get_deferred_fields()
    ):
        Sentence.objects.keep(instance)


def follow_publishing(instance, **kwargs):
    """Tell why, in the transaction in which a record's new version becomes public."""
    if isinstance(instance, Record) and instance.live:
        tell_reason(instance)


def index_quotation(instance, **kwargs):
    """Let what a source says be found; a record's own words it indexes itself."""
    RecordWords.objects.keep([instance])


def forget_quotation(instance, **kwargs):
    """Let what a source no longer says be found no more."""
    RecordWords.objects.forget(instance)


def watch():
    """Connect the signals; called once, when the app is ready.

    Before those of the log of changes, so that a correction is one change and not two.
    """
    published.connect(follow_publishing, dispatch_uid="reason-told")
    post_save.connect(index_quotation, Citation, dispatch_uid="citation-saved")
    post_delete.connect(forget_quotation, Citation, dispatch_uid="citation-deleted")
    post_save.connect(follow_source, Source, dispatch_uid="source-saved")
    post_save.connect(follow_text, Source, dispatch_uid="source-text-saved")
