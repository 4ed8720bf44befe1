"""Writing places in bulk: rows, what hangs on them, drafts and the search index."""

from decimal import Decimal
from itertools import chain

from django.db.models import Model
from django.utils import timezone
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision

from jurisdictions.models import Jurisdiction, JurisdictionAlias
from jurisdictions.models.record import lead_on
from jurisdictions.models.words import index_all, name_followers

WITHIN = Jurisdiction.counties.through
# Facts of which neither is true beside another's other.
TOGETHER = (("population", "population_year"), ("latitude", "longitude"))


def enter(places):
    """Publish new places, each with its aliases, without a revision."""
    now = timezone.now()
    for place in places:
        place.live, place.has_unpublished_changes = True, False
        place.first_published_at = place.last_published_at = now
        place.derive_fields()
    Jurisdiction.objects.bulk_create(places)
    for place in places:
        place.aliases.commit()
    index_all(places)


def change(changes):
    """Write new values of places: (place, {field: value}, other names to add).

    An address that changes leads on from the old one. A draft takes the values
    too, for publishing it must not bring the old ones back; what an editor wrote
    otherwise in it stays.
    """
    places, moved, drafts, fields = [], [], {}, {"lookup", "updated_at"}
    renamed = []
    for place, values, names in changes:
        before = place.get_absolute_url() if place.live else None
        stood = {name: getattr(place, name) for name in {*values, *chain(*TOGETHER)}}
        for name, value in values.items():
            setattr(place, name, value)
        drafts[place.pk] = (stood, values, name_too(place, names))
        if before and place.get_absolute_url() != before:
            moved.append((before, place.get_absolute_url()))
        called = place.lookup
        place.derive_fields()
        places.append(place)
        fields |= values.keys()
        if place.lookup != called:
            renamed.append(place)
    Jurisdiction.objects.bulk_create(
        places, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )
    for before, after in moved:
        lead_on(before, after)
    carry_into_drafts(drafts)
    index_all(places)
    name_followers(renamed)


def name_too(place, names):
    """Let a place be found by other names, and return those as a draft holds them."""
    known = {alias.name for alias in place.aliases.all()} | {place.name}
    added = [
        JurisdictionAlias(name=name)
        for name in dict.fromkeys(names)
        if name not in known
    ]
    if added:
        place.aliases.add(*added)
        place.aliases.commit()
    return list(map(get_serializable_data_for_fields, added))


def put_within(pairs):
    """Put places into counties: (place's id, county's id)."""
    rows = [WITHIN(from_jurisdiction_id=p, to_jurisdiction_id=c) for p, c in pairs]
    WITHIN.objects.bulk_create(rows, ignore_conflicts=True)


def leave_counties(places):
    """Take places out of the counties that they were in."""
    WITHIN.objects.filter(from_jurisdiction__in=[p.pk for p in places]).delete()


def carry_into_drafts(changes):
    """Write {id: (old values, new values, other names)} into the newest revisions."""
    drafts = Jurisdiction.objects.filter(pk__in=changes, latest_revision__isnull=False)
    newest = dict(drafts.values_list("latest_revision", "pk"))
    revisions = list(Revision.objects.filter(pk__in=newest))
    for revision in revisions:
        draft, (stood, values, names) = revision.content, changes[newest[revision.pk]]
        written = _written(draft, stood)
        draft |= {n: _stored(v) for n, v in values.items() if n not in written}
        added = {row["name"] for row in names}
        kept = [row for row in draft.get("aliases", ()) if row["name"] not in added]
        draft["aliases"] = [*kept, *names]
    Revision.objects.bulk_update(revisions, ["content"])


def _written(draft, stood):
    """Return the fields that a draft has otherwise than the published record had."""
    field = Jurisdiction._meta.get_field
    found = {
        name
        for name in stood.keys() & draft.keys()
        if field(name).to_python(draft[name]) != getattr(stood[name], "pk", stood[name])
    }
    return found.union(*(both for both in TOGETHER if found & {*both}))


def _stored(value):
    """Return a value as a revision keeps it."""
    if isinstance(value, Model):
        return value.pk
    return str(value) if isinstance(value, Decimal) else value
