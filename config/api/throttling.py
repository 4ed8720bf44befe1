"""No client may keep the others from reading, and none is remembered by its address.

Answers that come from a cache, and 304, are not counted: they are given before this
is asked.
"""

from django.conf import settings
from rest_framework.throttling import BaseThrottle

from config.counting import DAY, client_of, counted, seconds_left

SPANS = {"minute": 60, "day": DAY}  # seconds


class ByClient(BaseThrottle):
    """So many requests a minute, and a day, from one address; 0 is no limit."""

    def allow_request(self, request, view):
        """Count a request, and return whether it is one of the allowed ones."""
        client = client_of(request)
        for name, seconds in SPANS.items():
            limit = settings.API_RATES[name]
            if limit and counted(f"api-{name}", seconds, client) > limit:
                self.left = seconds_left(seconds)
                return False
        return True

    def wait(self):
        """Return in how many seconds the count begins anew."""
        return self.left
