"""The five stories as a reader finds them: what the pages must say together."""

import pytest

from tests.reading import read

pytestmark = pytest.mark.usefixtures("five_stories")

BIRMINGHAM = "/us/al/birmingham/"
LETTER = (
    "Adelante Alabama Worker Center",
    "Alabama Coalition for Immigrant Justice",
    "Alabama NAACP",
    "Beloved Community Church",
    "Birmingham DSA",
    "Birmingham Mutual Aid",
    "Cell A65",
    "Dynamite Hill-Smithfield Community Land Trust",
    "GASP",
    "Glen Iris Neighborhood Association",
    "Greater Birmingham Ministries",
    "Saint Junia United Methodist Church",
    "SWEET Alabama",
)


def titles(address, **query):
    """Return the names of the rows that a listing shows."""
    page = read(address, **query)
    return [row.get_text(strip=True) for row in page.main.select(".record-list h2 a")]


def places(address, **query):
    """Return the words of each row of a listing, its place among them."""
    page = read(address, **query)
    return [
        " ".join(row.get_text(" ", strip=True).split())
        for row in page.main.select(".record-list > li")
    ]


# Two eras on one page


def test_birmingham_as_of_2017():
    page = read(BIRMINGHAM, as_of="2017-02-01")
    assert "William Bell Sr.: Mayor" in page.section("officials")
    assert "Sanctuary City resolution" in page.section("agreements")
    assert "Adopted" in page.section("timeline")
    page.main.select_one("nav.years").decompose()  # it leads to later years
    for later in ("HSI", "Woodfin", "2021", "13 organizations"):
        assert later not in page.words


def test_birmingham_as_of_2021():
    page = read(BIRMINGHAM, as_of="2021-12-06")
    officials = page.section("officials")
    assert "Randall Woodfin: Mayor" in officials
    assert "William Bell Sr.: Mayor" not in officials
    agreements = page.section("agreements")
    assert "Extension of the agreement with HSI" in agreements
    assert "Sanctuary City resolution" in agreements
    assert "is to vote on December 7, 2021" in page.words
    assert "Result not recorded" not in page.words


def test_birmingham_today_adds_only_what_came_later():
    page = read(BIRMINGHAM)
    assert "Result not recorded" in page.section("votes")
    assert "no source gives its result" in page.words
    assert "Passed, unanimous" in page.section("votes")


def test_day_of_the_page_is_told_with_a_way_back():
    page = read(BIRMINGHAM, as_of="2017-02-01")
    notice = page.main.select_one(".as-of")
    assert "Feb 1, 2017" in notice.get_text()
    assert notice.a["href"] == BIRMINGHAM


# One record, told of by several stories


def test_federal_order_is_one_record_of_two_sources():
    (row,) = places("/agreements/", type="federal_order")
    assert "2 sources" in row
    (link,) = read("/agreements/", type="federal_order").records("agreements")
    noted = read(link).section("sources")
    assert "NBC Latino" in noted
    assert "Birmingham's sanctuary city resolution" in noted


def test_atlanta_and_the_287g_program_are_told_of_twice():
    assert "[" not in read("/us/ga/atlanta/").words  # no marker left unprinted
    noted = read("/us/ga/atlanta/").section("sources")
    assert "NBC Latino" in noted
    assert "Birmingham's sanctuary city resolution" in noted
    (row,) = places("/agreements/", type="federal_program", q="287")
    assert "2 sources" in row


# Filters


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"type": "hsi_customs_designation"}, {"Birmingham, Alabama"}),
        (
            {"type": "287g", "status": "signed"},
            {"Hialeah, Florida", "Coral Gables, Florida"},
        ),
        ({"type": "287g", "status": "proposed"}, {"South Miami, Florida"}),
        ({"instrument": "resolution"}, {"Clarkston, Georgia", "Birmingham, Alabama"}),
        ({"instrument": "executive_order_mayor"}, {"Philadelphia, Pennsylvania"}),
    ],
)
def test_agreements_by_kind(query, found):
    shown = places("/agreements/", **query)
    assert {place for place in found if any(place in row for row in shown)} == found
    assert [row for row in shown if not any(place in row for place in found)] == []


@pytest.mark.parametrize(
    "state", ["GA", "AL", "FL", "CA", "NY", "PA", "TN", "IL", "WA", "DC", "TX"]
)
def test_every_state_of_the_stories_can_be_asked_for(state):
    shown = places("/agreements/", state=state)
    assert shown
    assert len(shown) < len(places("/agreements/"))


def test_organizations_that_oppose():
    found = set()
    for link in read("/statements/", stance="opposes").records("statements"):
        found |= {
            name.get_text(strip=True)
            for name in read(link).main.select("a[href^='/organizations/']")
        }
    assert found >= {
        *LETTER,
        "Georgia Latino Alliance for Human Rights",
        "Project South",
    }
    assert len(found) == 15


def test_silences_are_birminghams():
    shown = places("/statements/", stance=["declined_to_comment", "did_not_respond"])
    assert len(shown) == 2
    assert all("Birmingham" in row for row in shown)


def test_disputed_claims_are_clarkstons():
    shown = places("/statements/", disputed="1")
    assert len(shown) == 2
    assert all("Clarkston" in row for row in shown)


def test_votes_called_unanimous_name_nobody():
    for state, day in (("GA", "2017"), ("AL", "2017")):
        (link,) = read("/votes/", state=state, result="passed").records("votes")
        page = read(link)
        assert "unanimous. Our sources don’t name members" in page.words
        assert day in page.words
        assert not page.main.select(".roll-call__names li, .roll-call__square")


def test_vote_of_2021_has_no_result():
    (row,) = places("/votes/", result_missing="1")
    assert "Birmingham" in row
    assert "Result not recorded" in row
    assert titles("/votes/", result="scheduled") == []
    assert len(places("/votes/", result="scheduled", as_of="2021-12-06")) == 1


# One source, seven cities


def test_seven_cities_of_one_source_each_tell_their_own():
    cities = {
        "/us/ca/los-angeles/": "Charlie Beck",
        "/us/ny/new-york-city/": "Bill de Blasio",
        "/us/pa/philadelphia/": "Jim Kenney",
        "/us/tn/nashville/": "Megan Barry",
        "/us/il/chicago/": "Rahm Emanuel",
        "/us/wa/seattle/": "Kathleen O’Toole",
        "/us/dc/": "Muriel Bowser",
    }
    for address, own in cities.items():
        page = read(address)
        told = page.section("officials") + page.section("agreements")
        assert own in told, address
        others = {name for name in cities.values() if name != own}
        assert not {name for name in others if name in told}, address
        assert "ABC News" in page.section("sources"), address
        assert page.section("votes") == ""


# Facts and the sources beside them

CBS = "Article before Birmingham's vote on its agreement with HSI"
NBC = "Small Georgia town restricts cooperation with immigration authorities"
NBC6 = "South Miami questions whether city needs to sign ICE enforcement agreement"
ABC = (
    "Cities Across US Push Back Against President-Elect Donald Trump's Proposed "
    "Immigration Policies"
)
PLAIN = "Article on Birmingham's sanctuary city resolution"


@pytest.mark.parametrize(
    ("address", "phrase", "source"),
    [
        (BIRMINGHAM, "has an agreement with ICE's HSI", CBS),
        (BIRMINGHAM, "An extension of it was proposed", CBS),
        (BIRMINGHAM, "no source gives its result", CBS),
        (BIRMINGHAM, "An open letter to the council", CBS),
        (BIRMINGHAM, "Randall Woodfin: Mayor", CBS),
        (BIRMINGHAM, "adopted a declaration of sanctuary", PLAIN),
        (BIRMINGHAM, "The governor said", PLAIN),
        ("/us/ga/clarkston/", "Clarkston City Council", NBC),
        ("/us/ga/clarkston/", "Ted Terry: Mayor", NBC),
        ("/us/ga/clarkston/", "adopted", NBC),
        ("/us/fl/south-miami/", "has not signed a 287(g) agreement", NBC6),
        ("/us/fl/south-miami/", "The city wants a court to say", NBC6),
        ("/us/pa/philadelphia/", "signed in January 2016", ABC),
        ("/us/ca/los-angeles/", "1979", ABC),
        ("/us/tx/", "Bill barring sanctuary policies", NBC),
    ],
)
def test_fact_has_its_source_beside_it(address, phrase, source):
    assert source in read(address).sources_of(phrase)


def test_clarkstons_claim_and_its_denial_lead_to_each_other():
    claim = next(
        link
        for link in read("/statements/", disputed="1").links()
        if "terry-on-list" in link
    )
    page = read(claim)
    answer = next(link for link in page.links() if "cox" in link.lower())
    assert "list" in page.words
    assert claim in read(answer).links()
    assert "Bryan Cox" in read(answer).words


def test_philadelphias_exception():
    listing = read("/agreements/", instrument="executive_order_mayor")
    (link,) = listing.records("agreements")
    page = read(link)
    assert ABC in page.sources_of("felony")
    assert "Restores" in page.section("related")


def test_four_questions_of_south_miami():
    link = next(
        link for link in read("/us/fl/south-miami/").links() if "four-questions" in link
    )
    page = read(link)
    for concern in ("liability", "Insurance", "scope", "Labor agreement"):
        assert NBC6 in page.sources_of(concern), concern


def test_source_page_lists_what_rests_on_it():
    links = read("/sources/", q="cities across").links()
    page = read(next(link for link in links if link.startswith("/sources/")))
    for city in ("Philadelphia", "Nashville", "Chicago", "Seattle"):
        assert city in page.words
    assert "uphold the Fourth Amendment" in page.words
    assert len({link for link in page.links() if link.startswith("/statements/")}) > 10


def test_incomplete_sources_say_what_is_missing():
    assert len(titles("/sources/", incomplete="1")) == 7
    page = read("/sources/", q="sanctuary city resolution")
    assert "Outlet not known" in page.words


# What a past day does not know, and what no source dates


def test_record_page_tells_nothing_of_a_day_before_its_sources():
    """The agreement's first source is of 2021; in 2017 nobody could cite it."""
    today = read("/agreements/", type="hsi_customs_designation")
    for address in today.records("agreements"):
        assert "Not on record by that day" in read(address, as_of="2017-02-01").words
        assert "Not on record" not in read(address, as_of="2021-12-06").words
    (vote,) = read("/votes/", result_missing="1").records("votes")
    assert "December 7" not in read(vote, as_of="2017-02-01").words


def test_meeting_place_is_told_from_its_own_source_on():
    assert "City Hall, third floor" in read(BIRMINGHAM).section("government")
    earlier = read(BIRMINGHAM, as_of="2017-02-01")
    assert "third floor" not in earlier.words


def test_undated_signature_is_filed_under_no_year():
    timeline = read("/us/fl/hialeah/").section("timeline")
    assert timeline.startswith("Timeline Date not recorded")


def test_restored_order_is_not_followed_by_an_ended_one():
    page = read("/us/pa/philadelphia/")
    opening = page.main.select_one(".standing").get_text()
    assert "it restored a declaration of sanctuary" in opening
    assert "ended" not in opening


def test_word_of_a_mayor_is_not_told_as_a_formal_act():
    opening = read("/us/il/chicago/").main.select_one(".standing").get_text()
    assert "in public statements only" in opening
