"""Make the prose pages of a new site, in every language."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Page, Site

from news.models import GlossaryPage, HomePage, ProsePage

# The words of each page, in the few tags that its editor offers.
PROSE = Path(__file__).parents[2] / "prose"
PAGES = (
    (ProsePage, "method", {"en": "Method", "es": "Método"}),
    (ProsePage, "privacy", {"en": "Privacy", "es": "Privacidad"}),
    (ProsePage, "about", {"en": "About", "es": "Acerca de"}),
    (GlossaryPage, "glossary", {"en": "Glossary", "es": "Glosario"}),
)
HOME = {
    "en": {
        "question": "What has your city, county or state agreed with ICE?",
        "lead": (
            "<p>Agreements and policies, the votes behind them and what was said, "
            "place by place. Every fact has its source.</p>"
        ),
        "how_we_know": (
            "<p>Each statement leads to the article or document it was read in. Where "
            "sources disagree, both stand. Where nobody says, the page says that it is "
            'not known. <a href="/method/">Our method</a></p>'
        ),
    },
    "es": {
        "question": "¿Qué ha acordado su ciudad, su condado o su estado con ICE?",
        "lead": (
            "<p>Acuerdos y políticas, las votaciones que hay detrás y lo que se dijo, "
            "lugar por lugar. Cada dato tiene su fuente.</p>"
        ),
        "how_we_know": (
            "<p>Cada afirmación lleva al artículo o documento en que se leyó. Si las "
            "fuentes no coinciden, se muestran las dos. Si nadie lo dice, la página "
            'dice que no se sabe. <a href="/es/method/">Nuestro método</a></p>'
        ),
    },
}
TITLE = "The Local Record"


class Command(BaseCommand):
    """Publish the home page, method, privacy, about and glossary, each if missing."""

    help = "Make the home page and the prose pages, where they do not exist yet."

    @transaction.atomic
    def handle(self, **options):
        """Make what is missing and say what that was."""
        made = []
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
            locale, _new = Locale.objects.get_or_create(language_code=code)
            home = HomePage.objects.filter(locale=locale).first()
            if home is None:
                home = make_home(locale)
                made.append(f"{home.title} ({code})")
            made += make_prose(home, code)
        self.stdout.write(f"Pages: {', '.join(made) or 'nothing new'}.")


def make_home(locale):
    """Make the home page of a language; the first one is the root of the site."""
    words = HOME[locale.language_code]
    first = HomePage.objects.first()
    if first is not None:
        home = first.copy_for_translation(locale)
        return rewrite(home, **words)
    home = HomePage(title=TITLE, slug="record", locale=locale, **words)
    enter(Page.get_first_root_node(), home)
    replace_default_page(home)
    return home


def make_prose(home, code):
    """Make the pages of a language that are missing, and return their titles.

    A page is the translation of the one that has its address in the first language.
    """
    made = []
    for model, slug, titles in PAGES:
        if home.get_children().filter(slug=slug).exists():
            continue
        words = {
            "title": titles[code],
            "body": (PROSE / code / f"{slug}.html").read_text(encoding="utf-8"),
        }
        first = model.objects.filter(slug=slug).first()
        if first is not None and first.has_translation(home.locale):
            continue  # under an address that an editor gave it
        if first is None:
            enter(home, model(slug=slug, locale=home.locale, **words))
        else:
            rewrite(first.copy_for_translation(home.locale), **words)
        made.append(titles[code])
    return made


def enter(parent, page):
    """Publish a new page below another, with a first revision for its history."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def rewrite(page, **words):
    """Publish a copy with the words of its own language."""
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
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
