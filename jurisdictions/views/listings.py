"""The listings of places, organizations and officials."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList
from jurisdictions.columns import OFFICIALS, ORGANIZATIONS, PLACES
from jurisdictions.derive import known_terms
from jurisdictions.filters import OfficialFilters, OrganizationFilters, PlaceFilters


class PlaceList(FilteredList):
    """Every place, with the number of its policies."""

    filterset_class = PlaceFilters
    columns = PLACES
    template_name = "pages/place_list.html"
    row_template = "rows/place.html"
    heading = _("Places")


class OrganizationList(FilteredList):
    """Every organization on record."""

    filterset_class = OrganizationFilters
    columns = ORGANIZATIONS
    template_name = "pages/organization_list.html"
    row_template = "rows/organization.html"
    heading = _("Organizations")


class KnownOfficial(NamedTuple):
    """An official, and the offices of which the record can tell on a day."""

    official: object
    terms: list


class OfficialList(FilteredList):
    """Every official on record, with the offices a source gives."""

    filterset_class = OfficialFilters
    columns = OFFICIALS
    template_name = "pages/official_list.html"
    row_template = "rows/official.html"
    heading = _("Officials")

    def prepare(self, row, filterset):
        """Return an official with the offices that can be told of on the day."""
        day = filterset.day or timezone.localdate()
        return KnownOfficial(row, known_terms(row.terms.all(), day))
