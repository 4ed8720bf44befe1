"""With the reader's own few colours in place of ours, all is still told apart.

A fill is gone then, so that lines, shapes and words must do: what the browser has
computed is asked, of every stage of a status and every answer of a roll call.
"""

from types import SimpleNamespace

import pytest
from django.template import engines

from policies.enums import BallotOption, PolicyStatus
from tests.browser.conftest import opened

COMPONENTS = """
    {% from "components/roll_call.html" import strip %}
    {% from "components/scope_ladder.html" import scope_ladder %}
    {% from "components/status_tag.html" import status_tag %}
    {% for status in statuses %}{{ status_tag("adds", status, "") }}{% endfor %}
    {{ strip(groups) }}
    {{ scope_ladder("jem") }}
"""
# How each element of a kind is drawn, by one of its attributes.
DRAWN = """(nodes, name) => Object.fromEntries(nodes.map(node => {
    const style = getComputedStyle(node);
    return [node.getAttribute(name), [
        node.querySelector(".status-tag__glyph")?.innerText ?? node.innerText,
        style.borderStyle, style.borderWidth,
    ].join(" ")];
}))"""
FILLED = """(nodes, name) => Object.fromEntries(nodes.map(node => {
    const style = getComputedStyle(node);
    return [node.getAttribute(name), [
        style.borderStyle, style.backgroundColor, style.backgroundImage, node.innerText,
    ].join(" ")];
}))"""
EDGES = """(nodes) => nodes.map(node => {
    const style = getComputedStyle(node);
    return [style.borderTopStyle, style.borderTopWidth, style.borderTopColor].join(" ");
})"""
RING = """node => {
    const style = getComputedStyle(node);
    return [style.outlineStyle, style.outlineWidth];
}"""
ANSWERS = ("yes", "no", "abstain", "recused", "absent", "paired", "not_reported")


@pytest.fixture(params=["light", "dark"])
def page(request, chromium, site):
    """Return a page in a browser that forces the colours of its reader."""
    options = {"forced_colors": "active", "color_scheme": request.param}
    options["bypass_csp"] = True  # the test writes into the page
    with opened(chromium, site, request, **options) as page:
        yield page


def draw(page):
    """Show every status, every answer and the ladder of scopes on the page."""
    page.goto("/us/al/birmingham/")
    groups = [SimpleNamespace(option=option, count=1) for option in BallotOption]
    context = {"statuses": PolicyStatus.values, "groups": groups}
    html = engines["jinja2"].from_string(COMPONENTS).render(context)
    page.evaluate("html => document.querySelector('main').innerHTML = html", html)


def test_stages_answers_and_scopes_are_told_apart(page):
    draw(page)
    tags = page.locator("main .status-tag").evaluate_all(DRAWN, "data-stage")
    assert len(tags) == 7
    assert len(set(tags.values())) == len(tags), tags
    squares = page.locator(".roll-call__square").evaluate_all(FILLED, "data-option")
    shown = [squares[answer] for answer in ANSWERS]
    assert len(set(shown)) == len(ANSWERS), squares
    one, held, other = page.locator(".scope-ladder__step").evaluate_all(EDGES)
    assert one == other != held


def test_what_is_chosen_is_told_apart_on_list_and_map(page):
    page.goto("/agreements/?direction=limits")
    edges = page.locator(".chips--quick a").evaluate_all(EDGES)
    assert len(set(edges)) == 2
    assert all("none" not in edge for edge in edges)
    page.keyboard.press("Tab")
    style, width = page.locator(":focus").evaluate(RING)
    assert (style, width) == ("solid", "3px")
    page.goto("/map/")
    areas = page.locator(".area-map__drawing [data-shade] path")
    fills = areas.evaluate_all("nodes => nodes.map(n => getComputedStyle(n).fill)")
    assert len(set(fills)) > 1
    years = page.locator(".years__list a").evaluate_all(
        "nodes => nodes.map(n => getComputedStyle(n, '::after').borderTopWidth)"
    )
    assert len(set(years)) == 2
