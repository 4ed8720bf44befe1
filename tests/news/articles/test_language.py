"""The language of a text is told by its little words, or not at all."""

import pytest

from news.articles.language import language_of
from tests.news.articles.pages import SENTENCES

SPANISH = (
    "El concejo de la ciudad se reunió el lunes para hablar del acuerdo con la agencia,"
    " y votará la próxima semana. El alcalde no dijo cuánto costará."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SENTENCES[0], "en"),
        (" ".join(SENTENCES).upper(), "en"),
        (SPANISH, "es"),
        (SPANISH.upper(), "es"),
        (f"{SPANISH} “We will vote on it”, dijo.", "es"),
        (f"The city of Los Angeles and the town of El Paso. {SENTENCES[0]}", "en"),
        (f"{SENTENCES[0]} {SPANISH}", None),
        ("Le conseil de la ville s’est réuni lundi et il a voté sur cet accord", None),
        (
            "O conselho da cidade reuniu-se e não foi dito quanto uma das partes paga",
            None,
        ),
        ("Der Rat der Stadt traf sich am Montag und sprach über den Vertrag", None),
        ("Smith Jones Miller Davis Garcia Rodriguez Wilson Martinez Anderson", None),
        ("The council voted", None),
        ("1 2 3 4 5 6 7 8 9 10", None),
        ("", None),
    ],
)
def test_language_of(text, language):
    assert language_of(text) == language
