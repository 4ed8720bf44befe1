"""A listing as CSV: UTF-8 without a mark, a row a line, names of columns first."""

import csv
import io

from django.http import StreamingHttpResponse

from config.cells import plain_cell
from config.listings.columns import cell, flat, told
from config.listings.faces.face import Face


def lines(export):
    """Yield the table as text, a chunk of rows at a time."""
    columns = flat(export.columns)
    text = io.StringIO()
    write = csv.writer(text).writerow
    write([column.name for column in columns])
    for rows in export.chunks():
        for row in rows:
            cells = told(columns, row, export.day).values()
            write([plain_cell(cell(value)) for value in cells])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    # The names of the columns, if every row was withdrawn meanwhile.
    yield text.getvalue()


FACE = Face(
    suffix="csv",
    label="CSV",
    content_type="text/csv; charset=utf-8",
    response=lambda export: StreamingHttpResponse(lines(export)),
)
