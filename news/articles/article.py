"""An article as it was read: paragraphs, and what its page or text says of it.

Nothing here is confirmed. Each value carries where it was found, and an editor decides.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

# As long as the fields of a source are; what is longer is something else.
HEADLINE = 300
OUTLET = 120
BYLINE = 200
ADDRESS = 1000
TEXT = 200_000  # characters of an article, the longest that is read


class Origin(StrEnum):
    """Where a value was found, in the words an editor is told it by."""

    JSON_LD = "JSON-LD"
    META = "meta tag"
    LINK = "link tag"
    TIME = "time tag"
    PAGE = "page"  # what readers of the page see
    TEXT = "text"
    DATELINE = "dateline"
    ADDRESS = "address"  # that it was fetched from


@dataclass(frozen=True)
class Found:
    """A value of an article that nobody has confirmed, and where it was found."""

    value: str
    origin: Origin


@dataclass(frozen=True)
class Published:
    """When an article was published, as far as it is printed.

    The day is that of the zone: what a page gives in UTC may be the day after the one
    its readers had.
    """

    day: date
    at: time | None
    zone: str
    origin: Origin


@dataclass(frozen=True)
class Article:
    """What was read. None, or no item, stands for what is not plainly there.

    `published` has what the page says in order of trust; the first is the likeliest.
    """

    paragraphs: tuple[str, ...]
    headline: Found | None = None
    outlet: Found | None = None
    byline: Found | None = None
    language: Found | None = None
    address: Found | None = None
    published: tuple[Published, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs with an empty line between two, as a source keeps them."""
        return "\n\n".join(self.paragraphs)
