"""What the text, the day and the address in a cell of ICE's lists say."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

# Spaces of every kind, and signs that print nothing.
SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
NOTHING = {"#n/a", "#na", "n/a", "na", "#n/a!", "#ref!", "#value!", "#name?", "-"}

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
AMERICAN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00)?( AM)?$", re.IGNORECASE)

LONGEST_URL = 1000
EXTENSION = re.compile(r"^chrome-extension://[^/]+/", re.IGNORECASE)
SCHEME = re.compile(r"^(https?):/*", re.IGNORECASE)
HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", re.IGNORECASE)
IN_TEXT = re.compile(r"(?:https?:/|chrome-extension:|www\.)\S+", re.IGNORECASE)
# Outlook puts the address it vetted into a query.
SAFELINKS = ".safelinks.protection.outlook.com"
# What a cell says that has, or will have, its address behind it.
LINK_WORDS = re.compile(r"^(link|link pending|pending|link \| addendum|addendum)$")


def cleaned(text: str) -> str:
    """Return a text without what only a keyboard put there; "#N/A" is nothing."""
    plain = SPACES.sub(" ", UNSEEN.sub("", text)).strip().translate(APOSTROPHES)
    return "" if plain.lower() in NOTHING else plain


def day_of(text: str) -> date | None:
    """Return the day that a text names, or None where it may name another too."""
    text = MIDNIGHT.sub("", cleaned(text))
    if found := ISO.fullmatch(text):
        return day_from(found[1], found[2], found[3])
    if found := AMERICAN.fullmatch(text):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return day_from(year, found[1], found[2])
    days = {day_from(*parts) for parts in run_together(text)} - {None}
    return days.pop() if len(days) == 1 else None


def run_together(text: str) -> list[tuple[str, str, str]]:
    """Return the ways to read digits as year, month and day."""
    digits = re.sub("/", "", text)
    if not digits.isdecimal() or text.count("/") > 1 or not 6 <= len(digits) <= 8:
        return []
    year, rest = digits[-4:], digits[:-4]
    splits = [(rest[:cut], rest[cut:]) for cut in (1, 2) if 1 <= len(rest[cut:]) <= 2]
    return [
        (year, month, day)
        for month, day in splits
        if text in (f"{month}/{day}{year}", f"{month}{day}/{year}", digits)
    ]


def day_from(year: str, month: str, day: str) -> date | None:
    """Return the day of three numbers, or None if the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def address_in(text: str, link: str) -> tuple[str, bool]:
    """Return the web address a cell gives, and whether one is there but unreadable.

    That is the address behind the cell, or one printed in it.
    """
    said = cleaned(text)
    printed = IN_TEXT.search(said)
    given = UNSEEN.sub("", link).strip() or (printed[0] if printed else "")
    if not given:
        return "", bool(said) and not LINK_WORDS.match(said.lower())
    address = unwrapped(given)
    return address, not address


def unwrapped(given: str) -> str:
    """Return a plain http or https address, or nothing if there is none within."""
    address = EXTENSION.sub("", given.strip())
    if re.match(r"^https?%3a", address, re.IGNORECASE):
        address = unquote(address)
    if address.lower().startswith("www."):
        address = f"https://{address}"
    address = SCHEME.sub(lambda found: f"{found[1].lower()}://", address)
    address = address.replace(" ", "%20")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    named = "@" in parts.netloc  # somebody's name, or a host that only looks like one
    if parts.scheme not in ("http", "https") or not HOST.match(host) or named:
        return ""
    if host.endswith(SAFELINKS):
        within = parse_qs(parts.query).get("url", [""])[0]
        # One in another's clothes twice over is shorter each time, so this ends.
        return unwrapped(within) if len(within) < len(given) else ""
    odd = len(address) > LONGEST_URL or any(not sign.isprintable() for sign in address)
    return "" if odd else address
