"""Two records of one kind beside each other: what each says, and what rests on it."""

from dataclasses import dataclass

from django.utils.text import capfirst

from jurisdictions.bilingual import twin_of
from news.duplicates.references import counted

# What the site keeps beside a record, and what belongs to an address alone.
NOT_COMPARED = {
    "id",
    "slug",
    "lookup",
    "fingerprint",
    "live",
    "created_at",
    "updated_at",
    "counts_from",
    "last_checked_on",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
    "latest_revision",
    "live_revision",
}


@dataclass(frozen=True)
class Row:
    """One field, or one kind of reference, of two records."""

    label: str
    one: str
    other: str
    # Whether a merge takes the second's value, which the first has not.
    is_taken: bool = False
    # Whether these are rows of other records, counted, which a merge moves.
    is_counted: bool = False


def compared_fields(model):
    """Return the fields of a kind of record that an editor fills in."""
    return [f for f in model._meta.concrete_fields if f.name not in NOT_COMPARED]


def is_empty(field, value):
    """Return whether a field says nothing: blank, not known."""
    return value in field.empty_values or value == "unknown"


def taken_fields(one, other):
    """Return the fields of which a merge takes the second's value: the first has none.

    A text in Spanish goes with its English: words of two hands do not translate.
    """
    twins = {twin_of(name): name for name in type(one).bilingual}
    return {
        field.name
        for field in compared_fields(type(one))
        for asked in [type(one)._meta.get_field(twins.get(field.name, field.name))]
        if _says_only(asked, other, one) and _says_only(field, other, one)
    }


def _says_only(field, one, other):
    said, not_said = getattr(one, field.attname), getattr(other, field.attname)
    return is_empty(field, not_said) and not is_empty(field, said)


def compared(one, other):
    """Return what two records say, field by field, and what rests on each."""
    rows, taken = [], taken_fields(one, other)
    for field in compared_fields(type(one)):
        values = [getattr(record, field.attname) for record in (one, other)]
        empty = [is_empty(field, value) for value in values]
        if not all(empty):
            said = [_in_words(record, field) for record in (one, other)]
            label = capfirst(field.verbose_name)
            rows.append(Row(label, *said, is_taken=field.name in taken))
    numbers = [counted(record) for record in (one, other)]
    for label in sorted(numbers[0].keys() | numbers[1].keys()):
        found = [str(number.get(label, 0)) for number in numbers]
        rows.append(Row(label, *found, is_counted=True))
    return rows


def _in_words(record, field):
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    value = getattr(record, field.name)
    return "" if value in field.empty_values else str(value)[:300]
