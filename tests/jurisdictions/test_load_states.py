"""The states, territories and the District: complete, and entered once."""

from io import StringIO

import pytest
from django.core.management import call_command

from jurisdictions.models import Jurisdiction

pytestmark = pytest.mark.django_db


def said_by(command):
    """Run a command and return what it printed."""
    said = StringIO()
    call_command(command, stdout=said)
    return said.getvalue()


def test_states_are_complete_and_made_once():
    assert said_by("load_states") == "States: 57.\n"
    assert said_by("load_states") == "States: nothing new.\n"
    levels = Jurisdiction.objects.values_list("level", flat=True)
    counted = {level: list(levels).count(level) for level in set(levels)}
    assert counted == {"state": 50, "district": 1, "territory": 5, "federal": 1}
    assert Jurisdiction.objects.published().get(usps="AL").geoid == "01"
