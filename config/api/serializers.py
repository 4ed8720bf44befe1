"""Columns as serializers: what a row is told as, and what the schema says of it."""

from functools import cache

from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers

from config.listings.columns import Kind, told

TYPES = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
}


class ToldField(serializers.Field):
    """One column of a row; it is told by the column and only described here."""

    def __init__(self, column, **kwargs):
        self.column = column
        super().__init__(help_text=column.about, **kwargs)


class ToldFieldSchema(OpenApiSerializerFieldExtension):
    """How the schema describes a column."""

    target_class = ToldField

    def map_serializer_field(self, auto_schema, direction):
        """Return the type of a column, null where a row may not have it."""
        return schema_of(self.target.column)


def schema_of(column):
    """Return the JSON schema of a column's values."""
    schema = TYPES[column.kind]
    choices = {"enum": list(column.choices.values)} if column.choices else {}
    if column.kind == Kind.LIST:
        return schema | {"items": schema["items"] | choices}
    if column.always:
        return schema | choices
    if choices:
        choices["enum"].append(None)
    return schema | {"type": [schema["type"], "null"]} | choices


class RowSerializer(serializers.Serializer):
    """A row as its columns tell it on a day; subclasses are made of columns."""

    columns = ()

    def to_representation(self, row):
        """Return {column: value}, of the columns asked for if some are."""
        columns = self.context.get("columns", self.columns)
        return told(columns, row, self.context["day"])


@cache
def serializer_of(name, columns, required=("id",)):
    """Return the serializer of some columns, under the name the schema has for it.

    Of a row only the id is certain, for a reader may leave the others out; what is
    nested in a row always comes whole.
    """
    fields = {}
    for column in columns:
        needed = not required or column.name in required
        if column.kind == Kind.ROWS:
            nested = serializer_of(singular(column.name), column.of, required=())
            fields[column.name] = nested(
                many=True, required=needed, help_text=column.about
            )
        else:
            fields[column.name] = ToldField(column, required=needed)
    return type(name, (RowSerializer,), {"columns": columns, **fields})


def singular(name):
    """Return what one row of a nested column is called: `ballots` has a `Ballot`."""
    stem = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
    return stem.capitalize()


class PageSerializer(serializers.Serializer):
    """One page of the rows that match; `results` is added with the rows' own type."""

    count = serializers.IntegerField(
        min_value=0, help_text=_("How many rows match, on all pages.")
    )
    next = serializers.URLField(
        allow_null=True, help_text=_("Address of the next page; null on the last.")
    )
    previous = serializers.URLField(
        allow_null=True, help_text=_("Address of the page before; null on the first.")
    )
    as_of = serializers.DateField(help_text=_("The day the rows are told as of."))


@cache
def page_of(serializer):
    """Return the serializer of a page of some rows."""
    rows = {"results": serializer(many=True, help_text=_("The rows of the page."))}
    return type(f"{serializer.__name__}Page", (PageSerializer,), rows)


class ProblemSerializer(serializers.Serializer):
    """Why there is no answer."""

    detail = serializers.CharField(help_text=_("What is wrong, in a sentence."))


class QueryProblemSerializer(ProblemSerializer):
    """What is wrong with the query, parameter by parameter."""

    errors = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text=_("The parameters at fault, each with what is wrong."),
    )
