"""Sites that answer from this machine, and a network on which they are the internet."""

import socketserver
import threading
import time
from contextlib import contextmanager, suppress

import httpcore

PUBLIC = "93.184.216.34"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


class Network(httpcore.NetworkBackend):
    """Leads every connection to one site here, and remembers where it was to go."""

    def __init__(self, port, dead=()):
        self.port = port
        self.dead = dead
        self.asked = []

    def connect_tcp(
        self, host, port, timeout=None, local_address=None, socket_options=None
    ):
        self.asked.append((host, port))
        if host in self.dead:
            raise httpcore.ConnectError("nobody there")
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


class Names:
    """A resolver that knows what it was told, answers in turn, and counts."""

    def __init__(self, **names):
        self.names = {name.replace("_", "."): told for name, told in names.items()}
        self.asked = []

    def __call__(self, host):
        self.asked.append(host)
        told = self.names.get(host, [PUBLIC])
        return told.pop(0) if told and isinstance(told[0], list) else told


class Visit(socketserver.BaseRequestHandler):
    """One connection: the head of a request is kept, what was prepared is sent."""

    def handle(self):
        with suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                part = self.request.recv(65536)
                if not part:
                    return
                head += part
            self.server.heads.append(head.decode())
            path = head.split()[1].decode()
            for part in self.server.answer(path):
                if isinstance(part, bytes):
                    self.request.sendall(part)
                else:
                    time.sleep(part)


class Server(socketserver.ThreadingTCPServer):
    """A site whose answer to a path is made of bytes and of seconds to wait."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Visit)
        self.answer = answer
        self.heads = []

    def handle_error(self, request, client_address):
        """Say nothing of visitors that leave."""


@contextmanager
def site(answer, tls=None):
    """Serve answers by path, and yield the site with the network that leads to it."""
    with Server(answer) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        server.network = Network(server.server_address[1])
        try:
            yield server
        finally:
            server.shutdown()


def page(body, *headers):
    """Return a whole response with a page."""
    lines = b"".join(line.encode() + b"\r\n" for line in headers)
    size = b"Content-Length: %d\r\n" % len(body)
    return [HTML + lines + size + b"\r\n" + body]


def redirect(to, status="302 Found"):
    """Return a response that leads elsewhere."""
    return [
        f"HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()
    ]
