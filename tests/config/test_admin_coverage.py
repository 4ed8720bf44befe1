"""The report of what is on record in each state."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from policies.models import Policy, Vote
from tests import factories

pytestmark = pytest.mark.django_db


def report(client, **query):
    """Return the rows of the report, by postal code in their order."""
    response = client.get(reverse("coverage"), query)
    assert response.status_code == 200
    return {row.code: row for row in response.context["object_list"]}


@pytest.fixture
def alabama():
    """Enter a state with two agreements and a vote, and one without anything."""
    factories.StateFactory(usps="GA")
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    factories.PlaceFactory(name="Selma", geoid="0169120")
    old = factories.SourceFactory(date=date(2020, 1, 5))
    new = factories.SourceFactory(date=date(2024, 3, 1))
    for source in (old, new):
        factories.PolicyFactory(jurisdiction=place, citation__source=source)
    body = factories.BodyFactory(jurisdiction=place)
    factories.VoteFactory(body=body, citation__source=old)
    factories.PolicyFactory(jurisdiction=place, draft=True)
    return place


def test_every_state_tells_what_is_on_record_there(admin_client, alabama):
    Policy.objects.filter(live=True).update(last_checked_on=date(2026, 1, 9))
    rows = report(admin_client)
    row = rows["AL"]
    assert (row.places, row.recorded) == (3, 1)  # the state is one of its places
    assert (row.agreements, row.votes, row.sources) == (2, 1, 2)
    assert row.newest_source == date(2024, 3, 1)
    assert row.newest_check == date(2026, 1, 9)
    assert rows["GA"].is_empty
    assert (rows["GA"].sources, rows["GA"].newest_source) == (0, None)


def test_what_nobody_checked_for_long_is_counted(admin_client, alabama):
    then = timezone.localtime() - timedelta(days=91)
    Policy.objects.update(created_at=then)
    Vote.objects.update(created_at=then, last_checked_on=timezone.localdate())
    assert report(admin_client)["AL"].unchecked == 2
    assert list(report(admin_client, show="unchecked")) == ["AL"]


@pytest.mark.parametrize(("show", "codes"), [("empty", ["GA"]), ("recorded", ["AL"])])
def test_states_are_narrowed_by_what_is_there(admin_client, alabama, show, codes):
    assert list(report(admin_client, show=show)) == codes


def test_statement_alone_is_a_record(admin_client):
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    factories.StatementFactory(jurisdiction=place)
    assert list(report(admin_client, show="empty")) == []


def test_states_are_sorted_by_any_column(admin_client, alabama):
    assert list(report(admin_client)) == ["AL", "GA"]
    assert list(report(admin_client, ordering="agreements")) == ["GA", "AL"]
    # What is not known comes last, whichever way.
    for ordering in ("newest_source", "-newest_source"):
        assert list(report(admin_client, ordering=ordering)) == ["AL", "GA"]
    assert list(report(admin_client, ordering="nonsense")) == ["AL", "GA"]


def test_what_is_hidden_is_counted_nowhere(admin_client, alabama):
    alabama.state.unpublish()
    assert list(report(admin_client)) == ["GA"]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_report_is_exported(admin_client, alabama, format):
    response = admin_client.get(reverse("coverage"), {"export": format})
    content = response.getvalue()
    assert content
    if format == "csv":
        assert "Places with a record" in content.decode()
        assert "AL,Alabama,3,1,2,1" in content.decode()


def test_report_asks_no_more_for_more_rows(
    admin_client, alabama, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as few:
        report(admin_client)
    for usps in ("FL", "TX", "CA"):
        factories.StateFactory(usps=usps)
    for _number in range(10):
        factories.PolicyFactory(jurisdiction=alabama)
    with django_assert_max_num_queries(40) as many:
        report(admin_client)
    assert len(many) <= len(few)


def test_report_is_for_those_who_may_see_places(client, admin_client):
    address = reverse("coverage")
    assert address in admin_client.get("/admin/").content.decode()
    client.force_login(get_user_model().objects.create_user("visitor"))
    assert client.get(address).status_code == 302
