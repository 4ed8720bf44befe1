"""The API does what its schema says: whatever may be asked is asked, and what not."""

import copy

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connection
from hypothesis import HealthCheck, settings

from config.api.parameters import ON_RECORD
from config.api.schema import schema_in
from tests.config.api_record import HELD, enter

pytestmark = pytest.mark.django_db


def exact(schema):
    """Return the schema with nothing left open.

    What is on record is listed, so that a value is either there or wrong; and a row
    may have no column that the schema does not name.
    """
    schema = copy.deepcopy(schema)
    for path in schema["paths"].values():
        for parameter in path["get"].get("parameters", ()):
            if parameter["name"] == "as_of":  # no schema can say: none to come
                parameter["schema"]["enum"] = ["0001-01-01", "2021-12-06"]
            if held := HELD.get(parameter.get(ON_RECORD)):
                parameter["schema"]["items"]["enum"] = held
    for component in schema["components"]["schemas"].values():
        component["additionalProperties"] = False
    return schema


SCHEMA = schemathesis.openapi.from_dict(exact(schema_in("en")))
SCHEMA.config.update(base_url="http://testserver")
# Every value of every parameter would take longer than all other tests together.
SCHEMA.config.phases.coverage.enabled = False
SCHEMA.app = get_wsgi_application()


@pytest.fixture
def record(db):
    """Enter a small record in which every parameter finds something.

    The answers are made of the same columns on both databases: asked once will do.
    """
    if connection.vendor != "sqlite":
        pytest.skip("asked on SQLite")
    enter()


@SCHEMA.parametrize()
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_answer_is_as_the_schema_says(case, record):
    case.call_and_validate()
