"""The map in a browser: outlines at a desk, tiles on a phone, the same in a table."""

import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, opened

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ADDRESSES = (
    "/map/",
    "/map/?direction=limits&as_of=2019-12-31",
    "/map/?state=AL&direction=limits",
    "/us/al/",
    "/",
)


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_map_fits_its_window(chromium, site, request, width):
    with opened(chromium, site, request, width) as page:
        for address in ADDRESSES:
            page.goto(address)
            assert not page.evaluate(
                "document.documentElement.scrollWidth > innerWidth"
            ), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_map_breaks_no_rule_of_access(chromium, site, request, width, scheme):
    with opened(chromium, site, request, width, color_scheme=scheme) as page:
        for address in ADDRESSES:
            page.goto(address)
            assert broken(page) == [], address


def broken(page):
    """Return the rules that axe finds broken, with what breaks them."""
    # By the browser's own door: the page's policy lets no script in.
    page.evaluate(AXE.read_text())
    only = {"runOnly": {"type": "tag", "values": RULES}}
    found = page.evaluate("only => axe.run(only)", only)
    return [
        (fault["id"], [node["html"][:120] for node in fault["nodes"]][:3])
        for fault in found["violations"]
    ]


@pytest.fixture
def phone(request, chromium, site):
    """Return a page as wide as a phone, in a browser that runs no JavaScript."""
    width = WIDTHS["phone"]
    with opened(chromium, site, request, width, java_script_enabled=False) as page:
        yield page


def test_phone_has_tiles_and_no_outlines(phone):
    phone.goto("/map/")
    expect(phone.locator(".area-map__tiles a").first).to_be_visible()
    expect(phone.locator("svg.area-map__drawing")).to_be_hidden()
    for tile in phone.locator(".area-map__tiles a").all():
        box = tile.bounding_box()
        assert box["width"] >= 24
        assert box["height"] >= 44
    phone.get_by_role("link", name=re.compile("AL Alabama")).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Alabama")


def test_desk_has_outlines_and_no_tiles(page_without_script):
    page = page_without_script
    page.goto("/map/")
    expect(page.locator("svg.area-map__drawing")).to_be_visible()
    expect(page.locator(".area-map__tiles")).to_be_hidden()
    for box in page.locator(".area-map__small a").all():
        size = box.bounding_box()
        assert min(size["width"], size["height"]) >= 24
    page.get_by_role("link", name=re.compile("^Georgia: ")).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Georgia")


def test_map_is_skipped_to_its_table(page_without_script):
    page = page_without_script
    page.goto("/map/")
    page.get_by_role("link", name="Skip the map").click()
    expect(page).to_have_url(re.compile("#states$"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Alabama")


def test_years_are_stepped_through_without_script(phone):
    phone.goto("/map/?direction=limits")
    phone.get_by_role("link", name="2020", exact=True).click()
    expect(phone).to_have_url(re.compile(r"as_of=2020-12-31&direction=limits"))
    expect(phone.get_by_role("note")).to_contain_text("Dec 31, 2020")
    phone.get_by_role("link", name="See today").click()
    expect(phone).to_have_url(re.compile(r"/map/\?direction=limits$"))
