"""The brief of a place says what its page says, and leads back to it."""

import re
from datetime import date

import pytest
from django.test import Client

from jurisdictions.views.brief.code import QUIET, code_of
from jurisdictions.views.brief.pdf import PAPERS
from tests import factories
from tests.jurisdictions.sheets import LONG, brief_pdf, crowded, pages_of
from tests.reading import Reading, plain, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

BIRMINGHAM = "/us/al/birmingham/"
NUMBER = re.compile(r"\s*\[≠?\d+\]")


def told(page, name):
    """Return the words of a block without the numbers of its sources."""
    return NUMBER.sub("", page.section(name))


def test_birmingham_brief_tells_of_the_vote_without_a_result():
    page = read(f"{BIRMINGHAM}brief/")
    assert "was to vote on December 7, 2021; no source gives its result." in told(
        page, "standing"
    )
    votes = told(page, "votes")
    assert "Birmingham City Council, Dec 7, 2021 (inferred)" in votes
    assert "Adopt the ordinance that extends the agreement with HSI" in votes
    assert "Result not recorded" in votes
    assert "Passed, described as unanimous" in votes
    assert "The result of the vote on December 7, 2021" in told(page, "unknown")


def test_birmingham_brief_tells_what_people_said():
    said = told(read(f"{BIRMINGHAM}brief/"), "said")
    signed = "13 community organizations · Signed by 13 organizations or officials"
    assert signed in said
    assert "extremely harmful effects on many Birmingham residents" in said
    assert "Randall Woodfin, Nov 2021 (inferred): engaging in any form" in said
    assert "Espino · Alabama Coalition for Immigrant Justice" in said


def test_birmingham_brief_tells_the_law_of_the_state():
    laws = told(read(f"{BIRMINGHAM}brief/"), "laws")
    assert "Law against refusing federal immigration directives" in laws


@pytest.mark.parametrize("as_of", ["", "2017-02-01", "2021-12-06"])
@pytest.mark.parametrize(
    "address", [BIRMINGHAM, "/us/ga/clarkston/", "/us/fl/hialeah/", "/us/al/"]
)
def test_opening_is_that_of_the_page(address, as_of):
    query = {"as_of": as_of} if as_of else {}
    page, brief = read(address, **query), read(f"{address}brief/", **query)
    whole = page.main.select_one(".standing__sentences")
    if whole is None:  # nothing was decided by then, or nobody told of it
        assert brief.main.select("#standing") == []
        return
    for mark in whole.select("sup"):
        mark.decompose()
    words = plain(whole).replace("\u2060", "")
    shown = NUMBER.sub("", plain(brief.main.select_one(".brief__standing")))
    assert shown == words


def test_every_number_leads_to_a_source_with_its_address():
    page = read(f"{BIRMINGHAM}brief/")
    numbers = {mark["href"] for mark in page.main.select("a.brief__mark")}
    sources = page.main.select("#sources li")
    assert numbers == {f"#{source['id']}" for source in sources}
    assert [int(source["value"]) for source in sources] == list(
        range(1, len(sources) + 1)
    )
    assert re.search(
        r"WIAT \(CBS 42\) · .* · Dec 6, 2021.* \S+/sources/\d+/",
        (page.section("sources")),
    )


def test_past_day_is_told_as_it_was_and_kept_in_every_address():
    brief = read(f"{BIRMINGHAM}brief/", as_of="2017-02-01")
    assert "The record as of Feb 1, 2017." in brief.words
    assert "HSI" not in brief.words
    assert "us/al/birmingham/?as_of=2017-02-01" in brief.words
    links = [link for link in brief.links() if "brief.pdf" in link]
    assert len(links) == 2
    assert all("as_of=2017-02-01" in link for link in links)


def test_comparable_places_share_a_type_of_agreement():
    comparable = told(read("/us/fl/hialeah/brief/"), "comparable")
    assert "Coral Gables, Florida: 287(g) agreement: signed" in comparable
    assert "Other places of Florida with the same type" in comparable
    assert "Hialeah" not in comparable


def test_place_without_a_record_says_so():
    place = factories.PlaceFactory(name="Nowhere")
    page = read(f"{place.get_absolute_url()}brief/")
    assert "We have no record for Nowhere, Alabama." in page.words
    assert "That does not mean that there is no agreement." in page.words
    assert page.main.select("#standing") == []


def test_state_without_an_act_counts_its_places():
    page = read("/us/ga/brief/")
    assert "1 place of the state is on record." in page.words
    assert "We have no record for" not in page.words


def test_page_of_the_place_leads_to_its_brief():
    assert f"{BIRMINGHAM}brief/" in read(BIRMINGHAM).links()
    past = read(BIRMINGHAM, as_of="2017-02-01")
    assert f"{BIRMINGHAM}brief/?as_of=2017-02-01" in past.links()


def test_address_in_capitals_leads_to_the_brief():
    for name in ("brief/", "brief.pdf"):
        response = Client().get(f"/us/AL/Birmingham/{name}?as_of=2017-02-01")
        assert response.status_code == 301
        assert response["Location"] == f"{BIRMINGHAM}{name}?as_of=2017-02-01"


def test_code_leads_to_the_page_it_stands_beside(settings):
    page = read(f"{BIRMINGHAM}brief/", as_of="2017-02-01")
    (code,) = page.main.select("svg[role=img]")
    short = f"{settings.SITE_URL.partition('://')[2]}{BIRMINGHAM}?as_of=2017-02-01"
    assert code["aria-label"] == f"Code that leads to {short}"
    made = code_of(f"{settings.SITE_URL}{BIRMINGHAM}?as_of=2017-02-01")
    assert code.path["d"] == made.path
    assert made.path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")


def test_crowded_place_is_cut_to_a_sheet_and_says_how_much_is_left():
    place = crowded()
    page = read(f"{place.get_absolute_url()}brief/")
    assert LONG in page.words
    left = re.findall(r"and (\d+) more on the page", page.words)
    assert left
    assert max(map(int, left)) >= 34
    sources = page.main.select("#sources li")
    assert 0 < len(sources) < 20
    assert all(len(plain(source)) < 250 for source in sources)
    for size in PAPERS:
        assert pages_of(brief_pdf(place, size=size).content) == 1


def test_day_that_is_none_is_refused():
    assert Client().get(f"{BIRMINGHAM}brief/?as_of=soon").status_code == 400


def test_members_are_named_where_a_source_names_them():
    place = factories.PlaceFactory(name="Mobile")
    vote = factories.VoteFactory(body=factories.BodyFactory(jurisdiction=place))
    for name, option in (("Lee", "yes"), ("Ray", "no")):
        official = factories.OfficialFactory(family_name=name)
        factories.BallotFactory(vote=vote, official=official, option=option)
    page = read(f"{place.get_absolute_url()}brief/")
    assert "Passed: 1 yes, 1 no." in told(page, "votes")
    assert "Yes: Ada Lee; No: Ada Ray" in told(page, "names")


def test_source_that_disagrees_is_not_left_out():
    place = factories.PlaceFactory(name="Mobile")
    policy = factories.PolicyFactory(jurisdiction=place, citation__source__title="One")
    for title in ("Two", "Three"):
        source = factories.SourceFactory(title=title)
        factories.CitationFactory(policy=policy, source=source)
    against = factories.SourceFactory(title="Other")
    factories.CitationFactory(policy=policy, source=against, bearing="contradicts")
    page = read(f"{place.get_absolute_url()}brief/")
    assert "[1] [≠2]" in page.section("standing")
    sources = page.section("sources")
    assert "One" in sources
    assert "Other" in sources
    assert "Three" not in sources


def test_titles_and_headlines_of_a_spanish_brief_say_that_they_are_in_english():
    place = factories.PlaceFactory()
    vote = factories.VoteFactory(
        body__jurisdiction=place, motion="To sign it", date=date(2020, 1, 2)
    )
    headline = vote.citations.get().source.title
    html = Client().get(f"/es{place.get_absolute_url()}brief/").content.decode()
    page = Reading(html.encode())
    titles = {found.text for found in page.main.find_all("span", lang="en")}
    assert {"To sign it", headline} <= titles
