"""The made-up record is the same for the same seed."""

import pytest
from django.db import transaction

from benchmarks.record.filling import fill
from news.models import Citation
from policies.models import Policy, Statement, Vote

SHARE = 0.005


def contents():
    """Return what a record says, without the numbers a database gives its rows."""
    return [
        list(Policy.objects.order_by("pk").values_list("lookup", "status", "slug")),
        list(Vote.objects.order_by("pk").values_list("lookup", "result", "date")),
        list(Statement.objects.order_by("pk").values_list("lookup", "stance")),
        list(Citation.objects.order_by("pk").values_list("source__slug", "quote")),
    ]


@pytest.mark.django_db
def test_same_seed_makes_the_same_record():
    made = []
    for seed in (7, 7, 8):
        with transaction.atomic():
            fill(SHARE, seed)
            made.append(contents())
            transaction.set_rollback(True)
    assert made[0] == made[1] != made[2]
