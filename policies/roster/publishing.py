"""The second reader's part: publishing in bulk what was taken over from lists."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState
from wagtail.permissions import policy_registry

from jurisdictions.models import Agency, RecordVersion, RecordWords
from jurisdictions.models.words import index_all, name_anew, name_followers
from news.changes.writing import note, together
from news.models import Citation
from news.models.review import may_publish
from news.models.support import parts_to_support, unsupported
from policies.models import Policy, PolicyEvent
from policies.roster.deciding.decisions import one_at_a_time
from policies.roster.deciding.drafts import (
    FROM_LIST,
    content_type_of,
    log_all,
    notes_on,
)

BATCH = 200


@dataclass
class Waiting:
    """Drafts that wait for a second reader, as rows to be counted or shown."""

    agencies: models.QuerySet
    policies: models.QuerySet

    def count(self):
        """Return how many there are of both."""
        return self.agencies.count() + self.policies.count()


@dataclass
class Published:
    """What came of publishing: how many, how many were not looked at yet, and why not.

    `refused` holds each record that could not be published, and the reason in words.
    """

    count: int = 0
    remaining: int = 0
    refused: list[tuple[models.Model, str]] = field(default_factory=list)


def waiting(roster=None, *, state=""):
    """Return the drafts made from a list, or from any, that nobody has published."""
    return Waiting(
        drafts_of(Agency, roster, state).select_related("jurisdiction__state"),
        drafts_of(Policy, roster, state).select_related(
            "jurisdiction__state", "agency"
        ),
    )


def drafts_of(model, roster, state):
    """Return the records of a kind whose unpublished version is from a list."""
    noted = notes_on(model).filter(
        object_id=Cast(OuterRef("pk"), models.CharField()),
        revision__gt=Coalesce(OuterRef("live_revision"), 0),
    )
    if roster is not None:
        noted = noted.filter(**{f"data__{FROM_LIST}": roster.pk})
    rows = model.objects.filter(Exists(noted), has_unpublished_changes=True)
    if state:
        rows = rows.filter(Q(jurisdiction__state=state) | Q(jurisdiction__usps=state))
    return rows.order_by("pk")


@transaction.atomic
def publish(roster, user, *, state="", limit=BATCH):
    """Publish up to so many of the drafts made from a list, agencies first.

    :raises PermissionDenied: if the user may not publish at all.
    """
    for model in (Agency, Policy):
        rights = policy_registry.get_by_type(model)
        if not rights.user_has_permission(user, "publish"):
            raise PermissionDenied
    one_at_a_time()
    published, looked_at = Published(), 0
    drafts = waiting(roster, state=state)
    total = drafts.count()
    with together():
        for rows in (drafts.agencies, drafts.policies):
            pks = list(rows.values_list("pk", flat=True))
            for start in range(0, len(pks), BATCH):
                if published.count >= limit:
                    break
                batch = Batch(rows.model, pks[start : start + BATCH], user)
                looked_at += batch.publish(limit - published.count, published)
    published.remaining = total - looked_at
    if published.count:
        RecordVersion.bump()
    return published


class Batch:
    """Some drafts of one kind, and what stands in the way of publishing each."""

    def __init__(self, model, pks, user):
        self.model, self.user = model, user
        self.rows = list(
            model.objects.filter(pk__in=pks)
            .select_related("jurisdiction__state", "latest_revision")
            .order_by("pk")
        )
        names = [str(pk) for pk in pks]
        kind = content_type_of(model)
        versions = Revision.objects.filter(base_content_type=kind, object_id__in=names)
        noted = notes_on(model).filter(revision=OuterRef("pk"))
        self.by_others = {}
        for pk, object_id in versions.filter(~Exists(noted)).values_list(
            "pk", "object_id"
        ):
            self.by_others.setdefault(int(object_id), []).append(pk)
        active = WorkflowState.objects.active().filter(
            base_content_type=kind, object_id__in=names
        )
        self.in_workflow = {
            int(pk) for pk in active.values_list("object_id", flat=True)
        }
        self.unsupported = self.without_support(pks)

    def without_support(self, pks):
        """Return the keys of those that lack a published source, events included."""
        found = set(
            unsupported(self.model.objects.filter(pk__in=pks)).values_list(
                "pk", flat=True
            )
        )
        if self.model is Policy:
            events = unsupported(PolicyEvent.objects.filter(policy__in=pks))
            found |= set(events.values_list("policy", flat=True))
        return found

    def publish(self, limit, published):
        """Publish up to so many of these and return how many were looked at."""
        plain, looked_at = [], 0
        before = published.count
        for record in self.rows:
            if published.count - before >= limit:
                break
            looked_at += 1
            if reason := self.refusal(record):
                published.refused.append((record, reason))
                continue
            published.count += 1
            if self.is_plain(record):
                plain.append(record)
            else:
                record.latest_revision.publish(
                    user=self.user, skip_permission_checks=True
                )
        self.publish_plain(plain)
        return looked_at

    def is_plain(self, record):
        """Return whether a draft's row says what its latest version does."""
        return (
            not record.live
            and record.first_published_at is None
            and record.pk not in self.by_others
            and record.pk not in self.in_workflow
        )

    def refusal(self, record):
        """Return why a draft cannot be published, in words, or ""."""
        drafts = record.drafts_above()
        lock = (
            record.get_lock()
            if record.locked or record.pk in self.in_workflow
            else None
        )
        if drafts:
            return _("“%s” is a draft: publish it first.") % drafts[-1]
        if not may_publish(record, self.user):
            return _("Nobody but you has had a hand in it: somebody else publishes it.")
        if lock and lock.for_user(self.user):
            return _("Somebody has locked it.")
        others = self.by_others.get(record.pk, [])
        if any(pk > (record.live_revision_id or 0) for pk in others):
            return _("Somebody has edited it too: publish it from its own form.")
        without = (
            record.pk in self.unsupported
            if self.is_plain(record)
            else parts_to_support(record)
        )
        return (
            _("No published source supports it, or an event of it.") if without else ""
        )

    def publish_plain(self, records):
        """Publish drafts that were never public, in a few queries."""
        if not records:
            return
        now = timezone.now()
        rows = self.model.objects.filter(pk__in=[record.pk for record in records])
        rows.update(
            live=True,
            has_unpublished_changes=False,
            first_published_at=now,
            last_published_at=now,
            live_revision=F("latest_revision"),
            updated_at=now,
        )
        if self.model is Policy:
            rows.refresh_status()
            note(Policy, [policy.pk for policy in records])
        log_all(records, "wagtail.publish", self.user, now)
        for record in records:
            record.live = True  # as its row now is
        # When a policy was drafted its agency was none the public may find it by.
        name_anew(rows)
        index_all(list(rows.for_index()))
        name_followers(records)
        # What their sources say is public with them.
        RecordWords.objects.keep(list(Citation.objects.resting(records)))
