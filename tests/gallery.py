"""Pictures of every kind of page, to look at: `make screenshots`, while a site runs.

    python -m tests.gallery http://127.0.0.1:8000 var/gallery

Each page in both languages, on a phone and on a desk, in light and dark; and one page
of HTML that shows them beside each other. A site with the whole country
(`make demo-national`) shows what long names and many records do to them.
"""

import argparse
import re
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import browser

WIDTHS = {"phone": 390, "desk": 1280}
HEIGHT = 900
SCHEMES = ("light", "dark")
LANGUAGES = ("", "/es")
PAGES = (
    "/",
    "/us/",
    "/us/al/",
    "/us/al/birmingham/",
    "/us/al/birmingham/?as_of=2017-02-01",
    "/us/al/birmingham/brief/",
    "/us/al/birmingham/history/",
    "/us/al/autauga-county/",
    "/agreements/",
    "/agreements/?state=ZZ",
    "/votes/",
    "/statements/",
    "/organizations/",
    "/officials/",
    "/sources/",
    "/places/?recorded=1",
    "/map/",
    "/map/?state=GA",
    "/search/?q=birmingham",
    "/search/?q=qwertyopolis",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/changes/",
    "/corrections/",
    "/data/",
    "/api/v1/docs/",
    "/report-error/",
    "/method/",
    "/glossary/",
    "/embed/us/al/birmingham/",
    "/not-there/",
)
# Of these lists the first record is shown too.
LISTS = ("agreements", "votes", "statements", "organizations", "officials", "sources")


def name_of(address, width, scheme):
    """Return the file of a picture: “es-us-al-birmingham.phone.dark.png”."""
    stem = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"
    return f"{stem}.{width}.{scheme}.png"


def first_records(page, site):
    """Return the address of the first record of each list."""
    found = []
    for name in LISTS:
        page.goto(f"{site}/{name}/")
        links = page.locator(".record-list h2 a")
        if links.count():
            found.append(links.first.get_attribute("href"))
    return found


def take(site, folder):
    """Take every picture into a folder; return (address, its pictures) in order."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = []
    with browser() as path, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        page = chromium.new_page()
        for address in [*PAGES, *first_records(page, site)]:
            for language in LANGUAGES:
                here, names = f"{language}{address}", []
                for width, pixels in WIDTHS.items():
                    # Loaded anew, as by a reader with such a screen.
                    page.set_viewport_size({"width": pixels, "height": HEIGHT})
                    page.goto(f"{site}{here}")
                    for scheme in SCHEMES:
                        page.emulate_media(color_scheme=scheme)
                        names.append(name_of(here, width, scheme))
                        page.screenshot(path=folder / names[-1], full_page=True)
                shown.append((here, names))
        chromium.close()
    return shown


def index(shown):
    """Return a page that shows pictures beside each other, address by address."""
    rows = "".join(
        f"<h2>{escape(address)}</h2><p>"
        + "".join(f'<a href="{name}"><img src="{name}" alt=""></a>' for name in names)
        + "</p>"
        for address, names in shown
    )
    style = "img{height:30rem;object-fit:cover;object-position:top;border:1px solid}"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f"<title>Gallery</title><style>{style}</style>{rows}</html>"
    )


def main():
    """Take the pictures of the site that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="address of a running site")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    given = parser.parse_args()
    shown = take(given.site.rstrip("/"), given.folder)
    page = given.folder / "index.html"
    page.write_text(index(shown), encoding="utf-8")
    sys.stdout.write(f"{sum(len(names) for _at, names in shown)} pictures: {page}\n")


if __name__ == "__main__":
    main()
