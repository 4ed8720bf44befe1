"""A small record in which every parameter of the API finds something."""

from datetime import date

from django.urls import resolve

from policies.enums import EventKind
from tests import factories

# What it holds, by the parameter that asks for it.
HELD = {
    "state": ["AL"],
    "place": ["0150000"],
    "within": ["01097"],
    "body": ["mobile-council"],
    "official": ["ada"],
    "organization": ["friends"],
    "matter": ["1"],
    "outlet": ["daily"],
}


def view_of(name):
    """Return the view of the API that answers for a listing."""
    return resolve(f"/api/v1/{name}/").func.cls


def every_column(name):
    """Return the names of a listing's columns as `fields` takes them."""
    return ",".join(column.name for column in view_of(name).columns)


def enter():
    """Enter the record: two of everything, the one with all that it can have."""
    state = factories.StateFactory(usps="AL")
    county = factories.CountyFactory(geoid="01097", state=state)
    place = factories.PlaceFactory(name="Mobile", geoid="0150000", state=state)
    place.counties.set([county])
    place.save()
    agency = factories.AgencyFactory(jurisdiction=place)
    body = factories.BodyFactory(jurisdiction=place, slug="mobile-council")
    official = factories.OfficialFactory(slug="ada")
    factories.TermFactory(official=official, jurisdiction=place)
    organization = factories.OrganizationFactory(slug="friends", jurisdiction=place)
    factories.OrganizationAliasFactory(organization=organization)
    source = factories.SourceFactory(outlet=factories.OutletFactory(slug="daily"))
    policy = factories.PolicyFactory(
        pk=1,
        jurisdiction=place,
        agency=agency,
        citation__source=source,
        events=[(EventKind.ADOPTED, date(2015, 1, 1))],
    )
    factories.PolicyFactory(
        pk=2, jurisdiction=state, events=[(EventKind.PROPOSED, date(2020, 3, 1))]
    )
    vote = factories.VoteFactory(body=body, policy=policy, mover=official)
    factories.BallotFactory(vote=vote, official=official)
    factories.VoteFactory(policy=None)
    statement = factories.StatementFactory(
        jurisdiction=place, policy=policy, vote=vote, official=official
    )
    factories.SignatoryFactory(statement=statement, organization=organization)
    factories.ConcernFactory(statement=statement)
    factories.StatementFactory(jurisdiction=state)
