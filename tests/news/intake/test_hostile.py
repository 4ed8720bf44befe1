"""No text makes the reading take long: 200,000 signs of the worst kinds."""

from datetime import date
from time import perf_counter

import pytest

from news.intake.articles import Article
from news.intake.extraction import suggest
from tests.news.intake.articles import gazetteer

SIZE = 200_000
LIMIT = 10  # seconds; some two at most where nothing else runs
TEXTS = {
    "blanks": " ",
    "commas": ", ",
    "capitals": "A",
    "capital words": "Aa Bb ",
    "initials": "A. ",
    "quotation marks": '"',
    "open quotations": "“a ",
    "brackets": "(",
    "names in a row": "Aa Bb, ",
    "names with and": "Aa and ",
    "titles": "Mayor Aa Bb, ",
    "counts": "4-3 ",
    "votes": "Council voted 4-3 with Aa and Bb and Cc opposed. ",
    "bullets": "- Aa Bb\n",
    "short lines": "Birmingham\n",
    "blank lines": "\n",
    "dashes": "-",
}


@pytest.mark.parametrize("run", TEXTS.values(), ids=TEXTS)
def test_worst_texts(run):
    text = (run * (SIZE // len(run) + 1))[:SIZE]
    start = perf_counter()
    suggest(Article(text, published=date(2025, 1, 1)), gazetteer())
    assert perf_counter() - start < LIMIT


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "“", "4-3", "\r\n\r\n"])
def test_nearly_nothing(text):
    assert suggest(Article(text), gazetteer()) == []
