"""The version of a record that an edit starts from, and what the draft changes."""

from jurisdictions.models import Record
from news.edits.comparing import edits_between, is_citable
from news.edits.small import is_small_fix
from news.edits.values import rows_of

SMALL_FIX = "news.publish_small_fix"


def public_version(record):
    """Return a live record as the database has it, with the rows below it."""
    model = type(record)
    paths = rows_of(model)
    paths += [f"{name}__citations" for name in paths if is_citable(_below(model, name))]
    if is_citable(model):
        paths.append("citations")
    return model._default_manager.prefetch_related(*paths).get(pk=record.pk)


def _below(model, name):
    return model._meta.get_field(name).related_model


def version_before(record, replaced=None):
    """Return the version that a draft is compared with, or None for the first.

    What is public or, of what never was, the version before; `replaced` is the one
    that autosave writes over, and so no earlier one.
    """
    if record.live:
        return public_version(record)
    earlier = record.revisions.exclude(pk=replaced.pk if replaced else None)
    last = earlier.order_by("-pk").first()
    if last:
        return last.as_object()
    return None if replaced else public_version(record)


def edits_of_draft(record):
    """Return (public version, draft, edits) of the latest version of a record.

    Of what was never public there is no such version: all that it says is new.
    """
    was = public_version(record) if record.live else None
    now = record.get_latest_revision_as_object()
    return was, now, edits_between(was, now)


def may_fix(record, user):
    """Return whether a draft is so small a fix that its author may publish it."""
    if not isinstance(record, Record) or not record.live:
        return False
    return user.has_perm(SMALL_FIX) and is_small_fix(*edits_of_draft(record))
