"""What may be asked, as the schema says it: the filters' own parameters, described."""

import inspect

import django_filters
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter

from config.api.shape import LARGEST_PAGE, PAGE_SIZE
from config.listings import (
    MAX_QUERY_LENGTH,
    MAX_VALUES,
    DayFilter,
    FlagFilter,
)
from config.listings.columns import Kind
from config.listings.parameters import NOT, RepeatedField

DAY = {"type": "string", "format": "date"}
# A parameter whose values are what the record holds, such as a place's GEOID: the
# schema cannot list them, and one that we have not is refused.
ON_RECORD = "x-on-record"


def of_lists(filters, columns, known_by):
    """Return the parameters of a listing: its filters, and the shape of the answer.

    `known_by` says what names a row of the record: {parameter: such as "GEOID"}.
    """
    return [
        *(_of_filter(filters, name, known_by) for name in filters.base_filters),
        _query(
            "page", _("Which page."), {"type": "integer", "minimum": 1, "default": 1}
        ),
        _query(
            "page_size",
            _("Rows on a page."),
            {
                "type": "integer",
                "minimum": 1,
                "maximum": LARGEST_PAGE,
                "default": PAGE_SIZE,
            },
        ),
        _columns("fields", _("These columns only, with the id."), columns),
        _columns(
            "include",
            _("What nests in each row, which lists leave out otherwise."),
            [column for column in columns if column.kind == Kind.ROWS],
        ),
    ]


def of_records(columns):
    """Return the parameters of one record."""
    return [
        _query(
            "as_of",
            _("Tell it as it stood on a day, as year-month-day; today’s or earlier."),
            DAY,
        ),
        _columns("fields", _("These columns only, with the id."), columns),
    ]


def path(name, about, schema):
    """Return a part of an address that says which record."""
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, description=about)


def _query(name, about, schema, **more):
    return OpenApiParameter(name, schema, description=about, **more)


def _columns(name, about, columns):
    names = [column.name for column in columns]
    schema = {"type": "array", "items": {"type": "string", "enum": names}}
    about = _("%s Separated by commas.") % about
    return _query(name, about, schema, style="form", explode=False)


def _of_filter(filters, name, known_by):
    declared, choices = filters.base_filters[name], None
    label = str(declared.label)
    if isinstance(declared, DayFilter):
        return _query(name, _("%s, a day as year-month-day.") % label, DAY)
    if isinstance(declared, FlagFilter):
        schema = {"type": "string", "enum": ["1"]}
        return _query(name, f"{label}.", schema)
    if isinstance(declared, django_filters.NumberFilter):
        limits = {
            "minimum": declared.extra["min_value"],
            "maximum": declared.extra["max_value"],
        }
        return _query(name, f"{label}.", {"type": "integer"} | limits)
    if name == "sort":
        choices = {"type": "string", "enum": list(filters.sorts)}
        first = next(iter(filters.sorts))
        return _query(name, _("Order."), choices | {"default": first})
    if isinstance(declared, django_filters.MultipleChoiceFilter):
        return _repeated(name, declared, label, known_by)
    schema = {"type": "string", "maxLength": MAX_QUERY_LENGTH, "pattern": r"^[^\x00]*$"}
    return _query(name, _("%s: all of these words.") % label, schema)


def _repeated(name, declared, label, known_by):
    """Return a parameter that may be given several times, for any of its values."""
    choices = declared.extra.get("choices")
    more, items = {"explode": True, "style": "form"}, {"type": "string"}
    if declared.field_class is RepeatedField or inspect.isfunction(choices):
        question = name.removeprefix(NOT)
        more["extensions"] = {ON_RECORD: question}
        words = {"what": label, "key": known_by[question]}
        label = _("%(what)s, by %(key)s") % words
    elif choices:
        pairs = getattr(choices, "choices", choices)
        items["enum"] = [value for value, _label in pairs]
    schema = {"type": "array", "items": items, "maxItems": MAX_VALUES}
    return _query(name, f"{label}.", schema, **more)
