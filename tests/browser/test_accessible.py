"""Every kind of page keeps WCAG 2.2 AA, in both languages, light and dark.

axe finds what a program can find; that a page reads in order, without a script and by
keys alone is in the modules beside this one.
"""

from importlib.resources import files

import pytest

from tests.browser.conftest import WIDTHS, opened

AXE = files("axe_playwright_python") / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Violations alone are told; to list what passes takes as long again.
RULES = {"runOnly": TAGS, "resultTypes": ["violations"]}
# Of a dark page only colors are other than on the light one, at any width.
COLORS = {
    "runOnly": ["color-contrast", "link-in-text-block"],
    "resultTypes": ["violations"],
}
LOOKS = (
    ("light", "desktop", RULES),
    ("light", "phone", RULES),
    ("dark", "phone", COLORS),
)
PAGES = (
    "/",
    "/us/",
    "/us/al/",
    "/us/al/birmingham/",
    "/us/al/birmingham/history/",
    "/us/al/autauga-county/",
    "/places/?recorded=1",
    "/agreements/",
    "/votes/",
    "/statements/?disputed=1",
    "/organizations/adelante-alabama-worker-center/",
    "/officials/randall-woodfin/",
    "/map/?state=GA",
    "/search/?q=birmingham",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/changes/",
    "/corrections/",
    "/data/columns/",
    "/api/v1/docs/agreements/",
    "/report-error/?about=/us/al/birmingham/",
    "/method/",
    "/glossary/",
    "/not-there/",
)
LISTS = ("agreements", "votes", "statements", "sources")


@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
def test_no_rule_is_broken_on_any_kind_of_page(chromium, site, request, language):
    broken = []
    with opened(chromium, site, request) as page:
        paths = [f"{language}{path}" for path in PAGES]
        for path in [*paths, *records(page, language)]:
            page.goto(path)
            page.evaluate(AXE.read_text())
            for scheme, name, rules in LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": WIDTHS[name], "height": 900})
                broken += [
                    f"{path} {name} {scheme}: {rule}"
                    for rule in violations(page, rules)
                ]
    assert broken == []


def records(page, language):
    """Return the addresses of one record of each kind that a list leads to."""
    for listing in LISTS:
        page.goto(f"{language}/{listing}/")
        yield page.locator(".record-list h2 a").first.get_attribute("href")


def violations(page, rules):
    """Return the rules that are broken, each with the first element that breaks it."""
    found = page.evaluate("rules => axe.run(rules)", rules)["violations"]
    return [f"{rule['id']} {rule['nodes'][0]['target']}" for rule in found]


def test_broken_rule_is_found(chromium, site, request):
    with opened(chromium, site, request) as page:
        page.goto("/us/")
        page.evaluate(AXE.read_text())
        page.evaluate("document.documentElement.removeAttribute('lang')")
        assert any("html-has-lang" in rule for rule in violations(page, RULES))
