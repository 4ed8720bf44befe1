"""Old addresses lead on in the language they were asked in."""

from copy import copy

from wagtail.contrib.redirects.middleware import RedirectMiddleware

from config.languages import bare, in_language


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
        if found is not response and found["Location"].startswith("/"):
            found["Location"] = in_language(found["Location"], request.LANGUAGE_CODE)
        return found
