"""The prose pages of a new site: made once, and an editor's from then on."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from news.models import GlossaryPage, HomePage, ProsePage

pytestmark = pytest.mark.django_db


def said_by(command):
    """Run a command and return what it printed."""
    said = StringIO()
    call_command(command, stdout=said)
    return said.getvalue()


def test_home_is_the_root_of_the_site_in_place_of_the_welcome_page():
    said_by("load_pages")
    assert Site.objects.get(is_default_site=True).root_page.specific == (
        HomePage.objects.get(locale__language_code="en")
    )
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_prose_is_published_with_its_history():
    said_by("load_pages")
    for code in ("en", "es"):
        prose = ProsePage.objects.live().filter(locale__language_code=code)
        assert {page.slug for page in prose} == {"method", "privacy", "about"}
        glossary = GlossaryPage.objects.live().get(locale__language_code=code)
        assert glossary.slug == "glossary"
        assert all(page.latest_revision for page in (*prose, glossary))


def test_second_run_makes_nothing():
    said_by("load_pages")
    count = Page.objects.count()
    assert said_by("load_pages") == "Pages: nothing new.\n"
    assert Page.objects.count() == count


def test_words_an_editor_changed_stay():
    said_by("load_pages")
    method = ProsePage.objects.get(slug="method", locale__language_code="en")
    method.body = "<p>Ours.</p>"
    method.save_revision().publish()
    said_by("load_pages")
    assert (
        ProsePage.objects.get(slug="method", locale__language_code="en").body
        == "<p>Ours.</p>"
    )
