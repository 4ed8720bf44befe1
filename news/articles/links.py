"""Ask whether an address still answers, and the Internet Archive for a copy of it.

As a polite visitor does: one request at a time, a pause after each, no more of an
answer than its head. Every address, redirects too, is checked as `fetching` does.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date

import httpcore
import httpx

from news.articles.connection import CheckedBackend, CheckedTransport, Deadline
from news.articles.fetching import (
    ADDRESS_LENGTH,
    FAILURES,
    MISSING,
    REDIRECTS,
    REFUSALS,
    SECONDS,
    body_of,
    checked,
    headers,
)
from news.articles.hosts import NotPublic, Resolve, resolve
from news.articles.refusal import ArticleRefused
from news.enums import LinkFinding

PAUSE = 2.0  # seconds
# Says of a copy where it is: https://archive.org/help/wayback_api.php
ARCHIVE = "https://archive.org/wayback/available"
COPIES = "web.archive.org"
# A site that asks for patience (429) is as little gone as one that asks who we are.
CLOSED = REFUSALS | {httpx.codes.TOO_MANY_REQUESTS}
FOR_GOOD = {httpx.codes.MOVED_PERMANENTLY, httpx.codes.PERMANENT_REDIRECT}


@dataclass(frozen=True)
class Answer:
    """What was found at an address; `moved_to` is where it leads for good, or ""."""

    finding: LinkFinding
    status: int | None = None
    moved_to: str = ""

    @property
    def failed(self) -> bool:
        """Whether no reader would find the page."""
        return self.finding not in {LinkFinding.ANSWERS, LinkFinding.CLOSED}


class Visitor:
    """Asks one address after another, never two within the pause, whoever's they are.

    `resolve` and `network` stand for the system's own where tests have others.
    """

    def __init__(
        self,
        pause: float = PAUSE,
        *,
        seconds: float = SECONDS,
        archive: str = ARCHIVE,
        resolve: Resolve = resolve,
        network: httpcore.NetworkBackend | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pause = pause
        self.seconds = seconds
        self.archive = archive
        self.resolve = resolve
        self.network = network or httpcore.SyncBackend()
        self.sleep = sleep
        self.ssl_context = httpx.create_ssl_context(trust_env=False)
        self.free_at = 0.0

    def look(self, address: str) -> Answer:
        """Return what is found at an address; no failure of it is raised."""
        try:
            return self._follow(checked(address))
        except (ArticleRefused, NotPublic):
            return Answer(LinkFinding.NO_ADDRESS)
        except httpcore.TimeoutException:
            return Answer(LinkFinding.TOO_SLOW)
        except FAILURES:
            return Answer(LinkFinding.NO_SITE)

    def copy_of(self, address: str, day: date) -> str | None:
        """Return the archive's copy nearest to a day, "" for none, None for no answer.

        It is a proposal: nobody has compared it with the article.
        """
        asked = {"url": address, "timestamp": f"{day:%Y%m%d}"}
        try:
            with self._asking("GET", httpx.URL(self.archive, params=asked)) as response:
                if response.status_code != httpx.codes.OK:
                    return None
                return nearest_copy(body_of(response))
        except (ArticleRefused, NotPublic, httpcore.TimeoutException, *FAILURES):
            return None

    def _follow(self, url: httpx.URL) -> Answer:
        """Return what is found at an address, or where it redirects to."""
        first = lasting = url
        for _hop in range(REDIRECTS + 1):
            status, elsewhere = self._head(url)
            if not elsewhere:
                moved = str(lasting) if lasting != first else ""
                return Answer(finding_of(status), status, moved)
            onward = checked(elsewhere, base=url)
            if status in FOR_GOOD and lasting == url:
                lasting = onward
            url = onward
        return Answer(LinkFinding.ENDLESS)

    def _head(self, url: httpx.URL) -> tuple[int, str]:
        """Return the status at an address and where it redirects to, "" for nowhere.

        Some sites refuse to send the head alone; these are asked for the page.
        """
        for method in ("HEAD", "GET"):
            with self._asking(method, url) as response:
                status = response.status_code
                if response.has_redirect_location:
                    return status, response.headers["Location"]
            if status < httpx.codes.BAD_REQUEST:
                break
        return status, ""

    @contextmanager
    def _asking(self, method: str, url: httpx.URL) -> Iterator[httpx.Response]:
        """Yield the answer to one request, once the pause after the last is over."""
        self.sleep(max(self.free_at - time.monotonic(), 0))
        backend = CheckedBackend(self.resolve, Deadline(self.seconds), self.network)
        request = httpx.Request(method, url, headers=headers())
        try:
            with (
                CheckedTransport(backend, self.ssl_context) as transport,
                closing(transport.handle_request(request)) as response,
            ):
                yield response
        finally:
            self.free_at = time.monotonic() + self.pause


def finding_of(status: int) -> LinkFinding:
    """Return what a status says of a page."""
    if status < httpx.codes.BAD_REQUEST:
        return LinkFinding.ANSWERS
    if status in MISSING:
        return LinkFinding.GONE
    return LinkFinding.CLOSED if status in CLOSED else LinkFinding.FAULT


def nearest_copy(body: bytes) -> str | None:
    """Return the copy that an answer of the archive names, as `copy_of` does.

    A copy of an error page is none, and an address elsewhere is not the archive's.
    """
    try:
        told = json.loads(body)
        copy = told["archived_snapshots"].get("closest")
        if not copy or not copy["available"] or copy["status"] != "200":
            return ""
        url = checked(copy["url"]).copy_with(scheme="https", port=None)
    except (ArticleRefused, ValueError, LookupError, TypeError, AttributeError):
        return None
    address = str(url)
    if url.host != COPIES or len(address) > ADDRESS_LENGTH:
        return None
    return address
