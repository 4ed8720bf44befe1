"""How much of a record fits one sheet: counted in lines, before anything is drawn."""

from dataclasses import dataclass
from math import ceil

# A line holds so many letters where a browser's face is wide; a PDF's is narrower.
LINE = 96
# So many lines of ten points are on a sheet that is as low as Letter and as narrow
# as A4, between margins of twelve millimetres.
SHEET = 57
# What a block takes besides its facts: its heading, with the space above, and on the
# same line how many facts it leaves out.
HEADING = 1.6
# What gives way first, and to how many facts. Later steps take what earlier left.
GIVING_WAY = (
    ("names", 0),
    ("comparable", 1),
    ("timeline", 4),
    ("further", 2),
    ("laws", 1),
    ("unknown", 1),
    ("said", 2),
    ("votes", 1),
    ("comparable", 0),
    ("timeline", 2),
    ("further", 1),
    ("said", 1),
    ("unknown", 0),
    ("timeline", 0),
    ("laws", 0),
    ("said", 0),
    ("votes", 0),
    ("further", 0),
)


@dataclass(frozen=True)
class Piece:
    """A fact as the sheet counts it: its lines, and the sources it would cite."""

    lines: float
    sources: tuple = ()


@dataclass(frozen=True)
class Part:
    """A block as the sheet counts it; its note, of so many lines, goes with facts."""

    pieces: list
    most: int
    note: int = 0


def lines_of(letters, line=LINE):
    """Return how many lines so many letters take; none for none."""
    return ceil(letters / line)


def room_taken(parts, shown, sources):
    """Return the lines of blocks that show so many of their pieces, sources and all.

    `parts` and `shown` are by the names of the blocks; `sources` are the lines that
    each source takes at the end, once.
    """
    lines, cited = 0, set()
    for name, part in parts.items():
        standing = part.pieces[: shown[name]]
        lines += HEADING + sum(piece.lines for piece in standing)
        lines += part.note if standing else 0
        cited.update(key for piece in standing for key in piece.sources)
    return lines + sum(sources[key] for key in cited)


def fitting(parts, sources, room):
    """Return how many pieces of each block a sheet has room for.

    No block shows more than its most; what stands in no step of GIVING_WAY is never
    taken away. What was taken and yet has room comes back, the last taken first.
    """
    shown = {name: min(len(part.pieces), part.most) for name, part in parts.items()}
    taken = []
    for name, fewest in GIVING_WAY:
        while shown.get(name, 0) > fewest and room_taken(parts, shown, sources) > room:
            shown[name] -= 1
            taken.append(name)
    for name in reversed(taken):
        shown[name] += 1
        if room_taken(parts, shown, sources) > room:
            shown[name] -= 1
    return shown
