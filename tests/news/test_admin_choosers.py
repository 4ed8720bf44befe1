"""The windows in which records are chosen speak the language of the admin."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.users.models import UserProfile

from config.editing.labels import label_of
from news.models import Source
from policies.models import Vote
from tests.editing import url
from tests.news.test_admin_screens import CHOSEN, FACTORIES

pytestmark = pytest.mark.django_db

# What a window says of itself: all of it but names, states and choices.
WORDS = "h1, [role=tab], [role=alert], th, label, button, input[type=submit], .help, p"


@pytest.fixture
def desk(client):
    """Return a way to get an admin's page or window in a language."""
    editor = get_user_model().objects.create_superuser("editor")
    client.force_login(editor)

    def get(language, address, **query):
        profile = UserProfile.get_for_user(editor)
        profile.preferred_language = language
        profile.save()
        return client.get(address, query)

    return get


def window_of(model, name="choose"):
    """Return the address of the window in which a kind of record is chosen."""
    return reverse(model.snippet_viewset.chooser_viewset.get_url_name(name))


def words_of(html, wanted=WORDS):
    """Return what the chosen parts of some HTML say."""
    parts = BeautifulSoup(html, "html.parser").select(wanted)
    told = (part.get("value") or part.get_text(" ", strip=True) for part in parts)
    # Of a tab: in how many fields of it something is wrong.
    return {" ".join(words.split()).removesuffix(" ( )") for words in told if words}


@pytest.mark.parametrize("model", CHOSEN)
def test_window_says_nothing_in_the_other_language(desk, model):
    named = label_of(FACTORIES[model]())
    for query in ({}, {"multiple": "1"}, {"q": "zzz"}):
        english, spanish = (
            words_of(desk(language, window_of(model), **query).json()["html"])
            for language in ("en", "es")
        )
        assert len(english) == len(spanish) > 2
        assert english & spanish <= {named}


def test_window_names_what_is_chosen_and_says_that_nothing_is_found(desk):
    window = window_of(Source)
    html = desk("es", window, q="zzz").json()["html"]
    assert {"Elegir fuente", "Buscar", "Crear"} <= words_of(html)
    assert "No hay nada que se llame “zzz”." in words_of(html)
    empty = words_of(desk("en", window).json()["html"], "#tab-search")
    assert "There is nothing to choose from yet. Create the first one" in " ".join(
        empty
    )


def test_fields_of_a_form_are_no_fields_of_its_window(desk):
    form, window = (
        {part["id"] for part in BeautifulSoup(html, "html.parser").select("[id^=id_]")}
        for html in (
            desk("en", url(Source, "add")).content,
            desk("en", window_of(Source)).json()["html"],
        )
    )
    assert "id_title" in form
    assert form & window == set()


@pytest.mark.parametrize("language", ["es", "en", "es"])
def test_button_speaks_to_whoever_reads_it(desk, language):
    """Forms are made once, for whoever comes first."""
    desk("en", url(Vote, "add"))
    form = desk(language, url(Vote, "add")).content
    said = words_of(form, "#id_body-chooser button, #id_body-chooser a")
    told = {
        "en": {"Choose body", "Choose another body", "Edit body"},
        "es": {"Elegir órgano", "Cambiar de órgano", "Editar órgano"},
    }
    assert told[language] <= said
