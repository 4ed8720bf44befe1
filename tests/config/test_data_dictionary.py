"""The data dictionary says what the code says."""

from io import StringIO
from itertools import pairwise

from django.core.management import call_command

from tests.constraints import record_models
from tests.house.tree import ROOT


def written():
    """Return the dictionary as the code would have it."""
    said = StringIO()
    call_command("data_dictionary", stdout=said)
    return said.getvalue()


def test_committed_dictionary_is_of_this_code():
    committed = (ROOT / "docs" / "data-dictionary.md").read_text()
    told = "run: .venv/bin/python manage.py data_dictionary > docs/data-dictionary.md"
    assert committed == written(), told


def test_every_table_rule_and_choice_is_in_it():
    words = written()
    for model in record_models():
        assert f"\n## {model.__name__}\n" in words
        for rule in model._meta.constraints:
            assert f"- `{rule.name}`: " in words
        for field in model._meta.get_fields():
            for value, label in getattr(field, "choices", None) or ():
                assert f"| `{value}` | {label} |" in words


def test_every_heading_has_its_meaning():
    lines = [line for line in written().splitlines() if line]
    for heading, below in pairwise(lines):
        if heading.startswith("## ") and heading != "## Choices":
            assert not below.startswith(("#", "|")), heading
