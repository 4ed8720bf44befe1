"""Answers to refused and failed requests; none of them queries the database.

People get a page. Programs get the sentence: as JSON below `/api/` and for a file of
it, as plain words for any other file, such as a feed.
"""

import logging
import re
import sys

from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.languages import bare
from config.listings import NoSuchPage
from config.sharing.frames import is_framed

logger = logging.getLogger(__name__)

RETRY_AFTER = 30  # seconds
AS_JSON = re.compile(r"^/api/|\.(json|geojson)$")
AS_WORDS = re.compile(r"\.(csv|xlsx|atom|ics|png)$")
IN_A_SENTENCE = {
    400: gettext_lazy("We do not understand this request."),
    403: gettext_lazy("This request is not allowed."),
    404: gettext_lazy("Nothing is at this address."),
    500: gettext_lazy("Something is wrong on our side."),
    503: gettext_lazy("The record cannot be reached just now."),
}


def bad_request(request, exception=None):
    """Refuse a request nobody understands, with the view's own words for why."""
    reason = str(exception) if type(exception) is BadRequest else ""
    return _page(request, "400.html", 400, reason=reason)


def forbidden(request, exception=None):
    """Refuse a request that is not allowed."""
    return _page(request, "403.html", 403)


def csrf_failure(request, reason=""):
    """Refuse a form that did not come from this site."""
    return _page(request, "403.html", 403)


def not_found(request, exception=None):
    """Say that nothing is at this address, or that a list has no such page."""
    if isinstance(exception, NoSuchPage):
        words = {"reason": str(exception), "query": request.GET}
        return _page(request, "404_page.html", 404, **words)
    return _page(request, "404.html", 404)


def server_error(request):
    """Say that the fault is ours; 503 if it is the database that fails us."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OperationalError | InterfaceError):
        response = _page(request, "500.html", 503)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    return _page(request, "500.html", 500)


def not_allowed(request, methods):
    """Refuse a method that is none of some."""
    response = HttpResponseNotAllowed(methods)
    if AS_JSON.search(bare(request.path_info)):
        words = _("The record can only be read: use GET.")
        body = JsonResponse({"detail": words})
        response.content, response["Content-Type"] = body.content, body["Content-Type"]
    return response


def _page(request, template, status, **context):
    """Render an error page, or plain words should the page itself be broken."""
    sentence = str(context.get("reason") or IN_A_SENTENCE[status])
    if AS_WORDS.search(request.path_info):
        plain = "text/plain; charset=utf-8"
        return HttpResponse(f"{sentence}\n", plain, status)
    if AS_JSON.search(bare(request.path_info)):
        found = {"detail": sentence}
        if status == 400:
            found["errors"] = {}  # no single parameter is at fault
        return JsonResponse(found, status=status)
    if is_framed(request.path_info):
        template, context = "frames/refused.html", {"reason": sentence}
    try:
        html = render_to_string(template, context, request=request)
    except Exception:
        logger.exception("The page %s cannot be rendered", template)
        return HttpResponse(
            f"Error {status}\n", status=status, content_type="text/plain"
        )
    return HttpResponse(html, status=status)
