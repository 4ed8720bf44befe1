"""The sitemap: every public page worth finding, and no draft."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Page

from jurisdictions.models import Jurisdiction, Official, Organization
from news.models import HomePage, Source
from policies.models import Policy, Statement, Vote


class RecordSitemap(Sitemap):
    """The pages of one record type, through the door every public page uses."""

    limit = 5000

    def __init__(self, rows):
        self.rows = rows

    def items(self):
        """Return the public rows, in a total order."""
        return self.rows()

    def lastmod(self, row):
        """Return when the record was last published."""
        return row.last_published_at or row.updated_at


class ProseSitemap(Sitemap):
    """The prose pages, below the home page."""

    def items(self):
        """Return the live pages that anybody may read."""
        return (
            Page.objects.live()
            .public()
            .descendant_of(HomePage.objects.first() or Page.get_first_root_node())
            .order_by("pk")
        )

    def lastmod(self, page):
        """Return when the page was last published."""
        return page.last_published_at

    def location(self, page):
        """Return the page's path; a page of no site has none."""
        return page.get_url() or "/"


class ViewSitemap(Sitemap):
    """Pages that are no record and no prose, by the names of their addresses."""

    def items(self):
        """Return the names."""
        return ["change-list", "correction-list", "data", "map"]

    def location(self, name):
        """Return a page's path."""
        return reverse(name)


SITEMAPS = {
    "places": RecordSitemap(
        lambda: (
            Jurisdiction.objects.published()
            .with_records()
            .select_related("state")
            .order_by("pk")
        )
    ),
    "agreements": RecordSitemap(lambda: Policy.objects.published().order_by("pk")),
    "votes": RecordSitemap(lambda: Vote.objects.published().order_by("pk")),
    "statements": RecordSitemap(lambda: Statement.objects.published().order_by("pk")),
    "organizations": RecordSitemap(
        lambda: Organization.objects.published().order_by("pk")
    ),
    "officials": RecordSitemap(lambda: Official.objects.published().order_by("pk")),
    "sources": RecordSitemap(
        lambda: (
            Source.objects.published().defer("text", "editorial_note").order_by("pk")
        )
    ),
    "prose": ProseSitemap,
    "views": ViewSitemap,
}
