"""What no published source supports: of a draft, of the record, or for one source."""

from django.db.models import Exists, OuterRef

from news.enums import Bearing
from news.models.citation import TARGETS, Citation
from policies.models import Policy, PolicyEvent


def unsupported(rows):
    """Return the rows that no published source supports."""
    name = rows.model._meta.get_field("citations").field.name
    support = Citation.objects.filter(
        **{name: OuterRef("pk")}, bearing=Bearing.SUPPORTS, source__live=True
    )
    return rows.filter(~Exists(support))


def parts_to_support(record):
    """Return what of a record's latest version still lacks a published support.

    That is the record itself and, one by one, the events of a policy.
    """
    latest = record.get_latest_revision_as_object()
    if not getattr(latest, "needs_citation", False):
        return []
    events = latest.events.all() if isinstance(latest, Policy) else []
    return [
        part
        for part in (latest, *events)
        if not any(source.live for source in supporting(part))
    ]


def supporting(part):
    """Return the sources, drafts too, cited for a record or an event."""
    return [row.source for row in part.citations.all() if not row.contradicts]


def left_without(source):
    """Return the live records that only this source supported, or an event of them."""
    left = []
    for name in TARGETS:
        model = Citation._meta.get_field(name).related_model
        if not getattr(model, "needs_citation", True):
            continue
        live = "policy__live" if model is PolicyEvent else "live"
        cited = Citation.objects.filter(
            **{name: OuterRef("pk")}, bearing=Bearing.SUPPORTS, source=source
        )
        rows = unsupported(model.objects.filter(Exists(cited), **{live: True}))
        left += [row.policy if model is PolicyEvent else row for row in rows]
    return list(dict.fromkeys(left))
