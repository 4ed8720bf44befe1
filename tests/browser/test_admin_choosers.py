"""Every window in which a record is chosen keeps WCAG 2.2 AA, in both languages."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from tests.browser.conftest import WIDTHS, opened
from tests.browser.test_accessible import AXE
from tests.browser.test_admin_accessible import LOOKS, SETTLED
from tests.browser.windows import doors, registered

# Wagtail's window has no name of its own; its heading says what it is for.
NOT_OURS = {("aria-dialog-name", ".modal")}


@pytest.fixture(params=LOOKS)
def desk(request, chromium, site, restored, django_db_blocker):
    """Return an administrator's page and its language."""
    with django_db_blocker.unblock():
        user = get_user_model().objects.create_superuser("browser")
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = request.param
        profile.save()
        client = Client()
        client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    with opened(chromium, site, request, bypass_csp=True) as page:
        page.context.add_cookies([{"name": name, "value": value, "url": site}])
        yield page, request.param


def test_each_window_has_a_button_that_opens_it():
    assert len(registered()) > 9
    assert {door.window for door in doors()} == registered()


def test_no_rule_is_broken_in_any_window(desk):
    page, language = desk
    broken = []
    for door in doors():
        page.set_viewport_size({"width": WIDTHS["desktop"], "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(door.form)
        assert page.locator("html").get_attribute("lang") == language
        open_panels(page)
        for state in states(page, door):
            broken += [f"{door} {state}: {rule}" for rule in seen(page, language)]
    assert not broken, "\n".join(broken)


def open_panels(page):
    """Open the parts of a form that are folded at first."""
    page.locator("[data-panel-toggle][aria-expanded=false]").evaluate_all(
        "toggles => toggles.forEach(toggle => toggle.click())"
    )


def states(page, door):
    """Open the window; yield each thing that it can show, while it shows it."""
    page.locator(door.button).click()
    window = page.get_by_role("dialog")
    expect(window.get_by_role("row").nth(1)).to_be_visible()
    yield "records"
    if door.is_multiple:
        return  # all else is as in the window for one
    window.locator("[name=q]").fill("zzz")
    expect(window.get_by_role("alert")).to_be_visible()
    yield "none found"
    create = window.locator("#tab-label-create")
    if create.count():
        create.click()
        expect(window.locator("#tab-create")).to_be_visible()
        yield "a new one"
        refuse(window.locator("#tab-create"))
        yield "refused"


def refuse(form):
    """Send the form for a new record as nobody may save it."""
    address = form.locator("[type=url]")
    if address.count():
        address.fill("nowhere")
    form.locator("[type=submit]").click()
    expect(form.locator(".error-message").first).to_be_visible()


def seen(page, language):
    """Yield what axe finds in the window, however it is looked at."""
    page.evaluate(AXE.read_text())
    for scheme, width, rules in LOOKS[language]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        page.evaluate(SETTLED)
        found = page.evaluate("rules => axe.run('.modal', rules)", rules)
        for rule in found["violations"]:
            for node in rule["nodes"]:
                broken = (rule["id"], str(node["target"][0]))
                if broken not in NOT_OURS:
                    yield f"{width} {scheme}: {' '.join(broken)}"
