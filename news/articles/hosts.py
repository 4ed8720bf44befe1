"""Which hosts may be asked: those of which every address is on the public internet.

A name proves nothing. What is checked are the addresses it stands for, and it is these
that a connection then goes to (`connection`), so no second answer can differ.
"""

import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], list[str]]

# Addresses of IPv6 that a host on the internet can have; all others are for local or
# special use, whatever a version of Python says of them.
UNICAST = IPv6Network("2000::/3")
# A prefix under which a network without IPv4 reaches it (RFC 6052).
NAT64 = IPv6Network("64:ff9b::/96")
# Reserved, and not known to every `ipaddress` that this runs on.
RESERVED = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments (RFC 6890)
            "192.88.99.0/24",  # relays of 6to4, retired (RFC 7526)
            "198.18.0.0/15",  # benchmarks (RFC 2544)
            "2001:20::/28",  # ORCHIDv2 (RFC 7343)
            "2001:db8::/32",  # documentation (RFC 3849)
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)
# What other programs take for a number: 127.1, 0x7f.0.0.1, 017700000001.
NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
# Letters, digits, hyphens; some real names have an underscore.
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
NAME_LENGTH = 253


class NotPublic(Exception):
    """A host that is not, or not only, on the public internet."""


def resolve(host: str) -> list[str]:
    """Return the addresses of a host as the system knows them.

    :raises OSError: if it has none.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_kind, where in found))


def public_addresses(host: str, resolve: Resolve = resolve) -> list[str]:
    """Return the addresses of a host; a number in full stands for itself.

    The resolver is asked once.

    :raises NotPublic: unless every address is public.
    :raises OSError: if the host has no address.
    """
    try:
        answers = [str(ip_address(host))]
    except ValueError:
        if not is_name(host):
            raise NotPublic(host) from None
        answers = resolve(host)
    if not answers:
        raise OSError("no address")
    for answer in answers:
        try:
            address = ip_address(answer)
        except ValueError:
            raise NotPublic(host) from None
        if not is_public(address):
            raise NotPublic(host)
    return answers


def is_name(host: str) -> bool:
    """Return whether a host is a name with a domain, and no number in disguise."""
    labels = host.removesuffix(".").split(".")
    return (
        len(labels) > 1
        and len(host) <= NAME_LENGTH
        and all(map(LABEL.fullmatch, labels))
        and not NUMBER.fullmatch(labels[-1])
    )


def is_public(address: Address) -> bool:
    """Return whether an address, and any that it carries within, is on the internet."""
    if isinstance(address, IPv6Address):
        carried = carried_in(address)
        if carried is not None:
            return all(map(is_public, carried))
        if address not in UNICAST or address.scope_id:
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in network for network in RESERVED)
    )


def carried_in(address: IPv6Address) -> list[IPv4Address] | None:
    """Return the addresses of IPv4 that one of IPv6 leads to, None if to itself."""
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return list(address.teredo)  # the server's and the client's
    if address in NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return None
