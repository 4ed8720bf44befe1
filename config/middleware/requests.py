"""Requests refused before any of the site's work."""

from urllib.parse import parse_qsl, unquote_to_bytes

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from config.errors import not_allowed
from config.languages import bare

LONGEST_QUERY = 4_000  # characters; the longest filter of any listing is a tenth


class RefuseJunk:
    """Refuse NUL bytes and endless queries, which no page of ours asks for.

    PostgreSQL fails on a NUL in any text it compares, so one in a path or a
    query would otherwise end as our own error.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info:
            raise BadRequest
        if b"\0" in unquote_to_bytes(query):
            raise BadRequest(
                _("%s: no text holds the character NUL.") % with_nul(query)
            )
        if len(query) > LONGEST_QUERY and not request.path_info.startswith("/admin/"):
            raise BadRequest(
                _("The address asks for too much: at most %s characters of filters.")
                % f"{LONGEST_QUERY:,}"
            )
        return self.get_response(request)


class OnlyReads:
    """Refuse every method that is not a read (public deployment).

    One address takes what readers write: a report of an error.
    """

    reads = ("GET", "HEAD", "OPTIONS")
    forms = {"/report-error/": (*reads, "POST")}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        taken = self.forms.get(bare(request.path_info), self.reads)
        if request.method not in taken:
            return not_allowed(request, taken)
        return self.get_response(request)


def with_nul(query):
    """Return the names of the parameters that hold a NUL, each cut short."""
    pairs = parse_qsl(query, keep_blank_values=True)
    names = [
        name.replace("\0", "")[:40] for name, value in pairs if "\0" in name + value
    ]
    return ", ".join(names)
