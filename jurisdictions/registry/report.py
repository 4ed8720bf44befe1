"""What an import did and what it could not read: counts, and a file of the rows."""

import csv
from collections import Counter
from pathlib import Path

from config.cells import plain_cell

HEADINGS = ("what", "file", "line", "geoid", "name", "details", "row as it stands")
CHANGES = ("created", "updated", "renamed", "deactivated", "restored", "united")
# How many of each change the terminal shows; the file has them all.
SHOWN = 5


class Counts:
    """How many places of a file became what, and the first of each kind."""

    def __init__(self):
        self.begin("")

    def begin(self, file_name: str):
        """Begin with another file: its changes are counted anew."""
        self.file_name = file_name
        self.counts = Counter()
        self.first = {}

    def change(self, what, place, details="", *, always=False):
        """Count a change of a place; `always` for what has to be written down."""
        self._count(what, f"{place} ({place.geoid})" + f": {details}" * bool(details))
        self.write(what, "", [place.geoid, str(place), details], always=always)

    def refuse(self, line, reason, cells):
        """Count a row that was not taken, and write it down whole with the reason."""
        self._count("bad", f"line {line}: {reason}")
        self.write("not read", line, ["", "", reason, *cells], always=True)

    def count(self, what):
        """Count what needs no line of its own."""
        self.counts[what] += 1

    def _count(self, what, words):
        self.counts[what] += 1
        shown = self.first.setdefault(what, [])
        if len(shown) < SHOWN:
            shown.append(words)

    @property
    def changed(self):
        """Whether anything of the record is not as it was."""
        return any(self.counts[what] for what in CHANGES)

    def write(self, what, line, cells, *, always):
        """Write a line down, where there is a file for it."""


class Report(Counts):
    """The report file of one run. It tells every change only if asked to.

    The file is made when there is something to say.
    """

    def __init__(self, path: Path, *, changes: bool):
        super().__init__()
        self.path, self.changes = path, changes
        self.lines = self.bad = 0
        self._text = None

    def write(self, what, line, cells, *, always):
        """Write a line down, if it is one that nothing else will show."""
        if always or self.changes:
            if self._text is None:
                self._text = self.path.open("w", encoding="utf-8", newline="")
                self._rows = csv.writer(self._text)
                self._rows.writerow(HEADINGS)
            self.lines += 1
            self.bad += what == "not read"
            self._rows.writerow([what, self.file_name, line, *map(plain_cell, cells)])

    def close(self):
        """Close the file, if there is one."""
        if self._text:
            self._text.close()
