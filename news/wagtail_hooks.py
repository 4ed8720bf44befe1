"""The menu of how we know."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from news.viewsets import CorrectionViewSet, OutletViewSet, SourceViewSet


class SourcesGroup(SnippetViewSetGroup):
    """Sources, outlets and corrections."""

    items = (SourceViewSet, OutletViewSet, CorrectionViewSet)
    menu_label = _("Sources")
    menu_icon = "doc-full-inverse"
    menu_order = 120


register_snippet(SourcesGroup)
