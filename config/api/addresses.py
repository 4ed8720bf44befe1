"""Addresses of the API. A contract: none is changed, and ids never are."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

PREFIX = "api/v1/"
# In the order of usefulness; each is named like the listing whose rows it has.
LISTS = {
    "places": _("Places"),
    "agreements": _("Agreements and policies"),
    "votes": _("Votes"),
    "statements": _("Statements"),
    "organizations": _("Organizations"),
    "officials": _("Officials"),
    "sources": _("Sources"),
}


def endpoints(name, view):
    """Return the addresses of a listing's records: all of them, and one by its id."""
    many, one = view.as_view({"get": "list"}), view.as_view({"get": "retrieve"})
    return [
        path(f"{PREFIX}{name}/", many, name=f"api-{name}"),
        path(f"{PREFIX}{name}/<int:pk>/", one, name=f"api-{name}-record"),
    ]
