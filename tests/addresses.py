"""Where the records of the stories are: their ids are those of the database."""

import re

from news.models import Source
from policies.models import Policy, Statement, Vote

KINDS = {"agreements": Policy, "votes": Vote, "statements": Statement}
FIRST = "/sources/first/"
BY_SLUG = re.compile(r"/(agreements|votes|statements)/([a-z][\w-]*)/")


def here(path):
    """Return a path with the addresses of its records: “/votes/a-slug/” has no id yet.

    `FIRST` is the source that was entered first.
    """
    if FIRST in path:
        first = Source.objects.order_by("pk").first()
        path = path.replace(FIRST, first.get_absolute_url())
    return BY_SLUG.sub(_address, path)


def _address(found):
    kind, slug = found.groups()
    return KINDS[kind].objects.get(slug=slug).get_absolute_url()
