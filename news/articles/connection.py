"""Connections to checked addresses only, all of them within one deadline."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from ssl import SSLContext
from typing import Any, TypeVar

import httpcore
import httpx

from news.articles.hosts import Resolve, public_addresses

ADDRESSES = 3  # of a host are tried, one after the other
Answer = TypeVar("Answer")


class Deadline:
    """A moment by which everything about one page has to be done."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left.

        :raises httpcore.ReadTimeout: if none are.
        """
        left = self.end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("too late")
        return left

    def keep(self, ask: Callable[[], Answer]) -> Answer:
        """Return what something answers that has no time limit of its own.

        It is left behind in a thread if it takes too long: the system's resolver may
        wait for minutes.

        :raises httpcore.ReadTimeout: if it does not answer in time.
        """
        future: Future[Answer] = Future()

        def run() -> None:
            try:
                future.set_result(ask())
            except Exception as error:  # noqa: BLE001 - raised where it is awaited
                future.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        try:
            return future.result(self.left())
        except TimeoutError:
            raise httpcore.ReadTimeout("too late") from None


class TimedStream(httpcore.NetworkStream):
    """A connection of which every step has the time that is left, not one of its own.

    A server that sends a byte now and then never exceeds a limit for one step.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.left())

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self.deadline.left()
        safe = self.stream.start_tls(ssl_context, server_hostname, left)
        return TimedStream(safe, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to the addresses that were checked, by number: no name is left to ask.

    The name stays in TLS and in the Host header, which httpcore takes from the address
    of the page.
    """

    def __init__(
        self, resolve: Resolve, deadline: Deadline, network: httpcore.NetworkBackend
    ) -> None:
        self.resolve = resolve
        self.deadline = deadline
        self.network = network

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of a host that answers.

        :raises NotPublic: if one of its addresses is not on the public internet.
        """
        addresses = self.deadline.keep(lambda: public_addresses(host, self.resolve))
        tried = addresses[:ADDRESSES]
        for number, address in enumerate(tried, start=1):
            # One that never answers leaves time for the others.
            seconds = self.deadline.left() / (len(tried) - number + 1)
            try:
                stream = self.network.connect_tcp(address, port, seconds)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(tried):
                    raise
            else:
                return TimedStream(stream, self.deadline)
        raise AssertionError("a host without an address has none to try")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: no page is behind one."""
        raise httpcore.ConnectError("no local sockets")


class Body(httpx.SyncByteStream):
    """What httpcore receives, as httpx reads it."""

    def __init__(self, parts: Any) -> None:
        self.parts = parts

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.parts)

    def close(self) -> None:
        self.parts.close()


class CheckedTransport(httpx.BaseTransport):
    """Carries httpx's requests over a `CheckedBackend`, a new connection for each."""

    def __init__(self, backend: CheckedBackend, ssl_context: SSLContext) -> None:
        self.pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            network_backend=backend,
            max_connections=1,
            max_keepalive_connections=0,  # so that every request is checked anew
            retries=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self.pool.close()
