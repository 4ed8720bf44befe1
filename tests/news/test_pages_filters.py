"""What each parameter of the listing of sources keeps."""

from datetime import date

import pytest
from django.utils import timezone

from jurisdictions.enums import Precision
from news.enums import SourceKind
from news.filters import SourceFilters
from news.models import Source
from tests import factories
from tests.config.test_listings import asked

pytestmark = pytest.mark.django_db


def rows(query):
    """Return the sources that the listing answers a query with, in its order."""
    filterset = asked(SourceFilters, query)
    assert filterset.problems == []
    return list(filterset.rows())


@pytest.mark.parametrize(
    ("query", "own"),
    [
        ("kind=ice_list", {"kind": SourceKind.ICE_LIST}),
        ("outlet=the-gazette", {"outlet__slug": "the-gazette"}),
        ("incomplete=1", {"byline": ""}),
        ("incomplete=1", {"url": ""}),
        ("incomplete=1", {"outlet": None}),
        ("since=2022-01-01", {"date": date(2022, 2, 2)}),
        ("until=2020-01-01", {"date": date(2019, 9, 9)}),
        ("as_of=2020-01-01", {"date": date(2019, 9, 9)}),
        ("q=quarry", {"title": "The quarry vote"}),
    ],
)
def test_source_filter_keeps_its_own(query, own):
    wanted = factories.SourceFactory(**own)
    factories.SourceFactory()
    assert rows(query) == [wanted]


def test_source_known_by_its_week_touches_a_span():
    source = factories.SourceFactory(
        date=date(2017, 5, 1), date_precision=Precision.WEEK
    )
    assert rows("since=2017-05-04") == [source]
    assert rows("since=2017-05-08") == []


def test_source_without_a_date_counts_from_its_entry():
    """It lies in no span; but nobody could have cited it before it was entered."""
    source = factories.SourceFactory(date=None)
    assert rows("since=1900-01-01") == []
    assert rows(f"as_of={timezone.localdate().isoformat()}") == [source]
    assert rows("as_of=2020-01-01") == []


def test_sources_by_the_state_they_tell_of():
    policy = factories.PolicyFactory()
    factories.PolicyFactory(
        jurisdiction=factories.PlaceFactory(state=factories.StateFactory(usps="GA"))
    )
    hidden = factories.PolicyFactory(draft=True)
    found = rows("state=AL")
    assert found == [policy.citations.get().source]
    assert hidden.citations.get().source not in found


def test_text_of_a_source_is_not_even_read():
    """What is never published never leaves the database for a public page."""
    factories.SourceFactory(text="Never published", editorial_note="Nor this")
    for queryset in (Source.objects.for_listing(), Source.objects.for_detail()):
        assert {"text", "editorial_note"} <= queryset.get().get_deferred_fields()
