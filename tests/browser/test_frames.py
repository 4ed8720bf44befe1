"""A frame on another site: narrow, readable, and it follows nobody."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import opened
from tests.browser.test_accessible import AXE, RULES, violations

PATHS = (
    "/embed/us/al/birmingham/",
    "/es/embed/us/al/birmingham/",
    "/embed/us/al/",
    "/embed/agreements/3-birmingham-hsi-designation/",
    "/embed/votes/3-birmingham-sanctuary-resolution/",
    "/embed/us/al/nowhere/",
)
NARROW = 320


@pytest.fixture
def elsewhere(tmp_path):
    """Return the folder and the address of another site."""
    handler = functools.partial(QuietHandler, directory=tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class QuietHandler(SimpleHTTPRequestHandler):
    """A web server that says nothing of what it does."""

    def log_message(self, *args):
        """Write no line."""


def framing(paths, site):
    """Return a page that shows some frames of ours, each as wide as a small phone."""
    frames = "".join(
        f'<iframe src="{site}{path}" title="{path}" width="{NARROW}" height="520">'
        "</iframe>"
        for path in paths
    )
    return f'<!doctype html><html lang="en"><title>Elsewhere</title>{frames}'


def test_frames_on_another_site_are_narrow_and_lead_out(
    chromium, site, request, elsewhere
):
    folder, address = elsewhere
    (folder / "index.html").write_text(framing(PATHS, site))
    with opened(chromium, site, request) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        asked = {url for url in page.requests if url.startswith(site)}
        assert len(asked) == len(PATHS) + 1, "and one stylesheet"
        frames = page.frames[1:]
        assert [frame.url for frame in frames] == [f"{site}{path}" for path in PATHS]
        for frame in frames:
            assert frame.locator("h1").count() == 1, frame.url
            wide = frame.evaluate("document.documentElement.scrollWidth")
            assert wide <= NARROW, frame.url
        assert page.context.cookies() == []
        frames[0].locator("main a[target=_top]").last.click()
        page.wait_for_url(f"{site}/us/al/birmingham/")
        page.requests.remove(address)


def test_other_pages_stay_out_of_frames(chromium, site, request, elsewhere):
    folder, address = elsewhere
    (folder / "index.html").write_text(framing(["/us/al/birmingham/"], site))
    with opened(chromium, site, request) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert not page.frames[1].url.startswith(site)
        assert "frame-ancestors 'none'" in page.faults.pop()
        page.requests.remove(address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken_in_a_frame(chromium, site, request, scheme):
    broken = []
    with opened(chromium, site, request, NARROW, color_scheme=scheme) as page:
        for path in PATHS:
            page.goto(path)
            page.evaluate(AXE.read_text())
            broken += [f"{path}: {rule}" for rule in violations(page, RULES)]
    assert broken == []
