"""Every public address: the whole of the public deployment."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail.urls import serve_pattern

from config import downloads, errors, health, pages, robots
from config.sitemaps import SITEMAPS, sitemap_index

urlpatterns = [
    path("healthz", health.process, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("robots.txt", robots.robots_txt, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap-index"),
    path(
        "sitemap-<section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("data/downloads/<str:name>", downloads.download, name="download"),
    re_path(r"^documents/(\d+)/(.*)$", pages.public_document, name="wagtaildocs_serve"),
    # Below here, in English as it stands and in Spanish behind `/es/`.
    *i18n_patterns(
        path("", include("config.api.urls")),
        path("", include("jurisdictions.urls")),
        path("", include("policies.urls")),
        path("", include("news.urls")),
        # Prose pages come last: their pattern matches every address.
        re_path(serve_pattern, pages.public_page, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
