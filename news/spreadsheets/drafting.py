"""Putting what a row tells into a record in memory, and saying what that changes."""

from dataclasses import dataclass, replace
from functools import partial

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from news.history.words import joined
from news.models import Citation, Source
from news.spreadsheets.values import Known
from news.stories.building import Building
from policies.models import PolicyEvent

building = Building()


@dataclass(frozen=True)
class Change:
    """One thing that a row would change: what it is, what it was, what it will be."""

    what: str
    was: str
    now: str


@dataclass(frozen=True)
class Passage:
    """What a source says, and where: what a citation is made of."""

    source: Source
    quote: str = ""
    paragraph: int | None = None
    supports: str = ""
    speaker: str = ""


def put(record, told, passages):
    """Put what a row tells into a record that is not saved, and return the changes.

    What the row leaves empty stays as it is; nothing is ever taken away. An event
    rests on its own passages, else on those of the record.
    """
    changes = [*put_fields(record, told.fields)]
    for name, entries in told.beneath.items():
        for number, entry in enumerate(entries):
            own = told.passages.get((name, number), passages)
            changes += put_beneath(record, name, entry, own)
    for passage in passages:
        changes += cite(record, passage)
    return changes


def put_fields(record, fields):
    """Set the plain fields that a row tells, and yield what that changes."""
    for name, value in fields.items():
        field = record._meta.get_field(name)
        now = value.pk if field.is_relation else value
        if getattr(record, field.attname) == now and not (
            name == "date" and record.date_precision != fields["date_precision"]
        ):
            continue
        was = shown(record, field)
        setattr(record, name, value)
        if name == "date":
            record.date_precision = fields["date_precision"]
        if name != "date_precision":
            yield Change(capfirst(str(field.verbose_name)), was, shown(record, field))


def shown(record, field):
    """Return the value of a field in words, "" for none."""
    value = getattr(record, field.attname)
    if value in (None, ""):
        return ""
    if field.name == "date":
        return str(Known(value, record.date_precision))
    if field.is_relation:
        return str(getattr(record, field.name))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


# By what a row beneath a record is known again: an event by all of these, else the
# first that is there, as a member's vote by the official or by the name alone.
KNOWN_BY = {
    "aliases": ("name",),
    "ballots": ("official", "voter_name"),
    "concerns": ("kind",),
    "events": ("kind", "date", "date_precision"),
    "signatories": ("organization", "official"),
}
# What may change of a row that is there already.
CHANGEABLE = {"ballots": ("option",), "events": ("note", "note_es")}


def put_beneath(record, name, entry, passages):
    """Add or change a row beneath a record, and yield what that changes."""
    manager = getattr(record, name)
    there = list(manager.all())
    manager.set(there)  # in memory from here on, until somebody saves the record
    words = capfirst(str(manager.model._meta.verbose_name))
    child = known_child(name, there, entry)
    if child is None:
        child = building.build(manager.model, entry)
        if hasattr(child, "sort_order"):
            child.sort_order = len(there)
        manager.add(child)
        yield Change(words, "", in_words(child))
    else:
        yield from change(child, entry, CHANGEABLE.get(name, ()), words)
    if name == "events":
        told_by = {c.source_id for c in child.citations.all()} - {None}
        for passage in passages:
            if passage.source.pk not in told_by:
                yield from cite(child, replace(passage, supports=""))


def known_child(name, there, entry):
    """Return the row that is there already, None for none."""
    asked = known_by(name, entry.get)
    for child in there:
        if known_by(name, partial(getattr, child)) == asked:
            return child
    if name != "ballots":
        return None
    # Printed before we had an entry for the member, or found elsewhere since.
    voter = fold_name(str(entry["official"] or entry["voter_name"]))
    for child in there:
        both = child.official_id and entry["official"]
        if not both and fold_name(str(child.official or child.voter_name)) == voter:
            return child
    return None


def known_by(name, value_of):
    """Return by what a row beneath a record is known again."""
    parts = [(field, folded(value_of(field))) for field in KNOWN_BY[name]]
    present = [part for part in parts if part[1]]
    return tuple(present if name == "events" else present[:1])


def folded(value):
    """Return a value as it is compared: a record by its id, a text folded."""
    if isinstance(value, models.Model):
        return value.pk
    return fold_name(value) if isinstance(value, str) else value


def change(child, entry, names, words):
    """Give a row that is there what is new of it, and yield what that changes."""
    was = in_words(child)
    for name in names:
        if entry[name] and getattr(child, name) != entry[name]:
            setattr(child, name, entry[name])
    if in_words(child) != was:
        yield Change(words, was, in_words(child))


def in_words(child):
    """Return a row beneath a record in words."""
    words = str(child)
    if getattr(child, "date", None):
        words = f"{child.get_kind_display()} {Known(child.date, child.date_precision)}"
    notes = joined(*(getattr(child, name, "") for name in ("note", "note_es")))
    return f"{words}: {notes}" if notes else words


def cite(target, passage):
    """Cite a passage for a record or an event, unless it is cited; yield that."""
    source = passage.source
    for citation in target.citations.all():
        if (
            cited(citation, source)
            and citation.field == passage.supports
            and passage.quote in ("", citation.quote)
            and passage.paragraph in (None, citation.paragraph)
        ):
            return
    citation = Citation(
        source=source,
        field=passage.supports,
        quote=passage.quote,
        paragraph=passage.paragraph,
        speaker=passage.speaker,
        sort_order=len(target.citations.all()),
    )
    target.citations.add(citation)
    event = isinstance(target, PolicyEvent)
    what = f"“{in_words(target)}”" if event else _("the record")
    words = f"{source}: “{passage.quote}”" if passage.quote else str(source)
    yield Change(_("Source of %s") % what, "", words)


def cited(citation, source):
    """Tell whether a citation is of a source; a new one has no id yet."""
    return citation.source is source or (
        source.pk is not None and citation.source_id == source.pk
    )
