"""The API's documentation as a page: the schema, told to people.

Nothing is described here a second time. The example is asked of the record itself,
so that no fact on the page is invented.
"""

import json
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from config.api.addresses import LISTS
from config.api.errors import BadQuery
from config.api.parameters import ON_RECORD
from config.api.schema import schema_in
from config.api.shape import LARGEST_PAGE, OF_LISTS, PAGE_SIZE
from config.listings import MAX_QUERY_LENGTH, MAX_VALUES
from config.listings.columns import absolute
from config.listings.parameters import NOT

EXAMPLE = (
    "agreements",
    "fields=place,state,title,status,status_since,sources&page_size=1",
)
MISTAKE = ("agreements", "status=maybe")
LABELS = tuple(LISTS.items())
KINDS = {
    "array": _("list"),
    "boolean": _("true or false"),
    "integer": _("whole number"),
    "number": _("number"),
    "string": _("text"),
    "date": _("date"),
    "uri": _("address"),
}


@dataclass(frozen=True)
class Entry:
    """A parameter or a column: its name, what it means, what it can be."""

    name: str
    about: str
    kind: str
    values: tuple = ()
    can_be_null: bool = False
    can_exclude: bool = False
    of: tuple = ()  # what nests in it


@dataclass(frozen=True)
class Listing:
    """What the page says of one listing."""

    name: str
    label: str
    about: str
    address: str
    records: tuple  # the addresses of a single one
    parameters: tuple
    columns: tuple


@require_safe
def docs(request):
    """Answer with what all listings share, and where each is described."""
    found = schema_in(translation.get_language())
    context = {
        "listings": [(name, label, reverse(f"api-{name}")) for name, label in LABELS],
        "page_columns": columns(found, "AgreementPage"),
        "example": example(request, *EXAMPLE),
        "mistake": example(request, *MISTAKE),
        "rates": settings.API_RATES,
        "limits": {
            "page": PAGE_SIZE,
            "largest": LARGEST_PAGE,
            "most": MAX_VALUES,
            "words": MAX_QUERY_LENGTH,
        },
        "schema": reverse("api-schema"),
    }
    return render(request, "pages/api_docs.html", context)


@require_safe
def listing_docs(request, name):
    """Answer with what one listing can be asked, and what it answers.

    :raises Http404: when there is no such listing.
    """
    if name not in LISTS:
        raise Http404
    found = schema_in(translation.get_language())
    context = {"listing": listing(found, name)}
    return render(request, "pages/api_listing.html", context)


def listing(schema, name):
    """Return what the schema says of one listing."""
    address = reverse(f"api-{name}")
    operation = schema["paths"][address]["get"]
    page = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return Listing(
        name,
        LISTS[name],
        operation["description"],
        address,
        tuple(
            a for a in schema["paths"] if a.startswith(f"{address}") and a != address
        ),
        tuple(parameters(operation)),
        tuple(columns(schema, named(page).removesuffix("Page"))),
    )


def parameters(operation):
    """Yield the filters of a listing; one that excludes is told with its twin."""
    found = {parameter["name"]: parameter for parameter in operation["parameters"]}
    for name, parameter in found.items():
        if name in OF_LISTS or name.startswith(NOT) or parameter["in"] != "query":
            continue
        kind = kind_of(parameter["schema"])
        if parameter.get(ON_RECORD):
            kind = _("text, as on record")
        values = values_of(parameter["schema"])
        about = parameter["description"]
        yield Entry(name, about, kind, values, can_exclude=f"{NOT}{name}" in found)


def columns(schema, component):
    """Return the columns of one of the schema's types, with those that nest."""
    properties = schema["components"]["schemas"][component]["properties"]
    return tuple(column(schema, name, told) for name, told in properties.items())


def column(schema, name, told):
    """Return one column as the page tells it."""
    nested = named(told.get("items", {}))
    return Entry(
        name,
        told.get("description", ""),
        _("list of rows") if nested else kind_of(told),
        values_of(told),
        "null" in told["type"],
        of=columns(schema, nested) if nested and nested != "Agreement" else (),
    )


def kind_of(schema):
    """Return the type of a value in words."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return KINDS.get(schema.get("format")) or KINDS[types[0]]


def values_of(schema):
    """Return the values of a closed list, none for an open one."""
    values = schema.get("items", schema).get("enum", ())
    return tuple(value for value in values if value is not None)


def named(schema):
    """Return the name of the type that a reference leads to, "" for none."""
    return schema.get("$ref", "").rpartition("/")[2]


def example(request, name, query):
    """Return an address of the API and what it answers at this very moment."""
    address = reverse(f"api-{name}")
    records = resolve(address).func.cls()
    try:
        answer = records.page(request, address, QueryDict(query))
    except BadQuery as fault:
        answer = fault.answer
    text = json.dumps(answer, indent=2, ensure_ascii=False)
    return absolute(f"{address}?{query}"), text
