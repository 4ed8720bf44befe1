"""The search box in a browser: suggestions by mouse and keyboard, and without them."""

import re

from playwright.sync_api import expect

from tests.browser.test_reading import wider_than_its_window


def box_of(page):
    """Return the search box of the page's own text, with suggestions."""
    return page.get_by_role("main").get_by_role("combobox").first


def test_suggestion_is_chosen_by_keyboard(page):
    page.goto("/")
    box = box_of(page)
    box.press_sequentially("clarks")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Clarkston, Georgia")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    chosen = page.locator("[aria-selected='true']")
    expect(chosen).to_have_count(1)
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    box.press("Enter")
    expect(page).to_have_url(re.compile("/us/ga/clarkston/$"))


def test_suggestion_is_chosen_by_a_click(page):
    page.goto("/search/")
    box_of(page).press_sequentially("alabama coal")
    page.get_by_role("option", name=re.compile("Immigrant Justice")).click()
    expect(page).to_have_url(re.compile("/organizations/alabama-coalition"))


def test_escape_closes_and_enter_then_searches(page):
    page.goto("/")
    box = box_of(page)
    box.press_sequentially("birm")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    expect(box).to_have_value("birm")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=birm$"))


def test_arrows_go_around_and_back_to_the_words(page):
    page.goto("/")
    box = box_of(page)
    box.press_sequentially("birm")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(page.locator("[aria-selected='true']")).to_have_count(0)
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_misspelt_name_is_suggested_as_it_is_written(page):
    page.goto("/")
    box_of(page).press_sequentially("birmingam")
    expect(page.get_by_role("option").first).to_contain_text("Birmingham, Alabama")


def test_one_letter_asks_nothing(page):
    page.goto("/")
    box_of(page).press_sequentially("b")
    page.wait_for_timeout(400)
    assert not [url for url in page.requests if "suggest?" in url]


def test_open_suggestions_fit_the_screen(page):
    page.goto("/")
    box_of(page).press_sequentially("birm")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_results_have_their_words_marked_and_fit_the_screen(page):
    assert not wider_than_its_window(page, "/search/?q=customs+officer")
    expect(page.locator("main mark").first).to_be_visible()


def test_search_works_without_script(page_without_script):
    page = page_without_script
    page.goto("/")
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_role("main").get_by_role("searchbox").first.fill("Birmingam")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Did you mean")
    page.get_by_role("main").get_by_role("link", name="Birmingham, Alabama").click()
    expect(page).to_have_url(re.compile("/us/al/birmingham/$"))
