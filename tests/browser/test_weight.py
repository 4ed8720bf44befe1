"""What a first visit costs a reader with little data, measured in a browser."""

import gzip

import pytest

from tests.browser.conftest import opened

# Bytes as sent, compressed; docs/benchmarks.md tells how they were chosen.
WHOLE = 60_000
PLACE = 20_000
SCRIPT = 8_000
REQUESTS = 4
PAGES = (
    "/",
    "/us/",
    "/us/al/",
    "/us/al/birmingham/",
    "/us/ga/clarkston/",
    "/agreements/",
    "/votes/",
    "/statements/",
    "/sources/",
    "/map/",
    "/map/?state=GA",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/search/?q=birmingham",
    "/glossary/",
    "/report-error/",
    "/not-there/",
)


def first_visit(chromium, site, request, path):
    """Return {address: (kind of thing, bytes as sent compressed)} of a first visit."""
    answers = []

    def keep(answer):
        answers.append(answer)

    with opened(chromium, site, request, width=390) as page:
        page.on("response", keep)
        page.goto(path, wait_until="networkidle")
        return {
            answer.url: (
                answer.request.resource_type,
                len(gzip.compress(answer.body(), mtime=0)),
            )
            for answer in answers
            if answer.ok or answer.status == 404
        }


@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
def test_first_visit_is_light(chromium, site, request, language):
    heavy = {}
    for path in PAGES:
        loaded = first_visit(chromium, site, request, f"{language}{path}")
        scripts = sum(size for kind, size in loaded.values() if kind == "script")
        whole = sum(size for _kind, size in loaded.values())
        document = next(size for kind, size in loaded.values() if kind == "document")
        too_much = {
            "requests": len(loaded) > REQUESTS,
            "bytes": whole > WHOLE,
            "script": scripts > SCRIPT,
            "place": path.count("/") == 4 and document > PLACE,
            "font or picture": any(k in ("font", "image") for k, _s in loaded.values()),
        }
        found = {what for what, much in too_much.items() if much}
        if found:
            heavy[path] = found, len(loaded), whole, scripts, document
    assert heavy == {}
