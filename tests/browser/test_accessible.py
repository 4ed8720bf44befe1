"""Every kind of page keeps WCAG 2.2 AA, in both languages, light and dark.

axe finds what a program can find; that a page reads in order, without a script and by
keys alone is in the modules beside this one.
"""

from importlib.resources import files

import pytest

from tests.browser.conftest import WIDTHS, opened
from tests.browser.kinds import LANGUAGES, addresses

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


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_rule_is_broken_on_any_kind_of_page(chromium, site, request, language):
    broken = []
    with opened(chromium, site, request) as page:
        for path in [*addresses(page, language)]:
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
