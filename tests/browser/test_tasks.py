"""What readers come for, each task by keys alone and again without a script.

In both languages, and in no more taps than a reader was promised.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from jurisdictions.models import Body
from policies.enums import BallotOption
from tests.browser.conftest import WIDTHS, opened
from tests.browser.hands import Finger, Keys
from tests.browser.kinds import LANGUAGES
from tests.factories import BallotFactory, OfficialFactory, VoteFactory

BIRMINGHAM = "/us/al/birmingham/"
MOTION = "To renew the lease of the jail"
NAYS = (("Ada", "Lindqvist"), ("Bert", "Osei"))
WAYS = {
    "keys": (Keys, WIDTHS["desktop"], {}),
    "no script": (Finger, WIDTHS["phone"], {"java_script_enabled": False}),
}


def find_a_place_and_read_its_status(hand):
    hand.open("/")
    hand.send(hand.page.locator("main input[name=q]"), "birmingham, al")
    expect(hand.page).to_have_url(re.compile(f"{hand.language}{BIRMINGHAM}$"))
    expect(hand.page.locator(".standing__sentences")).to_contain_text("HSI")
    assert hand.taps <= 2


def filter_a_list_and_remove_the_filter(hand):
    hand.open("/agreements/")
    rows = hand.page.locator(".record-list__row")
    all_rows = rows.count()
    bar = hand.page.locator(".filter-form__bar")
    if bar.is_visible():  # folded on a phone
        hand.go(bar)
    hand.tick(hand.page.locator("input[name=direction][value=limits]"))
    if isinstance(hand, Finger):  # where there is a script the list answers at once
        hand.go(hand.button("Apply"))
    expect(hand.page).to_have_url(re.compile("direction=limits"))
    expect(rows).to_have_count(10)
    assert hand.taps <= 3
    hand.go(hand.page.locator(".chips:not(.chips--quick) a").first)
    expect(hand.page).not_to_have_url(re.compile("direction=limits"))
    expect(rows).to_have_count(all_rows)


def see_who_voted_no(hand):
    hand.open("/")
    hand.send(hand.page.locator("main input[name=q]"), "birmingham, al")
    hand.go(hand.page.locator("#votes").get_by_role("link", name=MOTION))
    # The word is the same in both languages.
    voted = hand.page.locator("#tally .roll-call__group", has_text="No (2)")
    for name in NAYS:
        expect(voted).to_contain_text(" ".join(name))
    assert hand.taps <= 3


def follow_a_footnote_and_come_back(hand):
    hand.open(BIRMINGHAM)
    hand.go(hand.page.locator(".standing sup a").first)
    note = hand.page.locator(":target")
    expect(note).to_contain_text("WIAT")
    back = note.locator(".citation-list__back a").first
    if isinstance(hand, Keys):
        hand.reach(back, stops=8)
    hand.go(back)
    expect(hand.page.locator(".standing sup:target")).to_have_count(1)
    assert hand.taps <= 2


def subscribe_to_a_state_and_to_votes(hand):
    hand.open("/us/al/")
    feed = hand.answer(hand.page.locator("main a[href$='changes.atom']").first)
    assert "atom" in feed.headers["content-type"]
    assert hand.taps <= 2
    hand.open("/votes/")
    calendar = hand.answer(hand.page.locator("main a[href$='.ics']").first)
    assert "text/calendar" in calendar.headers["content-type"]
    assert hand.taps <= 2


def compare_two_places(hand):
    hand.open(BIRMINGHAM)
    hand.go(hand.link("Compare with another place"))
    hand.send(hand.page.locator("#add"), "clarkston, ga")
    expect(hand.page.locator(".place-picker__chips li")).to_have_count(2)
    assert hand.taps <= 3
    hand.tick(hand.page.locator("input[name=only]"))
    hand.go(hand.button("Show"))
    expect(hand.page).to_have_url(re.compile("only=differs"))
    rows = hand.page.locator(".comparison tbody tr")
    expect(hand.page.locator(".comparison__differs")).to_have_count(rows.count())


def print_a_brief(hand):
    hand.open(BIRMINGHAM)
    hand.go(hand.link("Print one-page brief"))
    expect(hand.page.locator(".brief__place")).to_have_text("Birmingham, Alabama")
    assert hand.taps <= 2
    hand.page.emulate_media(media="print")
    expect(hand.page.locator(".brief")).to_be_visible()
    expect(hand.page.locator(".brief__tools")).to_be_hidden()


def report_an_error_and_mend_its_refusal(hand):
    hand.open(BIRMINGHAM)
    hand.go(hand.page.locator("main a[href*='/report-error/?about=']").first)
    wrong, known = "The day is wrong.", "The minutes say so."
    hand.write(hand.page.locator("#report-wrong"), wrong)
    hand.write(hand.page.locator("#report-known"), known)
    hand.write(hand.page.locator("#report-email"), "reader@nowhere")
    hand.go(hand.button("Send the report"))
    words = "This is no e-mail address. Correct it, or leave it empty."
    expect(hand.page.get_by_role("alert")).to_contain_text(hand.said(words))
    expect(hand.page.locator("#report-wrong")).to_have_value(wrong)
    expect(hand.page.locator("#report-known")).to_have_value(known)
    assert hand.taps <= 3
    hand.go(hand.page.get_by_role("alert").get_by_role("link"))
    hand.write(hand.page.locator("#report-email"), "reader@nowhere.example")
    hand.go(hand.button("Send the report"))
    expect(hand.page.locator("#report-wrong")).to_have_count(0)


def show_a_place_as_of_a_day(hand):
    hand.open(BIRMINGHAM)
    hand.write_day(hand.page.locator("input[name=as_of]"), date(2017, 2, 1))
    hand.go(hand.button("Show"))
    expect(hand.page).to_have_url(re.compile(r"\?as_of=2017-02-01$"))
    expect(hand.page.get_by_role("note")).to_contain_text("2017")
    expect(hand.page.get_by_role("main")).not_to_contain_text("HSI")
    hand.go(hand.page.get_by_role("note").get_by_role("link"))
    expect(hand.page.get_by_role("main")).to_contain_text("HSI")


def switch_the_language_of_a_filtered_list(hand):
    hand.open("/agreements/?direction=limits")
    hand.go(hand.page.locator(".masthead__language a"))
    other = "" if hand.language else "/es"
    expect(hand.page).to_have_url(re.compile(f"{other}/agreements/.direction=limits$"))
    expect(hand.page.locator(f"html[lang={'es' if other else 'en'}]")).to_have_count(1)
    expect(hand.page.locator(".record-list__row")).to_have_count(10)
    assert hand.taps == 1


TASKS = (
    find_a_place_and_read_its_status,
    filter_a_list_and_remove_the_filter,
    see_who_voted_no,
    follow_a_footnote_and_come_back,
    subscribe_to_a_state_and_to_votes,
    compare_two_places,
    print_a_brief,
    report_an_error_and_mend_its_refusal,
    show_a_place_as_of_a_day,
    switch_the_language_of_a_filtered_list,
)


@pytest.fixture
def divided(restored, django_db_blocker):
    """Make a vote of Birmingham's council whose members are named."""
    with django_db_blocker.unblock():
        body = Body.objects.get(jurisdiction__slug="birmingham", name__contains="City")
        vote = VoteFactory(body=body, motion=MOTION, date=date(2024, 4, 9))
        for given, family in NAYS:
            nay = OfficialFactory(given_name=given, family_name=family)
            BallotFactory(vote=vote, official=nay, option=BallotOption.NO)
        BallotFactory(vote=vote)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_each_task_is_done(chromium, site, request, divided, way, language):
    hands, width, options = WAYS[way]
    for task in TASKS:
        with opened(chromium, site, request, width, **options) as page:
            task(hands(page, language))
            assert page.context.cookies() == []
