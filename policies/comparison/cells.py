"""The shape of a comparison: rows, their cells, and the facts of a cell."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy, ngettext

from policies.enums import PolicyStatus

# What one cell shows; of a place with more its own page tells the rest.
MOST_FACTS = 12

NONE_FOUND = gettext_lazy("none found")
NOT_RECORDED = gettext_lazy("not recorded")
IN_NO_COUNTY = gettext_lazy("does not apply")


@dataclass(frozen=True)
class Fact:
    """One line of a cell: what it is, where it stands, and since when or how."""

    words: str
    url: str = ""
    status: PolicyStatus | None = None
    direction: str = ""
    note: str = ""
    citations: list = field(default_factory=list)

    @property
    def text(self):
        """The fact as the page has it, without shapes and numbers of sources."""
        told = (self.words, self.status.label if self.status else "", self.note)
        return " · ".join(str(part) for part in told if part)


@dataclass(frozen=True)
class Cell:
    """What is told of one place in one row.

    `key` is what decides whether places differ; `absence` says that there is no fact.
    """

    place: object
    facts: list
    key: object
    absence: str = NONE_FOUND

    @property
    def none_found(self):
        """Whether somebody could look for it, and we have nothing."""
        return not self.facts and self.absence == NONE_FOUND

    @property
    def shown(self):
        """The facts that the page prints."""
        return self.facts[:MOST_FACTS]

    @property
    def more(self):
        """How many facts it does not print, in words; "" when it prints all."""
        left = len(self.facts) - MOST_FACTS
        if left <= 0:
            return ""
        return ngettext(
            "and %(num)s more on the place’s own page",
            "and %(num)s more on the place’s own page",
            left,
        ) % {"num": left}

    @property
    def lines(self):
        """The cell as lines of text, the same that the page prints."""
        if not self.facts:
            return [str(self.absence)]
        return [fact.text for fact in self.shown] + [self.more] * bool(self.more)


@dataclass(frozen=True)
class Row:
    """One question, with the answer of every place."""

    name: str
    label: str
    cells: list

    @property
    def differs(self):
        """Whether the places' answers are not all the same."""
        return any(cell.key != self.cells[0].key for cell in self.cells)
