"""What the name of a file claims of the list in it; a claim is no proof."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from policies.enums import RosterKind

ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
STAMP = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)\d{6}(?!\d)")
AMERICAN = re.compile(r"(?<!\d)(\d\d)(\d\d)(20\d\d)(?!\d)")
# 12042025pm2, 2025-12-04-am, 09022025pm_b
PART = re.compile(r"\d[-_ ]?(am|mid|pm)(\d?)(?:_([b-z])(?![a-z]))?", re.IGNORECASE)
PARTS = {"am": 1, "mid": 2, "pm": 3}


@dataclass(frozen=True)
class Claim:
    """What a file's name says: which list, of which day, and when on that day.

    `part` puts lists of one day in order; None where the name does not tell.
    """

    kind: str
    day: date | None
    part: tuple[int, int, str] | None


def claim_of(file_name: str) -> Claim:
    """Return what a file's name claims. A leading ISO date goes before others."""
    name = file_name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    kinds = [kind for kind in RosterKind.values if kind in name.lower()]
    part = PART.search(name)
    return Claim(
        kind=kinds[0] if len(kinds) == 1 else "",
        day=claimed_day(name),
        part=(PARTS[part[1].lower()], int(part[2] or 1), (part[3] or "").lower())
        if part
        else None,
    )


def claimed_day(name: str) -> date | None:
    """Return the first day a name writes in a form that ICE's files have."""
    for form, year, month, day in (
        (ISO, 1, 2, 3),
        (STAMP, 1, 2, 3),
        (AMERICAN, 3, 1, 2),
    ):
        if found := form.search(name):
            try:
                return date(int(found[year]), int(found[month]), int(found[day]))
            except ValueError:
                continue
    return None


def order_of(file_name: str) -> tuple[date, tuple[int, int, str], str]:
    """Return the key that puts files in the order in which ICE published them."""
    claim = claim_of(file_name)
    return claim.day or date.max, claim.part or (0, 0, ""), file_name
