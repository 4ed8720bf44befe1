"""Entering the stories: from entries to published, cited records."""

from collections import Counter

from django.db import models, transaction
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models import Agency, Body, Jurisdiction, Official, Organization
from news.changes.writing import together
from news.models import Outlet, Source
from news.stories.building import Building
from news.stories.entries import SCOPES, read
from policies.models import CourtCase, Policy, PolicyEvent, Statement, Vote

# Each after the records it points to; a policy's events point forward to votes.
ORDER = (
    Outlet,
    Source,
    Jurisdiction,
    Agency,
    Body,
    Organization,
    Official,
    Policy,
    Vote,
    Statement,
    CourtCase,
)


@transaction.atomic
def load(entries=None):
    """Enter what is not there yet and return how many of each record were made.

    A record is known by its slug, a place by its GEOID. One that exists stays as it
    stands, whatever the files say: an editor may have corrected it.

    :raises LookupError: if an entry names a record that nothing tells of.
    :raises ValidationError: if an entry breaks a rule of its record.
    """
    found = list(read() if entries is None else entries)
    loading = Loading()
    # Who refers to whom is written down once for each record, not for each row.
    with disable_reference_index_auto_update(), together():
        for model in ORDER:
            for entry in found:
                if entry.kind == model._meta.model_name:
                    loading.enter(model, entry)
        loading.tie_events()
        loading.publish()
    return loading.made


class Loading(Building):
    """One run: the records by reference, and those that it made."""

    def __init__(self):
        self.made = Counter()
        self.records = {
            (Jurisdiction, state.usps.lower()): state
            for state in Jurisdiction.objects.filter(level__in=STATE_LEVELS)
        }
        nation = Jurisdiction.objects.filter(level=Level.FEDERAL).first()
        self.records[Jurisdiction, "us"] = nation
        self.new = []
        self.untied = []

    def enter(self, model, entry):
        """Find an entry's record, or make it unpublished."""
        record = self.existing(model, entry)
        if record is None:
            record = self.build(model, entry.values)
            if model.needs_citation and not record.citations.all():
                raise LookupError(f"{entry.kind} {entry.reference!r} cites nothing.")
            record.live = False
            record.full_clean()
            record.save()
            log(instance=record, action="wagtail.create")
            self.new.append(record)
            self.made[model] += 1
        self.records[model, entry.reference] = record

    def existing(self, model, entry):
        """Return the record an entry is about, None when there is none yet."""
        if geoid := entry.values.get("geoid"):
            return model.objects.filter(geoid=geoid).first()
        key = {"slug": entry.slug}
        if scope := SCOPES.get(entry.kind):
            field = model._meta.get_field(scope)
            key[scope] = self.resolve(field, entry.values[scope])
        return model.objects.filter(**key).first()

    def give(self, record, name, value):
        """Give a record a field, an event its vote once the votes are made."""
        if isinstance(record, PolicyEvent) and name == "vote":
            self.untied.append((record, value))
        else:
            super().give(record, name, value)

    def resolve(self, field, value):
        """Return a field's value: a record or records where it refers to some."""
        if isinstance(field, models.ManyToManyField):
            return [self.record(field.related_model, name) for name in value]
        if isinstance(field, models.ForeignKey):
            return self.record(field.related_model, value)
        return value

    def record(self, model, reference):
        """Return the record that a reference names.

        :raises LookupError: if there is none.
        """
        try:
            return self.records[model, reference]
        except KeyError:
            kind = model._meta.model_name
            raise LookupError(f"No {kind} is told as {reference!r}.") from None

    def tie_events(self):
        """Give events their votes, which were made after the policies."""
        for event, reference in self.untied:
            event.vote = self.record(Vote, reference)
            event.save()

    def publish(self):
        """Publish what was made, each with a first revision for its history."""
        for record in self.new:
            fresh = type(record).objects.get(pk=record.pk)
            fresh.save_revision(clean=False).publish()
            ReferenceIndex.create_or_update_for_object(fresh)
