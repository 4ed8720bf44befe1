"""Who wrote an article, as bylines have it: names alone."""

import re
from collections.abc import Iterable
from itertools import islice

from news.articles.article import BYLINE
from news.articles.characters import plain

WRITERS = 10
# “By Jan Roe”, and “ByJan Roe” as pages are copied where the name is a link.
BY = re.compile(r"(?:by|por)(?::\s*|\s+)|(?-i:By|Por)(?=(?-i:[A-Z]))", re.IGNORECASE)


def listed(names: Iterable[str]) -> str:
    """Return names as a byline has them: "A, B and C", each once, without "By"."""
    told = (plain(name[: 4 * BYLINE]) for name in islice(names, 5 * WRITERS))
    alone = (name[by.end() :] if (by := BY.match(name)) else name for name in told)
    once = dict.fromkeys(name for name in alone if name and not is_address(name))
    *most, last = [*once][:WRITERS] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def is_address(text: str) -> bool:
    """Return whether a text is an address, as of a page about a writer."""
    return "://" in text or text.startswith("/")
