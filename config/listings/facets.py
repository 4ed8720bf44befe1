"""How many rows each answer of a listing would give, without asking for each.

A listing has few rows and each question few answers. So for every answer the rows
that have it are kept as the bits of one number; to count is to lay numbers over each
other. The numbers are made once for a record as it stands, in as many queries as a
listing has questions with several answers a row, and one for the others.
"""

from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Option:
    """One answer to a question, and the rows it would give beside other filters."""

    value: str
    label: str
    count: int
    on: bool


@dataclass(frozen=True)
class Facet:
    """A question with a closed list of answers, as the page puts it."""

    name: str
    label: str
    options: tuple[Option, ...]
    is_flag: bool = False

    @property
    def on_count(self):
        """How many of its answers are asked for."""
        return sum(option.on for option in self.options)

    @property
    def offered(self):
        """The answers that would give rows, and those that are asked for."""
        return [option for option in self.options if option.count or option.on]

    @property
    def empty(self):
        """The answers that would give none."""
        return [option for option in self.options if not option.count and not option.on]


class FacetIndex:
    """The rows of a listing, and those among them that have each answer."""

    def __init__(self, keys, answers):
        self.keys = keys  # of the rows, by the number of their bit
        self.places = {key: number for number, key in enumerate(keys)}
        self.answers = answers  # {question: {answer: bits of the rows that have it}}
        self.every = (1 << len(keys)) - 1

    @classmethod
    def of(cls, rows, single, several):
        """Return the index of some rows, whose bits are in their order.

        `single` names an expression for each question that a row has one answer to,
        `several` a query of (pk, answer) for each of the others.
        """
        terms = {f"facet_{name}": term for name, term in single.items()}
        table = rows.annotate(**terms).values_list("pk", *terms).prefetch_related(None)
        keys, columns = [], {name: {} for name in single}
        for number, row in enumerate(table.iterator(chunk_size=5_000)):
            keys.append(row[0])
            for column, value in zip(columns.values(), row[1:], strict=True):
                if value not in column:
                    column[value] = bytearray()
                _set(column[value], number)
        places = {key: number for number, key in enumerate(keys)} if several else {}
        for name, pairs in several.items():
            columns[name] = {}
            for pk, value in pairs:
                if (place := places.get(pk)) is not None:
                    _set(columns[name].setdefault(value, bytearray()), place)
        answers = {
            name: {
                answer_of(value): int.from_bytes(bits, "little")
                for value, bits in column.items()
            }
            for name, column in columns.items()
        }
        return cls(keys, answers)

    def with_any(self, name, values):
        """Return the bits of the rows that have one of some answers."""
        known, found = self.answers[name], 0
        for value in values:
            found |= known.get(value, 0)
        return found

    def chosen(self, bits, start, stop, order=None):
        """Return the keys of some of the rows with set bits, in an order.

        `order` numbers the bits of all rows; without one it is the index's own.
        """
        held = bits.to_bytes(len(self.keys) // 8 + 1, "little")
        numbers = range(len(self.keys)) if order is None else order
        found = (n for n in numbers if held[n >> 3] >> (n & 7) & 1)
        return [self.keys[number] for number in islice(found, start, stop)]

    def rows(self, pks):
        """Return the bits of the rows with these keys."""
        bits = bytearray()
        for pk in pks:
            if (place := self.places.get(pk)) is not None:
                _set(bits, place)
        return int.from_bytes(bits, "little")


def answer_of(value):
    """Return a value of the database as the address has it; a flag is `1`."""
    if isinstance(value, bool | int):
        return "1" if value else ""
    return "" if value is None else str(value)


def _set(bits, number):
    byte = number >> 3
    if byte >= len(bits):
        bits.extend(bytes(byte + 1 - len(bits)))
    bits[byte] |= 1 << (number & 7)


def overlaid(every, asked, without=None):
    """Return the bits of the rows that all questions but one keep."""
    for name, bits in asked.items():
        if name != without:
            every &= bits
    return every
