"""How often something was asked for, by one client or by all.

What is counted is a keyed hash of a client's address, in the cache, for as long as its
span lasts. The key is another one each day, and no address is written anywhere.
"""

import time
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

DAY = 24 * 60 * 60  # seconds
# Bits of an address that name the network a client is in, by its version.
NETWORK = {4: 24, 6: 48}


def counted(what, seconds, client=""):
    """Count one more in the span of so many seconds that runs, return how many it has.

    `what` names the thing, `client` whose count it is. A lost cache counts nothing.
    """
    now = int(time.time())
    salt = f"config.counting {now // DAY}"
    digest = salted_hmac(salt, client, algorithm="sha256").hexdigest()
    key = f"{what}-{now // seconds}-{digest[:32]}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ended in between, or nothing is kept at all
        return 1


def seconds_left(seconds):
    """Return in how many seconds the span that runs is over."""
    return seconds - int(time.time()) % seconds


def client_of(request):
    """Return whom an address belongs to: of IPv6 one client has a whole network.

    What a client says of itself counts for nothing; only what our own web servers
    have seen does.
    """
    address = address_of(request)
    return network_of(address, 64) if ":" in address else address


def neighbourhood_of(request):
    """Return the network that a client is in, which it cannot leave as it likes."""
    address = address_of(request)
    return network_of(address, NETWORK[6 if ":" in address else 4])


def address_of(request):
    """Return the address that our own web servers have seen."""
    text = request.META.get("REMOTE_ADDR", "")
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if settings.TRUSTED_PROXIES and any(claimed):
        text = claimed[-min(settings.TRUSTED_PROXIES, len(claimed))].strip()
    return text


def network_of(address, bits):
    """Return the network of so many bits around an address; what is none, as it is."""
    try:
        return str(ip_network((ip_address(address), bits), strict=False))
    except ValueError:
        return address
