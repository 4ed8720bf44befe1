"""What one version of a record says, part by part: as it compares, and in words."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations

from jurisdictions.bilingual import SPANISH, twin_of
from jurisdictions.enums import Certainty, Precision
from news.history.words import dated, joined

# Fields that say one thing together, and the part they are.
TOGETHER = {
    "abstain_count": "counts",
    "absent_count": "counts",
    "amount_from": "amount",
    "amount_is_approximate": "amount",
    "amount_to": "amount",
    "amount_unit": "amount",
    "date_anchor": "date",
    "date_certainty": "date",
    "date_phrase": "date",
    "date_precision": "date",
    "family_name": "name",
    "filed_precision": "filed_on",
    "given_name": "name",
    "no_count": "counts",
    "predecessor_relation": "predecessor",
    "suffix": "name",
    "yes_count": "counts",
}
# Editable to the models of the admin, and on no form of ours.
KEPT_BY_THE_ADMIN = {"first_published_at"}
# Of a part that is a date: how much of it is known, and how.
DATES = {
    "date": ("date_precision", "date_certainty"),
    "filed_on": ("filed_precision", ""),
}
# Rows with a day of their own, and the choice that says what happened on it.
HAPPENED = {"caseevent": "status", "policyevent": "kind"}


def parts_of(model):
    """Return {part: its fields} of what an editor fills in, in the model's order."""
    parts = {}
    for field in model._meta.concrete_fields:
        is_filled_in = field.editable and field.name not in KEPT_BY_THE_ADMIN
        if is_filled_in and not field.primary_key and not is_parent(field):
            parts.setdefault(TOGETHER.get(field.name, field.name), []).append(field)
    return parts | {field.name: [field] for field in get_all_child_m2m_relations(model)}


def is_parent(field):
    """Return whether a field only says to which record a row belongs."""
    return isinstance(field, ParentalKey)


def rows_of(model):
    """Return the names of the rows below a record, its citations left out."""
    names = (rel.get_accessor_name() for rel in get_all_child_relations(model))
    return [name for name in names if name != "citations"]


def compared(version, fields):
    """Return the fields of a version as they compare: rows by key, breaks alike."""
    return tuple(_compared(version, field) for field in fields)


def _compared(version, field):
    if field.many_to_many:
        return tuple(sorted(row.pk for row in getattr(version, field.name).all()))
    value = getattr(version, field.attname)
    if isinstance(value, str):  # a browser ends lines as no file does
        return "\n".join(line.rstrip() for line in value.strip().splitlines())
    return value


def row_compared(row):
    """Return a row below a record as it compares: all that an editor fills in."""
    return _row_compared(row, parts_of(type(row)))


def row_apart(row):
    """Return a row below a record as it compares: its own facts, and its twins."""
    parts = parts_of(type(row))
    twins = {part for part in parts if is_twin(type(row), part)}
    return _row_compared(row, parts.keys() - twins), _row_compared(row, twins)


def _row_compared(row, names):
    parts = parts_of(type(row))
    return tuple(compared(row, parts[name]) for name in parts if name in names)


def is_twin(model, part):
    """Return whether a part is a text in Spanish, the twin of one of the model's."""
    return part in map(twin_of, getattr(model, "bilingual", ()))


def twins_in_words(row):
    """Return a row below a record in words with its texts in Spanish, if it has any."""
    return joined(row_name(row), *row.twins()) if row.twins() else ""


def words_of(version, part, fields, public=False):
    """Return a part in lines of words, none where it says nothing.

    `public` leaves out the names of records that the public does not see.
    """
    if part in DATES:
        return _date_words(version, part)
    said = [
        (field, words) for field in fields for words in _words(version, field, public)
    ]
    if len(fields) == 1:
        return [words for _field, words in said]
    if part == "counts":
        return [f"{field.verbose_name}: {words}" for field, words in said]
    return [" ".join(words for _field, words in said)] if said else []


def _date_words(version, part):
    precision, certainty = DATES[part]
    day = getattr(version, part)
    phrase = getattr(version, "date_phrase", "") if part == "date" else ""
    words = day and dated(
        day.isoformat(),
        getattr(version, precision) or Precision.DAY,
        getattr(version, certainty) if certainty else Certainty.STATED,
    )
    found = joined(words or "", f"“{phrase}”" if phrase else "")
    return [found] if found else []


def _words(version, field, public):
    """Yield the words of one field, none for an empty one and one for each row."""
    if field.is_relation:
        yield from (named(row, public) for row in _related(version, field))
        return
    value = getattr(version, field.name)
    if isinstance(value, bool):
        yield _("yes") if value else _("no")
    elif value is None or value == "":
        return
    elif field.choices:
        yield str(getattr(version, f"get_{field.name}_display")())
    elif isinstance(field, models.DateField):
        yield dated(value.isoformat(), Precision.DAY)
    else:
        yield str(value)


def _related(version, field):
    if field.many_to_many:
        return list(getattr(version, field.name).all())
    row = getattr(version, field.name)
    return [] if row is None else [row]


def named(record, public=False):
    """Return the name of a record that another one names, in the language at hand.

    Where nobody has put it into Spanish it is the English, and nothing says so.
    """
    if public and not record.is_public:
        return _("an entry that is not published")
    told = record.told_name()
    return told.before + told.words


def has_spanish_names(version, fields):
    """Return whether what a part names for the public is named in Spanish too.

    Names of people and places are, and headlines: they are the same in both.
    """
    rows = (row for f in fields if f.is_relation for row in _related(version, f))
    with override(SPANISH):
        return not any(row.told_name().note for row in rows if row.is_public)


def row_words(row, public=False):
    """Return a row below a record in words, with its note if it has one."""
    if public and any(
        not getattr(getattr(row, field.name), "is_public", True)
        for field in row._meta.concrete_fields
        if field.is_relation and not is_parent(field) and getattr(row, field.attname)
    ):
        return _("an entry that is not published")
    return joined(row_name(row), getattr(row, "note", ""))


def row_name(row):
    """Return what a row below a record is called, its day told as everywhere."""
    choice = HAPPENED.get(row._meta.model_name)
    if not choice or not row.date:
        return str(row)
    told = getattr(row, f"get_{choice}_display")()
    return joined(told, dated(row.date.isoformat(), row.date_precision))
