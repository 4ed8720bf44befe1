"""The report of where ICE's newest list and our record differ."""

import io

import openpyxl
import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from policies.enums import EventKind, FindingKind, PolicyType
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def differences():
    """Enter a list with three agreements, of two states, of one a record of ours."""
    held = factories.RosterFactory()
    factories.StateFactory(usps="GA")
    policy = factories.PolicyFactory(
        type=PolicyType.PROGRAM_287G, events=[(EventKind.PROPOSED, None)]
    )
    factories.RosterEntryFactory(
        first_roster=held, agency_name="@Mobile", jurisdiction=policy.jurisdiction
    )
    factories.RosterEntryFactory(first_roster=held, agency_name="Rome", state="GA")
    gone = factories.RosterEntryFactory(
        first_roster=factories.RosterFactory(published_on="2025-12-01")
    )
    return policy, gone


def screen(client, name="ice_differences", **query):
    """Return the words of the report."""
    response = client.get(reverse(name), query)
    assert response.status_code == 200
    return response.content.decode()


def test_report_lists_each_difference_with_our_record(admin_client, differences):
    policy, _gone = differences
    html = screen(admin_client)
    edit = reverse(policy.snippet_viewset.get_url_name("edit"), args=[policy.pk])
    assert edit in html
    assert "No vote on record." in html
    assert "Not matched to a place." in html
    assert "Gone without announcement" in html
    assert screen(admin_client, "ice_differences_results").count("<tr") == 4


def test_report_is_filtered(admin_client, differences):
    html = screen(admin_client, "ice_differences_results", state="GA")
    assert "Rome" in html
    assert "@Mobile" not in html
    html = screen(admin_client, "ice_differences_results", kind=FindingKind.GONE)
    assert "Springfield Police Department" in html
    assert "Rome" not in html
    assert screen(admin_client, kind="nonsense")


def test_report_is_paged(admin_client, differences, monkeypatch):
    monkeypatch.setattr("policies.viewsets.reconciling.Differences.paginate_by", 2)
    first = screen(admin_client)
    assert "Page 1 of 2" in first
    assert ("Rome" in first) != ("Rome" in screen(admin_client, p=2))


def test_report_without_a_list_opens(admin_client):
    assert "no differences" in screen(admin_client)


def test_exports_hold_every_difference_and_no_formula(admin_client, differences):
    address = reverse("ice_differences")
    csv = admin_client.get(address, {"export": "csv"}).getvalue().decode()
    assert csv.splitlines()[0].startswith("Difference,State,Place,Agency")
    assert len(csv.splitlines()) == 4
    assert "'@Mobile" in csv
    book = admin_client.get(address, {"export": "xlsx", "state": "GA"}).getvalue()
    rows = list(openpyxl.load_workbook(io.BytesIO(book)).active.values)
    assert [row[3] for row in rows] == ["Agency", "Rome"]


def test_report_is_for_those_who_may_see_policies(client, differences):
    reader = User.objects.create_user("reader")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader)
    for name in ("ice_differences", "ice_differences_results"):
        refused = client.get(reverse(name), {"export": "csv"})
        assert refused.status_code == 302
        assert "Rome" not in refused.content.decode()
    reader.groups.add(Group.objects.get(name="Editors"))
    assert "Rome" in screen(client)
    assert reverse("ice_differences") in screen(client, "wagtailadmin_home")
