"""Every address that the site promises: what answers, what leads on, what is not."""

import pytest
from django.test import Client

from jurisdictions.enums import OrganizationKind
from policies.enums import CaseStatus, EventKind
from tests import factories
from tests.reading import Reading, plain

pytestmark = pytest.mark.django_db

LISTINGS = (
    "/places/",
    "/agreements/",
    "/votes/",
    "/statements/",
    "/organizations/",
    "/officials/",
    "/sources/",
)


@pytest.fixture
def record():
    """Return one public record of every kind with a page, by the kind's name."""
    place = factories.PlaceFactory(name="Mobile")
    policy = factories.PolicyFactory(
        jurisdiction=place, events=[(EventKind.ADOPTED, "2021-01-01")]
    )
    return {
        "place": place,
        "state": place.state,
        "policy": policy,
        "vote": factories.VoteFactory(policy=policy, body__jurisdiction=place),
        "statement": factories.StatementFactory(jurisdiction=place, policy=policy),
        "organization": factories.OrganizationFactory(),
        "official": factories.OfficialFactory(),
        "source": factories.SourceFactory(),
    }


@pytest.fixture
def pages(record):
    """Return the address of every kind of page."""
    named = [row.get_absolute_url() for row in record.values()]
    return [*named, *LISTINGS, "/", "/us/", "/search/"]


def test_every_page_answers_with_one_heading(pages):
    for address in pages:
        response = Client().get(address)
        assert response.status_code == 200, address
        page = Reading(response.content)
        (heading,) = page.soup.find_all("h1")
        assert heading.get_text(strip=True), address
        assert page.soup.title.get_text(strip=True), address


def test_no_page_has_an_empty_line_or_cell(pages):
    factories.OrganizationFactory(kind=OrganizationKind.UNKNOWN)
    for address in pages:
        page = Reading(Client().get(address).content)
        for part in page.main.select("p, li, td, th, dt, dd, h2, h3, caption"):
            shown = part.select_one("img, svg, input, select, button")
            assert shown or plain(part), (address, str(part))


def test_fact_that_is_not_known_takes_the_place_of_how_well(record):
    page = Reading(Client().get(record["policy"].get_absolute_url()).content)
    rows = page.main.select(".claims-table tbody tr")
    wide = [row for row in rows if row.select_one("td[colspan='2']")]
    assert 0 < len(wide) < len(rows)
    assert all("not recorded" in plain(row) for row in wide)
    assert all(len(row.find_all("td")) == 2 for row in rows if row not in wide)


def test_every_page_answers_as_of_a_day(pages):
    for address in pages:
        if address not in {"/", "/search/", "/votes/"}:
            response = Client().get(address, {"as_of": "2021-12-31"})
            assert response.status_code == 200, address


def test_every_page_answers_head_without_a_body(pages):
    for address in pages:
        response = Client().head(address)
        assert response.status_code == 200, address
        assert response.content == b"", address


def test_no_page_takes_a_form(pages):
    for address in pages:
        assert Client().post(address).status_code == 405, address


def test_prose_pages_answer(client):
    home = factories.HomePageFactory()
    factories.ProsePageFactory(parent=home, slug="method")
    factories.GlossaryPageFactory(parent=home, slug="glossary")
    site = home.get_root().sites_rooted_here.first() or home.sites_rooted_here.first()
    if site is None:
        from_root = home.get_ancestors().last().get_children()
        site = next(s for page in from_root for s in page.sites_rooted_here.all())
    site.root_page = home
    site.save()
    for address in ("/method/", "/glossary/"):
        assert client.get(address).status_code == 200, address


# What leads on


@pytest.mark.parametrize("kind", ["policy", "vote", "statement"])
def test_bare_id_and_old_slug_lead_to_the_record(client, record, kind):
    address = record[kind].get_absolute_url()
    bare = f"{address.rsplit('/', 2)[0]}/{record[kind].pk}"
    for old in (f"{bare}/", f"{bare}-as-it-was-called/"):
        response = client.get(old, {"as_of": "2021-01-01"})
        assert response.status_code == 301, old
        assert response["Location"] == f"{address}?as_of=2021-01-01"


@pytest.mark.parametrize("kind", ["place", "organization", "official", "policy"])
def test_old_address_leads_to_the_renamed_record(client, record, kind):
    row, before = record[kind], record[kind].get_absolute_url()
    row.slug = "another-name"
    row.save()
    response = client.get(before)
    assert response.status_code == 301
    assert response["Location"] == row.get_absolute_url()


@pytest.mark.parametrize(
    ("shouted", "proper"),
    [
        ("/us/AL/", "/us/al/"),
        ("/us/AL/mobile/", "/us/al/mobile/"),
        ("/us/al/Mobile/", "/us/al/mobile/"),
        ("/us/Al/MOBILE/?as_of=2021-01-01", "/us/al/mobile/?as_of=2021-01-01"),
    ],
)
def test_capitals_lead_to_the_small_letters(client, record, shouted, proper):
    response = client.get(shouted)
    assert (response.status_code, response["Location"]) == (301, proper)


@pytest.mark.parametrize("address", ["/us", "/us/al", "/us/al/mobile", "/agreements"])
def test_address_without_its_slash_leads_to_the_page(client, record, address):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, f"{address}/")


def test_search_with_one_match_leads_there(client, record):
    response = client.get("/search/", {"q": "mobile, al"})
    assert (response.status_code, response["Location"]) == (302, "/us/al/mobile/")


def test_search_with_several_matches_lists_them(client):
    alabama = factories.PlaceFactory(name="Birmingham")
    michigan = factories.PlaceFactory(
        name="Birmingham", state=factories.StateFactory(usps="GA")
    )
    page = Reading(client.get("/search/", {"q": "BIRMINGHAM"}).content)
    assert {alabama.get_absolute_url(), michigan.get_absolute_url()} <= {*page.links()}
    assert "Birmingham, Alabama" in page.words
    assert "Birmingham, Georgia" in page.words


@pytest.mark.parametrize("words", ["saint louis", "St Louis, Alabama", "st. louis al"])
def test_search_knows_words_short_and_in_full(client, words):
    factories.PlaceFactory(name="St. Louis")
    factories.PlaceFactory(name="Lewiston")
    response = client.get("/search/", {"q": words})
    assert response["Location"] == "/us/al/st-louis/"


def test_search_lists_first_what_the_words_begin(client):
    for name in ("North Fort Myers", "Fort Myers Beach"):
        factories.PlaceFactory(name=name)
    told = Reading(client.get("/search/", {"q": "ft myers"}).content).words
    assert told.index("Fort Myers Beach") < told.index("North Fort Myers")


def test_search_leads_nowhere_by_letters_within_words(client):
    factories.PlaceFactory(name="Donaldsonville")
    response = client.get("/search/", {"q": "dona bama"})
    assert "Donaldsonville" in response.content.decode()


@pytest.mark.parametrize("words", ["%", "_", "’", "\N{GRINNING FACE}"])
def test_search_for_no_word_finds_no_place(client, record, words):
    for address in ("/search/", "/places/"):
        html = client.get(address, {"q": words}).content.decode()
        assert "/us/al/mobile/" not in html


# What is not there


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/us/zz/",
        "/us/alabama/",
        "/us/al/nowhere/",
        "/us/al/mobile/more/",
        "/agreements/0/",
        "/agreements/999999999999999999999999/",
        "/agreements/1e3-x/",
        "/votes/999/",
        "/statements/999-x/",
        "/sources/999/",
        "/sources/99999999999999999999/",
        "/organizations/nobody/",
        "/officials/nobody/",
        "/us/al/%F0%9F%8F%99/",
        "/us/al/'%22%3E%3Cscript%3E/",
        f"/officials/{'a' * 2000}/",
    ],
)
def test_unknown_address_is_told_in_words(client, record, address):
    response = client.get(address)
    assert response.status_code == 404
    page = Reading(response.content)
    assert page.soup.h1.get_text(strip=True) == "Nothing is at this address"
    assert "<script>" not in response.content.decode()


HOSTILE = (
    "as_of=junk",
    "as_of=2021-02-30",
    "as_of=2021-12-06&as_of=junk",
    "q=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "q=%27%20OR%201=1--",
    "q=%25_%5C",
    "q=" + "a" * 3000,
    "q=%F0%9F%8F%99%E2%80%AE",
    "q=%00",
    "q=%ff%fe",
    "type[]=287g",
    "state=al&state=%3Cb%3E",
    "place=9&place=" + "9" * 100,
    "sort=-pk",
    "page=2&page=x",
    "min_sources=1e9&since=0000-00-00",
    "&".join(f"p{number}=1" for number in range(400)),
    "&".join("state=AL" for _ in range(400)),
    "&" * 3000,
    "&".join(f"a{number}" for number in range(1000)),
)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_query_is_answered_without_a_fault(query):
    place = factories.PlaceFactory().get_absolute_url()
    for address in (*LISTINGS, "/us/", "/search/", place):
        response = Client().get(f"{address}?{query}")
        assert response.status_code in {200, 302, 400, 404}, address
        assert b"<script>alert" not in response.content, address


def test_misspelt_day_of_a_record_is_refused_in_words(client, record):
    for kind in ("place", "state", "policy", "vote", "organization", "official"):
        response = client.get(record[kind].get_absolute_url(), {"as_of": "yesterday"})
        assert response.status_code == 400, kind
        assert "2021-12-06" in Reading(response.content).words, kind


def test_court_case_stands_as_it_stood_on_the_day(client, record):
    case = factories.CourtCaseFactory(
        jurisdiction=record["place"], filed_on="2022-01-01", status=CaseStatus.DECIDED
    )
    factories.CaseEventFactory(case=case, date="2022-01-01", status=CaseStatus.FILED)
    factories.CaseEventFactory(case=case, date="2023-01-01", status=CaseStatus.DECIDED)
    told = {
        day: Reading(
            client.get(record["place"].get_absolute_url(), {"as_of": day}).content
        ).section("court")
        for day in ("2021-01-01", "2022-06-01", "2023-06-01")
    }
    assert told["2021-01-01"] == ""
    assert str(CaseStatus.FILED.label) in told["2022-06-01"]
    assert str(CaseStatus.DECIDED.label) not in told["2022-06-01"]
    assert str(CaseStatus.DECIDED.label) in told["2023-06-01"]


@pytest.mark.parametrize("number", ["99", "0", "-1", "abc", "99999999999"])
def test_page_beyond_the_end_leads_to_the_first_with_what_was_asked(record, number):
    response = Client().get(f"/agreements/?type=287g&page={number}&state=AL")
    assert response.status_code == 404
    page = Reading(response.content)
    assert plain(page.soup.h1) == "This list has no such page"
    assert "There is no page" in page.words
    assert number[:20] in page.words
    assert "withdrawn" not in page.words
    first = page.links()[0]
    assert first == "?state=AL&type=287g"
    assert Client().get(f"/agreements/{first}").status_code == 200


def test_page_beyond_the_end_of_what_a_source_bears_out_leads_back(record):
    for address in (record["source"].get_absolute_url(), "/votes/", "/data/"):
        response = Client().get(f"{address}?page=7")
        assert response.status_code == 404
        page = Reading(response.content)
        assert "There is no page 7." in page.words
        assert page.links()[0] == "?"
