"""A history says which language each of its texts is in, where the page has another."""

from datetime import date

import pytest
from django.utils import timezone

from news.changes.writing import record_all
from policies.enums import EventKind
from tests import factories
from tests.news.test_changes import publish
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy():
    """Return an agreement of which nothing is in Spanish, and that changed."""
    policy = factories.PolicyFactory(summary="It does that.", excerpt="Se hará esto.")
    policy.citations.update(field="")
    for citation in policy.citations.all():
        citation.source.language = "es"
        citation.source.save()
    factories.PolicyEventFactory(
        policy=policy, kind=EventKind.ADOPTED, date=date(2025, 3, 4), note="By hand."
    )
    record_all()
    policy.summary = "It does that no more."
    return publish(policy)


def of_today(policy, half=""):
    address = f"{half}{policy.get_absolute_url()}history/"
    return read(address, on=timezone.localdate()).main


def test_our_texts_are_marked_on_a_spanish_page(policy):
    page = of_today(policy, "/es")
    said = page.find(id="on")
    for words in ("It does that no more.", "By hand.", policy.title):
        assert said.find("span", lang="en", string=words), words
    assert page.select_one("#changes ins > span[lang=en]").text == "that no more."
    assert not said.find("span", lang="es")


def test_words_as_printed_are_in_the_language_of_their_source(policy):
    said = of_today(policy).find(id="on")
    assert said.find("span", lang="es", string="Se hará esto.")
    assert not said.find("span", lang="en")


def test_words_of_the_site_are_in_no_other_language(policy):
    event = of_today(policy, "/es").find("span", string="By hand.").parent
    assert event.text == "Se adoptó · 4 mar 2025 · By hand."
    assert len(event.find_all("span")) == 1
