"""What stands between quotation marks, and whether somebody says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from news.intake.paragraphs import Paragraph

QUOTED = re.compile(r'"[^"]{1,2000}(?:"|$)')
SPOKEN = 5  # words; fewer are a term that the article holds at arm's length


@dataclass(frozen=True)
class Quotation:
    """A run between quotation marks, by its place in the article's text."""

    start: int
    end: int
    text: str

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be what somebody said, and no mere term."""
        return len(self.text.split()) >= SPOKEN


def quotations_of(paragraph: Paragraph) -> list[Quotation]:
    """Return the quotations of a paragraph.

    One that the paragraph does not close goes on in the next, as speech often does.
    """
    return [
        Quotation(
            paragraph.start + match.start(),
            paragraph.start + match.end(),
            match[0].strip('"').strip(),
        )
        for match in QUOTED.finditer(paragraph.plain)
    ]
