"""How many queries each public page asks: the same for few rows and for many."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jurisdictions.enums import Level, Office
from jurisdictions.models import Jurisdiction, RecordVersion
from news.changes.writing import record_all
from news.models import Source
from policies.enums import EventKind, PolicyType, PredecessorRelation
from policies.models import Policy, Vote
from tests import factories

pytestmark = pytest.mark.django_db

FEW, MANY = 2, 5
# The most that lists of the API ask, with all that nests in their rows.
API = (
    ("places", "", 9),
    ("agreements", "?include=citations,events", 18),
    ("votes", "?include=citations,ballots", 14),
    ("statements", "?include=citations,signatories", 27),
    ("organizations", "?include=citations", 9),
    ("officials", "?include=citations,terms", 9),
    ("sources", "", 8),
)
# The most queries that a page may ask, whatever is on record.
BUDGET = {
    "/": 12,
    "/us/": 14,
    "/us/al/history/": 14,
    "/us/al/mobile/history/": 18,
    "/us/al/mobile/changes.atom": 20,
    "/changes/": 18,
    "/changes.atom": 18,
    "/agreements.atom": 16,
    "/agreements/1-mobile/changes.atom": 16,
    "/officials/ada/changes.atom": 16,
    "/organizations/helpers/changes.atom": 16,
    "/agreements/1-mobile/history/": 14,
    "/votes.ics": 6,
    "/us/al/": 40,
    "/us/al/mobile/": 46,
    "/us/al/brief/": 40,
    "/us/al/mobile/brief/": 46,
    "/us/al/mobile/brief.pdf": 46,
    "/agreements/": 9,
    "/agreements/1-mobile/": 36,
    "/votes/": 8,
    "/votes/1-mobile/": 24,
    "/statements/": 16,
    "/statements/1-mobile/": 24,
    "/organizations/": 8,
    "/organizations/helpers/": 20,
    "/officials/": 8,
    "/officials/ada/": 24,
    "/sources/": 8,
    "/sources/1/": 14,
    "/places/": 8,
    "/search/?q=spring": 10,
    "/data/": 14,
    "/compare/?p=us/al/mobile&p=us/al": 36,
    "/map/": 7,
    "/map/?state=AL&type=detainer_policy": 9,
    "/data/columns/": 1,
    **{f"/api/v1/{name}/{query}": most for name, query, most in API},
    "/api/v1/docs/": 15,
}


def record_of(size):
    """Enter a city about which there are `size` rows of everything.

    Return the addresses of its pages under the names of the budget.
    """
    state = factories.StateFactory()
    place = factories.PlaceFactory(name="Mobile", state=state)
    place.counties.set(factories.CountyFactory.create_batch(size, state=state))
    place.save()
    ice = factories.AgencyFactory(jurisdiction=factories.NationFactory())
    official = factories.OfficialFactory(slug="ada")
    organization = factories.OrganizationFactory(slug="helpers")
    source = factories.SourceFactory()
    factories.PolicyFactory.create_batch(
        size,
        jurisdiction=state,
        type=PolicyType.STATE_LAW,
        events=[(EventKind.EFFECTIVE, date(2011, 1, 1))] * size,
    )
    first = None
    for _number in range(size):
        officer = factories.OfficialFactory()
        group = factories.OrganizationFactory()
        factories.OrganizationAliasFactory(organization=group)
        agency = factories.AgencyFactory(jurisdiction=place, parent=ice)
        body = factories.BodyFactory(jurisdiction=place)
        factories.BodyFactory(jurisdiction=place, parent=body)
        for role in ({"agency": agency}, {"body": body}, {"organization": group}, {}):
            where = role or {"jurisdiction": place}
            factories.TermFactory(official=official, **{"jurisdiction": None} | where)
            factories.TermFactory(
                official=officer, office=Office.STAFF, **{"jurisdiction": None} | where
            )
        policy = factories.PolicyFactory(
            jurisdiction=place,
            agency=agency,
            counterparty=ice,
            predecessor=first,
            predecessor_relation=PredecessorRelation.RENEWAL if first else "",
            citation__source=source,
            events=[(EventKind.ADOPTED, date(2015, 1, 1))] * size,
        )
        first = first or policy
        policy.conflicts_with.set(Policy.objects.exclude(pk=policy.pk)[:size])
        policy.responds_to.set(Policy.objects.exclude(pk=policy.pk)[:size])
        policy.save()
        factories.PolicyRoleFactory(policy=first, official=officer)
        factories.PolicyRoleFactory(policy=policy, official=official)
        vote = factories.VoteFactory(
            body=body, policy=first, mover=officer, seconder=official
        )
        factories.PolicyEventFactory(policy=policy, vote=vote)
        factories.BallotFactory(vote=vote, official=official)
        factories.BallotFactory.create_batch(size, vote=Vote.objects.first())
        said = {"jurisdiction": place, "policy": first, "vote": Vote.objects.first()}
        claim = factories.StatementFactory(
            official=official,
            organization=organization,
            agency=agency,
            body=body,
            speaking_place=place,
            via_outlet=factories.OutletFactory(),
            **said,
        )
        factories.ConcernFactory(statement=claim)
        letter = factories.StatementFactory(
            official=None,
            speaker_label="Groups",
            disputes=first.statements.first(),
            citation__source=source,
            **said,
        )
        factories.SignatoryFactory(statement=letter, organization=organization)
        factories.SignatoryFactory.create_batch(size, statement=letter)
        case = factories.CourtCaseFactory(jurisdiction=place, policy=first)
        factories.CasePartyFactory(case=case, agency=agency)
        factories.CasePartyFactory(case=case, jurisdiction=place)
        factories.CaseEventFactory.create_batch(size, case=case)
        source.related.add(factories.SourceFactory(reprint_of=source))
    list_on(first, size)
    record_all()
    return {
        "/us/al/mobile/": place.get_absolute_url(),
        "/us/al/mobile/brief/": f"{place.get_absolute_url()}brief/",
        "/us/al/mobile/brief.pdf": f"{place.get_absolute_url()}brief.pdf",
        "/us/al/mobile/history/": f"{place.get_absolute_url()}history/",
        "/agreements/1-mobile/": first.get_absolute_url(),
        "/agreements/1-mobile/history/": f"{first.get_absolute_url()}history/",
        "/agreements/1-mobile/changes.atom": f"{first.get_absolute_url()}changes.atom",
        "/votes/1-mobile/": Vote.objects.first().get_absolute_url(),
        "/statements/1-mobile/": first.statements.first().get_absolute_url(),
        "/sources/1/": Source.objects.get(pk=source.pk).get_absolute_url(),
    }


def list_on(policy, size):
    """Show a policy on `size` of ICE's lists, in as many rows of each."""
    rosters = [
        factories.RosterFactory(published_on=date(2026, 1, number))
        for number in range(1, size + 1)
    ]
    factories.CitationFactory(policy=policy, source=rosters[0].source)
    for _number in range(size):
        entry = factories.RosterEntryFactory(policy=policy, first_roster=rosters[0])
        for roster in rosters:
            factories.RosterRowFactory(roster=roster, entry=entry)


def counted(addresses):
    """Return the queries that each page of the budget asks."""
    found = {}
    for name in BUDGET:
        found[name] = len(queries_of(addresses.get(name, name)))
    return found


def test_pages_ask_no_more_for_many_rows_than_for_few():
    few, many = asked_of_a_record(FEW), asked_of_a_record(MANY)
    assert many == few
    assert {name: n for name, n in many.items() if n > BUDGET[name]} == {}


def test_lists_ask_as_much_of_fifty_rows_as_of_five_thousand():
    state = factories.StateFactory()
    place = factories.PlaceFactory(name="Mobile", state=state)
    pages = (
        "/agreements/",
        "/agreements/?state=AL&type=detainer_policy",
        "/agreements/?q=pact&sort=place",
        "/places/",
        "/sources/",
        "/search/?q=pact",
        "/map/",
        "/us/al/",
        place.get_absolute_url(),
    )
    asked = []
    for size in (50, 4_950):
        enter_many(size, place)
        asked.append({address: len(queries_of(address)) for address in pages})
    assert asked[0] == asked[1]


def enter_many(size, place):
    """Enter so many rows more of what there is most of."""
    last = Policy.objects.count()
    numbers = range(last, last + size)
    Policy.objects.bulk_create(
        Policy(
            jurisdiction=place,
            type=PolicyType.DETAINER_POLICY,
            title=f"Pact {number}",
            slug=f"pact-{number}",
            lookup=f"pact {number}",
            direction="adds",
        )
        for number in numbers
    )
    Jurisdiction.objects.bulk_create(
        Jurisdiction(
            name=f"Town {number}",
            slug=f"town-{number}",
            level=Level.MUNICIPALITY,
            state=place.state,
            geoid=f"98{number:05}",
            lookup=f"town {number} alabama al",
        )
        for number in numbers
    )
    Source.objects.bulk_create(
        Source(
            title=f"Story {number}", slug=f"story-{number}", lookup=f"story {number}"
        )
        for number in numbers
    )
    RecordVersion.bump()


def queries_of(address):
    """Return the queries that a page asks."""
    with CaptureQueriesContext(connection) as asked:
        response = Client().get(address)
    assert response.status_code == 200, address
    return asked


def asked_of_a_record(size):
    """Return what the pages ask of a record that is gone afterwards."""
    with transaction.atomic():
        found = counted(record_of(size))
        transaction.set_rollback(True)
    return found
