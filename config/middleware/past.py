"""A page as of a past day leads to other pages as of that day.

Else a reader who looks at 2017 would, one link on, read of today unawares.
"""

import re

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A link of the page's own text to a record, a list or a map, none of which asks
# anything yet. What leads to today says so; a history is asked for days of its own.
LINK = re.compile(
    r'(<a [^>]*?href="(?:/es)?/(?:us|agreements|votes|statements|organizations'
    r'|officials|sources|places|compare|map)/(?:[^"?#]*/)?(?<!/history/))'
    r'((?:#[^"]*)?")(?! data-today)'
)
TEXT = "<main"


class PastLinks:
    """Keep the day asked for in the links of a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        day = request.GET.get("as_of", "")
        if DAY.fullmatch(day) and is_page(response):
            head, main, text = response.content.decode().partition(TEXT)
            response.content = head + main + LINK.sub(rf"\1?as_of={day}\2", text)
        return response


def is_page(response):
    """Return whether an answer is a whole page for people."""
    kind = response.get("Content-Type", "")
    return (
        response.status_code == 200
        and not response.streaming
        and kind.startswith("text/html")
    )
