"""The brief as a PDF: one sheet, tagged, and the same file every time."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from config.middleware.conditional import LARGEST_WARM
from jurisdictions.bilingual import Told
from jurisdictions.models import Jurisdiction
from jurisdictions.views.brief.building import Block, Brief, SourceLine
from jurisdictions.views.brief.code import code_of
from jurisdictions.views.brief.facts import Fact
from jurisdictions.views.brief.pdf import PAPERS, pieces, written
from policies.models import Policy
from tests import factories
from tests.jurisdictions.sheets import LONG, brief_pdf, pages_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

LETTER, A4 = b"[0 0 612 792]", b"[0 0 595.27"


@pytest.mark.parametrize("size", PAPERS)
def test_brief_of_every_place_of_the_stories_is_one_sheet(size):
    places = Jurisdiction.objects.published().with_records()
    assert places.count() > 12
    for place in places.exclude(level="federal"):
        assert pages_of(brief_pdf(place, size=size).content) == 1, place


def test_paper_is_the_one_that_is_asked_for():
    place = Jurisdiction.objects.get(state="AL", slug="birmingham")
    assert LETTER in text_of(brief_pdf(place).content)
    assert LETTER in text_of(brief_pdf(place, size="letter").content)
    assert A4 in text_of(brief_pdf(place, size="a4").content)


def test_paper_that_we_do_not_print_on_is_refused_in_words():
    response = Client().get("/us/al/birmingham/brief.pdf?size=a0")
    assert response.status_code == 400
    assert "Size: write letter / a4." in response.content.decode()


def test_file_is_named_titled_tagged_and_says_its_language():
    response = brief_pdf(Jurisdiction.objects.get(state="AL", slug="birmingham"))
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="us-al-birmingham-brief.pdf"' in response["Content-Disposition"]
    assert response["X-Robots-Tag"] == "noindex"
    text = text_of(response.content)
    assert b"Birmingham, Alabama: one-page brief" in text
    assert b"/Lang(en)" in text
    for part in (b"/StructTreeRoot", b"/H1", b"/H2", b"/Figure", b"/Link", b"/LI"):
        assert part in text, part
    assert b"/sources/" in text


def test_same_record_is_the_same_file():
    place = Jurisdiction.objects.get(state="GA", slug="clarkston")
    assert brief_pdf(place).content == brief_pdf(place).content


def test_file_waits_warm_for_the_next_reader(settings, django_assert_num_queries):
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "briefs"}}
    place = Jurisdiction.objects.get(state="AL", slug="birmingham")
    first = brief_pdf(place)
    assert len(first.content) < LARGEST_WARM / 10
    with django_assert_num_queries(1):
        again = Client().get(f"{place.get_absolute_url()}brief.pdf")
    assert again.content == first.content
    assert again["Content-Type"] == "application/pdf"
    cache.clear()


def test_place_without_a_record_has_a_sheet_too():
    assert pages_of(brief_pdf(factories.PlaceFactory()).content) == 1


@pytest.mark.parametrize(
    "name",
    [
        '#read("/etc/passwd")',
        "*Bold* _and_ $x$ <label> @ref \\ // /* [x] {y} ~",
        "Kauaʻi, Doña Ana – ◆ ■ ○ ≠ ¿“é”?",
        "区" * 40,
        LONG * 2,
        "x" * 120,
        "",
    ],
)
def test_words_of_the_record_are_printed_and_never_run(name):
    place = factories.PlaceFactory.build(name=name, state=None)
    fact = Fact(name, lead=name, quote=name, url="/us/al/")
    brief = Brief(
        place=place,
        way=name,
        address=name,
        code=code_of("https://record.example/"),
        leads=[name],
        foot=[name],
        blocks=[Block("said", name, [fact], 1, name, name)],
        sources=[SourceLine(1, name, name, "/sources/1/", name)],
    )
    assert pages_of(written(brief, "letter")) == 1


def test_title_that_nobody_put_into_spanish_keeps_its_language_on_paper():
    with translation.override("es"):
        title = Policy(title="Customs").told("title").after("Se firmó: ")
        assert pieces(title) == [
            {"words": "Se firmó: ", "language": ""},
            {"words": "Customs", "language": "en"},
            {"words": " (texto en inglés)", "language": ""},
        ]
        title = Policy(title="Customs", title_es="Aduanas").told("title")
        assert pieces(title) == [{"words": "Aduanas", "language": ""}]
    assert pieces(Told("Tranquilidad", "es")) == [
        {"words": "Tranquilidad", "language": "es"}
    ]
    assert pieces("") == []
