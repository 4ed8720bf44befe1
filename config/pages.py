"""Prose pages and documents as the public reads them: without a session.

Wagtail's own views would sign a reader in to read a page behind a privacy
setting. Here such a page or document does not exist in public.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import Page, Site

from config.listings import moved_to


@require_safe
def public_page(request, path):
    """Return the live Wagtail page at a path, in English if in no other language.

    Asked for by the address of its twin, a page leads to its own.
    """
    own = Page.route_for_request(request, path)
    page, args, kwargs = own or elsewhere(request, path)
    if page.get_view_restrictions().exists():
        raise Http404
    if own is None and (spoken := page.localized) != page:
        return moved_to(request, spoken.get_url(request))
    return page.serve(request, *args, **kwargs)


def elsewhere(request, path):
    """Return the route to a page among those of other languages.

    One in the language that every page is written in stands for itself, one in another
    only for its twin.

    :raises Http404: when there is no such page.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    for home in (site.root_page, *site.root_page.get_translations().live()):
        try:
            found = home.specific.route(request, components)
        except Http404:
            continue
        if home == site.root_page or found.page.localized != found.page:
            return found
    raise Http404


@require_safe
def public_document(request, document_id, filename):
    """Return an uploaded document, always as a download."""
    document = get_object_or_404(get_document_model(), pk=document_id)
    if document.collection.get_view_restrictions().exists():
        raise Http404
    return serve_document(request, document_id, filename)
