"""Pages to be checked: one of every kind in both languages, and those no link tells."""

import re

from django.test import Client, override_settings

from tests.config.crawler import crawl, view_of

LANGUAGES = ("", "/es")
# What other questions make of a page, whole parts of which are else not there.
ASKED = (
    "/agreements/?state=AL&status=active&type=287g&page=1",
    "/agreements/?as_of=2017-02-01",
    "/agreements/?q=qwertyopolis",
    "/agreements/?state=ZZ",
    "/votes/?split=1",
    "/statements/?disputed=1",
    "/places/?recorded=1",
    "/us/al/birmingham/",
    "/us/al/birmingham/?as_of=2017-02-01",
    "/us/al/birmingham/brief/?size=a4",
    "/us/ga/clarkston/",
    "/us/fl/south-miami/",
    "/map/?state=AL&style=no",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/compare/?p=us/al/birmingham&add=spring",
    "/search/?q=council",
    "/search/?q=qwertyopolis",
    "/changes/?since=2016-01-01",
    "/report-error/?about=/us/al/birmingham/",
)
REFUSED = (
    "/agreements/?page=999",
    "/compare/?p=a&p=b&p=c&p=d&p=e",
    "/not-there/",
    "/fails/400",
    "/fails/403",
    "/fails/500",
    "/fails/503",
)


def every_page():
    """Yield (address, page) of what a reader may come to see, in both languages."""
    reader = Client(raise_request_exception=False)
    for path, page in crawl(reader, of_a_kind=1, kind_of=view_of):
        if page.get("Content-Type", "").startswith("text/html"):
            yield path, page
    for language in LANGUAGES:
        for path in ASKED:
            yield f"{language}{path}", reader.get(f"{language}{path}")
        with override_settings(ROOT_URLCONF="tests.config.failing_urls"):
            for path in REFUSED:
                yield f"{language}{path}", reader.get(f"{language}{path}")
        form = f"{language}/report-error/"
        yield f"{form} sent empty", reader.post(form, {"about": "/"})


def file_of(address):
    """Return a file's name for an address: `es-us-al-birmingham.html`."""
    return f"{re.sub(r'[^a-z0-9]+', '-', address.lower()).strip('-') or 'home'}.html"
