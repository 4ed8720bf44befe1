"""Writing down what changed in public, in the transaction that changes it."""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from jurisdictions.models import RecordVersion
from news.enums import ChangeKind
from news.history.quiet import judge
from news.history.recorded import told_of
from news.models import KEPT, TYPE_OF, Change

BATCH = 200

# {model: keys} of what a bulk write touched and writes down at its end, or None.
_waiting: ContextVar[dict[type, set[int]] | None] = ContextVar("waiting", default=None)


def note(model: type, pks: Iterable[int]) -> None:
    """Write down what changed of some rows, now or when the bulk write around ends."""
    waiting = _waiting.get()
    if waiting is None:
        write({model: set(pks)})
    else:
        waiting.setdefault(model, set()).update(pks)


@contextmanager
def together():
    """Write down what the block changes at its end, in few queries.

    The block and the log are one transaction.
    """
    if _waiting.get() is not None:  # a block around this one writes
        yield
        return
    waiting: dict[type, set[int]] = {}
    token = _waiting.set(waiting)
    try:
        with transaction.atomic():
            yield
            write(waiting)
    finally:
        _waiting.reset(token)


def record_all() -> list[Change]:
    """Compare the whole public record with the log and write down what differs.

    Looks first without a lock, so that an editor who publishes meanwhile waits only
    while the few rows that differ are written. Run again, it writes nothing.
    """
    found = {}
    for model, kind in TYPE_OF.items():
        public = model.objects.published().order_by().values_list("pk", flat=True)
        pks = Change.objects.standing(kind).union(public)
        found[model] = {change.number for change in changes_of(model, pks)}
    return write(found)


@transaction.atomic
def write(rows: dict[type, set[int]]) -> list[Change]:
    """Write the changes of some rows, the record's version with them."""
    if not any(rows.values()):
        return []
    RecordVersion.hold()  # of two who look at once the second sees the first's changes
    found = [
        change
        for model in KEPT.values()
        for change in changes_of(model, rows.get(model, ()))
    ]
    if found:
        Change.objects.bulk_create(found, batch_size=BATCH)
        RecordVersion.bump()
    return found


def changes_of(model: type, pks: Iterable[int]) -> Iterable[Change]:
    """Yield the changes of some rows against the log, not saved."""
    kind, day, now = TYPE_OF[model], timezone.localdate(), timezone.now()
    pks = sorted(pks)
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        before = Change.objects.latest_of(kind, batch)
        found = model.objects.for_export().defer(None).filter(pk__in=batch)
        rows = {row.pk: row for row in found}
        for pk in batch:
            last = before.get(pk)
            told = _told(kind, rows[pk], day) if pk in rows else None
            verdict = judge(kind, last and (last.kind, last.told), told)
            if verdict:
                what, fields, quiet = verdict
                yield Change(
                    at=_first_published(rows[pk], now) if last is None else now,
                    kept_since=now,
                    kind=what,
                    record_type=kind,
                    number=pk,
                    told=told or {},
                    fields=fields,
                    is_quiet=quiet,
                    **{f"{kind}_id": pk},
                )


def correct(correction, target) -> None:
    """Write down that a public record was corrected, once for each correction."""
    kind = TYPE_OF[type(target)]
    with transaction.atomic():
        RecordVersion.hold()
        row = type(target).objects.for_export().defer(None).filter(pk=target.pk).first()
        if row is None or Change.objects.filter(correction=correction).exists():
            return
        last = Change.objects.latest_of(kind, [row.pk]).get(row.pk)
        if last is None or last.kind == ChangeKind.WITHDRAWN:
            write({type(row): {row.pk}})
            last = None
        now = timezone.now()
        told = _told(kind, row, timezone.localdate())
        verdict = last and judge(kind, (last.kind, last.told), told)
        Change.objects.create(
            at=now,
            kept_since=now,
            kind=ChangeKind.CORRECTED,
            record_type=kind,
            number=row.pk,
            told=told,
            fields=verdict[1] if verdict else [],
            correction=correction,
            **{kind: row},
        )
        RecordVersion.bump()


def take_leave(target) -> None:
    """Keep, of a record about to be deleted, only that it was withdrawn.

    All that it said goes with it.
    """
    kind = TYPE_OF[type(target)]
    own = Change.objects.of_record(target)
    with transaction.atomic():
        last = own.newest().first()
        if last is None:  # never public, or not since the log is kept
            return
        # Made anew: the rows of the record are marked for removal by now.
        kept = list(own.filter(kind=ChangeKind.WITHDRAWN))
        own.filter(kind=ChangeKind.WITHDRAWN).delete()
        for change in kept:
            change.pk = None
            setattr(change, kind, None)
        if last.kind != ChangeKind.WITHDRAWN:
            gone = ChangeKind.WITHDRAWN
            now = timezone.now()
            kept.append(Change(at=now, kind=gone, record_type=kind, number=target.pk))
        Change.objects.bulk_create(kept)


def _told(kind, row, day):
    with translation.override(settings.LANGUAGE_CODE):
        return told_of(kind, row, day)


def _first_published(row, now):
    return min(row.first_published_at or row.created_at, now)
