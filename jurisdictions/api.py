"""Places, organizations and officials for programs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from config.api.addresses import PREFIX, endpoints
from config.api.records import RecordSet
from jurisdictions.columns import OFFICIALS, ORGANIZATIONS, PLACES
from jurisdictions.filters import OfficialFilters, OrganizationFilters, PlaceFilters


class PlaceSet(RecordSet):
    """Places, each by its id or its GEOID."""

    filterset_class = PlaceFilters
    columns = PLACES
    record = "Place"
    about = _("States, counties, cities and other governments, on record or not.")
    keys = RecordSet.keys | {
        "geoid": ("Its Census GEOID.", {"type": "string", "pattern": "^[0-9]{2,10}$"})
    }


class OrganizationSet(RecordSet):
    """Organizations."""

    filterset_class = OrganizationFilters
    columns = ORGANIZATIONS
    record = "Organization"
    about = _("Groups that sign, say or do something about a policy.")


class OfficialSet(RecordSet):
    """Officials."""

    filterset_class = OfficialFilters
    columns = OFFICIALS
    record = "Official"
    about = _("People in a public role, with the offices that a source gives.")


urlpatterns = [
    *endpoints("places", PlaceSet),
    path(
        f"{PREFIX}places/geoid/<slug:geoid>/",
        PlaceSet.as_view({"get": "retrieve"}),
        name="api-place-by-geoid",
    ),
    *endpoints("organizations", OrganizationSet),
    *endpoints("officials", OfficialSet),
]
