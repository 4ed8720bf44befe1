"""Section 0 of what the stories must yield: the sources, and what is not known."""

import pytest

from news.enums import OutletKind
from news.models import Source
from tests.news.told import (
    BIRMINGHAM_2017,
    BIRMINGHAM_2021,
    CLARKSTON_2017,
    SEVEN_CITIES,
    SOUTH_MIAMI,
    UNDATED,
    dated,
    inferred,
    outlet,
    source,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]


def test_birmingham_2021_is_wiats_with_an_inferred_day_and_a_letter_below():
    article = source(BIRMINGHAM_2021)
    assert article.outlet.name == "WIAT (CBS 42)"
    assert dated(article) == inferred("2021-12-06", "as of Monday night", "2021-12-07")
    assert article.byline == ""
    assert "full letter" in article.extras


def test_clarkston_is_the_aps_carried_by_nbc_latino():
    article = source(CLARKSTON_2017)
    assert article.outlet.name == "NBC Latino"
    assert article.outlet.owner == "NBC News"
    assert article.wire.name == "Associated Press"
    assert dated(article) == inferred("2017-05-04", "this week", "2017-05-04")
    assert article.byline == ""
    assert "May 4, 2017" in article.extras


def test_clarkston_links_to_a_piece_on_texas():
    related = source(CLARKSTON_2017).related.get()
    assert related.title.startswith("Texas bill banning sanctuary cities")
    assert outlet("washington-post").kind == OutletKind.NEWSPAPER


def test_south_miami_has_a_reporter_and_no_date():
    article = source(SOUTH_MIAMI)
    assert article.outlet.name == "NBC 6 South Florida"
    assert article.outlet.owner == "NBCUniversal"
    assert article.byline == "Niko Clemmons"
    assert dated(article) == UNDATED
    assert article.extras == "Video, 1:55"


def test_south_miami_links_to_the_same_outlets_earlier_story():
    earlier = source(SOUTH_MIAMI).related.get()
    assert earlier.title.startswith("Hialeah and Coral Gables make deals")
    assert earlier.outlet == source(SOUTH_MIAMI).outlet


def test_seven_cities_is_dated_to_the_minute():
    article = source(SEVEN_CITIES)
    assert article.outlet.name == "ABC News"
    assert dated(article) == ("2016-11-17", "day", "stated", "", None)
    assert article.published_time.isoformat() == "18:40:00"
    assert article.published_zone == "ET"


@pytest.mark.parametrize(
    "slug",
    ["los-angeles-times", "cbs", "wpvi", "wls", "seattle-times", "washington-post"],
)
def test_outlet_quoted_second_hand_is_the_first_report_of_something(slug):
    assert outlet(slug).first_reports.exists()


def test_birmingham_2017_has_a_date_and_no_outlet():
    article = source(BIRMINGHAM_2017)
    assert dated(article) == ("2017-02-01", "day", "stated", "", None)
    assert article.outlet is None
    assert "takes sides" in article.editorial_note


def test_what_is_missing_is_flagged():
    assert source(BIRMINGHAM_2017).missing() == ["title", "outlet", "byline", "url"]
    assert source(SOUTH_MIAMI).missing() == ["date", "url"]
    assert source(BIRMINGHAM_2017) in Source.objects.incomplete()
    assert source(BIRMINGHAM_2017).label == (
        "Article on Birmingham's sanctuary city resolution"
    )


def test_reprints_can_be_linked():
    reprint = Source.objects.create(
        kind="news", title="The same story", reprint_of=source(CLARKSTON_2017)
    )
    assert list(source(CLARKSTON_2017).reprints.all()) == [reprint]


def test_no_article_is_kept():
    assert set(Source.objects.values_list("text", flat=True)) == {""}
