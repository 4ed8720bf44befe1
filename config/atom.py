"""Atom feeds, for rows of any kind; no domain word in it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.listings.columns import absolute

# What XML cannot hold. A reader may have typed it into a filter.
NOT_OF_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The date of a feed in which nothing has happened yet: no day of its own.
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One entry: its lasting id, its title, its page, when, and a piece of HTML."""

    uid: str
    title: str
    address: str
    at: datetime
    html: str


class Feed(Atom1Feed):
    """An Atom feed that is the same for as long as its entries are."""

    def latest_post_date(self):
        """Return when the newest entry happened."""
        return max((item["updateddate"] for item in self.items), default=NOTHING_YET)


def atom(request, *, title, about, page, entries):
    """Answer with a feed, `page` being the page that shows the same."""
    feed = Feed(
        title=clean(title),
        link=absolute(page),
        description=None,
        subtitle=clean(about),
        language=get_language(),
        author_name=_("The Local Record"),
        author_link=settings.SITE_URL,
        feed_url=absolute(request.get_full_path()),
        feed_guid=absolute(request.get_full_path()),
        feed_copyright="CC BY 4.0",
    )
    for entry in entries:
        feed.add_item(
            title=clean(entry.title),
            link=absolute(entry.address),
            description=clean(entry.html),
            unique_id=entry.uid,
            pubdate=entry.at,
            updateddate=entry.at,
        )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def clean(text):
    """Return a text without what XML cannot hold."""
    return NOT_OF_XML.sub("", str(text))
