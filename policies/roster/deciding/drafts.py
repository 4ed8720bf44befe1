"""Writing drafts in bulk: as the editor's form leaves them, in a few queries."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.models import (
    get_all_child_m2m_relations,
    get_all_child_relations,
)
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from jurisdictions.models.words import index_all

BATCH = 500
# What marks, in a record's history, what was taken over from a list.
FROM_LIST = "ice_list"


@dataclass(frozen=True)
class Hand:
    """Who takes something over, from which of ICE's lists, and when."""

    user: object
    roster: object
    now: datetime

    @property
    def note(self):
        """What the record's history keeps of it."""
        return {FROM_LIST: self.roster.pk}


def make_drafts(records, hand):
    """Write unsaved records of one kind, with the rows beneath, as somebody's drafts.

    Each gets an address, its first revision, its line in the history, and its entries
    in the indexes, as if the editor's form had made it.
    """
    if not records:
        return
    model = type(records[0])
    for record in records:
        begin(record)
    give_slugs(records)
    for record in records:
        record.derive_fields()
        record.live, record.has_unpublished_changes = False, True
    model.objects.bulk_create(records, batch_size=BATCH)
    write_rows(records)
    revisions = Revision.objects.bulk_create(
        [revision_of(record, hand) for record in records], batch_size=BATCH
    )
    for record, revision in zip(records, revisions, strict=True):
        record.latest_revision = revision
    model.objects.bulk_update(records, ["latest_revision"], batch_size=BATCH)
    log_all(records, "wagtail.create", hand.user, hand.now, data=hand.note)
    index_all(records)
    refer_all(records)


def begin(record):
    """Let a record without a row answer for what hangs on it without being asked."""
    held = record.__dict__.setdefault("_cluster_related_objects", {})
    for relation in get_all_child_relations(record):
        held.setdefault(relation.get_accessor_name(), [])
        for row in held[relation.get_accessor_name()]:
            begin(row)
    for field in get_all_child_m2m_relations(record):
        held.setdefault(field.name, [])


def give_slugs(records):
    """Give records the addresses that `fill_slug` would, asking once what is taken."""
    model = type(records[0])
    scope = f"{model.slug_scope}_id"
    scopes = {getattr(record, scope) for record in records}
    taken = set(
        model.objects.filter(**{f"{scope}__in": scopes}).values_list(scope, "slug")
    )
    for record in records:
        stem = slugify(record.slug_source())[:110] or model._meta.model_name
        within = getattr(record, scope)
        record.slug, number = stem, 2
        while (within, record.slug) in taken:
            record.slug, number = f"{stem}-{number}", number + 1
        taken.add((within, record.slug))


def write_rows(parents):
    """Write the rows that hang on new rows, and theirs, kind by kind."""
    if not parents:
        return
    for relation in get_all_child_relations(type(parents[0])):
        name = relation.get_accessor_name()
        rows = []
        for parent in parents:
            for row in parent._cluster_related_objects.get(name, []):
                setattr(row, relation.field.name, parent)
                rows.append(row)
        relation.related_model._base_manager.bulk_create(rows, batch_size=BATCH)
        if get_all_child_relations(relation.related_model):
            write_rows(rows)


def revision_of(record, hand):
    """Return the first revision of a record, unsaved."""
    kind = content_type_of(record)
    return Revision(
        content_type=kind,
        base_content_type=kind,
        object_id=str(record.pk),
        user=hand.user,
        created_at=hand.now,
        object_str=str(record),
        content=record.serializable_data(),
    )


def latest_of(record):
    """Return the latest version of a record, with the rows beneath it in memory."""
    latest = record.get_latest_revision_as_object()
    in_memory(latest)
    return latest


def in_memory(record):
    """Hold the rows beneath a record, so that what is changed on them is kept."""
    for relation in get_all_child_relations(record):
        for row in getattr(record, relation.get_accessor_name()).get_object_list():
            in_memory(row)


def revise(record, hand):
    """Save what was changed on a record's latest version as a draft of somebody's.

    The row of a draft that lists alone have made follows, so that it can be published
    in bulk; what a person has written too stays in their versions until then.
    """
    if not record.live and record.first_published_at is None and not besides(record):
        record.save()
    revision = record.save_revision(user=hand.user, clean=False)
    log(
        instance=record,
        action="wagtail.edit",
        user=hand.user,
        revision=revision,
        data=hand.note,
        content_changed=True,
    )


def notes_on(model):
    """Return the lines in histories that say: this version is from a list."""
    return ModelLogEntry.objects.filter(
        content_type=content_type_of(model), data__has_key=FROM_LIST
    )


def besides(record):
    """Return the versions of a record that are not from a list."""
    noted = notes_on(type(record)).filter(revision=OuterRef("pk"))
    return record.revisions.filter(~Exists(noted))


def log_all(records, action, user, now=None, data=None):
    """Write the same line into the history of each record, about its latest version."""
    now = now or timezone.now()
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=content_type_of(record),
                object_id=str(record.pk),
                label=str(record),
                action=action,
                timestamp=now,
                user=user,
                revision_id=record.latest_revision_id,
                content_changed=True,
                data=data or {},
            )
            for record in records
        ],
        batch_size=BATCH,
    )


def content_type_of(record):
    """Return the content type under which revisions and histories know a record."""
    return ContentType.objects.get_for_model(record, for_concrete_model=False)


def refer_all(records):
    """Write down what records refer to, so that an editor sees what uses a source."""
    for record in records:
        ReferenceIndex.create_or_update_for_object(record)
