"""Two readers who do without what most have: by keys alone, and without a script.

Each goes to a thing, writes in a field and ticks a box in their own way, and counts
how often: what a task costs is compared in taps.
"""

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

MOST_STOPS = 450


class Hand:
    """Somebody at a page in a language: the prefix of its addresses, "" for English."""

    def __init__(self, page, language):
        self.page = page
        self.language = language
        self.taps = 0

    def open(self, path):
        """Begin at a page, before the first tap."""
        self.page.goto(f"{self.language}{path}")
        self.taps = 0

    def said(self, words):
        """Return what the site says for some English words of its own."""
        with translation.override("es" if self.language else "en"):
            return gettext(words)

    def link(self, words, within="body"):
        """Return the first link that says some words of the site's own."""
        area = self.page.locator(within)
        return area.get_by_role("link", name=self.said(words), exact=True).first

    def button(self, words, within="main"):
        """Return a button of the page that says some words of the site's own."""
        area = self.page.locator(within)
        return area.get_by_role("button", name=self.said(words), exact=True).first

    def answer(self, target):
        """Return what a link gives whoever follows it, when that is no page."""
        self.reach(target)
        self.taps += 1
        address = target.get_attribute("href")
        response = self.page.context.request.get(address)
        assert response.ok, address
        return response


class Finger(Hand):
    """A reader who taps, in a browser that runs no script."""

    def reach(self, target):
        """Bring a thing before the finger."""
        target.scroll_into_view_if_needed()

    def go(self, target):
        """Follow a link or press a button."""
        target.click()
        self.taps += 1

    def tick(self, target):
        """Turn a box on."""
        target.check()
        self.taps += 1

    def write(self, target, words):
        """Write in a field, in place of what stands there."""
        target.fill(words)

    def write_day(self, target, day):
        """Write a day in its field."""
        target.fill(day.isoformat())

    def send(self, target, words):
        """Write in a field and send its form at once, as a telephone's keys do."""
        self.write(target, words)
        target.press("Enter")
        self.taps += 1


class Keys(Hand):
    """A reader with a keyboard: Tab, Enter, the space bar and letters."""

    def reach(self, target, stops=MOST_STOPS):
        """Press Tab until a thing has the focus.

        :raises AssertionError: if it is not among the next `stops`.
        """
        target.wait_for(state="attached")
        node = target.element_handle()
        for _press in range(stops):
            if node.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target} within {stops} stops")

    def go(self, target):
        """Follow a link or press a button."""
        self.reach(target)
        self.page.keyboard.press("Enter")
        self.taps += 1

    def tick(self, target):
        """Turn a box on."""
        self.reach(target)
        self.page.keyboard.press("Space")
        expect(target).to_be_checked()
        self.taps += 1

    def write(self, target, words):
        """Write in a field, in place of what stands there."""
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def write_day(self, target, day):
        """Write a day in its field, part by part, as this browser's language has it."""
        self.reach(target)
        self.page.keyboard.type(f"{day:%m%d%Y}")

    def send(self, target, words):
        """Write in a field and send its form at once."""
        self.write(target, words)
        self.page.keyboard.press("Enter")
        self.taps += 1
