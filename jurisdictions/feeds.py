"""Feeds of what changed in places, organizations and officials."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.listings import moved
from jurisdictions.filters import OfficialFilters, OrganizationFilters, PlaceFilters
from jurisdictions.models import Jurisdiction, Official, Organization
from news.changes.feed import (
    NAME,
    ChangesFeed,
    ListingFeed,
    RecordFeed,
    stands_at,
)
from news.models import Change
from policies.models import Policy, Statement, Vote


class PlaceFeed(ListingFeed):
    """What changed on record about the places that match."""

    filterset_class = PlaceFilters
    list_name = "place-list"
    heading = gettext_lazy("Changes in places")

    def changes_of(self, filterset):
        """Return the changes of what is on record about the places."""
        return Change.objects.for_listing().about_places(filterset.rows())


class OrganizationFeed(ListingFeed):
    """What changed in the organizations that match."""

    filterset_class = OrganizationFilters
    list_name = "organization-list"
    heading = gettext_lazy("Changes in organizations")


class OfficialFeed(ListingFeed):
    """What changed in the officials that match."""

    filterset_class = OfficialFilters
    list_name = "official-list"
    heading = gettext_lazy("Changes in officials")


class OrganizationChanges(RecordFeed):
    """What changed in one organization, and in what it said or signed."""

    model = Organization

    def beside(self, organization):
        """Return the statements that the organization made or signed."""
        return (Statement.objects.by_organizations([organization.slug]),)


class OfficialChanges(RecordFeed):
    """What changed in one official, and in what they said and did."""

    model = Official

    def beside(self, official):
        """Return the statements, the votes and the policies the official is in."""
        return (
            Statement.objects.by_officials([official.slug]),
            Vote.objects.with_part_of(official),
            Policy.objects.with_role_of(official),
        )


class PlaceChanges(ChangesFeed):
    """Everything that changed about one place: policies, votes, statements."""

    def get(self, request, state, slug):
        """Answer with the place's feed, of one government that of the other."""
        place = get_object_or_404(
            Jurisdiction.objects.named(), state=state.upper(), slug=slug.lower()
        )
        self.place = place.shown("one_with") or place
        if not stands_at(request, self.place, NAME):
            return moved(request, self.place, NAME)
        return super().get(request)

    def followed(self, request):
        """Return the changes of the place."""
        rows = Change.objects.for_listing().of_place(self.place)
        return rows, _("Changes: %s") % self.place, self.place.get_absolute_url()


class StateChanges(ChangesFeed):
    """Everything that changed about a state and the places in it."""

    def get(self, request, state):
        """Answer with the state's feed."""
        self.place = get_object_or_404(
            Jurisdiction.objects.named().states(), usps=state.upper()
        )
        if not stands_at(request, self.place, NAME):
            return moved(request, self.place, NAME)
        return super().get(request)

    def followed(self, request):
        """Return the changes of the state and of its places."""
        rows = Change.objects.for_listing().in_states([self.place.usps])
        title = _("Changes: %s and its places") % self.place
        return rows, title, self.place.get_absolute_url()
