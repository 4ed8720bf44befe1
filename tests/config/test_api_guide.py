"""What docs/api.md says can be done is done: its Python asks a running site.

Its JavaScript is run where it belongs, in a browser (tests/browser/test_api_guide.py).
"""

import re
from datetime import date

import pytest

from config.api.shape import LARGEST_PAGE, PAGE_SIZE
from config.settings.base import API_RATES
from policies.enums import EventKind
from tests import factories
from tests.house.tree import ROOT

GUIDE = (ROOT / "docs" / "api.md").read_text()


def snippets(language):
    """Return the pieces of code of the guide that are in a language."""
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.fixture
def in_force(transactional_db):
    """Enter three agreements in force in a state, and one that is not."""
    state = factories.StateFactory(usps="AL")
    for number in range(4):
        factories.PolicyFactory(
            jurisdiction=factories.PlaceFactory(name=f"Town {number}", state=state),
            title=f"Pact {number}",
            events=[
                (EventKind.PROPOSED, date(2019, 1, 1)),
                (EventKind.EFFECTIVE, date(2020, 1, 1 + number)),
            ][: 2 if number else 1],
        )


def test_python_of_the_guide_reads_the_record(live_server, in_force, settings, capsys):
    settings.SITE_URL = live_server.url
    definitions, use = snippets("python")
    names = {}
    exec(definitions, names)  # noqa: S102 - our own guide
    found = names["in_force"](live_server.url, "AL")
    assert [row[:3] for row in found] == [
        (f"Town {number}", f"Pact {number}", f"2020-01-0{1 + number}")
        for number in (3, 2, 1)
    ]
    paged = names["rows"](live_server.url, "agreements", page_size=1, state=["AL"])
    assert len(list(paged)) == 4
    exec(use.replace("https://record.example", live_server.url), names)  # noqa: S102
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 3
    assert said[0].startswith(f"Town 3 Pact 3 2020-01-04 {live_server.url}/sources/")


def test_guide_gives_the_numbers_that_hold():
    assert f"({PAGE_SIZE} unless told otherwise, {LARGEST_PAGE} at most)" in GUIDE
    rates = f"{API_RATES['minute']} requests a minute and {API_RATES['day']:,} a day"
    assert rates in GUIDE
