"""A text knows its language and says so where the page has another."""

from copy import copy, deepcopy
from datetime import date

import pytest
from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.translation import gettext
from wagtail.contrib.redirects.models import Redirect

from jurisdictions.bilingual import Told, twin_of
from jurisdictions.models import Bilingual, Record
from jurisdictions.models.official import Term
from news.models import Correction
from policies.enums import PolicyType
from policies.models import Policy, PolicyEvent, Statement
from policies.roster.taking.lists import title_of
from tests.factories import PlaceFactory, PolicyFactory

with translation.override("es"):
    NOTE = gettext("(text in English)")
MARK = f'<span class="in-english">{NOTE}</span>'


@pytest.fixture
def spanish():
    """Let the reader's language be Spanish."""
    with translation.override("es"):
        yield


def policy(**words):
    """Return an agreement that is not saved."""
    return Policy(**{"title": "Customs & detainers"} | words)


def test_reader_of_english_reads_the_english():
    told = policy(title_es="Aduanas").told("title")
    assert (told, told.language) == ("Customs & detainers", "en")
    assert conditional_escape(told) == "Customs &amp; detainers"


def test_reader_of_spanish_reads_the_twin(spanish):
    told = policy(title_es="Aduanas y “ICE” <1>").told("title")
    assert (told.plain, told.language) == ("Aduanas y “ICE” <1>", "es")
    assert conditional_escape(told) == "Aduanas y “ICE” &lt;1&gt;"


def test_reader_of_spanish_is_told_that_a_text_is_in_english(spanish):
    told = policy().told("title")
    assert told.language == "en"
    assert told.plain == f"{told}" == f"Customs & detainers {NOTE}"
    html = f'<span lang="en">Customs &amp; detainers</span> {MARK}'
    assert conditional_escape(told) == html


def test_text_after_the_name_of_a_place_is_marked_alone(spanish):
    told = policy().told("title").after("San José & Co.: ")
    assert told.plain == f"San José & Co.: Customs & detainers {NOTE}"
    html = f'San José &amp; Co.: <span lang="en">Customs &amp; detainers</span> {MARK}'
    assert conditional_escape(told) == html


@pytest.mark.parametrize("language", ["en", "es"])
def test_empty_text_stays_empty(language):
    with translation.override(language):
        told = policy().told("summary")
        assert not told
        assert (told, told.plain, conditional_escape(told)) == ("", "", "")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("twin", ["", '"><script>x()</script>'])
def test_hostile_text_is_escaped(language, twin):
    hostile = "<script>x()</script> & “' onload=\"y"
    with translation.override(language):
        told = policy(title=hostile, title_es=twin).told("title")
        for html in (conditional_escape(told), conditional_escape(told.after("<b>"))):
            assert "<script" not in html
            assert "<b>" not in html
            assert 'onload="' not in html


def test_plain_text_is_no_markup(spanish):
    told = policy().told("title")
    assert type(told.plain) is str
    assert not hasattr(told.plain, "__html__")


def test_headline_is_in_the_language_of_its_source():
    told = Told("Tranquilidad", "es")
    assert conditional_escape(told) == '<span lang="es">Tranquilidad</span>'
    assert told.plain == "Tranquilidad"
    with translation.override("es-us"):
        assert conditional_escape(told) == "Tranquilidad"


def every_bilingual_model(base=Bilingual):
    """Yield the models of which some texts have a twin."""
    for model in base.__subclasses__():
        yield from every_bilingual_model(model)
        if not model._meta.abstract and model.bilingual:
            yield model


def test_every_twin_is_a_column_as_long_as_its_english():
    models = set(every_bilingual_model())
    assert {Policy, PolicyEvent, Statement, Term, Correction} <= models
    for model in models:
        for name in model.bilingual:
            english, twin = map(model._meta.get_field, (name, twin_of(name)))
            assert type(english) is type(twin)
            assert english.max_length == twin.max_length
            assert twin.blank and not twin.null
            assert "Spanish" in str(twin.verbose_name)
    twins = {twin_of(n) for model in models for n in model.bilingual}
    columns = {f.name for model in models for f in model._meta.concrete_fields}
    assert {name for name in columns if name.endswith("_es")} == twins


def test_twins_are_cited_by_nobody():
    for model in every_bilingual_model(Record):
        assert not {twin_of(n) for n in model.bilingual} & set(model.citable_fields)


@pytest.mark.django_db
def test_record_that_is_saved_in_a_spanish_admin_is_found_by_the_same_words():
    policy = PolicyFactory(type=PolicyType.STATE_LAW, title="Law on holds")
    english = policy.lookup
    with translation.override("es"):
        policy.save()
    policy.refresh_from_db()
    assert policy.lookup == english
    assert "state law" in english


def test_list_that_is_taken_in_a_spanish_admin_has_the_title_of_any_other():
    with translation.override("es"):
        title = title_of("participating", date(2026, 2, 27), 1)
    assert title == "ICE's list of participating agencies, February 27, 2026"


@pytest.mark.django_db
def test_address_that_moved_is_kept_without_a_language():
    place = PlaceFactory(name="Springfield")
    before = place.get_absolute_url()
    with translation.override("es"):
        place.slug = "new-springfield"
        place.save()
    found = Redirect.objects.get(old_path=before.rstrip("/"))
    assert found.redirect_link == place.get_absolute_url()
    assert not found.redirect_link.startswith("/es/")


def test_text_can_be_packed_and_copied():
    text = Told("Resolution", "en", note="(texto en inglés)", before="Title: ")
    for again in (copy(text), deepcopy(text)):  # by which a cache packs it too
        assert again == text
        assert (again.words, again.language) == ("Resolution", "en")
        assert (again.note, again.before) == (text.note, text.before)
