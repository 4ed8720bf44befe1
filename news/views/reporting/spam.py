"""Whether a report was sent as no reader would send it.

It decides only which list an editor finds it in: every report is kept.
"""

import re

from news.views.reporting.token import QUICKEST

LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
# Markup of links, which no box here asks for.
MARKUP = re.compile(r"<a\s|\[url|\[link", re.IGNORECASE)
# A reader gives an article or two, and perhaps an official record.
MOST_LINKS = 5


def looks_like_spam(words: str, seconds: float, trap: str) -> bool:
    """Return whether a program sent some words, so many seconds after it asked.

    `trap` is what stands in the field that nobody sees.
    """
    return (
        bool(trap)
        or seconds < QUICKEST
        or len(LINK.findall(words)) > MOST_LINKS
        or bool(MARKUP.search(words))
    )
