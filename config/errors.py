"""Pages for refused and failed requests; none of them queries the database."""

import logging
import sys

from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

RETRY_AFTER = 30  # seconds


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
    """Say that nothing is at this address."""
    return _page(request, "404.html", 404)


def server_error(request):
    """Say that the fault is ours; 503 if it is the database that fails us."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OperationalError | InterfaceError):
        response = _page(request, "500.html", 503)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    return _page(request, "500.html", 500)


def _page(request, template, status, **context):
    """Render an error page, or plain words should the page itself be broken."""
    try:
        html = render_to_string(template, context, request=request)
    except Exception:
        logger.exception("The page %s cannot be rendered", template)
        return HttpResponse(
            f"Error {status}\n", status=status, content_type="text/plain"
        )
    return HttpResponse(html, status=status)
