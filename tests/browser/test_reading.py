"""A reader at the site: what the five stories tell, at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, opened

BIRMINGHAM = "/us/al/birmingham/"
# What a phone of the reader's shows before the first scroll.
FIRST_SCREEN = {"width": 390, "height": 844}


def section(page, name):
    """Return a block of the page by its id."""
    return page.locator(f"#{name}")


def test_birmingham_in_2017(page):
    page.goto(BIRMINGHAM)
    page.get_by_label("Show as of").fill("2017-02-01")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?as_of=2017-02-01$"))
    expect(page.get_by_role("note")).to_contain_text("Feb 1, 2017")
    expect(section(page, "officials")).to_contain_text("William Bell Sr.: Mayor")
    expect(section(page, "agreements")).to_contain_text("Sanctuary City resolution")
    expect(page.get_by_role("main")).not_to_contain_text("HSI")
    page.get_by_role("link", name="See today").click()
    expect(page.get_by_role("main")).to_contain_text("HSI")


def test_birmingham_in_2021(page):
    page.goto(f"{BIRMINGHAM}?as_of=2021-12-06")
    expect(section(page, "officials")).to_contain_text("Randall Woodfin: Mayor")
    expect(section(page, "officials")).not_to_contain_text("William Bell Sr.: Mayor")
    agreements = section(page, "agreements")
    expect(agreements).to_contain_text("Extension of the agreement with HSI")
    expect(agreements).to_contain_text("Sanctuary City resolution")
    expect(page.locator(".standing")).to_contain_text("is to vote on December 7, 2021")


def test_thirteen_organizations(page):
    page.goto(BIRMINGHAM)
    names = section(page, "organizations").locator(".signers li")
    expect(names).to_have_count(13)
    names.get_by_text("Cell A65").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cell A65")
    expect(page.get_by_role("main")).to_contain_text("Opposes")


def test_scheduled_vote_has_its_result_not_recorded(page):
    page.goto(BIRMINGHAM)
    expect(page.locator(".standing")).to_contain_text("no source gives its result")
    section(page, "votes").get_by_role("link", name=re.compile("extends")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("extends")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Result not recorded")
    expect(main).to_contain_text("third floor")
    expect(page.locator(".roll-call__square")).to_have_count(0)


def test_disputed_claim_has_both_sides(page):
    page.goto("/us/ga/clarkston/")
    page.get_by_role("link", name=re.compile("ICE spoke of a list")).first.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Disputed by")
    expect(main).to_contain_text("Bryan Cox")
    page.get_by_role("link", name=re.compile("denies a threat")).first.click()
    expect(page.get_by_role("main")).to_contain_text("It disputes")
    expect(page.get_by_role("main")).to_contain_text("ICE spoke of a list")


def test_south_miami_is_undecided_with_four_questions(page):
    page.goto("/us/fl/south-miami/")
    expect(page.locator(".standing")).to_contain_text("has not signed a 287(g)")
    page.get_by_role("link", name=re.compile("four questions")).first.click()
    claims = section(page, "claims")
    for concern in ("liability", "Insurance", "scope", "Labor agreement"):
        expect(claims).to_contain_text(concern)
    expect(claims).to_contain_text("Undecided")


def test_one_source_leads_to_seven_cities(page):
    page.goto("/sources/?q=push+back")
    page.get_by_role("link", name=re.compile("Cities Across US")).click()
    main = page.get_by_role("main")
    for city in ("Los Angeles", "New York City", "Philadelphia", "Nashville"):
        expect(main).to_contain_text(city)
    for city in ("Chicago", "Seattle", "Washington"):
        expect(main).to_contain_text(city)


def test_executive_order_has_its_exception(page):
    page.goto("/us/pa/philadelphia/")
    section(page, "agreements").get_by_role(
        "link", name=re.compile("order on ICE detainers")
    ).click()
    expect(section(page, "claims")).to_contain_text("felony")
    expect(section(page, "claims")).to_contain_text("executive order")
    expect(section(page, "related")).to_contain_text("Restores")


def test_place_is_found_by_its_name(page):
    page.goto("/")
    page.get_by_role("main").get_by_role("combobox").first.fill("clarkston, ga")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/us/ga/clarkston/$"))


def test_name_that_nobody_has_says_so(page):
    page.goto("/search/?q=Qwertyopolis")
    expect(page.get_by_role("main")).to_contain_text("Qwertyopolis")
    places = page.locator("main a[href^='/us/']:not([href='/us/'])")
    expect(places).to_have_count(0)


def test_footnote_leads_to_its_source_and_back(page):
    page.goto(BIRMINGHAM)
    mark = page.locator(".standing sup a").first
    mark.click()
    note = page.locator(":target")
    expect(note).to_contain_text("WIAT")
    note.get_by_role("link", name=re.compile("Back to use 1 ")).click()
    expect(page.locator(".standing sup:target")).to_have_count(1)


def test_skip_link_is_the_first_stop_of_the_keyboard(page):
    page.goto(BIRMINGHAM)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


# On a phone


@pytest.fixture
def phone(request, chromium, site):
    """Return a page as wide as a phone, in a browser that runs no JavaScript."""
    width = WIDTHS["phone"]
    with opened(chromium, site, request, width, java_script_enabled=False) as page:
        yield page
        assert page.context.cookies() == []


def test_list_is_filtered_without_script(phone):
    phone.goto("/agreements/")
    phone.locator(".filter-form__bar").click()
    phone.get_by_label("287(g) agreement").check()
    phone.get_by_role("button", name="Apply").click()
    expect(phone).to_have_url(re.compile("type=287g"))
    expect(phone.locator(".record-list > li")).to_have_count(3)
    phone.get_by_role("link", name=re.compile("Remove filter: Type")).click()
    expect(phone.locator(".record-list > li")).not_to_have_count(3)


def test_misunderstood_filter_is_told(phone):
    phone.goto("/agreements/?colour=red")
    expect(phone.get_by_role("alert")).to_contain_text("We do not know the filter")
    expect(phone.locator(".record-list > li")).to_have_count(0)


@pytest.mark.parametrize(
    "path", [BIRMINGHAM, "/us/ga/clarkston/", "/us/fl/south-miami/", "/us/dc/"]
)
@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
def test_answer_stands_on_the_first_screen(phone, path, language):
    phone.set_viewport_size(FIRST_SCREEN)
    phone.goto(f"{language}{path}")
    box = phone.locator(".standing__sentences").bounding_box()
    assert box["y"] + box["height"] <= FIRST_SCREEN["height"]


PAGES = (
    "/",
    "/us/",
    "/us/al/",
    BIRMINGHAM,
    "/us/ga/clarkston/",
    "/agreements/",
    "/votes/",
    "/statements/?disputed=1",
    "/organizations/",
    "/officials/",
    "/sources/",
    "/places/?recorded=1",
    "/map/",
    "/data/",
    "/organizations/alabama-coalition-for-immigrant-justice/",
    "/officials/ted-terry/",
    "/search/?q=birm",
    "/compare/",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/method/",
    "/glossary/",
    "/privacy/",
    "/us/al/birmingham/brief/",
    "/not-there/",
)


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways(chromium, site, request, width):
    with opened(chromium, site, request, width) as page:
        wide = [
            path
            for path in (*PAGES, *records(page), *(f"/es{path}" for path in PAGES))
            if wider_than_its_window(page, path)
        ]
    assert wide == []


def records(page):
    """Return the addresses of one record of each kind that a list leads to."""
    for listing in ("agreements", "votes", "statements", "sources"):
        page.goto(f"/{listing}/")
        yield page.locator(".record-list h2 a").first.get_attribute("href")


def wider_than_its_window(page, path):
    """Tell whether a page is wider than the window it is shown in."""
    page.goto(path)
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
