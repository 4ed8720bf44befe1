"""Social cards: what a page shows of itself where its address is shared."""

import io
import re
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation
from PIL import Image

from config.sharing import cards
from config.sharing.cards import LARGEST, Card, drawn, told
from policies.enums import BallotOption, Direction, EventKind, PolicyStatus
from tests import factories
from tests.addresses import here

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')
RECORDS = (
    "/us/al/",
    "/us/al/birmingham/",
    "/organizations/adelante-alabama-worker-center/",
    "/officials/randall-woodfin/",
    "/agreements/birmingham-hsi-designation/",
    "/votes/birmingham-sanctuary-resolution/",
    "/statements/birmingham-letter-of-13-organizations/",
    "/sources/first/",
)
LONG = "Louisville/Jefferson County metro government (balance)"


def get(path):
    """Return the answer at a path."""
    return Client().get(here(path))


def opened(png):
    """Return the picture that some bytes are."""
    return Image.open(io.BytesIO(png))


def shared(path):
    """Return what a page tells of itself to those who share its address."""
    return dict(META.findall(get(path).content.decode()))


@pytest.fixture
def asked(monkeypatch):
    """Return a function from the path of a card to what is printed on it."""
    kept = []
    monkeypatch.setattr(cards, "drawn", lambda card: kept.append(told(card)) or b"")

    def ask(path):
        response = get(path)
        assert response.status_code == 200
        return kept.pop()

    return ask


@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("path", ["/", *RECORDS])
def test_page_names_its_card_and_the_card_is_a_small_picture(path, language):
    found = shared(f"{language}{path}")
    assert found["og:image"] == f"http://127.0.0.1:8000{language}{here(path)}card.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    response = get(f"{language}{path}card.png")
    assert response["Content-Type"] == "image/png"
    assert response["X-Robots-Tag"] == "noindex"
    picture = opened(response.content)
    assert (picture.size, picture.mode) == ((1200, 630), "P")
    assert len(response.content) <= LARGEST


def test_page_tells_its_title_words_address_and_languages():
    found = shared("/es/us/al/birmingham/")
    title = "Birmingham, Alabama: acuerdos con ICE, votaciones y políticas"
    assert found["og:title"] == title
    assert found["og:description"].startswith("La policía de Birmingham tiene")
    assert found["og:url"] == "http://127.0.0.1:8000/es/us/al/birmingham/"
    assert (found["og:locale"], found["og:locale:alternate"]) == ("es_US", "en_US")
    assert found["og:type"] == "article"
    assert title in found["og:image:alt"]
    assert found["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("path", ["/", "/agreements/?state=AL", "/method/", "/us/"])
def test_page_of_no_one_record_shows_the_card_of_the_site(path):
    found = shared(path)
    assert found["og:image"] == "http://127.0.0.1:8000/card.png"
    assert found["og:type"] == "website"
    assert "What has your city, county or state" in found["og:image:alt"]


def test_card_says_what_the_page_says_first(asked):
    card = asked("/us/al/birmingham/card.png")
    assert card["title"] == "Birmingham, Alabama"
    assert card["sentence"].startswith("Birmingham Police Department has an agreement")
    assert card["tags"][0] == {
        "direction": "adds",
        "stage": "in-force",
        "label": "HSI customs-officer designation: in force",
    }
    assert card["more"] == "5 agreements and policies on record"
    assert card["line"] == "Independent · not a government website"
    assert card["address"] == "127.0.0.1:8000/us/al/birmingham/"


def test_card_of_a_past_day_is_of_that_day(asked):
    page = "/us/al/birmingham/?as_of=2017-02-01"
    address = "http://127.0.0.1:8000/us/al/birmingham/card.png?as_of=2017-02-01"
    assert shared(page)["og:image"] == address
    card = asked("/us/al/birmingham/card.png?as_of=2017-02-01")
    assert "declaration of sanctuary" in card["sentence"]
    assert "designation" not in str(card["tags"])
    assert card["day"] == "As of Feb 1, 2017."
    assert card["address"] == f"127.0.0.1:8000{page}"


def test_day_that_nothing_was_told_by_has_no_card_of_its_own():
    page = "/votes/birmingham-sanctuary-resolution/"
    assert shared(f"{page}?as_of=2010-01-01")["og:image"].endswith(":8000/card.png")
    assert get(f"{page}card.png?as_of=2010-01-01").status_code == 404
    assert get(f"{page}card.png?as_of=soon").status_code == 400


def test_card_of_a_place_without_a_record_says_so(asked):
    place = factories.PlaceFactory(name="Kauaʻi")
    card = asked(f"{place.get_absolute_url()}card.png")
    assert card["sentence"].startswith("We have no record for Kauaʻi, Alabama.")
    assert "does not mean that there is no agreement" in card["sentence"]
    assert (card["tags"], card["more"]) == ([], "")


def test_card_of_a_vote_has_a_square_for_each_member(asked):
    vote = factories.VoteFactory()
    options = (BallotOption.YES, BallotOption.YES, BallotOption.ABSENT)
    for option in options:
        factories.BallotFactory(vote=vote, option=option)
    squares = asked(f"{vote.get_absolute_url()}card.png")["squares"]
    assert list(squares) == [option.value for option in options]


def test_draft_has_no_card():
    place = factories.PlaceFactory(draft=True)
    policy = factories.PolicyFactory(draft=True)
    for row in (place, policy):
        assert get(f"{row.get_absolute_url()}card.png").status_code == 404


def test_old_address_of_a_card_leads_to_the_new_one():
    card = here("/agreements/birmingham-hsi-designation/card.png?as_of=2022-01-01")
    response = get(card.replace("birmingham-hsi-designation", "old-name"))
    assert (response.status_code, response["Location"]) == (301, card)


def test_card_waits_warm_until_the_record_changes(
    settings, django_assert_num_queries, monkeypatch
):
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "social"}}
    place = factories.PlaceFactory()
    path = f"{place.get_absolute_url()}card.png"
    first = get(path)
    with django_assert_num_queries(1):
        assert get(path).content == first.content
    factories.PolicyFactory(
        jurisdiction=place, events=[(EventKind.EFFECTIVE, date(2020, 1, 2))]
    )
    assert get(path).content != first.content
    cache.clear()


@pytest.mark.parametrize(
    "words",
    [
        LONG,
        "Kauaʻi, Doña Ana – ◆ ■ ○ ≠ ¿“é”?",
        '#read("/etc/passwd") *Bold* $x$ <label> @ref \\ // /* [x] {y} ~',
        "word " * 400,
        "x" * 400,
        "区" * 60,
        "",
    ],
)
def test_words_of_the_record_are_printed_and_never_run(words):
    stages = [(way, status, words) for way in Direction for status in PolicyStatus]
    for tags in (stages[:3], stages):
        card = Card(words, "/us/", None, words, words, tuple(tags), ("yes",) * 25)
        png = drawn(card)
        assert opened(png).size == (1200, 630)
        assert len(png) <= LARGEST


def test_what_is_too_long_ends_at_a_word():
    card = told(Card("One two " * 60, "/us/", sentence="One two three. " * 60))
    assert len(card["title"]) <= cards.LONGEST_TITLE
    assert card["title"].endswith(("One …", "two …"))
    assert card["sentence"].endswith("…")


def test_same_record_is_the_same_picture():
    card = Card("Birmingham, Alabama", "/us/al/birmingham/")
    assert drawn(card) == drawn(card)


def test_card_speaks_the_language_of_its_address():
    with translation.override("es"):
        card = told(Card("Birmingham", "/es/us/al/birmingham/"))
    assert card["language"] == "es"
    assert card["line"] == "Independiente · no es un sitio del gobierno"
    assert card["day"].endswith(f"{timezone.localdate().year}.")


def test_card_may_be_shown_by_other_sites_and_still_not_be_framed():
    answer = get("/us/al/birmingham/card.png")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert get("/us/al/birmingham/")["Cross-Origin-Resource-Policy"] == "same-origin"


def test_site_has_one_card_whatever_is_asked():
    answer = get("/card.png?as_of=junk")
    assert (answer.status_code, answer["Location"]) == (301, "/card.png")


def test_card_of_a_source_has_no_pages(asked):
    assert asked("/sources/first/card.png?page=99") == asked("/sources/first/card.png")


def test_allegation_is_called_one_with_who_makes_it(asked):
    statement = factories.StatementFactory(
        is_allegation=True, speaker_label="a resident", stance="opposes"
    )
    card = asked(f"{statement.get_absolute_url()}card.png")
    assert card["over"].endswith("a resident")
    assert card["more"] == "Opposes · Allegation"
    assert "Allegation" in get(statement.get_absolute_url()).text.split("</h1>")[0]


def test_word_that_no_line_holds_may_break(asked):
    long = "Donaudampfschifffahrtsgesellschaft" * 6
    place = factories.PlaceFactory(name=long[:100])
    title = asked(f"{place.get_absolute_url()}card.png")["title"]
    assert "\u200b" in title
    assert title.replace("\u200b", "").startswith(long[:100])


def test_place_with_nothing_but_words_on_record_says_so(asked):
    statement = factories.StatementFactory()
    place = statement.jurisdiction
    told = f"No agreement or policy of {place.full_name} is on record."
    assert asked(f"{place.get_absolute_url()}card.png")["sentence"] == told
    assert told in get(f"/embed{place.get_absolute_url()}").text
