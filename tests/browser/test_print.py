"""What a browser prints: the brief on one sheet, every page without its controls."""

from importlib.resources import files

import pytest

from tests.browser.conftest import WIDTHS, opened
from tests.jurisdictions.sheets import pages_of

AXE = files("axe_playwright_python") / "axe.min.js"
PLACES = (
    "us/al/birmingham",
    "us/ga/clarkston",
    "us/fl/south-miami",
    "us/fl/hialeah",
    "us/pa/philadelphia",
    "us/al",
)
BRIEF = "/us/al/birmingham/brief/"
PRINTED = {
    "/us/al/birmingham/": "/us/al/birmingham/",
    "/agreements/?state=AL&status=active": "/agreements/?state=AL&status=active",
    "/us/al/birmingham/?as_of=2017-02-01": "/us/al/birmingham/?as_of=2017-02-01",
    "/map/": "/map/",
}


@pytest.fixture
def paper(chromium, site, request):
    """Return a page of a reader who is about to print."""
    with opened(chromium, site, request, java_script_enabled=False) as page:
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("place", PLACES)
def test_brief_is_one_sheet(paper, place):
    paper.goto(f"/{place}/brief/")
    for size in ("Letter", "A4"):
        assert pages_of(paper.pdf(format=size)) == 1, size


def test_brief_is_black_and_ten_points_high(paper):
    paper.goto(BRIEF)
    drawn = paper.evaluate(
        """[...document.querySelectorAll('.brief, .brief *')]
        .filter(e => e.checkVisibility() && e.textContent.trim())
        .map(e => getComputedStyle(e))
        .map(s => [s.color, parseFloat(s.fontSize) * 0.75])"""
    )
    assert {color for color, _size in drawn} == {"rgb(0, 0, 0)"}
    assert min(size for _color, size in drawn) >= 9.99


def test_brief_prints_nothing_around_itself(paper):
    paper.goto(BRIEF)
    for part in (".masthead", ".footer", "nav", ".brief__tools", ".help"):
        assert not paper.locator(part).first.is_visible(), part


@pytest.mark.parametrize("path", PRINTED)
def test_page_prints_its_address_and_no_control(paper, path):
    paper.goto(path)
    foot = paper.locator(".footer__printed")
    assert foot.is_visible()
    assert f"{PRINTED[path]} · the record as of " in foot.inner_text()
    assert paper.locator("nav:visible, form:visible, button:visible").count() == 0
    assert paper.locator(".chips--quick:visible, .help:visible").count() == 0


def test_address_of_a_page_is_not_on_the_screen(page):
    page.goto("/us/al/birmingham/")
    assert not page.locator(".footer__printed").is_visible()


def test_folded_passages_are_open_on_paper(paper):
    paper.goto("/us/al/birmingham/")
    folded = paper.locator("details:not([open], .share) li")
    assert folded.count() > 0
    assert all(row.is_visible() for row in folded.all())


def test_only_links_that_leave_us_print_their_address(paper):
    paper.goto("/us/wy/")
    behind = """links => links.map(a => getComputedStyle(a, '::after').content)"""
    ours = paper.locator("main a[href^='/']").evaluate_all(behind)
    out = paper.locator("main a[href^='http']").evaluate_all(behind)
    assert set(ours) <= {"none", "normal", '""'}
    assert out
    assert all("http" in words for words in out)


def test_brief_breaks_no_rule_of_accessibility(page):
    page.goto(BRIEF)
    page.evaluate(AXE.read_text())
    broken = page.evaluate("axe.run()")["violations"]
    assert [(rule["id"], rule["nodes"]) for rule in broken] == []


@pytest.mark.parametrize("width", [320, WIDTHS["phone"]])
def test_brief_does_not_scroll_sideways(chromium, site, request, width):
    with opened(chromium, site, request, width) as page:
        page.goto(BRIEF)
        assert not page.evaluate(
            "document.documentElement.scrollWidth"
            " > document.documentElement.clientWidth"
        )
