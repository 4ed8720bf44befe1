"""A connection that only reads hands in one row, and only reads again.

By itself in a module: the test commits, so it empties the database behind it, and a
module goes to a worker as a whole, the larger the sooner.
"""

import pytest
from django.db import DatabaseError, connection

from config.writing import one_write
from jurisdictions.models import RecordVersion
from news.models import ErrorReport

pytestmark = pytest.mark.django_db(transaction=True)


def test_connection_that_only_reads_writes_once_and_only_reads_again():
    """As the deployment's settings open it, and not within a test's transaction."""
    closing, opening = {
        "sqlite": ("PRAGMA query_only=ON", "PRAGMA query_only=OFF"),
        "postgresql": (
            "SET default_transaction_read_only = on",
            "SET default_transaction_read_only = off",
        ),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(closing)
        try:
            ErrorReport.objects.hand_in(about="", wrong="x", known="y", email="")
            with pytest.raises(KeyError), one_write():
                raise KeyError
            with pytest.raises(DatabaseError):
                RecordVersion.bump()
        finally:
            cursor.execute(opening)
    assert ErrorReport.objects.get().wrong == "x"
