"""The menu of who and where."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from jurisdictions.viewsets import (
    AgencyViewSet,
    BodyViewSet,
    JurisdictionViewSet,
    OfficialViewSet,
    OrganizationViewSet,
)


class PlacesGroup(SnippetViewSetGroup):
    """Places and who acts in them."""

    items = (
        JurisdictionViewSet,
        AgencyViewSet,
        BodyViewSet,
        OfficialViewSet,
        OrganizationViewSet,
    )
    menu_label = _("Places")
    menu_icon = "globe"
    menu_order = 100


register_snippet(PlacesGroup)
