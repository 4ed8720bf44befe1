"""The made-up record is one that the site could hold."""

import pytest
from django.core.management import call_command
from django.db import transaction

from benchmarks.record.filling import fill
from jurisdictions.models import Jurisdiction
from policies.models import Policy, Statement

SHARE = 0.005  # some hundred places, which takes seconds


@pytest.fixture(scope="module")
def record(django_db_setup, django_db_blocker):
    """A small record, taken back in the end: addresses of a full and a short page."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(SHARE)
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def test_record_is_consistent_and_cited(record):
    call_command("check_record", verbosity=0)


def test_most_places_have_nothing_on_record(record):
    places = Jurisdiction.objects.published()
    assert 0 < places.with_records().count() < places.count() / 2


def test_pages_of_both_places_are_there(record, client):
    heavy, light = record
    assert client.get(heavy).status_code == client.get(light).status_code == 200


def test_addresses_are_those_that_saving_gives(record):
    for policy in Policy.objects.published()[:20]:
        kept, policy.slug = policy.slug, ""
        policy.fill_slug()
        assert policy.slug == kept


def test_stored_facts_are_those_that_saving_derives(record):
    for row in (*Policy.objects.all()[:20], *Statement.objects.all()[:20]):
        kept = row.lookup
        row.derive_fields()
        assert row.lookup == kept
