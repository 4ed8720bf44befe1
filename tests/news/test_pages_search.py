"""The one search box: what it finds, marks, opens, suggests and refuses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurisdictions.enums import Level
from policies.enums import PolicyType
from tests import factories
from tests.reading import Reading

pytestmark = pytest.mark.django_db

# As readers write them, and the place they mean.
SLIPS = {
    "Birmingam": "Birmingham",
    "Birmngham": "Birmingham",
    "Brimingham": "Birmingham",
    "Birminghamm": "Birmingham",
    "Burmingham al": "Birmingham",
    "Birmingham Alabma": "Birmingham",
    "Clarkstown GA": "Clarkston",
    "Clarkson, Georgia": "Clarkston",
    "Hialea": "Hialeah",
    "Hiahleah": "Hialeah",
    "Hialeha": "Hialeah",
    "Los Angelas": "Los Angeles",
    "Los Angelos": "Los Angeles",
    "Las Angeles": "Los Angeles",
    "Loss Angeles": "Los Angeles",
    "Philidelphia": "Philadelphia",
    "Filadelphia": "Philadelphia",
    "Philadelpia": "Philadelphia",
    "Albequerque": "Albuquerque",
    "Alburquerque": "Albuquerque",
    "Tuscalosa": "Tuscaloosa",
    "Tuskaloosa": "Tuscaloosa",
    "Chciago": "Chicago",
    "Chicgo IL": "Chicago",
    "Miammi Beach": "Miami Beach",
    "Pensicola": "Pensacola",
    "Dona Anna County": "Doña Ana County",
}
PLACES = {
    "Birmingham": "AL",
    "Clarkston": "GA",
    "Hialeah": "FL",
    "Los Angeles": "CA",
    "Philadelphia": "PA",
    "Albuquerque": "NM",
    "Tuscaloosa": "AL",
    "Chicago": "IL",
    "Miami Beach": "FL",
    "Pensacola": "FL",
    "Doña Ana County": "NM",
}


@pytest.fixture
def search(client):
    """Return how to search: the response."""
    return lambda words: client.get("/search/", {"q": words})


def read(response):
    """Return a page that was found, as a reader has it."""
    assert response.status_code == 200, response.get("Location")
    return Reading(response.content)


def marks(page):
    """Return the phrases that a page marks."""
    return [mark.get_text() for mark in page.main.find_all("mark")]


@pytest.fixture
def coalition():
    """Return an organization of several names."""
    organization = factories.OrganizationFactory(name="Coalition for Justice")
    factories.OrganizationAliasFactory(organization=organization, name="ACIJ")
    organization.save()
    return organization


# What is opened at once


@pytest.mark.parametrize("words", ["ACIJ", "acij", "coalition for justice", "A.C.I.J."])
def test_organization_is_opened_by_name_and_abbreviation(search, coalition, words):
    factories.StatementFactory(title="ACIJ writes", summary="A letter of ACIJ.")
    assert search(words)["Location"] == coalition.get_absolute_url()


@pytest.mark.parametrize(
    "words",
    ["Salem", "salem, or", "SALEM OREGON", "Salem, OR", "  salem  ", "Cherry City"],
)
def test_place_is_opened_by_name_alias_and_state(search, words):
    state = factories.StateFactory(usps="OR", name="Oregon")
    place = factories.PlaceFactory(name="Salem", state=state)
    factories.PlaceFactory(name="West Salem", state=state)
    factories.PlaceAliasFactory(jurisdiction=place, name="Cherry City")
    place.save()
    factories.PolicyFactory(jurisdiction=place)
    assert search(words)["Location"] == place.get_absolute_url()


@pytest.mark.parametrize("words", ["Texas", "texas", "TX"])
def test_state_is_opened_by_name_and_code(search, words):
    factories.PlaceFactory(name="Houston", state=factories.StateFactory(usps="TX"))
    assert search(words)["Location"] == "/us/tx/"


def test_official_is_opened_by_name(search):
    official = factories.OfficialFactory(given_name="Ada", family_name="Rivers")
    factories.TermFactory(official=official)
    assert search("ada rivers")["Location"] == official.get_absolute_url()


def test_policy_source_and_vote_are_opened_by_their_title(search):
    policy = factories.PolicyFactory(title="A pact of its own")
    source = factories.SourceFactory(title="Council weighs the fianchetto")
    assert search("a PACT of its own")["Location"] == policy.get_absolute_url()
    assert search(source.title)["Location"] == source.get_absolute_url()


def test_words_that_are_only_in_a_text_open_nothing(search):
    policy = factories.PolicyFactory(summary="What the zugzwang of the city means.")
    page = read(search("zugzwang"))
    assert policy.get_absolute_url() in page.links()
    assert marks(page) == ["zugzwang"]


# One word, however it is written


@pytest.fixture
def of_the_section():
    """Enter one record of each kind, or two, whose words have “287(g)”."""
    place = factories.PlaceFactory(name="Birmingham")
    factories.PolicyFactory(jurisdiction=place, title="287(g) agreement, jail model")
    policy = factories.PolicyFactory(jurisdiction=place, summary="A 287 (g) pact.")
    factories.PolicyFactory(jurisdiction=place, summary="A pact of 287 pages.")
    factories.VoteFactory(body__jurisdiction=place, motion="To end the 287g pact")
    factories.StatementFactory(jurisdiction=place, summary="On the 287(g) program.")
    factories.OrganizationFactory(name="Block 287(g) Now")
    factories.OrganizationFactory(name="Block Now", description="Against 287(g).")
    factories.SourceFactory(title="Council weighs 287(g)")
    factories.CitationFactory(policy=policy, quote="The 287g pact was signed.")


WAYS = ("287(g)", "287g", "287 g", "287 (g)", "287(G)")


@pytest.mark.parametrize("words", WAYS)
def test_section_is_found_however_it_is_written(client, search, of_the_section, words):
    page = read(search(words))
    counts = {
        group["id"]: group.find(class_="found__count").get_text().strip()
        for group in page.main.select("section.found")
        if group.find(class_="found__count")
    }
    assert counts == {
        "found-policy": "2",
        "found-organization": "2",
        "found-source": "2",
        "found-statement": "1",
        "found-vote": "1",
    }
    assert "no record with the name" not in page.main.get_text()
    assert {mark.lower() for mark in marks(page)} == {"287(g)", "287 (g)", "287g"}
    for listing, count in (
        ("agreements", 2),
        ("organizations", 2),
        ("sources", 2),
        ("statements", 1),
        ("votes", 1),
    ):
        listed = client.get(f"/api/v1/{listing}/", {"q": words}).json()
        assert listed["count"] == count, listing


@pytest.mark.parametrize("words", [*WAYS, "block 287", "blok 287g", "block 287 (g"])
def test_section_is_suggested_however_it_is_written(client, of_the_section, words):
    rows = client.get("/search/suggest", {"q": words}).json()["suggestions"]
    assert "Block 287(g) Now" in [row["label"] for row in rows]


@pytest.mark.parametrize("words", ["block 287g now", "Block 287 (g) Now"])
def test_name_with_the_section_is_opened(search, of_the_section, words):
    assert search(words)["Location"].startswith("/organizations/")


def test_mark_leaves_the_words_as_they_are(search, of_the_section):
    html = search("287g agreement").content.decode()
    assert "<mark>287(g) agreement</mark>, jail model" in html
    html = search("287g").content.decode()
    assert "<mark>287(g)</mark> agreement, jail model" in html


def test_name_of_two_records_opens_neither(search):
    place = factories.PlaceFactory(name="Mercy")
    organization = factories.OrganizationFactory(name="Mercy")
    links = read(search("mercy")).links()
    assert {place.get_absolute_url(), organization.get_absolute_url()} <= {*links}


# Namesakes, and names written almost right


def test_namesakes_are_told_apart(search):
    state = factories.StateFactory(usps="PA")
    county = factories.CountyFactory(name="Bucks County", state=state)
    town = factories.PlaceFactory(
        name="Franklin", state=state, level=Level.TOWNSHIP, designation="township"
    )
    town.counties.add(county)
    town.save()
    factories.PlaceFactory(name="Franklin", state=state, designation="borough")
    page = read(search("franklin, pa"))
    assert "township, Bucks County" in page.words
    assert "borough" in page.words


@pytest.fixture
def places():
    """Return the places that SLIPS mean, by name."""
    return {
        name: factories.PlaceFactory(
            name=name, state=factories.StateFactory(usps=state)
        )
        for name, state in PLACES.items()
    }


def test_misspelt_names_find_their_place(client, search, places):
    for words, meant in SLIPS.items():
        response, address = search(words), places[meant].get_absolute_url()
        if response.status_code == 200:
            page = read(response)
            assert "Did you mean" in page.words, words
            assert address in page.links(), words
        else:  # the beginning of one name alone is no slip
            assert response["Location"] == address, words
        offered = client.get("/search/suggest", {"q": words}).json()["suggestions"]
        assert address in [row["url"] for row in offered], words


@pytest.mark.parametrize("words", ["Xanadu", "qqqq", "Birkenhead Drop", "12345"])
def test_name_that_nobody_has_is_told_so(search, places, words):
    page = read(search(words))
    assert "We have no record with the name" in page.words
    assert "Did you mean" not in page.words
    assert not [link for link in page.links() if link.startswith("/us/a")]


def test_misspelt_organization_and_official_are_found(search, coalition):
    official = factories.OfficialFactory(given_name="Ada", family_name="Terrington")
    assert coalition.get_absolute_url() in read(search("coaliton justice")).links()
    assert official.get_absolute_url() in read(search("ada terington")).links()


# Groups


def test_groups_come_in_the_order_of_their_use(search):
    place = factories.PlaceFactory(name="Zugzwang Falls")
    factories.PlaceFactory(name="Zugzwang Heights")
    factories.PolicyFactory(jurisdiction=place)
    factories.OrganizationFactory(name="Zugzwang League")
    factories.OfficialFactory(family_name="Zugzwang Rivers")
    factories.SourceFactory(title="In zugzwang")
    factories.StatementFactory(summary="Of the zugzwang.")
    factories.VoteFactory(motion="To end the zugzwang")
    page = read(search("zugzwang"))
    assert [part["id"] for part in page.main.select(".found")] == [
        f"found-{kind}"
        for kind in ("jurisdiction", "policy", "organization", "official")
        + ("source", "statement", "vote")
    ]


def test_group_shows_a_few_and_leads_to_all_in_the_listing(search):
    factories.PolicyFactory.create_batch(7, summary="In zugzwang & more.")
    page = read(search("zugzwang"))
    group = page.main.find(id="found-policy")
    assert len(group.select(".found__row")) == 5
    assert "All 7 in the listing" in group.get_text()
    assert "/agreements/?q=zugzwang" in page.links()


def test_quotation_of_a_source_is_shown_with_it(search):
    policy = factories.PolicyFactory(draft=True)
    factories.CitationFactory(policy=policy, quote="a zugzwang of drafts")
    citation = factories.CitationFactory(
        policy=factories.PolicyFactory(), quote="they were in zugzwang that day"
    )
    page = read(search("zugzwang"))
    assert citation.source.get_absolute_url() in page.links()
    assert "they were in zugzwang that day" in page.words
    assert "drafts" not in page.words


def test_row_says_what_tells_it_from_others(search):
    policy = factories.PolicyFactory(
        title="Zugzwang pact", type=PolicyType.DETAINER_POLICY, jurisdiction__name="Ayr"
    )
    factories.VoteFactory(motion="On the zugzwang", yes_count=5, no_count=2)
    group = read(search("zugzwang"))
    told = group.section("found-policy")
    for words in ("Ayr, Alabama", policy.get_type_display(), "Not recorded"):
        assert words in told
    assert "Passed, 5–2" in group.section("found-vote")


def test_hostile_text_is_shown_as_text(search):
    bad = "<script>alert(1)</script> zugzwang & <img src=x onerror=alert(2)>"
    factories.PolicyFactory.create_batch(2, title="Zugzwang <b>x</b>", summary=bad)
    html = search("zugzwang").content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<mark>Zugzwang</mark> &lt;b&gt;" in html


# What is refused or has no words


def test_search_pages_are_not_for_search_engines(search):
    for words in ("", "zugzwang"):
        page = read(search(words))
        assert page.soup.find("meta", {"name": "robots"})["content"] == "noindex"


def test_title_says_the_words(search):
    assert "zug & zwang" in read(search("zug & zwang")).soup.title.get_text()


def test_too_many_characters_are_refused_in_words(client):
    for address in ("/search/", "/search/suggest"):
        response = client.get(address, {"q": "a" * 101})
        assert response.status_code == 400, address
        assert "at most 100 characters" in response.content.decode(), address


@pytest.mark.parametrize("words", ['"', "%", "’’", "…", "\N{GRINNING FACE}"])
def test_signs_alone_are_told_to_be_no_word(search, words):
    factories.PlaceFactory()
    assert "no letter or digit" in read(search(words)).words


@pytest.mark.parametrize("words", ["a", "x", "1", "é"])
def test_one_letter_is_looked_up_and_does_not_fail(search, words):
    factories.PlaceFactory()
    assert search(words).status_code == 200


def test_nul_is_refused(client):
    assert client.get("/search/suggest?q=a%00b").status_code == 400


# Suggestions


def test_suggestions_are_names_with_what_tells_them_apart(client, coalition):
    for usps in ("AL", "GA"):
        factories.PlaceFactory(
            name="Birmingham", state=factories.StateFactory(usps=usps)
        )
    response = client.get("/search/suggest", {"q": "birm"})
    assert response["Content-Type"] == "application/json"
    assert not response.cookies
    assert response["ETag"]
    assert response["Cache-Control"].startswith("public")
    rows = response.json()["suggestions"]
    assert {row["label"] for row in rows} == {
        "Birmingham, Alabama",
        "Birmingham, Georgia",
    }
    assert {*rows[0]} == {"label", "detail", "url"}
    (row,) = client.get("/search/suggest", {"q": "aci"}).json()["suggestions"]
    assert row["url"] == coalition.get_absolute_url()


def test_suggestions_are_few_and_none_for_a_letter(client):
    factories.PlaceFactory.create_batch(20)
    factories.OrganizationFactory.create_batch(9, name="Springboard")
    factories.OfficialFactory.create_batch(9, family_name="Springer")
    asked = {"q": "spring"}
    assert len(client.get("/search/suggest", asked).json()["suggestions"]) == 8
    for words in ("s", "", "%"):
        rows = client.get("/search/suggest", {"q": words}).json()["suggestions"]
        assert rows == [], words


def test_suggestions_take_no_form(client):
    assert client.post("/search/suggest", {"q": "a"}).status_code == 405


# What it costs


def record_of(size):
    """Enter so many of everything that a search for a word finds."""
    for number in range(size):
        place = factories.PlaceFactory(name=f"Zugzwang {number}")
        policy = factories.PolicyFactory(
            jurisdiction=place, summary="zugzwang", citation__quote="zugzwang"
        )
        factories.OrganizationFactory(name=f"Zugzwang {number}", jurisdiction=place)
        official = factories.OfficialFactory(family_name=f"Zugzwang {number}")
        factories.TermFactory(official=official, jurisdiction=place)
        factories.StatementFactory(jurisdiction=place, policy=policy)
        factories.VoteFactory(body__jurisdiction=place, policy=policy)


@pytest.mark.parametrize("address", ["/search/", "/search/suggest"])
def test_search_asks_no_more_for_many_rows_than_for_few(client, address):
    asked = []
    for size in (2, 12):
        record_of(size)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, {"q": "zugzwang"}).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 14


def test_text_that_begins_with_a_place_leads_to_the_place(search):
    place = factories.PlaceFactory(name="Fort Salem")
    springs = factories.PlaceFactory(name="Fort Salem Springs")
    page = read(search("fort salem police dept"))
    assert "We have no record with the name “fort salem police dept”." in page.words
    assert "see what is on record of the place below" in page.words
    links = [link["href"] for link in page.main.select("#begun a")]
    assert place.get_absolute_url() in links
    assert springs.get_absolute_url() not in links
    assert "Fort Salem" in marks(page)


@pytest.mark.parametrize("words", ["fort police", "al menos dos", "la policia nueva"])
def test_text_that_begins_with_no_whole_name_leads_to_no_place(search, words):
    factories.PlaceFactory(name="Fort Salem")
    factories.PlaceFactory(name="Fort Ames")
    assert not read(search(words)).main.select("#begun")
