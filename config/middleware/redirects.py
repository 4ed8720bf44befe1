"""Old addresses lead on in the language they were asked in."""

import re
from copy import copy

from wagtail.contrib.redirects.middleware import RedirectMiddleware

from config.languages import bare, in_language

# Files, and what is on another site.
OF_EVERY_LANGUAGE = re.compile(r"(?!/)|//|/(?:documents|media|data/downloads)/")


class Redirects(RedirectMiddleware):
    """Wagtail's redirects; one that is entered once serves every language."""

    def process_response(self, request, response):
        """Return where the address leads, else the response as it was."""
        found = super().process_response(request, response)
        own = bare(request.path)
        if found is not response or response.status_code != 404 or own == request.path:
            return found
        asked = copy(request)
        asked.path = own
        found = super().process_response(asked, response)
        if found is response or OF_EVERY_LANGUAGE.match(found["Location"]):
            return found
        found["Location"] = in_language(found["Location"], request.LANGUAGE_CODE)
        return response if found["Location"] == request.path else found
