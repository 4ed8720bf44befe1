"""What crawlers are asked to leave alone."""

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /accounts/
Disallow: /report-error/
Disallow: /es/report-error/
# Every day of the past is the whole site again.
Disallow: /*?*as_of=

Sitemap: {site}/sitemap.xml
"""


@require_safe
def robots_txt(request):
    """Return robots.txt: the record is there to be read and copied."""
    text = ROBOTS.format(site=settings.SITE_URL)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
