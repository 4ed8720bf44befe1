"""Every kind of public page there is, by an address of each."""

PAGES = (
    "/",
    "/us/",
    "/us/al/",
    "/us/al/birmingham/",
    "/us/al/birmingham/history/",
    "/us/al/birmingham/brief/",
    "/us/al/autauga-county/",
    "/places/?recorded=1",
    "/agreements/",
    "/agreements/?direction=limits&type=state_law",
    "/votes/",
    "/statements/?disputed=1",
    "/organizations/",
    "/organizations/adelante-alabama-worker-center/",
    "/officials/randall-woodfin/",
    "/map/",
    "/map/?state=GA",
    "/search/?q=birmingham",
    "/compare/?p=us/al/birmingham&p=us/ga/clarkston",
    "/changes/",
    "/corrections/",
    "/data/",
    "/data/columns/",
    "/api/v1/docs/agreements/",
    "/report-error/?about=/us/al/birmingham/",
    "/method/",
    "/glossary/",
    "/not-there/",
)
LISTS = ("agreements", "votes", "statements", "sources")
LANGUAGES = {"english": "", "spanish": "/es"}


def addresses(page, language):
    """Yield an address of every kind of page, in a language."""
    for path in PAGES:
        yield f"{language}{path}"
    for listing in LISTS:
        page.goto(f"{language}/{listing}/")
        yield page.locator(".record-list h2 a").first.get_attribute("href")
