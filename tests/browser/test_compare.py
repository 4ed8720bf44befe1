"""Places side by side in a browser: with a keyboard, on a phone, on paper."""

import re
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, opened

AXE = files("axe_playwright_python") / "axe.min.js"
THREE = "/compare/?p=us/al/birmingham&p=us/ga/clarkston&p=us/fl/south-miami"
FOUR = f"{THREE}&p=us/pa/philadelphia"
PAGES = (
    "/compare/",
    "/compare/?p=us/al/birmingham&add=jefferson",
    THREE,
    f"{FOUR}&as_of=2021-12-06&only=differs",
)
LANDSCAPE = (1056, 816)  # a letter on its side, in CSS pixels


@pytest.mark.parametrize("path", PAGES)
def test_page_breaks_no_rule_of_accessibility(page, path):
    page.goto(path)
    page.evaluate(AXE.read_text())
    broken = page.evaluate("axe.run()")["violations"]
    assert [(rule["id"], rule["nodes"]) for rule in broken] == []


@pytest.mark.parametrize("width", [320, 390, 768, 900, 1280])
def test_page_does_not_scroll_sideways(chromium, site, request, width):
    with opened(chromium, site, request, width) as page:
        for path in (*PAGES, FOUR):
            page.goto(path)
            assert not page.evaluate(
                "document.documentElement.scrollWidth"
                " > document.documentElement.clientWidth"
            ), path


def test_places_are_added_and_removed_without_script(chromium, site, request):
    width = WIDTHS["phone"]
    with opened(chromium, site, request, width, java_script_enabled=False) as page:
        page.goto("/us/al/birmingham/")
        page.get_by_role("link", name="Compare with another place").click()
        page.get_by_label("Add a place").fill("clarkston, ga")
        page.get_by_role("button", name="Add").click()
        expect(page).to_have_url(
            re.compile(r"/compare/\?p=us/al/birmingham&p=us/ga/clarkston$")
        )
        rows = page.locator(".comparison tbody tr")
        expect(rows).to_have_count(15)
        page.get_by_label("Only rows that differ").check()
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page).to_have_url(re.compile("only=differs"))
        expect(rows).not_to_have_count(15)
        expect(page.locator(".comparison__differs")).to_have_count(rows.count())
        page.get_by_role("link", name="Remove Birmingham, Alabama").click()
        expect(page.get_by_role("main")).to_contain_text("One place more")


def test_note_of_nothing_found_leads_there_and_back(page):
    page.goto(THREE)
    page.get_by_role("link", name=re.compile("^Note a")).first.click()
    note = page.locator(":target")
    expect(note).to_contain_text("Birmingham, Alabama")
    note.get_by_role("link", name="Back to use 1 of note a").click()
    expect(page.locator(".comparison sup:target")).to_have_count(1)


def test_paper_lies_on_its_side(chromium, site, request):
    with opened(chromium, site, request) as page:
        page.goto(FOUR)
        made = page.pdf(prefer_css_page_size=True)
        sides = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", made)
        assert sides
        assert all(float(width) > float(height) for width, height in sides)
        page.goto("/us/al/birmingham/")
        made = page.pdf(prefer_css_page_size=True)
        (width, height), *_others = re.findall(
            rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", made
        )
        assert float(width) < float(height)


def test_paper_needs_no_color(chromium, site, request):
    with opened(chromium, site, request, LANDSCAPE[0]) as page:
        page.emulate_media(media="print")
        page.goto(FOUR)
        expect(page.locator(".comparison thead")).to_be_visible()
        expect(
            page.locator("main form, main .chips").locator("visible=true")
        ).to_have_count(0)
        colors = page.locator(".comparison .status-tag").evaluate_all(
            "tags => tags.map(tag => getComputedStyle(tag))"
            ".map(style => [style.color, style.backgroundColor].join(' '))"
        )
        assert set(colors) == {"rgb(0, 0, 0) rgba(0, 0, 0, 0)"}
