"""Every address of the editors' deployment: the admin, sign-in, and the public's."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls

from config import public_urls
from config.public_urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    # Wagtail's own sign-in knows no second factor and counts no attempts.
    path(
        "admin/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("accounts/", include("allauth.urls")),
]

if settings.SERVE_MEDIA:
    urlpatterns += [
        re_path(r"^media/(.*)$", serve, {"document_root": settings.MEDIA_ROOT})
    ]

urlpatterns += public_urls.urlpatterns
