"""An editor decides on a list of ICE's, at a desk and on a phone."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from policies.roster.taking.lists import take_list
from tests.browser.conftest import WIDTHS
from tests.workbooks import signed, workbook

ROWS = (
    signed("Jefferson County Sheriff's Office", date(2026, 2, 1), county="Jefferson"),
    signed("Faraway University Police", date(2026, 2, 2), kind="Municipality"),
    signed("Etowah County Sheriff's Office", date(2026, 2, 3), state="ALABAMMA"),
)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_list_is_decided_on(admin, django_db_blocker, width):
    with django_db_blocker.unblock():
        roster = take_list(workbook(ROWS), "participatingAgencies02042026am.xlsx")
    admin.set_viewport_size({"width": width, "height": 900})
    admin.goto(f"/admin/ice-lists/{roster.pk}/")
    said = admin.locator(".messages")
    row = admin.locator(".roster-row", has_text="Etowah")
    expect(row).to_contain_text("Waits for the decision on its spelling")
    admin.get_by_role("button", name="Same").click()
    expect(said).to_contain_text("“ALABAMMA” means Alabama")
    admin.get_by_label("Etowah County Sheriff's Office").check()
    admin.get_by_role("button", name="Leave out what is ticked").click()
    expect(said).to_contain_text("1 left out.")
    admin.get_by_role("link", name=re.compile("^Choose .*Faraway")).click()
    admin.get_by_label("Words of a name").fill("birmingham")
    admin.get_by_role("button", name="Look").click()
    admin.get_by_label("Birmingham, Alabama (").check()
    admin.get_by_role("button", name="This is the place").click()
    expect(said).to_contain_text("matched to Birmingham, Alabama")
    wide = admin.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, "the screen is wider than the window"
