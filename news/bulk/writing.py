"""The files that one pass over the record fills, each row as it comes."""

import csv
import json
import sqlite3
from contextlib import ExitStack

from config.cells import plain_cell
from config.listings.columns import Kind, cell
from news.bulk.tables import every_table

BATCH = 500  # rows of a table in one statement
TYPES = {
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.YES_NO: "INTEGER",
}
# What readers narrow by, beside the keys.
INDEXED = {"state", "geoid", "type", "status", "kind", "date", "published_on", "url"}


class Tables:
    """A CSV file for each table, in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.counts = {table.name: 0 for table in every_table()}
        self._open = ExitStack()
        self._writers = {}

    def __enter__(self):
        for table in every_table():
            path = self.folder / f"{table.name}.csv"
            file = self._open.enter_context(
                path.open("w", newline="", encoding="utf-8")
            )
            self._writers[table.name] = writer = csv.writer(file)
            writer.writerow([column.name for column in table.fields])
        return self

    def __exit__(self, *fault):
        self._open.close()

    def add(self, entry):
        """Write the rows of one record."""
        for name, values in entry.rows:
            cells = (plain_cell(cell(value)) for value in values.values())
            self._writers[name].writerow(cells)
            self.counts[name] += 1


class OneObject:
    """One JSON object: a list of each kind of record, what hangs on each inside it."""

    def __init__(self, path, about):
        self.path, self.about = path, about
        self._kind = None

    def __enter__(self):
        self._file = self.path.open("w", encoding="utf-8")
        self._file.write(json.dumps(self.about, ensure_ascii=False)[:-1])
        return self

    def __exit__(self, *fault):
        self._file.write("\n]}\n" if self._kind else "}\n")
        self._file.close()

    def add(self, entry):
        """Write one record; those of a kind come one behind the other."""
        if entry.name != self._kind:
            self._file.write("\n]" if self._kind else "")
            self._file.write(f',\n"{entry.name}": [\n')
            self._kind = entry.name
        else:
            self._file.write(",\n")
        json.dump(entry.nested, self._file, ensure_ascii=False, separators=(",", ":"))


class Database:
    """An SQLite file with the tables, their keys and what they mean."""

    def __init__(self, path, about):
        self.path, self.about = path, about
        self._waiting = {table.name: [] for table in every_table()}

    def __enter__(self):
        self._base = sqlite3.connect(self.path)
        # Nobody reads it before it is whole.
        self._base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        for table in every_table():
            self._base.execute(created(table))
        self._describe()
        return self

    def __exit__(self, fault, *_more):
        try:
            if fault is None:
                self._finish()
        finally:
            self._base.close()

    def add(self, entry):
        """Write the rows of one record."""
        for name, values in entry.rows:
            self._waiting[name].append([stored(value) for value in values.values()])
            if len(self._waiting[name]) >= BATCH:
                self._write(name)

    def _write(self, name):
        rows = self._waiting[name]
        if rows:
            places = ", ".join("?" * len(rows[0]))
            self._base.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608
            rows.clear()

    def _describe(self):
        base = self._base
        base.execute('CREATE TABLE "about" ("name" TEXT PRIMARY KEY, "value" TEXT)')
        base.executemany("INSERT INTO about VALUES (?, ?)", self.about.items())
        base.execute(
            'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "about" TEXT, '
            'PRIMARY KEY ("table", "column"))'
        )
        base.executemany(
            "INSERT INTO columns VALUES (?, ?, ?)",
            (
                (table.name, column.name, str(column.about))
                for table in every_table()
                for column in table.fields
            ),
        )

    def _finish(self):
        for name in self._waiting:
            self._write(name)
        self._base.commit()
        for statement in indexes():
            self._base.execute(statement)
        astray = self._base.execute("PRAGMA foreign_key_check").fetchone()
        if astray:
            raise AssertionError(
                f"A row of {astray[0]} leads to no row of {astray[2]}."
            )
        self._base.commit()
        self._base.execute("ANALYZE")
        self._base.commit()
        self._base.execute("VACUUM")


def created(table):
    """Return the statement that makes a table."""
    parts = []
    for column in table.fields:
        part = f'"{column.name}" {TYPES.get(column.kind, "TEXT")}'
        if column.name == "id":
            part += " PRIMARY KEY"
        if column.name in table.keys:
            part += f' REFERENCES "{table.keys[column.name]}" ("id")'
        parts.append(part)
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)})'


def indexes():
    """Yield the statements that make keys and usual questions quick."""
    for table in every_table():
        for column in table.fields:
            if column.name in table.keys or column.name in INDEXED:
                on = f'"{table.name}" ("{column.name}")'
                yield f'CREATE INDEX "{table.name}_by_{column.name}" ON {on}'


def stored(value):
    """Return a plain value as SQLite keeps it: a list as JSON, yes as 1."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
