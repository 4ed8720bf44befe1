"""The rows of a listing on their way out: all of them, a few at a time.

The question is asked once, for the keys of its rows in their order; then rows are
fetched by their keys and told, a few at a time. So memory holds few rows whatever
their number, no database cursor stays open while a reader is slow, and no condition
is weighed twice.
"""

import threading
import time
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from config.listings.addresses import canonical
from config.listings.columns import Column, absolute

FETCHED = 500  # rows by one query
TOLD = 50  # rows between two rests
# An export rests for so many times as long as it worked: pages that are asked for
# meanwhile come first.
REST = 4
LONGEST_REST = 1.0  # seconds
# What an export works before its first rest: a list of some hundred rows is not made
# to wait for anybody.
UNTIRED = 0.5  # seconds
# The exports of a process rest one after the other. So all of them together work for
# no more than a part of its time, however many they are.
_resting = threading.Lock()


@dataclass(frozen=True)
class Export:
    """Every row that a question to a listing gives, and what a file says of them."""

    heading: str
    address: str  # the page with the same rows
    day: date
    columns: tuple[Column, ...]
    # From some keys to their rows, in that order, with what their columns tell.
    fetch: Callable = field(repr=False)
    # What the question was, in words: (filter, value).
    asked: tuple[tuple[str, str], ...] = ()
    keys: array = field(default_factory=lambda: array("q"), repr=False)

    @property
    def count(self):
        """How many rows there are."""
        return len(self.keys)

    def chunks(self):
        """Yield the rows in order, a list at a time; one empty list if there are none.

        A row that is withdrawn meanwhile is left out.
        """
        rested = time.thread_time() + UNTIRED
        if not self.keys:
            yield []
        for start in range(0, self.count, FETCHED):
            rows = self.fetch(self.keys[start : start + FETCHED].tolist())
            for first in range(0, len(rows), TOLD):
                if time.thread_time() > rested:
                    rest(time.thread_time() - rested)
                    rested = time.thread_time()
                yield rows[first : first + TOLD]


def rest(worked):
    """Let other requests pass for longer than the work before took."""
    with _resting:
        time.sleep(min(worked * REST, LONGEST_REST))


def export_of(listing, filterset, path):
    """Return what a checked question to a listing gives, keys read and no row yet."""
    count = filterset.count
    query = canonical(filterset.data)
    return Export(
        heading=str(listing.heading),
        address=absolute(f"{path}?{query}" if query else path),
        day=filterset.day or timezone.localdate(),
        columns=listing.columns,
        fetch=filterset.export_rows,
        asked=tuple((chip.label, chip.value) for chip in filterset.chips()),
        keys=array("q", filterset.page_keys(0, count) if count else ()),
    )


def problems_of(filterset):
    """Return {parameter: sentences} of what is wrong with a question.

    A page of a list makes no sense of a file, which holds the whole of it.
    """
    found = dict(filterset.problems_by_field)
    if "page" in filterset.data:
        found["page"] = [_("A file holds the whole list: leave “page” out.")]
    return found
