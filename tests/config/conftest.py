"""The five stories, for the tests that read whole pages of them."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def five_stories(django_db_setup, django_db_blocker):
    """The stories in the database for one module's tests, then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_states", verbosity=0)
        call_command("load_stories", verbosity=0)
        yield
        transaction.set_rollback(True)
