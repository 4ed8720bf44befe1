"""Public pages answered from what the reader, or the cache, already has.

Every page is a function of the record version, the day, the release and the
address. So a reader who holds the page gets 304 before any work, and anybody
else may get the body made for the reader before.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from jurisdictions.models.version import RecordVersion

CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
PRIVATE_PREFIXES = (
    "/admin/",
    "/accounts/",
    "/documents/",
    "/media/",
    "/static/",
    "/healthz",
    "/readyz",
)
WARM_FOR = 60 * 60  # seconds
LARGEST_WARM = 2_000_000  # bytes; the largest place of the benchmark has 1.3 million


class ConditionalPages:
    """ETag, 304 and a warm body for every public page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_public_read(request):
            return self.get_response(request)
        tag = etag_of(request)
        if tag in _held_by_reader(request):
            return _labelled(HttpResponseNotModified(), tag)
        warm = cache.get(tag)
        if warm is not None:
            content, headers = warm
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if not is_shareable(response):
            return response
        _labelled(response, tag)
        if request.method == "GET" and fits(response):
            cache.set(tag, (response.content, dict(response.headers)), WARM_FOR)
        return response


def is_public_read(request) -> bool:
    """Return whether a request asks for a page that is the same for everybody."""
    return (
        not settings.DEBUG
        and request.method in ("GET", "HEAD")
        and not request.path_info.startswith(PRIVATE_PREFIXES)
        # Wagtail sends a draft's preview through here as if it were the home page.
        and not getattr(request, "is_dummy", False)
    )


def is_shareable(response) -> bool:
    """Return whether a response may be kept and given to another reader."""
    return (
        response.status_code == 200
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        and not response.has_header("Cache-Control")
    )


def fits(response) -> bool:
    """Return whether a response can wait for the next reader here.

    One that is streamed is labelled and never kept: nobody knows its length.
    """
    return not response.streaming and len(response.content) <= LARGEST_WARM


def etag_of(request) -> str:
    """Return the tag of a page as it stands: one query, for the version."""
    request.record_version = RecordVersion.current()
    parts = (
        request.record_version,
        timezone.localdate().isoformat(),
        settings.RELEASE,
        request.build_absolute_uri(),
    )
    digest = hashlib.sha256("\n".join(map(str, parts)).encode())
    return f'"{digest.hexdigest()[:40]}"'


def _held_by_reader(request):
    # A web server that compresses a page weakens its tag; the page is the same.
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return {tag.removeprefix("W/") for tag in held}


def _labelled(response, tag):
    response["ETag"] = tag
    response["Cache-Control"] = CACHE_CONTROL
    return response
