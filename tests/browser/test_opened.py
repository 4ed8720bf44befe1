"""What the browser's tests hold every page to, tried on pages that break it."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.browser.conftest import opened

PAGES = {
    "/fine": "<link rel=icon href='data:,'><p>Fine</p>",
    "/elsewhere": "<link rel=icon href='data:,'><img src='http://example.org/a.png'>",
    "/broken": "<link rel=icon href='data:,'><script>nothing()</script>",
}


class Pages(BaseHTTPRequestHandler):
    """Answer with one of the pages above."""

    def do_GET(self):
        """Send the page of a path."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGES[self.path].encode())

    def log_message(self, *args):
        """Say nothing of it."""


@pytest.fixture(scope="module")
def pages():
    """Return the address of a server of the pages above."""
    with HTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_fine_page_passes(chromium, pages, request):
    with opened(chromium, pages, request) as page:
        page.goto("/fine")
    assert page.requests == [f"{pages}/fine"]


@pytest.mark.parametrize(
    ("path", "fault"), [("/elsewhere", "another host"), ("/broken", "own script")]
)
def test_fault_is_found(chromium, pages, request, path, fault):
    with (
        pytest.raises(AssertionError, match=fault),
        opened(chromium, pages, request) as page,
    ):
        page.goto(path)
