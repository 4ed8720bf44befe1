"""What lies beside the tables in the zip: their description, a letter, the licence."""

import hashlib
import json
import shutil
import zipfile

from django.conf import settings

from config.listings.columns import LICENCE, Kind
from news.bulk.tables import every_table

TITLE = "The Local Record"
NAME = "local-record"
TERMS = "https://creativecommons.org/licenses/by/4.0/"
# How a list stands in one cell of a CSV file.
LIST_IN_CELL = "Several are parted by “; ”."

README = """# {title}, {day}

What US cities, counties and states agreed with ICE, who decided, and how we know: all
that is published on {address}, as of {day}.

| table | rows | what |
|---|---:|---|
{tables}

`datapackage.json` says what each column means and holds, and how the tables hang
together (Frictionless Data Package, version 1). An empty cell is what no source tells;
it is never a no. Dates are the first day of what is known: the precision beside each
says whether that is a day, a week, a month or a year.

Each row of `citations.csv` leads to one source and to one row of another table: that is
what the row rests on. A citation that contradicts says so in `bearing`.

A text that a spreadsheet would run as a formula has an apostrophe before it. Take one
apostrophe off every cell that begins with one and in which only spaces and apostrophes
precede `=`, `+`, `-`, `@`, a tab or a line break, and you have the text as it is.

Ids and addresses of places, policies, votes, statements, organizations, officials and
sources never change. Ids of the other tables hold within this edition.

Use it under {licence}, see `LICENCE.txt`. Say where it comes from: {title}, {address},
as of {day}. The articles cited and quoted belong to those who published them.
"""

NOTICE = """{title}, as of {day}, {address}

The record is under the Creative Commons Attribution 4.0 International licence
(CC BY 4.0): {terms}
Its text in full: {terms}legalcode

The articles it cites and quotes belong to those who published them.
"""


def about(day):
    """Return what every edition says of itself."""
    return {
        "title": TITLE,
        "address": f"{settings.SITE_URL}/",
        "as_of": day.isoformat(),
        "licence": LICENCE,
        "licence_address": TERMS,
    }


def pack(path, folder, counts, day):
    """Put the tables of a folder and what describes them into one archive.

    Every date in it is the day's, so that the same tables are the same archive.
    """
    words = {"day": day.isoformat(), "address": f"{settings.SITE_URL}/", "terms": TERMS}
    words |= {"title": TITLE, "licence": LICENCE}
    lines = (
        f"| `{t.name}.csv` | {counts[t.name]:,} | {t.about} |" for t in every_table()
    )
    letters = {
        "README.md": README.format(tables="\n".join(lines), **words),
        "LICENCE.txt": NOTICE.format(**words),
        "datapackage.json": json.dumps(
            described(folder, counts, day), ensure_ascii=False, indent=2
        ),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in letters.items():
            with archive.open(member(name, day), "w") as out:
                out.write(text.encode())
        for table in every_table():
            name = f"{table.name}.csv"
            info = member(name, day)
            with (
                (folder / name).open("rb") as file,
                archive.open(info, "w", force_zip64=True) as out,
            ):
                shutil.copyfileobj(file, out)


def member(name, day):
    """Return how a file stands in the archive, the same on every machine."""
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o644 << 16
    return info


def described(folder, counts, day):
    """Return the data package: what programs have to know of the tables."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "homepage": f"{settings.SITE_URL}/",
        "version": day.isoformat(),
        "licenses": [{"name": "CC-BY-4.0", "title": LICENCE, "path": TERMS}],
        "resources": [resource(table, folder, counts) for table in every_table()],
    }


def resource(table, folder, counts):
    """Return the description of one table."""
    path = folder / f"{table.name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.about,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
        "rows": counts[table.name],
        "schema": {
            "fields": [described_field(column) for column in table.fields],
            "primaryKey": "id",
            "foreignKeys": [
                {"fields": name, "reference": {"resource": other, "fields": "id"}}
                # A table that leads to itself names itself by nothing.
                if other != table.name
                else {"fields": name, "reference": {"resource": "", "fields": "id"}}
                for name, other in table.keys.items()
            ],
            "missingValues": [""],
        },
    }


def described_field(column):
    """Return the description of one column."""
    in_cell = f" {LIST_IN_CELL}" if column.kind == Kind.LIST else ""
    found = {
        "name": column.name,
        "type": "string" if column.kind == Kind.LIST else column.kind.value,
        "description": f"{column.about}{in_cell}",
    }
    rules = {"required": True, "unique": True} if column.name == "id" else {}
    if column.choices and column.kind == Kind.TEXT:
        rules["enum"] = [value for value in column.choices.values if value]
    return found | ({"constraints": rules} if rules else {})


def sha256(path):
    """Return the checksum of a file, read a little at a time."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
