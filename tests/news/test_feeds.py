"""Feeds are valid Atom, tell the changes of what matches, and no draft."""

import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.changes.feed import NEWEST
from news.changes.writing import record_all
from news.models import Change
from policies.enums import EventKind
from policies.models import Policy, PolicyEvent
from tests import factories
from tests.news.test_changes import publish

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LISTINGS = (
    "changes",
    "places",
    "agreements",
    "votes",
    "statements",
    "organizations",
    "officials",
    "sources",
)


def feed(address):
    """Return the root of a feed and its entries."""
    response = Client().get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(response.content)  # noqa: S314 - our own
    return root, root.findall(f"{ATOM}entry")


def titles(address):
    """Return the titles of a feed's entries, newest first."""
    return [entry.findtext(f"{ATOM}title") for entry in feed(address)[1]]


@pytest.fixture
def place():
    """A city with something of every type on record, all in the log."""
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    policy = factories.PolicyFactory(
        jurisdiction=place, events=[(EventKind.EFFECTIVE, date(2021, 1, 1))]
    )
    official = factories.OfficialFactory(slug="ada")
    factories.TermFactory(official=official, jurisdiction=place)
    vote = factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=place), policy=policy
    )
    factories.StatementFactory(
        jurisdiction=place,
        official=official,
        vote=vote,
        organization=factories.OrganizationFactory(slug="friends"),
    )
    record_all()
    return place


def addresses(place):
    """Return the address of every feed there is."""
    own = [
        row.get_absolute_url() + "changes.atom"
        for row in (place, place.state, *(c.record for c in Change.objects.all()))
    ]
    return [*(f"/{name}.atom" for name in LISTINGS), *own]


def test_every_feed_is_valid(place):
    for address in addresses(place):
        root, entries = feed(address)
        assert entries, address
        for part in (root, *entries):
            for name in ("id", "title", "updated"):
                assert part.findtext(f"{ATOM}{name}"), (address, name)
            moment = datetime.fromisoformat(part.findtext(f"{ATOM}updated"))
            assert moment.tzinfo is not None
            for link in part.findall(f"{ATOM}link"):
                assert link.get("href").startswith("http://"), address
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href") for link in root.iter(f"{ATOM}link")}
        assert links["self"] == root.findtext(f"{ATOM}id")
        assert links["self"].endswith(address)
        newest = max(entry.findtext(f"{ATOM}updated") for entry in entries)
        assert root.findtext(f"{ATOM}updated") == newest
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        assert all(uid.startswith("urn:uuid:") for uid in ids)


def test_feed_of_nothing_is_valid_and_lasts():
    first = Client().get("/votes.atom").content
    assert feed("/votes.atom")[1] == []
    assert Client().get("/votes.atom").content == first


def test_page_of_a_feed_names_it(place):
    for address in addresses(place):
        root, _entries = feed(address)
        page = root.find(f"{ATOM}link[@rel='alternate']").get("href")
        html = Client().get(page.partition("8000")[2]).content.decode()
        assert (
            f'type="application/atom+xml" title="What changed" href="{address}"' in html
        )


def test_feed_and_page_keep_the_same_query(place):
    html = Client().get("/agreements/?state=AL&type=287g&page=1").content.decode()
    assert 'href="/agreements.atom?state=AL&amp;type=287g"' in html


def test_ids_stay_when_a_record_is_published_again(place):
    policy = Policy.objects.get()
    address = f"{policy.get_absolute_url()}changes.atom"
    before = [entry.findtext(f"{ATOM}id") for entry in feed(address)[1]]
    policy.title = "Another title altogether"
    policy = publish(policy)
    address = f"{policy.get_absolute_url()}changes.atom"
    assert [entry.findtext(f"{ATOM}id") for entry in feed(address)[1]] == before


def test_status_is_told_in_words(place):
    policy = Policy.objects.get()
    event = PolicyEvent(kind=EventKind.RESCINDED, date=date(2025, 2, 3), sort_order=9)
    event.date_precision = "day"
    policy.events.add(event)
    publish(policy)
    newest = titles("/agreements.atom?state=AL")[0]
    assert newest == f"Mobile, Alabama: {policy.title} — Status: In force → Ended"
    assert titles("/us/al/mobile/changes.atom")[0] == newest
    assert titles("/us/al/changes.atom")[0] == newest
    assert titles("/places.atom?q=mobile")[0] == newest
    assert titles("/changes.atom?kind=status_changed&place=0150000") == [newest]


def test_feed_has_the_changes_of_what_matches(place):
    other = factories.PolicyFactory()
    record_all()
    assert len(titles("/agreements.atom")) == 2
    assert len(titles("/agreements.atom?place=0150000")) == 1
    assert len(titles(f"/agreements.atom?place={other.jurisdiction.geoid}")) == 1
    assert titles("/agreements.atom?status=rejected") == []
    assert len(titles("/us/al/mobile/changes.atom")) == 3
    assert len(titles("/us/al/changes.atom")) == 4


@pytest.mark.parametrize("name", LISTINGS)
def test_question_nobody_understands_is_refused_in_words(name):
    response = Client().get(f"/{name}.atom?colour=red")
    assert response.status_code == 400
    assert "colour" in response.content.decode()


def test_letters_that_xml_cannot_hold_are_left_out(place):
    assert feed("/votes.atom?q=%01%EF%BF%BE%0B")[1] == []


def test_old_address_of_a_feed_leads_on(place):
    policy = Policy.objects.get()
    response = Client().get(f"/agreements/{policy.pk}-old/changes.atom")
    assert response.status_code == 301
    assert response["Location"] == f"{policy.get_absolute_url()}changes.atom"
    moved = Client().get("/us/AL/Mobile/changes.atom?x=1")
    assert moved["Location"] == "/us/al/mobile/changes.atom?x=1"


def test_one_government_has_one_feed(place):
    other = factories.CountyFactory(one_with=place)
    response = Client().get(f"{other.get_absolute_url()}changes.atom")
    assert response["Location"] == "/us/al/mobile/changes.atom"


@pytest.mark.parametrize(
    "address",
    [
        "/agreements/99-x/changes.atom",
        "/officials/nobody/changes.atom",
        "/us/zz/changes.atom",
        "/us/al/nowhere/changes.atom",
        "/sources/99/changes.atom",
    ],
)
def test_feed_of_nothing_on_record_is_not_there(address):
    assert Client().get(address).status_code == 404


def test_feed_ends_with_the_newest(place):
    policy = Policy.objects.get()
    start = timezone.now()
    for number in range(NEWEST + 5):
        factories.ChangeFactory(policy=policy, at=start + timedelta(seconds=number))
    assert len(titles("/changes.atom")) == NEWEST


def test_withdrawn_record_is_told_by_its_number_alone(place):
    policy = Policy.objects.get()
    policy.unpublish()
    newest = titles("/changes.atom")[0]
    assert newest == f"Agreement or policy no. {policy.pk} — Withdrawn"
    assert policy.title not in Client().get("/changes.atom").content.decode()
    assert policy.title not in Client().get("/changes/").content.decode()
    address = f"{policy.get_absolute_url()}changes.atom"
    assert Client().get(address).status_code == 404


def test_correction_is_told_with_its_reason(place):
    policy = Policy.objects.get()
    factories.CorrectionFactory(record_path=policy.get_absolute_url())
    body = feed("/changes.atom?kind=corrected")[1][0].findtext(f"{ATOM}summary")
    assert "Was: Signed" in body
    assert "Why: The source says so." in body


def test_feed_asks_as_much_for_two_changes_as_for_fifty():
    asked = []
    for size in (2, 50):
        with transaction.atomic():
            factories.PolicyFactory.create_batch(size)
            record_all()
            counts = []
            for address in ("/changes.atom", "/changes/", "/agreements.atom"):
                with CaptureQueriesContext(connection) as queries:
                    assert Client().get(address).status_code == 200
                counts.append(len(queries))
            asked.append(counts)
            transaction.set_rollback(True)
    assert asked[0] == asked[1]
    assert max(asked[1]) <= 12


def test_feed_is_kept_by_its_tag(place, client):
    first = client.get("/changes.atom")
    assert first["Cache-Control"].startswith("public")
    again = client.get("/changes.atom", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
