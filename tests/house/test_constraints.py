"""Every rule of the database has a test that breaks it."""

import pytest
from django.db import IntegrityError, models, transaction

from tests.constraints import record_models
from tests.factories import (
    AssignmentFactory,
    BodyFactory,
    CardFactory,
    ChangeFactory,
    CitationFactory,
    DistinctionFactory,
    LinkCheckFactory,
    MergeFactory,
    PlaceFactory,
    PolicyFactory,
    RosterFactory,
    RosterRowFactory,
    VoteFactory,
)
from tests.jurisdictions.test_constraints import BREAKS as WHO
from tests.news.test_constraints import BREAKS as HOW
from tests.policies.test_constraints import BREAKS as WHAT

COUNTS = (
    models.PositiveBigIntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
)
# A row of each model that counts something.
COUNTING = {
    "assignment": AssignmentFactory,
    "body": BodyFactory,
    "card": CardFactory,
    "change": ChangeFactory,
    "citation": lambda: CitationFactory(policy=PolicyFactory()),
    "distinction": DistinctionFactory,
    "jurisdiction": PlaceFactory,
    "linkcheck": LinkCheckFactory,
    "merge": MergeFactory,
    "roster": RosterFactory,
    "rosterrow": RosterRowFactory,
    "vote": VoteFactory,
}


def test_every_constraint_has_a_case_that_breaks_it():
    rules = {rule.name for model in record_models() for rule in model._meta.constraints}
    assert {*WHO, *WHAT, *HOW} == rules


def counts():
    """Return every field that holds a number of things."""
    return [
        field
        for model in record_models()
        for field in model._meta.local_fields
        if isinstance(field, COUNTS) and model._meta.model_name != "recordversion"
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("field", counts(), ids=str)
def test_database_refuses_a_count_below_zero(field):
    row = COUNTING[field.model._meta.model_name]()
    values = {field.name: -1}
    if field.name == "population":
        values["population_year"] = 2020
    elif field.name == "population_year":
        values["population"] = 1
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**values)
