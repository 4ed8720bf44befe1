"""Folding one record into another of its kind, and taking that back."""

from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from jurisdictions.models import (
    Agency,
    Organization,
    Record,
    RecordVersion,
    RecordWords,
)
from news.changes.writing import write
from news.duplicates.comparing import compared_fields, taken_fields
from news.duplicates.drafts import drafts_naming, naming_another
from news.duplicates.pairs import KINDS
from news.duplicates.references import references, rows_of
from news.duplicates.steps import Steps, rows_in, take_back
from news.models import TYPE_OF, Change, Citation, Merge

# What the admin's own log calls it.
MERGED, UNDONE = "record.merged", "record.merge_undone"
# The names of addresses in the API, and what stands below a page, by kind.
IN_API = {
    "official": "api-officials-record",
    "organization": "api-organizations-record",
    "source": "api-sources-record",
}
BELOW_PAGE = ("", "changes.atom", "history/")


class Refused(Exception):
    """A merge, or its undoing, cannot be done: why, in words for an editor."""


def obstacle(kept, folded):
    """Return in words why one record cannot be folded into another, or None."""
    if type(kept) is not type(folded) or kept._meta.model_name not in KINDS:
        return _("Only two records of one kind can be merged.")
    if kept.pk == folded.pk:
        return _("A record cannot be merged with itself.")
    for record in (kept, folded):
        told = {"record": record}
        gone = Merge.objects.folded(type(record)).filter(folded_id=record.pk)
        if gone.exists():
            return _("“%(record)s” was merged already.") % told
        if record.locked:
            return _("“%(record)s” is locked.") % told
        if record.workflow_in_progress:
            return _("“%(record)s” is in review.") % told
        if record.live and record.has_unpublished_changes:
            return _("“%(record)s” has changes that are not published yet.") % told
        if record.scheduled_revision:
            return _("“%(record)s” is to be published on a day to come.") % told
    if folded.live and not kept.live:
        return _("“%(kept)s” is not public and “%(folded)s” is: keep that one.") % {
            "kept": kept,
            "folded": folded,
        }
    return None


@transaction.atomic
def merge(kept, folded, *, user, reason=""):
    """Fold a record into another: all that points to it points to the other then.

    :raises Refused: with the reason in words; then nothing is changed.
    """
    RecordVersion.hold()  # of two who merge at once the second finds it done
    kept, folded = (_again(record) for record in (kept, folded))
    if words := obstacle(kept, folded):
        raise Refused(words)
    steps, touched = Steps(), {}
    addresses = _addresses(kept, folded)
    _fill(kept, folded, steps)
    for field in references(type(kept)):
        for row in rows_of(field, folded):
            _remember(touched, row)
            _move(row, field, kept, steps)
    _keep_names(kept, folded, steps)
    steps.change(folded, live=False, locked=True)
    for revision, model in drafts_naming(folded):
        after = naming_another(model, revision.content, folded, kept)
        if after != revision.content:
            steps.change(revision, content=after)
    for before, after in addresses:
        _lead(before, after, steps)
    for record in (kept, folded):
        touched.pop((type(kept), record.pk), None)
    _settle([kept, folded, *touched.values()])
    _refresh_draft(kept, steps)
    done = Merge.objects.create(
        kind=kept._meta.model_name,
        kept_id=kept.pk,
        folded_id=folded.pk,
        kept_name=str(kept)[:500],
        folded_name=str(folded)[:500],
        reason=reason,
        steps=steps.taken,
        merged_by=user,
    )
    _log(done, MERGED, kept, folded, user)
    return done


@transaction.atomic
def undo(done, *, user):
    """Take a merge back; return in words what was changed since and stays so.

    :raises Refused: with the reason in words; then nothing is changed.
    """
    RecordVersion.hold()
    done = Merge.objects.select_for_update().get(pk=done.pk)
    if done.undone_at:
        raise Refused(_("This merge was undone already."))
    later = Merge.objects.after(done).first()
    if later:
        raise Refused(_("Merged again since: undo “%s” first.") % later)
    model = KINDS[done.kind]
    found = model.objects.in_bulk([done.kept_id, done.folded_id])
    if len(found) != 2:
        raise Refused(_("One of the two was deleted since."))
    kept = found[done.kept_id]
    if kept.live and kept.has_unpublished_changes:
        words = _("“%s” has changes that are not published yet.")
        raise Refused(words % kept)
    steps = done.steps
    left = take_back(steps)
    touched = {}
    for row in rows_in(steps):
        _remember(touched, row)
    for pk in found:
        touched.pop((model, pk), None)
    kept, folded = (model.objects.get(pk=pk) for pk in (done.kept_id, done.folded_id))
    _settle([kept, folded, *touched.values()])
    if left:  # a version newer than the merge may have what was moved back
        _refresh_draft(kept, Steps())
    done.undone_at, done.undone_by = timezone.now(), user
    done.save(update_fields=["undone_at", "undone_by"])
    _log(done, UNDONE, kept, folded, user)
    return left


def _again(record):
    rows = type(record)._base_manager.select_for_update(of=("self",))
    found = rows.filter(pk=record.pk).first()
    if found is None:
        raise Refused(_("One of the two was deleted since."))
    return found


def _fill(kept, folded, steps):
    """Give the kept record what it does not say and the other does."""
    taken, there = {}, taken_fields(kept, folded)
    for field in compared_fields(type(kept)):
        name = field.attname
        other = getattr(folded, name)
        is_self = field.related_model is type(kept) and other in (kept.pk, folded.pk)
        if field.name in there and not is_self:
            taken[name] = other
    only_once = {
        name
        for rule in type(kept)._meta.constraints
        for name in getattr(rule, "fields", ())
    } | {field.attname for field in type(kept)._meta.concrete_fields if field.unique}
    given = {
        name: None if _column(folded, name).null else ""
        for name in taken
        if name in only_once
    }
    if given:
        steps.change(folded, **given)
    if taken:
        steps.change(kept, **taken)


def _column(record, name):
    return next(f for f in record._meta.concrete_fields if f.attname == name)


def _move(row, field, kept, steps):
    """Let a row point to the kept record, or go if one like it does already."""
    name, key = field.attname, getattr(kept, field.target_field.attname)
    if isinstance(row, type(kept)) and row.pk == kept.pk:
        steps.change(row, **{name: None})  # it would point to itself
        return
    others = [
        f.attname
        for f in row._meta.concrete_fields
        if f is not field and row._meta.auto_created and f.related_model is type(kept)
    ]
    if any(getattr(row, other) == key for other in others):
        steps.drop(row)  # two that were related are one
        return
    try:
        steps.change(row, **{name: key})
    except IntegrityError:
        _drop_double(row, field, key, steps)


def _drop_double(row, field, key, steps):
    """Take away a row that the kept record has too; what points to it goes there."""
    below = [(f, r) for f in references(type(row)) for r in rows_of(f, row)]
    twin = _twin(row, field, key)
    if twin is None:
        told = {"row": row, "kind": row._meta.verbose_name}
        raise Refused(_("The %(kind)s “%(row)s” cannot be moved.") % told)
    for other, found in below:
        _move(found, other, twin, steps)
    steps.drop(row)


def _twin(row, field, key):
    """Return the row with which another would break a rule, pointing to a record."""
    for rule in row._meta.constraints:
        names = getattr(rule, "fields", ())
        if field.name not in names:
            continue
        same = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
        rows = type(row)._base_manager.exclude(pk=row.pk)
        if found := rows.filter(**same | {field.name: key}).first():
            return found
    return None


ALIASED = {Agency, Organization}


def _keep_names(kept, folded, steps):
    """Make the names of the folded record other names of the kept one."""
    if type(kept) not in ALIASED:
        return
    alias = type(kept)._meta.get_field("aliases")
    owner, model = alias.field.name, alias.related_model
    known = {kept.name, *kept.aliases.values_list("name", flat=True)}
    for name in (folded.name, getattr(folded, "abbreviation", "")):
        if name and name not in known:
            known.add(name)
            steps.add(model(**{owner: kept, "name": name}))


def _addresses(kept, folded):
    """Return (before, after) of every public address that has to lead on.

    Without a language, whatever the editor's is: one address leads on in all.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return _pairs(kept, folded)


def _pairs(kept, folded):
    before = folded._published_address()
    if not before:
        return []
    pairs = []
    if "#" not in before:
        page = kept.get_absolute_url()
        pairs = [(f"{before}{name}", f"{page}{name}") for name in BELOW_PAGE]
    if name := IN_API.get(kept._meta.model_name):
        try:
            pairs.append(tuple(reverse(name, args=[r.pk]) for r in (folded, kept)))
        except NoReverseMatch:  # the editors' own server has no API
            return pairs
    return pairs


def _lead(before, after, steps):
    """Let an address lead to another, and what led there too."""
    old = Redirect.normalise_path(before)
    for row in Redirect.objects.filter(redirect_link=before):
        steps.change(row, redirect_link=after)
    for row in Redirect.objects.filter(old_path=old, site=None):
        steps.drop(row)
    steps.add(Redirect(old_path=old, redirect_link=after, is_permanent=True))


def _remember(touched, row):
    record = record_of(row)
    if record is not None:
        touched[type(record), record.pk] = record


def record_of(row):
    """Return the record that a row is, or is a part of; None for what is of none."""
    if isinstance(row, Record):
        return row
    if isinstance(row, Citation):
        return row.record
    for field in row._meta.concrete_fields:
        parent = isinstance(field, ParentalKey) or row._meta.auto_created
        if parent and isinstance(field, models.ForeignKey):
            return record_of(getattr(row, field.name))
    return None


def _settle(records):
    """Derive anew what follows from rows, and write the log: loud once, then quiet."""
    kept, folded, *others = (type(r)._base_manager.get(pk=r.pk) for r in records)
    for record in (kept, folded, *others):
        record.save()
    both = type(kept).objects.filter(pk__in=[kept.pk, folded.pk])
    RecordWords.objects.keep_below(both)
    told = {}
    for record in (kept, *others):
        if type(record) in TYPE_OF:
            told.setdefault(type(record), set()).add(record.pk)
    quiet = write(told)
    Change.objects.filter(pk__in=[change.pk for change in quiet]).update(is_quiet=True)
    if type(folded) in TYPE_OF:
        write({type(folded): {folded.pk}})


def _refresh_draft(kept, steps):
    """Let the newest version of the kept record say what it says now.

    Else the next editor's form would not have what was moved, and publishing it would
    take that away.
    """
    kept = type(kept)._base_manager.get(pk=kept.pk)
    if kept.latest_revision:
        steps.change(kept.latest_revision, content=kept.serializable_data())


def _log(done, action, kept, folded, user):
    told = {
        "kept": f"{capfirst(kept._meta.verbose_name)} “{done.kept_name}”",
        "folded": f"{capfirst(kept._meta.verbose_name)} “{done.folded_name}”",
        "reason": done.reason,
    }
    for record in (kept, folded):
        log(record, action, user=user, data=told, uuid=uuid4())
