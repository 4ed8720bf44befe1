"""One address for one list: its query in an order of its own."""

from urllib.parse import urlencode

from django.http import HttpResponsePermanentRedirect


def canonical(params) -> str:
    """Return a query's parameters sorted by name, then value; the first page has none.

    `params` is a QueryDict.
    """
    pairs = {
        (name, value)
        for name, values in params.lists()
        for value in values
        if value.strip() and (name, value) != ("page", "1")
    }
    return urlencode(sorted(pairs))


def without(params, name, value):
    """Return a query without one value of a parameter, back on its first page."""
    kept = params.copy()
    kept.pop("page", None)
    kept.setlist(name, [given for given in kept.getlist(name) if given != value])
    return kept


def moved(request, row, below=""):
    """Lead an old address to the row's own, or to one below it, the question kept."""
    return moved_to(request, f"{row.get_absolute_url()}{below}")


def moved_to(request, address):
    """Lead an old address to another one of ours, the question kept."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
