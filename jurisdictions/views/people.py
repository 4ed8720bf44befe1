"""The pages of one organization and of one official."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from config.listings import asked_day
from config.sharing.pages import RecordPage
from jurisdictions.derive import known_terms
from jurisdictions.models import Official, Organization
from news.footnotes import Footnotes
from policies.models import Policy, PolicyRole, Statement, Vote


def organization_context(organization, as_of=None):
    """Return what the page of an organization prints, on a day or today."""
    day = as_of or timezone.localdate()
    statements = Statement.objects.for_listing().by_organizations([organization.slug])
    return {
        "organization": organization,
        "as_of": as_of,
        "notes": Footnotes(as_of),
        "statements": statements.on_file(day),
    }


def official_context(official, as_of=None):
    """Return what the page of an official prints, on a day or today."""
    day = as_of or timezone.localdate()
    statements = Statement.objects.for_listing().by_officials([official.slug])
    return {
        "official": official,
        "as_of": as_of,
        "notes": Footnotes(as_of),
        "terms": known_terms(official.terms.all(), day),
        "roles": PolicyRole.objects.of_official(official).of_policies(
            Policy.objects.on_file(day)
        ),
        "statements": statements.on_file(day),
        "votes": Vote.objects.for_listing()
        .with_ballots_of([official.slug])
        .with_ballot_of(official)
        .held_by(day),
    }


class OrganizationDetail(RecordPage):
    """One organization and the positions on record."""

    template_name = "pages/organization_detail.html"

    def get(self, request, slug):
        """Answer with the organization's page, today's or as of a day."""
        row = get_object_or_404(Organization.objects.for_listing(), slug=slug)
        as_of = asked_day(request)
        if as_of and not Organization.objects.heard_by(as_of).contains(row):
            return self.absent(request, row, as_of)
        return self.answer(request, organization_context(row, as_of))


class OfficialDetail(RecordPage):
    """One official: offices, deeds, votes and words on record."""

    template_name = "pages/official_detail.html"

    def get(self, request, slug):
        """Answer with the official's page, today's or as of a day."""
        row = get_object_or_404(Official.objects.for_listing(), slug=slug)
        as_of = asked_day(request)
        if as_of and not Official.objects.known_by(as_of).contains(row):
            return self.absent(request, row, as_of)
        return self.answer(request, official_context(row, as_of))
