"""The sitemap: every public page worth finding, and no draft."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index
from django.db.models import Count, Max
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from config.languages import in_language
from jurisdictions.models import Jurisdiction, Official, Organization
from news.models import HomePage, Source
from policies.models import Policy, Statement, Vote


class SpokenSitemap(Sitemap):
    """Pages in one language, each with its address in every other."""

    def __init__(self, language):
        self.language = language

    def get_urls(self, *args, **kwargs):
        """Return the pages of one page of the sitemap."""
        with translation.override(self.language):
            urls = super().get_urls(*args, **kwargs)
            for url in urls:
                path = self.location(url["item"])
                site = url["location"].removesuffix(path)
                url["alternates"] = [
                    {"lang_code": code, "location": site + in_language(path, code)}
                    for code, _name in settings.LANGUAGES
                ]
        return urls


class RecordSitemap(SpokenSitemap):
    """The pages of one record type, through the door every public page uses."""

    limit = 5000

    def __init__(self, rows, language):
        super().__init__(language)
        self.rows = rows

    def items(self):
        """Return the public rows, in a total order."""
        return self.rows()

    def lastmod(self, row):
        """Return when the record was last published."""
        return row.last_published_at or row.updated_at


class ProseSitemap(SpokenSitemap):
    """The prose pages, below the home page."""

    def items(self):
        """Return the live pages that anybody may read."""
        home = HomePage.objects.filter(locale__language_code=self.language).first()
        if home is None:
            return Page.objects.none()
        return Page.objects.live().public().descendant_of(home).order_by("pk")

    def lastmod(self, page):
        """Return when the page was last published."""
        return page.last_published_at

    def location(self, page):
        """Return the page's path; a page of no site has none."""
        return page.get_url() or "/"


class ViewSitemap(SpokenSitemap):
    """Pages that are no record and no prose, by the names of their addresses."""

    def items(self):
        """Return the names."""
        return ["change-list", "correction-list", "data", "map"]

    def location(self, name):
        """Return a page's path."""
        return reverse(name)


RECORDS = {
    "places": lambda: (
        Jurisdiction.objects.published()
        .with_records()
        .select_related("state")
        .order_by("pk")
    ),
    "agreements": lambda: Policy.objects.published().order_by("pk"),
    "votes": lambda: Vote.objects.published().order_by("pk"),
    "statements": lambda: Statement.objects.published().order_by("pk"),
    "organizations": lambda: Organization.objects.published().order_by("pk"),
    "officials": lambda: Official.objects.published().order_by("pk"),
    "sources": lambda: (
        Source.objects.published().defer("text", "editorial_note").order_by("pk")
    ),
}


def sections(of_records):
    """Return the sections of the sitemap in every language, by name.

    `of_records` makes that of one record type in a language.
    """
    found = {}
    for code, _name in settings.LANGUAGES:
        own = {name: of_records(name, code) for name in RECORDS}
        own |= {"prose": ProseSitemap(code), "views": ViewSitemap(code)}
        ending = "" if code == settings.LANGUAGE_CODE else f"-{code}"
        found |= {f"{name}{ending}": section for name, section in own.items()}
    return found


SITEMAPS = sections(lambda name, code: RecordSitemap(RECORDS[name], code))


class Counted(SpokenSitemap):
    """Pages of one record type for the index, which tells none of them."""

    limit = RecordSitemap.limit

    def __init__(self, extent, language):
        super().__init__(language)
        self.extent = extent

    def items(self):
        """Return as many items as there are rows."""
        return range(self.extent["rows"])

    def get_latest_lastmod(self):
        """Return when the newest of the rows was published."""
        return self.extent["latest"]


def sitemap_index(request):
    """Answer with the sections; each type is counted once for all languages."""
    extents = {name: extent(rows()) for name, rows in RECORDS.items()}
    counted = sections(lambda name, code: Counted(extents[name], code))
    return index(request, counted)


def extent(rows):
    """Return how many rows there are, and when the newest was published."""
    newest = Max(Coalesce("last_published_at", "updated_at"))
    return rows.order_by().aggregate(rows=Count("pk"), latest=newest)
