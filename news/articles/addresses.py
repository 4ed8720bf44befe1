"""Addresses of articles folded to a key: two of one article have the same.

What is folded is what outlets, phones and newsletters add to an address. Whatever may
tell two articles apart stays: better two keys of one article than one of two.
"""

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

import idna

# Hosts of the same pages for small screens, and what is said before a name by custom.
BEFORE_HOST = re.compile(r"(?:www|m|mobile|amp)\.")
# What only looks like the domain of an outlet, as in m.co.uk.
NO_OUTLET = re.compile(r"(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}")
# Copies that others serve: google.com/amp/s/outlet.com/…, …ampproject.org/c/s/outlet.…
COPY_AT_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(.+)")
COPY_AT_CDN = re.compile(r"[^/]+\.cdn\.ampproject\.org/[a-z](?:/s)?/(.+)")
AMP_FILE = re.compile(r"(?<=.)(?:\.amp)+(?=\.html?$|$)")
AMP_QUERY = {
    ("amp", ""),
    ("amp", "1"),
    ("amp", "true"),
    ("output", "amp"),
    ("outputtype", "amp"),
}
# Who sent the reader, never what is read.
TRACKING = re.compile(
    r"utm_\w+|guce_\w+|_?ga|_gl|_hsenc|_hsmi|at_(?:campaign|medium)|cmpid|dclid|fbclid"
    r"|ftag|gbraid|gclid|gclsrc|icid|igshid|igsh|ito|mc_[ce]id|mkt_tok|msclkid|ncid"
    r"|ocid|ref|ref_src|ref_url|referrer|s_cid|smid|smtyp|spref|sr_share|taid|tbclid"
    r"|twclid|wbraid|xtor|yclid"
)
# As RFC 3986 lets them stand; what else stands for itself is written by its number.
IN_PATH = "!$&'()*+,:;=@~"
IN_QUERY = "!$'()*,:;@~/"
DEFAULT_PORTS = {None, 80, 443}
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def address_key(address: str) -> str:
    """Return what an address is compared by, itself an address; "" if it is of no page.

    The key of a key is the key.
    """
    address = "".join(address.split())
    while True:
        scheme = SCHEME.match(address)
        if not scheme:
            return ""
        rest = address[scheme.end() :]
        copy = COPY_AT_GOOGLE.fullmatch(rest) or COPY_AT_CDN.fullmatch(rest)
        if not copy:
            break
        address = f"https://{copy[1]}"
    try:
        parts = urlsplit(address)
        host, port = host_key(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    where = host if port in DEFAULT_PORTS else f"{host}:{port}"
    query = query_key(parts.query)
    return (
        f"https://{where}{path_key(parts.path)}"
        + (f"?{query}" if query else "")
        # Some sites tell their pages apart by it: example.org/#!/story/1.
        + (f"#{parts.fragment}" if parts.fragment[:1] in {"!", "/"} else "")
    )


def host_key(host: str) -> str:
    """Return a host in ASCII without what is said before a name by custom.

    :raises ValueError: if it cannot be one.
    """
    host = host.removesuffix(".")
    if ":" in host:  # a number of IPv6
        return f"[{host}]"
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode()
    while before := BEFORE_HOST.match(host):
        outlet = host[before.end() :]
        if "." not in outlet or NO_OUTLET.fullmatch(outlet):
            break
        host = outlet
    return host


def path_key(path: str) -> str:
    """Return a path, of which "%2F" stays apart from "/"."""
    segments: list[str] = []
    for segment in path.split("/")[1:]:
        plain = written(segment, IN_PATH)
        if plain == "..":
            del segments[-1:]
        elif plain != ".":
            segments.append(plain)
    while segments:
        last = AMP_FILE.sub("", segments.pop())
        if last and not (last == "amp" and segments and segments[-1]):
            segments.append(last)
            break
    return "/" + "/".join(segments)


def query_key(query: str) -> str:
    """Return the parameters in order of their names, without those of trackers."""
    kept = []
    for part in filter(None, query.split("&")):
        name, _sign, value = (
            written(text, IN_QUERY) for text in part.replace("+", "%20").partition("=")
        )
        known = (name.lower(), value.lower())
        if known not in AMP_QUERY and not TRACKING.fullmatch(known[0]):
            kept.append((name, value))
    return "&".join(f"{name}={value}" for name, value in sorted(kept))


def written(text: str, plain: str) -> str:
    """Return a part of an address written the one way there is."""
    return quote(unquote_to_bytes(text), safe=plain)
