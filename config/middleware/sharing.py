"""What is made for programs may be read by programs on other sites.

A browser lets a page read another site's answer only where that site says so. The
API and the files of listings are the same for everybody and come without a cookie,
so any page may read them; pages for people stay as they are.
"""

import re

from django.http import HttpResponse

from config.languages import bare

READS = "GET, HEAD, OPTIONS"
# By their first part, or by what their address ends in.
PRIVATE = r"(?!/(?:admin|accounts|documents|media|static)/)"
FORMS = "csv|json|geojson|xlsx|atom|ics|zip|sqlite"
FOR_PROGRAMS = re.compile(rf"{PRIVATE}(?:/api/|.+\.(?:{FORMS})$)")
# Headers that a page may read, beside the few that any answer lets it.
READABLE = "Content-Disposition, ETag, Retry-After"
ASKED_BEFORE = "Access-Control-Request-Method"
REMEMBERED_FOR = 24 * 60 * 60  # seconds


class OpenToPrograms:
    """Let pages of any site read what is made for programs, and nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not FOR_PROGRAMS.match(bare(request.path_info)):
            return self.get_response(request)
        if request.method == "OPTIONS" and ASKED_BEFORE in request.headers:
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = READS
            # By this alone a request of a page is asked about before it is sent.
            response["Access-Control-Allow-Headers"] = "If-None-Match"
            response["Access-Control-Max-Age"] = str(REMEMBERED_FOR)
        else:
            response = self.get_response(request)
            response["Access-Control-Expose-Headers"] = READABLE
        response["Access-Control-Allow-Origin"] = "*"
        return response
