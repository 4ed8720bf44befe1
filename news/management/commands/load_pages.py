"""Make the prose pages of a new site."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Site

from news.models import GlossaryPage, HomePage, ProsePage

# The words of each page, in the few tags that its editor offers.
PROSE = Path(__file__).parents[2] / "prose"
PAGES = (
    (ProsePage, "method", "Method"),
    (ProsePage, "privacy", "Privacy"),
    (ProsePage, "about", "About"),
    (GlossaryPage, "glossary", "Glossary"),
)
HOME = {
    "title": "The Local Record",
    "slug": "record",
    "question": "What has your city, county or state agreed with ICE?",
    "lead": (
        "<p>Agreements and policies, the votes behind them and what was said, place by "
        "place. Every fact has its source.</p>"
    ),
    "how_we_know": (
        "<p>Each statement leads to the article or document it was read in. Where "
        "sources disagree, both stand. Where nobody says, the page says that it is not "
        'known. <a href="/method/">Our method</a></p>'
    ),
}


class Command(BaseCommand):
    """Publish the home page, method, privacy, about and glossary, each if missing."""

    help = "Make the home page and the prose pages, where they do not exist yet."

    @transaction.atomic
    def handle(self, **options):
        """Make what is missing and say what that was."""
        made = []
        home = HomePage.objects.first()
        if home is None:
            home = enter(Page.get_first_root_node(), HomePage(**HOME))
            made.append(home.title)
            replace_default_page(home)
        for model, slug, title in PAGES:
            if not home.get_children().filter(slug=slug).exists():
                body = (PROSE / f"{slug}.html").read_text(encoding="utf-8")
                enter(home, model(title=title, slug=slug, body=body))
                made.append(title)
        self.stdout.write(f"Pages: {', '.join(made) or 'nothing new'}.")


def enter(parent, page):
    """Publish a new page below another, with a first revision for its history."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def replace_default_page(home):
    """Make a page the root of the site in place of Wagtail's own welcome page."""
    site, created = Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home},
    )
    welcome = site.root_page
    site.root_page, site.site_name = home, home.title
    site.save()
    if not created and welcome.specific_class is Page and not welcome.is_root():
        welcome.delete()
