"""The public log of what changed in the public record, and when."""

import uuid
from datetime import datetime, time, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jurisdictions.models import Official, Organization, RecordVersion
from news.enums import ChangeKind, RecordType
from news.models.correction import Correction
from news.models.source import Source
from policies.models import Policy, Statement, Vote

# The records whose changes are kept: what a record's type is called here, and its
# key on the log, -> its model. Places are reference data and have no log.
KEPT = {
    RecordType.POLICY.value: Policy,
    RecordType.VOTE.value: Vote,
    RecordType.STATEMENT.value: Statement,
    RecordType.ORGANIZATION.value: Organization,
    RecordType.OFFICIAL.value: Official,
    RecordType.SOURCE.value: Source,
}
TYPE_OF = {model: kind for kind, model in KEPT.items()}
# What the page and the feed of a place tell of: what it did, and what was said there.
OF_ONE_PLACE = ("policy", "vote", "statement")


def kept(model):
    """Return the key to one kind of record.

    What an editor deletes is gone with all that it said; that something was
    withdrawn stays, for `news.changes` frees that entry of its record first.
    """
    return models.ForeignKey(
        model,
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="changes",
    )


def about_state():
    """Return the postal code of the state that a change's record is about, or none."""
    places = ("policy__jurisdiction", "vote__body__jurisdiction")
    places += ("statement__jurisdiction",)
    codes = (F(f"{path}__{code}") for path in places for code in ("state", "usps"))
    return Coalesce(*codes)


def is_of_its_record():
    """Return the condition that a change names one record, of the type it says.

    Only what is withdrawn may name none: then the record itself is deleted.
    """
    none = {f"{name}__isnull": True for name in KEPT}
    return reduce(
        or_,
        (Q(record_type=name, **none | {f"{name}__isnull": False}) for name in KEPT),
        Q(kind=ChangeKind.WITHDRAWN, record_type__in=list(KEPT), **none),
    )


class ChangeQuerySet(models.QuerySet):
    """Changes; those of a record are public only while it is."""

    def published(self):
        """Return the changes of public records, and that others were withdrawn."""
        rows = (
            Q(**{f"{name}__in": model.objects.published().order_by().values("pk")})
            for name, model in KEPT.items()
        )
        return self.filter(reduce(or_, rows, Q(kind=ChangeKind.WITHDRAWN)))

    def notable(self):
        """Return the changes a reader would care about."""
        return self.filter(is_quiet=False)

    def newest(self):
        """Return changes in the order of the listing and of every feed."""
        return self.order_by("-at", "-pk")

    def with_records(self):
        """Return changes with what their sentences say of each record."""
        return self.select_related(
            "policy__jurisdiction__state",
            "vote__body__jurisdiction__state",
            "statement__jurisdiction__state",
            "organization",
            "official",
            "source__outlet",
            "correction",
        ).defer("source__text", "source__editorial_note")

    def with_before(self):
        """Annotate `before`: what the record said until the change, if kept."""
        same = Change.objects.filter(
            record_type=OuterRef("record_type"),
            number=OuterRef("number"),
            pk__lt=OuterRef("pk"),
        )
        return self.annotate(before=Subquery(same.order_by("-pk").values("told")[:1]))

    def for_listing(self):
        """Return public, notable changes with what is told of each, newest first."""
        return self.published().notable().with_records().with_before().newest()

    def for_history(self):
        """Return all public changes, the wording too, in the order they happened."""
        return self.published().with_records().with_before().order_by("at", "pk")

    def of_record(self, record, *beside):
        """Return the changes of one record, and of the rows of queries beside it."""
        own = Q(**{TYPE_OF[type(record)]: record})
        return self.filter(reduce(or_, map(_among, beside), own))

    def of_rows(self, rows):
        """Return the changes of the records among some rows."""
        return self.filter(_among(rows))

    def of_place(self, place):
        """Return the changes of what is on record about one place itself."""
        return self._where(OF_ONE_PLACE, "of_place", place)

    def in_states(self, codes):
        """Return the changes of what was done or said in these states."""
        return self._where(OF_ONE_PLACE, "in_states", codes)

    def of_places(self, geoids):
        """Return the changes of what was done or said in places with these GEOIDs."""
        return self._where(OF_ONE_PLACE, "of_places", geoids)

    def about_places(self, places):
        """Return the changes of what is on record about any of some places."""
        pks = places.order_by().values("pk")
        return self.filter(
            Q(policy__jurisdiction__in=pks)
            | Q(vote__body__jurisdiction__in=pks)
            | Q(statement__jurisdiction__in=pks)
        )

    def between(self, first=None, last=None):
        """Return the changes from one day on, or up to one, or both."""
        rows = self.filter(at__gte=_midnight(first)) if first else self
        return rows.filter(at__lt=_midnight(last, 1)) if last else rows

    def found_by(self, words):
        """Return the changes of public records that a text names or that mention it."""
        return self._where(KEPT, "found_by", words) if words.strip() else self

    def latest_of(self, record_type, numbers):
        """Return the last change of each of some records, by their numbers."""
        rows = self.filter(record_type=record_type, number__in=numbers).order_by()
        last = rows.values("number").annotate(last=Max("pk")).values("last")
        return {change.number: change for change in self.filter(pk__in=last)}

    def standing(self, record_type):
        """Return the numbers of the records that are public as far as the log knows."""
        rows = self.filter(record_type=record_type).order_by()
        last = rows.values("number").annotate(last=Max("pk")).values("last")
        found = self.filter(pk__in=last).exclude(kind=ChangeKind.WITHDRAWN)
        return set(found.values_list("number", flat=True))

    def _where(self, names, method, value):
        rows = (Q(**{f"{name}__in": _narrowed(name, method, value)}) for name in names)
        return self.filter(reduce(or_, rows))


def _narrowed(name, method, value):
    """Return the keys of the rows of a type that one of its methods keeps."""
    return getattr(KEPT[name].objects.order_by(), method)(value).values("pk")


def _among(rows):
    """Return the condition that a change is of a record among some rows."""
    return Q(**{f"{TYPE_OF[rows.model]}__in": rows.order_by().values("pk")})


def _midnight(day, days=0):
    """Return the moment at which a day begins here, or one so many days later."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time.min))


class Change(models.Model):
    """One change of one record, with all that its public columns said after it.

    Written by `news.changes` when the public record changes, never edited. `told`
    has nothing that was not public then.
    """

    # An editor who asks where a record is used wants records, not the log.
    wagtail_reference_index_ignore = True

    # What feeds call the entry: the same whatever becomes of the record or the site.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField(_("when"), editable=False)
    # Later than `at` for what was published before anybody kept a log.
    kept_since = models.DateTimeField(
        _("kept since"), default=timezone.now, editable=False
    )
    kind = models.CharField(_("kind"), max_length=14, choices=ChangeKind)
    record_type = models.CharField(_("record"), max_length=12, choices=RecordType)
    number = models.PositiveBigIntegerField(_("id of the record"))
    policy = kept(Policy)
    vote = kept(Vote)
    statement = kept(Statement)
    organization = kept(Organization)
    official = kept(Official)
    source = kept(Source)
    correction = models.OneToOneField(
        Correction,
        on_delete=models.CASCADE,  # a correction taken back was none
        null=True,
        editable=False,
        related_name="change",
    )
    told = models.JSONField(_("what it said after"), default=dict)
    fields = models.JSONField(_("what differs"), default=list)
    is_quiet = models.BooleanField(
        _("only wording"),
        default=False,
        help_text=_("Kept in the record's history, and in no feed."),
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        constraints = [
            models.CheckConstraint(
                name="change_is_of_its_record", condition=is_of_its_record()
            )
        ]
        indexes = [
            models.Index(fields=["-at", "-id"], name="change_newest_first"),
            models.Index(
                fields=["record_type", "number", "-id"], name="change_of_record"
            ),
        ]

    def __str__(self):
        return f"{self.day}: {self.get_record_type_display()} {self.number}"

    @classmethod
    def record_version(cls):
        """Return the version of the record as it stands."""
        return RecordVersion.current()

    @property
    def day(self):
        """The day on which it happened, here."""
        return timezone.localdate(self.at)

    @property
    def kept_from(self):
        """The first day for which we can tell that the record said this."""
        return timezone.localdate(max(self.at, self.kept_since))

    @property
    def record(self):
        """The record that changed; None if it is deleted."""
        return getattr(self, self.record_type)
