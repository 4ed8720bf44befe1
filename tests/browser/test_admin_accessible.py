"""Every admin screen of ours keeps WCAG 2.2 AA, in both languages, light and dark."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import get_resolver
from wagtail.users.models import UserProfile

from tests.browser import test_accessible
from tests.browser.conftest import WIDTHS, opened
from tests.browser.screens import addresses, own_screens, stocked
from tests.browser.test_accessible import AXE

# Broken in Wagtail's own templates: the rule, and how the elements' selectors begin.
NOT_OURS = (
    # A panel in the row of a row is called as its twin in the row above is.
    ("landmark-unique", "#inline_child_"),
    # On a phone its way to the form's parts lies partly under the form's buttons.
    ("target-size", "#w-minimap-toggle"),
    # Its list of the form's parts scrolls, and is empty until one is in sight.
    ("scrollable-region-focusable", ".w-minimap__list"),
)
# Colours are the same in both languages; lengths of words are not.
LOOKS = {"en": test_accessible.LOOKS, "es": test_accessible.LOOKS[:2]}
# A button of the admin's takes its time to change from light to dark.
SETTLED = """Promise.allSettled(
    document.getAnimations()
        .filter(one => one.effect.getComputedTiming().endTime < 1000)
        .map(one => one.finished)
)"""


@pytest.fixture(params=LOOKS)
def desk(request, chromium, site, restored, django_db_blocker):
    """Return an administrator's page, and the address of every screen."""
    with django_db_blocker.unblock():
        user = get_user_model().objects.create_superuser("browser")
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = request.param
        profile.save()
        screens = [*addresses(stocked(user))]
        client = Client()
        client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    with opened(chromium, site, request, bypass_csp=True) as page:
        page.context.add_cookies([{"name": name, "value": value, "url": site}])
        yield page, screens, request.param


def test_no_rule_is_broken_on_any_screen_of_ours(desk):
    page, screens, language = desk
    broken = []
    for path in screens:
        page.emulate_media(color_scheme="light")
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        open_cards(page)
        page.evaluate(AXE.read_text())
        for scheme, name, rules in LOOKS[language]:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": WIDTHS[name], "height": 900})
            page.evaluate(SETTLED)
            found = page.evaluate("rules => axe.run(rules)", rules)["violations"]
            broken += [f"{path} {name} {scheme}: {rule}" for rule in ours(found)]
        if page.evaluate("document.documentElement.scrollWidth") > WIDTHS["phone"]:
            broken.append(f"{path}: wider than a phone")
    assert not broken, "\n".join(broken)


def open_cards(page):
    """Open the first card of an article, where there are cards."""
    cards = page.locator("[data-card] summary")
    if cards.count():
        cards.first.click()


def ours(violations):
    """Yield what is broken by our own templates, each with the element."""
    for rule in violations:
        for node in rule["nodes"]:
            target = str(node["target"][0])
            if not any(
                rule["id"] == name and target.startswith(start)
                for name, start in NOT_OURS
            ):
                yield f"{rule['id']} {target}"


def test_each_screen_is_among_those_looked_at():
    names = {name for name, _about in own_screens(get_resolver().url_patterns)}
    assert len(names) > 55
    assert {"intake:review", "rosters:changes", "merges", "reports:index"} <= names
