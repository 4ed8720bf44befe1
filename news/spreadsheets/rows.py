"""One row of a sheet while it is understood, and what is wrong with it."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from news.spreadsheets.columns import LONGEST
from news.spreadsheets.values import CellRefused

# What a spreadsheet shows in place of a value.
FAILED = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#SPILL!", "#VALUE!")
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: in which column, and why."""

    column: str
    words: str

    def __str__(self):
        return f"{self.column}: {self.words}" if self.column else self.words


@dataclass
class Row:
    """The cells of a row, read by the columns of its kind of sheet."""

    kind: Any
    number: int
    cells: dict[str, str]
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _values: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self):
        for name, text in self.cells.items():
            if len(text) > LONGEST:
                words = _("%(count)s characters, and %(length)s at most fit here.")
                self.refuse(name, words % {"count": len(text), "length": LONGEST})
            elif text in FAILED:
                words = _("“%s” is what a failed formula shows.")
                self.refuse(name, words % text)
            elif text:
                self._values[name] = self.told(name, self.kind.column(name).read, text)

    def value(self, name):
        """Return what a cell says; None when it is empty or cannot be read."""
        return self._values.get(name)

    def told(self, name, look, *asked):
        """Return what a search for a cell's words finds; None where it is refused."""
        try:
            return look(*asked)
        except CellRefused as refusal:
            self.refuse(name, str(refusal))
            return None

    def refuse(self, name, words):
        """Note what is wrong in a column."""
        fault = Fault(name, str(words))
        if fault not in self.faults:
            self.faults.append(fault)

    def note(self, words):
        """Note what whoever looks at the preview should know."""
        if words not in self.notes:
            self.notes.append(words)

    @property
    def wrong(self):
        """The columns in which something is wrong."""
        return {fault.column for fault in self.faults}

    def need(self):
        """Refuse a row for a new record whose needed cells are empty."""
        for column in self.kind.columns:
            if column.needed and not self.cells.get(column.name):
                self.refuse(column.name, _("A new record needs this."))

    def fields(self):
        """Return the plain fields of the record that the row tells, by name."""
        return {
            column.field: self.value(column.name)
            for column in self.kind.columns
            if column.field and self.value(column.name) is not None
        }
