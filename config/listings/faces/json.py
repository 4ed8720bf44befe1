"""A listing as one JSON object, with the rows that hang on each row inside it."""

import json

from django.http import StreamingHttpResponse

from config.listings.columns import LICENCE, told
from config.listings.faces.face import Face, by_field


def written(value):
    """Return a value as JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def about(export):
    """Return what a file says of itself before its rows."""
    return {
        "title": export.heading,
        "address": export.address,
        "as_of": export.day.isoformat(),
        "licence": LICENCE,
        "count": export.count,
    }


def columns_of(columns):
    """Return what each column is called, holds and means."""
    return [
        {"name": column.name, "kind": column.kind, "about": str(column.about)}
        for column in columns
    ]


def with_list(opening, name, items):
    """Yield the text of an object that ends in a long list.

    `opening` is the object without the list, `items` yields lists of its values.
    """
    head = f'{written(opening)[:-1]},"{name}":['
    between = ""
    for some in items:
        body = ",\n".join(written(item) for item in some)
        yield f"{head}{between}{body}" if body else head
        head, between = "", ",\n" if body or between else ""
    yield f"{head}]}}\n"


def text(export):
    """Yield the object as text, a chunk of rows at a time."""
    opening = about(export) | {"columns": columns_of(export.columns)}
    rows = (
        [told(export.columns, row, export.day) for row in chunk]
        for chunk in export.chunks()
    )
    return with_list(opening, "rows", rows)


FACE = Face(
    suffix="json",
    label="JSON",
    content_type="application/json",
    response=lambda export: StreamingHttpResponse(text(export)),
    refusal=by_field,
    attached=False,
)
