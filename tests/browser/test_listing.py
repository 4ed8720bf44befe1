"""A list narrowed by its form, with the script and without it."""

import re

from playwright.sync_api import expect


def unfold(page):
    """Open the filters where the screen is too narrow to show them beside the list."""
    bar = page.locator(".filter-form__bar")
    if bar.is_visible():
        bar.click()


def test_first_screen_shows_a_result_and_the_way_to_the_filters(page):
    page.goto("/agreements/")
    expect(page.locator(".record-list__row").first).to_be_in_viewport()
    unfold(page)
    expect(page.get_by_label("City, county or state")).to_be_in_viewport()


def test_field_keeps_the_focus_when_a_wide_page_narrows(page_without_script):
    """Zoom of 200 % narrows it too, and folds the form with the field in it."""
    page = page_without_script
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/agreements/")
    field = page.get_by_label("City, county or state")
    field.focus()
    page.set_viewport_size({"width": 640, "height": 450})
    page.wait_for_timeout(200)  # the browser takes the focus from what is gone later
    expect(field).to_be_focused()
    expect(field).to_be_visible()
    page.keyboard.type("Mobile")
    expect(field).to_have_value("Mobile")


def test_list_answers_in_place(page):
    page.goto("/agreements/")
    unfold(page)
    heading = page.get_by_role("heading", level=1)
    box = page.get_by_role("checkbox", name=re.compile("^Limits cooperation"))
    box.check()
    expect(page).to_have_url(re.compile(r"/agreements/\?direction=limits$"))
    expect(page.get_by_role("status")).to_have_text("10 records")
    expect(box).to_be_focused()
    expect(page.locator(".record-list__row")).to_have_count(10)
    expect(page).to_have_title(re.compile("Limits cooperation"))
    page.go_back()
    expect(page.locator(".record-list__row")).to_have_count(22)
    expect(box).not_to_be_checked()
    expect(heading).to_be_visible()


def test_list_keeps_what_was_open(page):
    page.goto("/agreements/")
    unfold(page)
    state = page.locator(".facet", has=page.get_by_text("State", exact=True))
    state.locator("summary").first.click()
    page.get_by_role("checkbox", name=re.compile("^Alabama")).check()
    expect(page).to_have_url(re.compile("state=AL"))
    page.get_by_role("checkbox", name=re.compile("^Georgia")).check()
    expect(page).to_have_url(re.compile("state=AL&state=GA"))


def test_list_is_narrowed_without_a_script(page_without_script):
    page = page_without_script
    page.goto("/agreements/")
    page.get_by_role("checkbox", name=re.compile("^Limits cooperation")).check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile("direction=limits"))
    expect(page.locator(".record-list__row")).to_have_count(10)
    page.get_by_role("link", name=re.compile("Remove filter: Direction")).click()
    expect(page.locator(".record-list__row")).to_have_count(22)


def test_empty_list_names_the_filter_that_emptied_it(page_without_script):
    page = page_without_script
    page.goto("/agreements/?direction=limits&type=state_law")
    offered = page.locator(".empty-state li")
    expect(offered).to_have_count(2)
    page.get_by_role("link", name="Without Type: State law").click()
    expect(page.locator(".record-list__row")).to_have_count(10)
