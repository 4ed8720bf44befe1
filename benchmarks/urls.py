"""The public's addresses, and the empty view by which all others are measured."""

from django.http import HttpResponse
from django.urls import path

from config import public_urls
from config.public_urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def empty(request):
    """Answer with nothing, by way of the server, the middleware and the addresses."""
    return HttpResponse("empty")


urlpatterns = [path("empty/", empty), *public_urls.urlpatterns]
