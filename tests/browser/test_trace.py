"""Every kind of page opens, on a desk and on a phone, and leaves no trace.

The `page` fixture holds each of them to it: no cookie, no other host, no fault.
"""

import pytest

PATHS = (
    "/",
    "/us/",
    "/us/al/",
    "/us/al/birmingham/",
    "/us/al/birmingham/?as_of=2017-02-01",
    "/places/",
    "/agreements/",
    "/agreements/?status=active",
    "/map/",
    "/votes/",
    "/statements/",
    "/organizations/",
    "/officials/",
    "/sources/",
    "/search/?q=birmingham",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/method/",
    "/privacy/",
    "/about/",
    "/glossary/",
    "/api/v1/docs/",
    "/api/v1/docs/agreements/",
)


@pytest.mark.parametrize("path", PATHS)
def test_page_opens(page, path):
    answer = page.goto(path)
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    assert not overflow(page), "the page is wider than the screen"


def test_missing_page_is_ours(page):
    answer = page.goto("/us/zz/")
    assert answer.status == 404
    assert page.locator("h1").count() == 1


def test_page_reads_without_script(page_without_script):
    page_without_script.goto("/us/al/birmingham/")
    assert page_without_script.locator("h1").inner_text().startswith("Birmingham")
    page_without_script.get_by_role("searchbox").fill("clarkston")
    page_without_script.get_by_role("button", name="Look up").click()
    assert "Clarkston" in page_without_script.locator("main").inner_text()


def test_admin_asks_no_other_host(admin):
    answer = admin.goto("/admin/")
    assert answer.status == 200
    assert "/accounts/" not in admin.url, "not signed in"


def overflow(page):
    """Tell whether a reader would have to scroll sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
