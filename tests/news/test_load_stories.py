"""Loading: once is enough, what an editor changed stays, and mistakes are told."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from jurisdictions.models import Jurisdiction
from news.models import Citation, Source
from news.stories.entries import Entry, read
from news.stories.loader import load
from policies.models import Policy, PolicyEvent
from tests.news.told import policy

pytestmark = pytest.mark.django_db


def said_by(command, **options):
    """Run a command and return what it printed."""
    said = StringIO()
    call_command(command, stdout=said, **options)
    return said.getvalue()


def everything():
    """Return how many rows there are of what the stories make."""
    models = (Citation, Jurisdiction, Policy, PolicyEvent, Revision, Source)
    return [model.objects.count() for model in models]


@pytest.mark.usefixtures("five_stories")
class TestSecondRun:
    def test_makes_nothing(self):
        before = everything()
        assert said_by("load_stories") == (
            "States: nothing new.\nStories: nothing new.\n"
        )
        assert everything() == before

    def test_leaves_what_an_editor_changed(self):
        edited = policy("birmingham-hsi-extension")
        edited.title = "An editor's title"
        edited.save_revision().publish()
        said_by("load_stories")
        assert policy("birmingham-hsi-extension").title == "An editor's title"

    def test_makes_what_is_missing(self):
        policy("texas-bill-2017").delete()
        assert "Stories: 1 agreements and policies." in said_by("load_stories")
        assert policy("texas-bill-2017").status == "pending"

    def test_stays_away_from_a_record_with_sources(self):
        policy("texas-bill-2017").delete()
        assert "left alone" in said_by("load_stories", if_empty=True)
        assert not Policy.objects.filter(slug="texas-bill-2017").exists()

    def test_finds_a_place_by_its_geoid(self):
        Jurisdiction.objects.filter(geoid="3651000").update(slug="new-york")
        assert "nothing new" in said_by("load_stories").splitlines()[1]


def test_entries_name_a_source_for_every_citation():
    for entry in read():
        for citation in entry.values.get("citations", []):
            assert citation["source"], entry.reference


def test_unknown_reference_is_told():
    entry = Entry("organization", {"slug": "x", "name": "X", "jurisdiction": "zz"})
    with pytest.raises(LookupError, match="No jurisdiction is told as 'zz'"):
        load([entry])


def test_record_without_a_citation_is_refused():
    entry = Entry("organization", {"slug": "x", "name": "X", "citations": []})
    with pytest.raises(LookupError, match="cites nothing"):
        load([entry])
