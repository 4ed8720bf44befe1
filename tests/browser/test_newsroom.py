"""From a pasted article to published records, in a browser: how much work it is."""

import re
from contextlib import contextmanager
from importlib.resources import files

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, opened
from tests.news.filing.articles import LETTER, SIGNERS, places

AXE = files("axe_playwright_python") / "axe.min.js"
START = "/admin/intake/"
PLACE = "/us/al/ferndale/"
# What the article does not say in few words, and an editor does.
SUMMARY = "Praises the town's own officers; does not say since when they work with ICE."
MOST_CLICKS, MOST_TYPED = 30, 150


class Hand:
    """An editor's hand on mouse and keys, which counts what it does.

    To paste the article is no typing.
    """

    def __init__(self, page):
        self.page = page
        self.clicks = self.typed = 0

    def click(self, target):
        """Click once."""
        target.click()
        self.clicks += 1

    def type(self, words):
        """Type words where the cursor is."""
        self.page.keyboard.type(words)
        self.typed += len(words)

    def paste(self, words):
        """Paste words where the cursor is."""
        self.page.keyboard.insert_text(words)

    def press(self, *keys):
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target):
        """Press Tab until something has the focus."""
        for _press in range(60):
            if target.evaluate("node => node === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")


@pytest.fixture
def newsroom(chromium, site, request, restored, django_db_blocker):
    """Return a way to open a page as somebody who is signed in and may publish."""
    with django_db_blocker.unblock():
        places()

    @contextmanager
    def desk(name="browser", **options):
        with django_db_blocker.unblock():
            users = get_user_model().objects
            user = users.filter(username=name).first() or users.create_superuser(name)
            client = Client()
            client.force_login(user)
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}
        with opened(chromium, site, request, **options) as page:
            page.context.add_cookies([cookie])
            yield page

    return desk


def box(page):
    """Return the box for an article."""
    return page.get_by_label("Paste an article")


def button(page, name):
    """Return a button of the screen."""
    return page.get_by_role("main").get_by_role("button", name=name, exact=True)


def card(page, name):
    """Return the one card of a name."""
    called = page.locator("[data-name]", has_text=name)
    return page.locator("[data-card]").filter(has=called)


def chief(page):
    """Return the one card that waits for a decision: what the police chief said."""
    return card(page, "Owen Barr on the extension")


def to_cards(page):
    """Paste the letter and confirm what was read of it."""
    page.goto(START)
    box(page).fill(LETTER)
    button(page, "Start").click()
    button(page, "Confirm, and make the source").click()
    expect(page.locator("[data-card]").first).to_be_visible()


def expect_rehearsed(page):
    """Wait until all of it is rehearsed, and told as the public will read it."""
    main = page.get_by_role("main")
    expect(main).to_contain_text("was to vote on April 9, 2024", timeout=30_000)
    expect(main.locator(".intake-told").get_by_text(SUMMARY)).to_be_visible()


def expect_published(page):
    """Wait until all of it is published: some thirty records at once."""
    said = page.locator(".messages")
    expect(said).to_contain_text("records are public", timeout=30_000)


def assert_public(page):
    """Check what a reader finds at the place, and at the letter."""
    page.goto(PLACE)
    main = page.get_by_role("main")
    expect(main).to_contain_text("Extension of the agreement with ICE")
    expect(main).to_contain_text("was to vote on April 9, 2024")
    expect(main).to_contain_text("Rita Alvarado declines to comment")
    expect(main).to_contain_text("Dana Whitcomb")
    expect(main).to_contain_text(SUMMARY)
    main.get_by_role("link", name=re.compile("^13 organizations write")).first.click()
    for name in SIGNERS:
        expect(page.get_by_role("main")).to_contain_text(name)


def test_an_article_becomes_records_in_a_few_clicks(newsroom):
    with newsroom() as page:
        hand = Hand(page)
        page.goto(START)
        hand.click(box(page))
        hand.paste(LETTER)
        hand.click(button(page, "Start"))
        hand.click(button(page, "Confirm, and make the source"))
        waiting = chief(page)
        hand.click(waiting.locator("summary").first)
        hand.click(waiting.get_by_label("What was said or done"))
        hand.type(SUMMARY)
        hand.click(waiting.get_by_label("Accept"))
        hand.click(button(page, "See what the public will read"))
        expect_rehearsed(page)
        hand.click(button(page, "Publish"))
        expect_published(page)
        assert hand.clicks <= MOST_CLICKS
        assert hand.typed <= MOST_TYPED
        assert_public(page)


def test_an_article_becomes_records_by_keys_alone(newsroom):
    with newsroom() as page:
        hand = Hand(page)
        page.goto(START)
        hand.tab_to(box(page))
        hand.paste(LETTER)
        hand.tab_to(button(page, "Start"))
        hand.press("Enter")
        hand.tab_to(button(page, "Confirm, and make the source"))
        hand.press("Enter")
        expect(page.locator("[data-pick]")).to_be_visible()  # the script is here
        hand.press("j", "j", "j", "k")
        expect(page.locator("[data-card]").nth(1)).to_be_focused()
        hand.press("x")
        expect(page.locator("[data-card]").nth(1)).to_have_attribute(
            "data-decision", "rejected"
        )
        hand.press("a")
        hand.press("u")
        expect(chief(page)).to_be_focused()
        hand.press("e")
        expect(chief(page).get_by_label("What was said or done")).to_be_focused()
        hand.type(SUMMARY)
        hand.press("Escape", "a", "Control+Enter")
        expect_rehearsed(page)
        hand.press("Control+Enter")
        expect_published(page)
        assert hand.typed <= MOST_TYPED
        assert_public(page)


def test_keys_do_nothing_while_somebody_types(newsroom):
    with newsroom() as page:
        to_cards(page)
        waiting = chief(page)
        waiting.locator("summary").first.click()
        waiting.get_by_label("What was said or done").click()
        page.keyboard.type("Ajax kept")
        expect(waiting.get_by_label("What was said or done")).to_have_value("Ajax kept")
        expect(waiting).to_have_attribute("data-decision", "open")


def test_words_selected_in_the_article_become_a_card(newsroom):
    with newsroom() as page:
        to_cards(page)
        page.locator("[data-article]").get_by_text("The proposal was submitted").click(
            click_count=3
        )
        page.keyboard.press("c")
        expect(page.get_by_label("Words of the article")).to_have_value(
            re.compile("^The proposal was submitted to the council")
        )
        page.get_by_role("combobox", name="What it is").select_option("statement")
        button(page, "Make the card").click()
        expect(page.locator("[data-card]:target")).to_contain_text("An editor's own")


def test_two_editors_see_each_other_and_what_the_other_decided(newsroom):
    with newsroom("kim") as kim, newsroom("lee") as lee:
        kim.clock.install()
        to_cards(kim)
        lee.goto(kim.url)
        expect(lee.locator("[data-others]")).to_contain_text("kim is here too")
        card(lee, SIGNERS[0]).get_by_label("Leave out").check()
        expect(lee.locator("[data-status]")).to_contain_text("Saved")
        kim.clock.run_for(10_000)
        expect(kim.locator("[data-others]")).to_contain_text("lee is here too")
        expect(card(kim, SIGNERS[0]).get_by_label("Leave out")).to_be_checked()
        expect(card(kim, SIGNERS[0])).to_contain_text("lee,")


def test_of_two_versions_the_editor_chooses(newsroom):
    with newsroom("kim") as kim, newsroom("lee") as lee:
        to_cards(kim)
        lee.goto(kim.url)
        card(lee, SIGNERS[0]).get_by_label("Leave out").check()
        expect(lee.locator("[data-status]")).to_contain_text("Saved")
        mine = card(kim, SIGNERS[0])
        mine.locator("summary").first.click()
        mine.get_by_role("textbox", name="Name", exact=True).fill(
            "Alabama Welcome Projects"
        )
        expect(mine.get_by_role("alert")).to_contain_text("lee changed this card")
        expect(mine.get_by_role("alert")).to_contain_text("Decision: Leave out")
        mine.get_by_role("button", name="Keep mine").click()
        expect(kim.locator("[data-status]")).to_contain_text("Saved")
        kim.reload()
        expect(
            card(kim, "Alabama Welcome Projects").get_by_label("Accept")
        ).to_be_checked()


def test_a_lost_connection_loses_nothing(newsroom):
    with newsroom() as page:
        to_cards(page)
        page.context.set_offline(True)
        waiting = chief(page)
        waiting.locator("summary").first.click()
        waiting.get_by_label("What was said or done").fill(SUMMARY)
        status = page.locator("[data-status]")
        expect(status).to_contain_text("Not saved: the connection is gone")
        page.context.set_offline(False)
        expect(status).to_contain_text("Saved")
        page.reload()
        expect(chief(page).get_by_label("What was said or done")).to_have_value(SUMMARY)


def test_an_article_becomes_records_without_a_script(newsroom):
    with newsroom(java_script_enabled=False) as page:
        to_cards(page)
        button(page, "Leave all 13 out").click()
        expect(card(page, SIGNERS[12]).get_by_label("Leave out")).to_be_checked()
        button(page, "Accept all 13").click()
        waiting = chief(page)
        waiting.locator("summary").first.click()
        waiting.get_by_label("What was said or done").fill(SUMMARY)
        waiting.get_by_label("Accept").check()
        button(page, "See what the public will read").click()
        button(page, "Publish").click()
        expect_published(page)
        assert_public(page)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_each_screen_breaks_no_rule_of_accessibility_and_fits(newsroom, width):
    with newsroom(width=width) as page:
        to_cards(page)
        assert_sound(page, width)
        chief(page).locator("summary").first.click()
        assert_sound(page, width)
        button(page, "See what the public will read").click()
        expect(button(page, "Publish")).to_be_visible()
        assert_sound(page, width)
        button(page, "Send to a second reader").click()
        expect(page.get_by_role("main")).to_contain_text("wait for a second reader")
        assert_sound(page, width)


def assert_sound(page, width):
    """Check a screen by the rules of accessibility, and that it fits the window."""
    page.evaluate(AXE.read_text())
    broken = page.evaluate("axe.run('[data-intake]')")["violations"]
    found = [(rule["id"], [n["html"] for n in rule["nodes"]]) for rule in broken]
    assert found == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, "the screen is wider than the window"
