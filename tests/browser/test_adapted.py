"""Every kind of page, as those have it who change its look, or have no pointer.

Wide letters, twice the size, small windows, fingers and keys. What each question asks
is in adapted.js; each is tried here on a page that fails it.
"""

from pathlib import Path

import pytest

from tests.browser.conftest import opened
from tests.browser.kinds import LANGUAGES, addresses

QUESTIONS = (Path(__file__).parent / "adapted.js").read_text()
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
TWICE = {"width": 640, "height": 450}  # a desk's window at 200 %
# WCAG 1.4.12, as a reader's own style sheet has it.
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
MOST_STOPS = 600


@pytest.fixture
def reader(chromium, site, request):
    """Return a page that a test may style, on a screen of two dots a pixel."""
    options = {"device_scale_factor": 2, "bypass_csp": True, "reduced_motion": "reduce"}
    with opened(chromium, site, request, PHONE["width"], **options) as page:
        yield page


def show(page, path):
    """Open a page of the site on a phone, ready to be asked."""
    page.set_viewport_size(PHONE)
    page.goto(path)
    page.evaluate(QUESTIONS)


def failures(page):
    """Yield what a page fails at in every look, and where."""
    for question in ("tooSmall", "moving", "unreadable"):
        yield from told(page, question)
    page.set_viewport_size(TWICE)
    yield from told(page, "unreadable", "at 200 %")
    style = page.add_style_tag(content=SPACED)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        yield from told(page, "unreadable", f"spaced at {size['width']}")
    style.evaluate("node => node.remove()")
    page.set_viewport_size(PHONE)


def told(page, question, look=""):
    """Yield the answers to one question, each with the look they were given in."""
    for answer in page.evaluate(f"ask.{question}()"):
        yield f"{question} {look}: {answer}"


def hidden_stops(page):
    """Yield what gets the focus, key by key, and cannot be seen to have it."""
    page.evaluate("scrollTo(0, 0)")
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("ask.focused()")
        if stop is None:
            return
        if stop[1]:
            yield " ".join(stop)
    yield f"no end after {MOST_STOPS} stops"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_page_stays_readable_and_in_reach_however_it_is_shown(reader, language):
    found = {}
    for path in [*addresses(reader, language)]:
        show(reader, path)
        if failed := [*failures(reader)]:
            found[path] = failed
    assert found == {}


def test_whatever_has_the_focus_is_seen(reader):
    found = {}
    for path in [*addresses(reader, "")]:
        show(reader, path)
        if failed := [*hidden_stops(reader)]:
            found[path] = failed
    assert found == {}


BREACHES = {
    "tooSmall": "<nav><a href='#i'>i</a> <a href='#j'>j</a></nav>",
    "moving": "<p style='transition: color 1s'>Slow</p>",
    "scrolls sideways": "<p style='width: 2000px'>Wide</p>",
    "out of": "<p style='border: 1px solid; height: 4px'>Out of its box</p>",
    "over": "<p>Words over</p><p style='margin-top: -1.5em'>other words</p>",
}


@pytest.mark.parametrize("breach", BREACHES)
def test_failure_is_found(reader, breach):
    show(reader, "/")
    plant(reader, BREACHES[breach])
    assert any(breach in answer for answer in failures(reader))


def test_hidden_stop_is_found(reader):
    show(reader, "/not-there/")
    plant(reader, "<a class='visually-hidden' href='/'>Nobody sees this</a>")
    cover = "<p style='position: fixed; inset: 50% 0 0; background: red'>Over all</p>"
    plant(reader, cover)
    found = [*hidden_stops(reader)]
    assert any("Nobody sees this is cut off" in stop for stop in found)
    assert any("is under p" in stop for stop in found)


def plant(page, html):
    """Put a piece of HTML at the top of a page's own text."""
    page.evaluate(
        "html => document.querySelector('main').insertAdjacentHTML('afterbegin', html)",
        html,
    )
