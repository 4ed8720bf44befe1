from jurisdictions.viewsets.people import OfficialViewSet, OrganizationViewSet
from jurisdictions.viewsets.places import (
    AgencyViewSet,
    BodyViewSet,
    JurisdictionViewSet,
)

__all__ = [
    "AgencyViewSet",
    "BodyViewSet",
    "JurisdictionViewSet",
    "OfficialViewSet",
    "OrganizationViewSet",
]
