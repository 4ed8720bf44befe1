"""An article as it comes in: its words, and what its sender knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Signs that stand for one another, one for one, so that places in a text stay.
ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‒−‐‑", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\t\r\u200b\ufeff", " "),
    }
)


@dataclass(frozen=True)
class Article:
    """The text of an article with what is known of it; only the text must be.

    `state` is the postal code of the outlet's state. `published` is the day that
    “Tuesday” and “last month” are counted from: without it they stay unresolved.
    """

    text: str
    headline: str = ""
    published: date | None = None
    language: str = ""
    state: str = ""


def plain(text: str) -> str:
    """Return a text with one kind of quotation mark, apostrophe, dash and space.

    It has the same length, so a place found in it is the same place in the text.
    """
    return text.translate(ALIKE)
