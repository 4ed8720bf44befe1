"""The demonstration record says in Spanish all that it says in English."""

import pytest
from django.apps import apps

from jurisdictions.bilingual import twin_of
from jurisdictions.models import Bilingual

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]


def texts():
    """Yield (what, English, Spanish) of every text that has a twin."""
    for model in apps.get_models():
        if issubclass(model, Bilingual):
            for row in model.objects.all():
                for name in model.bilingual:
                    what = f"{model.__name__} {row.pk}.{name}"
                    yield what, getattr(row, name), getattr(row, twin_of(name))


def test_no_twin_is_empty_where_the_english_is_filled():
    told = list(texts())
    assert [what for what, english, spanish in told if english and not spanish] == []
    assert [what for what, english, spanish in told if spanish and not english] == []
    assert sum(bool(english) for _what, english, _spanish in told) > 250


def test_numbers_are_the_same_in_both_languages():
    """A figure that got lost, or was added, is a fact that did."""

    def figures(text):
        kept = "".join(
            sign if sign.isdigit() else " " for sign in text.replace(",", "")
        )
        return sorted(kept.split())

    differing = [
        (what, english, spanish)
        for what, english, spanish in texts()
        if figures(english) != figures(spanish)
    ]
    assert differing == []
