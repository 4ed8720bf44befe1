"""Which words a text lost and won."""

from difflib import SequenceMatcher
from typing import NamedTuple

# Beyond so many words a text is shown whole: to match them all would take too long.
LONGEST = 2000
# In one line so many words stand on either side of what differs.
BESIDE = 6


class Piece(NamedTuple):
    """Some words of a text, and whether the other text has them not."""

    text: str
    differs: bool
    is_new: bool = False  # of two texts in one: what only the later one has


def word_difference(was: str, now: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts in pieces, each marked where the other has other words.

    The pieces of a text joined by spaces are the text, its spacing made even.
    """
    merged = both_in_one(was, now)
    before = [piece for piece in merged if not piece.is_new]
    after = [piece for piece in merged if piece.is_new or not piece.differs]
    return before, after


def both_in_one(was: str, now: str) -> list[Piece]:
    """Return two texts as one: what they share once, then what each has alone."""
    old, new = was.split(), now.split()
    if max(len(old), len(new)) > LONGEST:
        found = [(old, True, False), (new, True, True)]
    else:
        found = []
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for what, a, b, c, d in matcher.get_opcodes():
            differs = what != "equal"
            found.append((old[a:b], differs, False))
            if differs:
                found.append((new[c:d], True, True))
    return [Piece(" ".join(words), *marks) for words, *marks in found if words]


def shortened(pieces: list[Piece]) -> list[Piece]:
    """Return two texts in one with long runs that they share cut short."""
    found = []
    for number, piece in enumerate(pieces):
        words = piece.text.split()
        if piece.differs or len(words) <= 2 * BESIDE + 1:
            found.append(piece)
            continue
        head = words[:BESIDE] if number else []
        tail = words[-BESIDE:] if number < len(pieces) - 1 else []
        found.append(Piece(" ".join([*head, "…", *tail]), False))
    return found


def line_difference(was: list[str], now: list[str]) -> tuple[list[Piece], list[Piece]]:
    """Return the lines that only the one has, and those that only the other has."""
    before = [Piece(line, True) for line in was if line not in now]
    after = [Piece(line, True) for line in now if line not in was]
    return before, after
