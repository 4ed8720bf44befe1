"""What crawlers are asked to leave alone."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /accounts/
"""


@require_safe
def robots_txt(request):
    """Return robots.txt: the record is there to be read and copied."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
