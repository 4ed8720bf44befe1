"""The site's addresses, and some that fail in each way a page can."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.urls import path

from config.urls import (
    handler400,
    handler403,
    handler404,
    handler500,
    urlpatterns,
)

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def failing_with(fault):
    """Return a view that raises a fault."""

    def view(request):
        raise fault

    return view


urlpatterns = [
    *i18n_patterns(
        path("fails/400", failing_with(BadRequest())),
        path("fails/403", failing_with(PermissionDenied())),
        path("fails/429", lambda request: HttpResponse(status=429)),
        path("fails/500", failing_with(ZeroDivisionError())),
        path("fails/503", failing_with(OperationalError())),
        prefix_default_language=False,
    ),
    *urlpatterns,
]
