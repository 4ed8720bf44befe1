"""What the faces of a listing hold, read back as a reader's program reads it."""

import csv
import io
import json

from django.test import Client
from openpyxl import load_workbook

LISTINGS = {
    "places": "place-list",
    "agreements": "policy-list",
    "votes": "vote-list",
    "statements": "statement-list",
    "organizations": "organization-list",
    "officials": "official-list",
    "sources": "source-list",
}
MAPPED = ("places", "agreements", "votes", "statements")
FACES = [(name, suffix) for suffix in ("csv", "json", "xlsx") for name in LISTINGS]
FACES += [(name, "geojson") for name in MAPPED]


def fetched(address, query=None):
    """Return the bytes of a file that a listing is offered as."""
    response = Client().get(address, query)
    assert response.status_code == 200, (address, response.status_code)
    return b"".join(response)


def table(address, query=None):
    """Return the rows of a CSV, each by the names of its columns."""
    text = fetched(address, query).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheets(address, query=None):
    """Return the two sheets of a workbook, rows of values."""
    book = load_workbook(io.BytesIO(fetched(address, query)))
    return [[[c.value for c in row] for row in sheet.rows] for sheet in book]


def ids(name, suffix, query=None):
    """Return the ids of the rows of a face, in order."""
    address = f"/{name}.{suffix}"
    if suffix == "csv":
        return [int(row["id"]) for row in table(address, query)]
    if suffix == "xlsx":
        rows = sheets(address, query)[0]
        return [row[0] for row in rows[1:]]
    found = json.loads(fetched(address, query))
    return [row["id"] for row in found["rows" if suffix == "json" else "features"]]


def text_of(response):
    """Return everything a response says, what is packed into a workbook too."""
    body = b"".join(response) if response.streaming else response.content
    if response.get("Content-Type") == "application/pdf":
        return body.decode("latin-1")  # what it prints is packed; its page says it too
    if "spreadsheet" not in response.get("Content-Type", ""):
        return body.decode()
    book = load_workbook(io.BytesIO(body))
    return "\n".join(str(c.value) for sheet in book for row in sheet for c in row)
