"""Fetch the page at an address that somebody gave, whoever they are and wherever it is.

Only public hosts are asked (`hosts`), over connections to the addresses that were
checked (`connection`); redirects are followed by hand, so that each is checked alike.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from news.articles.connection import CheckedBackend, CheckedTransport, Deadline
from news.articles.hosts import NotPublic, Resolve, resolve
from news.articles.refusal import ArticleRefused

SECONDS = 15
BYTES = 2 * 1024 * 1024  # as sent, and again when unpacked
REDIRECTS = 3
ADDRESS_LENGTH = 1000  # as a source's field
PORTS = {None, 80, 443}  # None: as the scheme has it
KINDS = {"text/html", "application/xhtml+xml", "text/plain"}
KIND = re.compile(r"[a-z0-9.+-]{1,30}/[a-z0-9.+-]{1,60}")
# Answers that a sentence tells better than their number does.
REFUSALS = {401, 402, 403, 407, 451}
MISSING = {404, 410}
FAILURES = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    OSError,
)


@dataclass(frozen=True)
class Page:
    """What an address answered: bytes, where from after redirects, what they are.

    The charset is as the server gave it, "" if it gave none; `markup` decides. A file
    that somebody has is a page without an address.
    """

    body: bytes
    address: str = ""
    charset: str = ""
    kind: str = "text/html"


def fetch(
    address: str,
    *,
    seconds: float = SECONDS,
    resolve: Resolve = resolve,
    network: httpcore.NetworkBackend | None = None,
) -> Page:
    """Return the page at an address; only public hosts are asked, and within bounds.

    Nothing of the environment is used: no proxy, no password. `resolve` and `network`
    stand for the system's own where tests have others.

    :raises ArticleRefused: if there is none to have, or it is not ours to ask for.
    """
    deadline = Deadline(seconds)
    ssl_context = httpx.create_ssl_context(trust_env=False)
    backend = CheckedBackend(resolve, deadline, network or httpcore.SyncBackend())
    try:
        with CheckedTransport(backend, ssl_context) as transport:
            return follow(transport, checked(address))
    except NotPublic as error:
        words = _("“%s” is not on the public internet, so it is not asked.")
        raise ArticleRefused(words % error) from error
    except httpcore.TimeoutException as error:
        words = _("The site did not send the page within %s seconds.")
        raise ArticleRefused(words % seconds) from error
    except FAILURES as error:
        words = _("The site was not found, or the connection to it failed.")
        raise ArticleRefused(words) from error


def headers() -> dict[str, str]:
    """Return what every request says: who asks, and for what it can read."""
    return {
        "User-Agent": f"TheLocalRecord/1.0 (+{settings.SITE_URL})",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.5",
        "Accept-Encoding": "gzip",
        "Accept-Language": "en-US,en;q=0.9,es;q=0.8",
    }


def follow(transport: CheckedTransport, url: httpx.URL) -> Page:
    """Return the page at an address or where it redirects to.

    Without httpx's client, which keeps cookies, and trips over some of them.
    """
    for _hop in range(REDIRECTS + 1):
        request = httpx.Request("GET", url, headers=headers())
        with closing(transport.handle_request(request)) as response:
            if not response.has_redirect_location:
                return page(response, url)
            url = checked(response.headers["Location"], base=url)
    raise ArticleRefused(_("The site redirects from one address to the next."))


def checked(address: str, base: httpx.URL | None = None) -> httpx.URL:
    """Return an address that may be asked for; where it leads is checked later.

    What a program could read in two ways is refused, not mended.

    :raises ArticleRefused: if it may not.
    """
    no_page = ArticleRefused(_("This is not the address of a web page."))
    if len(address) > ADDRESS_LENGTH or "\\" in address or " " in address.strip():
        raise no_page
    try:
        url = httpx.URL(address.strip())
        url = base.join(url) if base else url
        # The name by which TLS knows a host has no stop at its end.
        url = url.copy_with(host=url.raw_host.decode().removesuffix("."), fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise no_page from error
    if url.scheme not in {"http", "https"} or not url.raw_host:
        raise no_page
    if url.userinfo:
        raise ArticleRefused(_("The address has a user name or password in it."))
    if url.port not in PORTS:
        raise ArticleRefused(_("The address names a port that web pages do not have."))
    return url


def page(response: httpx.Response, url: httpx.URL) -> Page:
    """Return what a response holds.

    :raises ArticleRefused: if it is no page, or larger than one.
    """
    if response.status_code != httpx.codes.OK:
        raise ArticleRefused(answer(response.status_code))
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        words = _("There is no web page at the address, but “%s”.")
        named = kind if KIND.fullmatch(kind) else _("an unknown kind of file")
        raise ArticleRefused(words % named)
    charset = response.charset_encoding or ""
    return Page(body_of(response), str(url), charset, kind)


def body_of(response: httpx.Response) -> bytes:
    """Return what a response sends, unpacked.

    :raises ArticleRefused: if it is larger than a page, or cannot be unpacked.
    """
    packed = response.headers.get("Content-Encoding", "identity").strip().lower()
    body = bytearray()
    for part in unpacked(limited(response.iter_raw()), packed):
        body += part
        refuse_large(len(body))
    return bytes(body)


def answer(status: int) -> str:
    """Return what it means that a site answered with a status instead of a page."""
    if status in MISSING:
        return _("There is no page at the address.")
    if status in REFUSALS:
        return _("The site does not show the page to programs, or not for free.")
    return _("The site has no page to show at the moment (it answered “%s”).") % status


def limited(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on what is sent, for as long as a page would be."""
    size = 0
    for part in parts:
        size += len(part)
        refuse_large(size)
        yield part


def unpacked(parts: Iterable[bytes], packed: str) -> Iterator[bytes]:
    """Unpack what is sent, and of what unpacks to far more only the beginning.

    :raises ArticleRefused: if it is packed in another way than was asked for.
    """
    if packed == "identity":
        yield from parts
        return
    if packed not in {"gzip", "x-gzip"}:
        raise ArticleRefused(_("The site sends the page packed in an unknown way."))
    gzip = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    broken = ArticleRefused(_("The page arrived damaged."))
    for part in parts:
        try:
            # One byte more than is taken tells that there is more.
            yield gzip.decompress(part, BYTES + 1)
        except zlib.error as error:
            raise broken from error
    if not gzip.eof:
        raise broken


def refuse_large(size: int) -> None:
    """Stop at what is larger than a page.

    :raises ArticleRefused: if it is.
    """
    if size > BYTES:
        words = _("The page is larger than %s MB.")
        raise ArticleRefused(words % (BYTES // 1024**2))
