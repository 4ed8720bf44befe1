"""What a page as of a past day tells, and where it leads: nothing that came later."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from policies.enums import EventKind, PredecessorRelation
from tests import factories

pytestmark = pytest.mark.django_db

THEN, BEFORE = "2017-06-01", "2015-01-01"
NOT_YET = "Not on record by that day"


def page(address, day=THEN):
    """Return the text of a page as of a day, as a parsed tree."""
    response = Client().get(address, {"as_of": day})
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser").main


def links(main):
    """Return where a page's own text leads."""
    return {link["href"] for link in main.find_all("a", href=True)}


@pytest.fixture
def policy():
    """Return a policy of 2016 in a place, with a later one that it points to."""
    place = factories.PlaceFactory(name="Mobile")
    source = factories.SourceFactory(date=date(2016, 5, 1))
    later = factories.PolicyFactory(
        jurisdiction=place,
        title="What came later",
        events=[(EventKind.ADOPTED, date(2020, 1, 1))],
        citation__source=factories.SourceFactory(date=date(2020, 1, 2)),
    )
    policy = factories.PolicyFactory(
        jurisdiction=place,
        title="The first pact",
        events=[(EventKind.ADOPTED, date(2016, 5, 1))],
        citation__source=source,
        predecessor=later,
        predecessor_relation=PredecessorRelation.RESTORATION,
    )
    policy.conflicts_with.add(later)
    policy.responds_to.add(later)
    policy.save()
    return policy


def test_links_keep_the_day(policy):
    place, asked = policy.jurisdiction, f"?as_of={THEN}"
    ways = (
        ("/agreements/", policy),
        ("/us/", place.state),
        (place.state.get_absolute_url(), place),
        (place.get_absolute_url(), policy),
        (policy.get_absolute_url(), place),
    )
    for address, record in ways:
        found = links(page(address))
        assert f"{record.get_absolute_url()}{asked}" in found, address
        assert record.get_absolute_url() not in found, address


def test_way_back_to_today_and_to_the_history_stay(policy):
    found = links(page(policy.get_absolute_url()))
    assert policy.get_absolute_url() in found, "See today"
    assert f"{policy.get_absolute_url()}history/" in found
    assert f"{policy.get_absolute_url()}changes.atom" in found


def test_page_of_today_leads_to_today(policy):
    main = BeautifulSoup(Client().get("/agreements/").content.decode(), "html.parser")
    assert not any("as_of" in link for link in links(main.main.ol))


def test_policy_points_to_nothing_that_came_later(policy):
    assert "What came later" not in page(policy.get_absolute_url()).get_text()
    today = Client().get(policy.get_absolute_url()).content.decode()
    assert "What came later" in today
    listed = json.loads(b"".join(Client().get("/agreements.json", {"as_of": THEN})))
    for told in (
        Client().get(f"/api/v1/agreements/{policy.pk}/", {"as_of": THEN}).json(),
        *listed["rows"],
    ):
        assert told["predecessor_id"] is told["predecessor_relation"] is None
        assert told["conflicts_with_ids"] == told["responds_to_ids"] == []


def test_people_are_not_on_file_before_they_are_told_of(policy):
    group = factories.OrganizationFactory(
        citation__source=factories.SourceFactory(date=date(2016, 5, 1))
    )
    official = factories.OfficialFactory(
        citation__source=factories.SourceFactory(date=date(2016, 5, 1))
    )
    source = factories.SourceFactory(date=date(2016, 5, 1))
    for row in (group, official, source):
        assert NOT_YET in page(row.get_absolute_url(), BEFORE).get_text()
        assert NOT_YET not in page(row.get_absolute_url()).get_text()


def test_who_did_something_is_on_file_from_that_day():
    told = factories.SourceFactory(date=date(2020, 1, 1))
    official = factories.OfficialFactory(citation__source=told)
    policy = factories.PolicyFactory(
        events=[(EventKind.ADOPTED, date(2016, 5, 1))], citation__source=told
    )
    address = official.get_absolute_url()
    assert NOT_YET in page(address).get_text()
    factories.PolicyRoleFactory(policy=policy, official=official)
    assert NOT_YET not in page(address).get_text()
    response = Client().get("/officials.json", {"as_of": THEN})
    assert str(official.pk) in b"".join(response).decode()


@pytest.mark.parametrize("make", ["StatementFactory", "SourceFactory"])
def test_page_of_a_past_day_says_so(make):
    row = getattr(factories, make)(date=date(2016, 5, 1))
    words = page(row.get_absolute_url()).get_text(" ", strip=True)
    assert "You see the record as of Jun 1, 2017" in words


def test_place_without_a_record_by_a_day_says_of_when_it_speaks(policy):
    words = page(policy.jurisdiction.get_absolute_url(), BEFORE).get_text(" ")
    assert "We have no record for Mobile, Alabama by that day." in words


def test_day_still_to_come_is_refused(policy):
    for address in (policy.get_absolute_url(), policy.jurisdiction.get_absolute_url()):
        response = Client().get(address, {"as_of": "2999-01-01"})
        assert response.status_code == 400
        assert "that day is still to come" in response.content.decode()
    response = Client().get(
        f"{policy.get_absolute_url()}history/", {"on": "2999-01-01"}
    )
    assert response.status_code == 400
    assert "that day is still to come" in response.content.decode()


def test_search_tells_no_day_that_no_source_gives():
    policy = factories.PolicyFactory(
        title="A pact of the springs",
        events=[(EventKind.ADOPTED, None)],
        citation__source=factories.SourceFactory(date=date(2021, 12, 6)),
    )
    html = Client().get("/search/", {"q": "pact springs"}, follow=True)
    assert policy.title in html.content.decode()
    found = Client().get("/search/", {"q": "springs"}).content.decode()
    assert "Dec 6, 2021" not in found
