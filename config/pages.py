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


@require_safe
def public_page(request, path):
    """Return the live Wagtail page at a path, in English if in no other language."""
    page, args, kwargs = Page.route_for_request(request, path) or original(
        request, path
    )
    if page.get_view_restrictions().exists():
        raise Http404
    return page.serve(request, *args, **kwargs)


def original(request, path):
    """Return the route to the page in the language that every page is written in.

    :raises Http404: when there is no such page.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    return site.root_page.specific.route(request, components)


@require_safe
def public_document(request, document_id, filename):
    """Return an uploaded document, always as a download."""
    document = get_object_or_404(get_document_model(), pk=document_id)
    if document.collection.get_view_restrictions().exists():
        raise Http404
    return serve_document(request, document_id, filename)
