"""Signs of a text that are not part of what it says: taken out, or written one way."""

import re

# Nothing that is read: controls, halves of signs, signs that nobody has assigned.
CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff]"
)
# Where a word may break, marks that turn the direction of writing, marks of byte order.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SPACES = re.compile(r"[^\S\n]+")
BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# How pages, letters and word processors mark the items of a list.
BULLET = re.compile(r"(?:[•·‣▪●◦∙⁃■○]\s*|[*-]\s+)(?=\S)")


def plain_lines(text: str) -> list[str]:
    """Return the lines of a text that have any words, each in one line's form."""
    return [line for raw in BREAKS.sub("\n", text).split("\n") if (line := plain(raw))]


def plain(text: str) -> str:
    """Return a text in one line, with single spaces, of signs that are read."""
    seen = UNSEEN.sub("", CONTROLS.sub("", BREAKS.sub(" ", text)))
    return " ".join(seen.split())


def paragraph(line: str) -> str:
    """Return a line as a paragraph; an item of a list begins with "• "."""
    return BULLET.sub("• ", line, count=1) if BULLET.match(line) else line
