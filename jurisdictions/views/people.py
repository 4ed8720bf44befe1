"""The pages of one organization and of one official."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views import View

from config.listings import asked_day, not_on_file
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


class OrganizationDetail(View):
    """One organization and the positions on record."""

    def get(self, request, slug):
        """Answer with the organization's page, today's or as of a day."""
        row = get_object_or_404(Organization.objects.for_listing(), slug=slug)
        as_of = asked_day(request)
        if as_of and not Organization.objects.heard_by(as_of).contains(row):
            return not_on_file(request, row, as_of)
        context = organization_context(row, as_of)
        return render(request, "pages/organization_detail.html", context)


class OfficialDetail(View):
    """One official: offices, deeds, votes and words on record."""

    def get(self, request, slug):
        """Answer with the official's page, today's or as of a day."""
        row = get_object_or_404(Official.objects.for_listing(), slug=slug)
        as_of = asked_day(request)
        if as_of and not Official.objects.known_by(as_of).contains(row):
            return not_on_file(request, row, as_of)
        context = official_context(row, as_of)
        return render(request, "pages/official_detail.html", context)
