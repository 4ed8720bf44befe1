"""The stories put back as rows leave the database as loading them did."""

import pytest
from django.db import connection, transaction

from news.models import Source
from tests import loaded

pytestmark = pytest.mark.django_db


def test_new_ids_follow_stories_that_come_back_to_a_database_that_counted_anew():
    with transaction.atomic():
        loaded.fill(connection)
        last = Source.objects.latest("pk").pk
        transaction.set_rollback(True)
    loaded.count_on(connection)
    with transaction.atomic():
        loaded.fill(connection)
        assert (
            Source.objects.create(title="One more", url="https://a.example/").pk > last
        )
        transaction.set_rollback(True)  # as all who borrow the stories do
