"""No client may keep the others from reading, and none is remembered by its address.

What is counted is a keyed hash of address and day, in the cache, for as long as its
minute or day lasts. Answers that come from a cache, and 304, are not counted: they
are given before this is asked.
"""

import time
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from rest_framework.throttling import BaseThrottle

SPANS = {"minute": 60, "day": 24 * 60 * 60}  # seconds


class ByClient(BaseThrottle):
    """So many requests a minute, and a day, from one address; 0 is no limit."""

    def allow_request(self, request, view):
        """Count a request, and return whether it is one of the allowed ones."""
        now = int(time.time())
        for name, seconds in SPANS.items():
            limit = settings.API_RATES[name]
            if limit and counted(request, name, now // seconds, seconds) > limit:
                self.left = seconds - now % seconds
                return False
        return True

    def wait(self):
        """Return in how many seconds the count begins anew."""
        return self.left


def counted(request, name, number, seconds):
    """Count a request in its minute or day and return how many there were."""
    today = int(time.time()) // SPANS["day"]
    text = f"{client_of(request)} {today}"
    digest = salted_hmac("config.api.throttling", text, algorithm="sha256").hexdigest()
    key = f"api-{name}-{number}-{digest[:32]}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ended in between, or nothing is kept at all
        return 1


def client_of(request):
    """Return whom an address belongs to: of IPv6 one client has a whole network.

    What a client says of itself counts for nothing; only what our own web servers
    have seen does.
    """
    text = request.META.get("REMOTE_ADDR", "")
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if settings.TRUSTED_PROXIES and any(claimed):
        text = claimed[-min(settings.TRUSTED_PROXIES, len(claimed))].strip()
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if address.version == 6:
        return str(ip_network((address, 64), strict=False))
    return text
