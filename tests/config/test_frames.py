"""A record in a few lines, in a frame of another site; nothing else of ours is."""

import re
from datetime import date

import pytest
from django.test import Client

from policies.enums import BallotOption
from tests import factories
from tests.addresses import here
from tests.house.tree import ROOT
from tests.reading import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

RECORDS = (
    "/us/al/",
    "/us/al/birmingham/",
    "/agreements/birmingham-hsi-designation/",
    "/votes/birmingham-sanctuary-resolution/",
)
LINE = re.compile(r'<code class="embed__line">(.*?)</code>')
LARGEST, LARGEST_STYLE = 10_000, 4_000  # bytes


def get(path):
    """Return the answer at a path."""
    return Client().get(here(path))


def read(path):
    """Return what a frame shows."""
    return Reading(get(path).content.decode())


def assert_framed_anywhere(response):
    """Assert that any site may frame an answer, in which nothing runs."""
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert policy.startswith("default-src 'none'; style-src 'self'; form-action 'none'")
    assert "script-src" not in policy
    assert "X-Frame-Options" not in response
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("path", RECORDS)
def test_frame_is_small_and_runs_nothing(path, language):
    response = get(f"{language}/embed{path}")
    html = response.content.decode()
    assert response.status_code == 200
    assert_framed_anywhere(response)
    assert len(response.content) <= LARGEST
    assert not re.search(r"<script|<img|<form|style=", html)
    assert html.count("<link") == 2
    canonical = (
        f'<link rel="canonical" href="http://127.0.0.1:8000{language}{here(path)}">'
    )
    assert canonical in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<html lang="{language[1:] or "en"}">' in html


@pytest.mark.parametrize("path", RECORDS)
def test_every_link_of_a_frame_leaves_it(path):
    for link in read(f"/embed{path}").soup.find_all("a"):
        if not link["href"].startswith("#"):
            assert link["target"] == "_top"
            assert "noopener" in link["rel"]


def test_stylesheet_of_frames_is_small():
    assert (ROOT / "static/css/frame.css").stat().st_size <= LARGEST_STYLE


def test_frame_of_a_place_says_where_things_stand_and_who_tells_it():
    page = read("/embed/us/al/birmingham/")
    assert "Birmingham Police Department has an agreement" in page.words
    assert "HSI customs-officer designation: in force" in page.words
    assert "5 agreements and policies on record" in page.words
    assert "Newest vote Adopt the ordinance that extends" in page.words
    assert "WIAT (CBS 42) · Dec 6, 2021" in page.words
    assert "As of " in page.words
    assert "not a government website" in page.soup.header.get_text()


def test_spanish_frame_is_spanish_and_leads_to_spanish_pages():
    page = read("/es/embed/us/al/birmingham/")
    assert "La policía de Birmingham tiene un acuerdo" in page.words
    links = {link["href"] for link in page.main.find_all("a")}
    assert "/es/us/al/birmingham/" in links


def test_title_that_nobody_translated_says_so_without_markup():
    policy = factories.PolicyFactory(title="Agreement with ICE")
    page = read(f"/es/embed{policy.get_absolute_url()}")
    assert page.soup.title.get_text().startswith("Agreement with ICE (texto en ")
    assert page.soup.h1.select_one("[lang=en]").get_text() == "Agreement with ICE"


def test_frame_of_a_vote_draws_its_roll_call():
    vote = factories.VoteFactory()
    for option in (BallotOption.YES, BallotOption.NO):
        factories.BallotFactory(vote=vote, option=option)
    page = read(f"/embed{vote.get_absolute_url()}")
    squares = page.soup.select(".roll-call__square")
    assert [square["data-option"] for square in squares] == ["yes", "no"]


def test_frame_of_a_past_day_shows_that_day_and_stays_in_it():
    page = read("/embed/us/al/birmingham/?as_of=2017-02-01")
    assert "declaration of sanctuary" in page.words
    assert "HSI" not in page.words
    assert "As of Feb 1, 2017." in page.words
    links = {link["href"] for link in page.main.find_all("a")}
    assert "/us/al/birmingham/?as_of=2017-02-01" in links


def test_frame_of_a_day_before_anything_was_told_says_so():
    path = "/embed/votes/birmingham-sanctuary-resolution/?as_of=2010-01-01"
    assert_framed_anywhere(get(path))
    page = read(path)
    assert "As of Jan 1, 2010." in page.words
    assert "No source we have had told of it by then." in page.words
    links = {link["href"] for link in page.main.find_all("a")}
    assert links == {here("/votes/birmingham-sanctuary-resolution/")}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/embed/us/al/nowhere/", 404),
        ("/es/embed/votes/9999-no/", 404),
        ("/embed/nothing/of/the/kind/", 404),
        ("/embed/us/al/birmingham/?as_of=soon", 400),
    ],
)
def test_refusal_in_a_frame_is_small_and_can_be_read(path, status):
    response = get(path)
    assert response.status_code == status
    assert_framed_anywhere(response)
    assert len(response.content) < 1_000
    assert b"<h1>" in response.content


def test_draft_is_in_no_frame():
    policy = factories.PolicyFactory(draft=True, title="Xanthic Canary")
    vote = factories.VoteFactory(draft=True, motion="Xanthic Canary")
    for row in (policy, vote):
        response = get(f"/embed{row.get_absolute_url()}")
        assert response.status_code == 404
        assert b"Canary" not in response.content


def test_frame_of_a_place_without_a_record_says_so():
    page = read(f"/embed{factories.PlaceFactory().get_absolute_url()}")
    assert "We have no record for Springfield" in page.words
    assert "That does not mean that there is no agreement." in page.words
    assert "Sources" not in page.words


def test_frame_of_many_agreements_is_small():
    place = factories.PlaceFactory(name="Louisville/Jefferson County (balance)")
    for number in range(40):
        events = [("effective", date(2020, 1, 1))]
        factories.PolicyFactory(
            jurisdiction=place, title=f"Agreement {number}", events=events
        )
    response = get(f"/embed{place.get_absolute_url()}")
    assert len(response.content) <= LARGEST
    assert b"40 agreements and policies on record" in response.content


def test_old_address_of_a_frame_leads_to_the_new_one():
    frame = here("/es/embed/agreements/birmingham-hsi-designation/?as_of=2022-01-01")
    response = get(frame.replace("birmingham-hsi-designation", "old"))
    assert (response.status_code, response["Location"]) == (301, frame)


@pytest.mark.parametrize(
    "path", ["/", "/us/al/birmingham/", "/us/al/birmingham/brief/"]
)
def test_no_other_page_can_be_framed(path):
    response = get(path)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_page_gives_the_line_that_shows_it_elsewhere():
    page = read("/es/us/al/birmingham/?as_of=2017-02-01")
    line = page.soup.select_one(".embed__line").get_text()
    assert line == (
        '<iframe src="http://127.0.0.1:8000/es/embed/us/al/birmingham/'
        '?as_of=2017-02-01" title="The Local Record: Birmingham, Alabama: acuerdos '
        'con ICE, votaciones y políticas" width="100%" height="520" loading="lazy" '
        'referrerpolicy="no-referrer"></iframe>'
    )
    assert read(line.split('"')[1].partition(":8000")[2]).words


def test_title_of_a_record_ends_no_attribute_of_that_line():
    policy = factories.PolicyFactory(title='An "order" <b>&')
    line = read(policy.get_absolute_url()).soup.select_one(".embed__line").get_text()
    assert line.count("<") == 2
    assert "An &#34;order&#34;" in line


@pytest.mark.parametrize(
    "path", ["/sources/first/", "/officials/randall-woodfin/", "/"]
)
def test_page_without_a_frame_offers_none(path):
    assert not LINE.search(get(path).content.decode())


def test_frame_of_a_vote_says_in_words_how_many_voted_how():
    vote = factories.VoteFactory(result="passed", yes_count=6, no_count=2)
    page = Client().get(f"/embed{vote.get_absolute_url()}").text
    assert "6 yes, 2 no" in page
    assert page.count("roll-call__square") == 8


def test_frame_of_a_large_vote_has_numbers_and_no_squares():
    vote = factories.VoteFactory(result="passed", yes_count=218, no_count=210)
    page = Client().get(f"/embed{vote.get_absolute_url()}").text
    assert "218 yes, 210 no" in page
    assert "roll-call__square" not in page
    assert len(page) < 10_000


def test_line_for_other_sites_tells_us_nothing_of_them():
    page = Client().get("/us/al/birmingham/").text
    assert "referrerpolicy=&#34;no-referrer&#34;" in LINE.search(page)[1]
