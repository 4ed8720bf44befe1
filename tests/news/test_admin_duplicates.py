"""The report of records that look like one, and the word that they are not."""

import time

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from jurisdictions.models import Organization
from news.duplicates.pairs import KINDS, candidates, likely_duplicates
from news.duplicates.sides import Side
from news.models import Distinction
from tests import factories
from tests.editing import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """Return two organizations that are one, beside others that are not."""
    state = factories.StateFactory()
    for name in ("ACLU of Alabama", "Alabama Farmers Federation", "Greater Ministries"):
        factories.OrganizationFactory(name=name, jurisdiction=state)
    return (
        factories.OrganizationFactory(name="NAACP Alabama State Conference"),
        factories.OrganizationFactory(name="Alabama NAACP", draft=True),
    )


def listed(client, **query):
    """Return the pairs that the report lists."""
    response = client.get(reverse("duplicates"), query)
    assert response.status_code == 200
    return [(row.one, row.other) for row in response.context["object_list"]]


def address(one, other, name="duplicate_pair"):
    """Return the address of a screen about two records."""
    return reverse(name, args=[one._meta.model_name, one.pk, other.pk])


def test_pair_is_listed_with_its_reason_and_compared(admin_client, pair):
    assert listed(admin_client) == [pair]
    page = admin_client.get(reverse("duplicates")).content.decode()
    assert address(*pair) in page
    assert "the words that tell most are the same" in page
    screen = admin_client.get(address(*pair)).content.decode()
    assert "NAACP Alabama State Conference" in screen
    assert "Citations (organization)" in screen


def test_report_is_filtered_by_kind_and_exported(admin_client, pair):
    assert listed(admin_client, kind="organization") == [pair]
    assert listed(admin_client, kind="official") == []
    response = admin_client.get(reverse("duplicates"), {"export": "csv"})
    lines = response.getvalue().decode().splitlines()
    assert lines[0] == "Kind,Id,One,Other id,Other,Likeness,Why"
    assert f"Organization,{pair[0].pk},NAACP Alabama" in lines[1]
    assert len(lines) == 2


def test_pairs_of_every_kind():
    officials = [
        factories.OfficialFactory(given_name=given, family_name="Woodfin")
        for given in ("Randall", "Randall L.")
    ]
    place = factories.PlaceFactory(name="Hoover")
    agencies = [
        factories.AgencyFactory(name=name, jurisdiction=place)
        for name in ("Hoover Police Department", "Police Dept.")
    ]
    outlets = [factories.OutletFactory(name=n) for n in ("The Star", "Star")]
    texts = [factories.SourceFactory(text="One and the same text") for _ in "ab"]
    headlines = [factories.SourceFactory(title="Council votes") for _ in "ab"]
    found = likely_duplicates(KINDS)
    assert {(pair.one, pair.other) for pair in found} == {
        tuple(pair) for pair in (officials, agencies, outlets, texts, headlines)
    }
    texts[1].reprint_of = texts[0]
    texts[1].save()
    assert len(likely_duplicates(KINDS)) == 4


def test_agencies_of_two_places_are_two():
    for _ in "ab":
        factories.AgencyFactory(name="Police Department")
    assert likely_duplicates(["agency"]) == []


def test_pair_told_apart_is_not_listed_again(admin_client, admin_user, pair):
    one, other = pair
    send = address(other, one, "duplicate_different")  # in either order
    response = admin_client.post(send, {"reason": "A youth council"}, follow=True)
    assert "are different" in words(response)[-1]
    assert listed(admin_client) == []
    kept = Distinction.objects.get()
    assert (kept.lower, kept.higher, kept.said_by) == (one.pk, other.pk, admin_user)
    admin_client.post(send, {"reason": "Again"})
    assert Distinction.objects.get().reason == "A youth council"


def test_what_is_no_pair_is_not_found(admin_client, pair):
    one, other = pair
    forged = [
        ("organization", one.pk, one.pk),
        ("organization", one.pk, 2**62),
        ("official", one.pk, other.pk),
        ("policy", one.pk, other.pk),
        ("nonsense", one.pk, other.pk),
    ]
    for args in forged:
        for name in ("duplicate_pair", "duplicate_different"):
            send = reverse(name, args=args)
            assert admin_client.post(send).status_code in (404, 405), args
            assert admin_client.get(send).status_code in (404, 405), args
    assert not Distinction.objects.exists()


def test_who_may_only_see_cannot_tell_apart(client, pair):
    user = get_user_model().objects.create_user("guest")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("duplicates")).status_code == 302
    assert client.get(address(*pair)).status_code == 403
    user.user_permissions.add(Permission.objects.get(codename="view_organization"))
    assert client.get(address(*pair)).status_code == 200
    refused = client.post(address(*pair, "duplicate_different"))
    assert refused.status_code == 403
    assert "You may not change" in refused.content.decode()
    assert not Distinction.objects.exists()


def test_many_records_are_not_compared_each_with_each():
    many = {
        number: Side(
            (f"word{number} of alabama common league {chr(97 + number % 26)}x",)
        )
        for number in range(2_000)
    }
    assert len(candidates(many)) < 10 * len(many)


def test_some_thousand_records_are_listed_in_seconds(django_assert_max_num_queries):
    rows = [
        Organization(name=f"{first} {second} Alliance of {third}", slug=f"o{n}")
        for n, (first, second, third) in enumerate(names(3_000))
    ]
    Organization.objects.bulk_create(rows)
    started = time.monotonic()
    with django_assert_max_num_queries(8):
        likely_duplicates(["organization"])
    assert time.monotonic() - started < 20


def names(count):
    """Yield three made-up words, so many times."""
    parts = ["bar", "con", "del", "fen", "gor", "hal", "jem", "kil", "lor", "mat"]
    for number in range(count):
        digits = [int(digit) for digit in f"{number * 7919 % 10**6:06}"]
        yield [
            f"{parts[a]}{parts[b]}".title()
            for a, b in zip(digits[::2], digits[1::2], strict=True)
        ]
