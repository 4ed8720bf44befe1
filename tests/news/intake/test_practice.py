"""Practice articles: what each may suggest, and nothing else."""

import pytest

from news.intake.extraction import suggest
from news.intake.measuring.figures import Figures
from tests.news.intake.articles import gazetteer, practice

SAMPLES = practice()
# Facts that no rule finds yet: told in passing, or only wished by the writer.
BEYOND = {"37-governor": 2, "38-op": 1, "47-special": 1, "64-d": 1}


def measured(sample):
    """Return the figures of one article."""
    figures = Figures()
    suggestions = suggest(sample.article, gazetteer())
    figures.add(sample.name, suggestions, sample.facts)
    return figures


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_nothing_is_invented(sample):
    assert measured(sample).invented == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_facts_are_found(sample):
    missed = measured(sample).missed
    assert len(missed) == BEYOND.get(sample.name, 0), missed


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_suggestion_shows_words_of_the_article(sample):
    """The passage is the article's own text, and a value is printed somewhere in it."""
    text = sample.article.text
    for one in suggest(sample.article, gazetteer()):
        passage = one.passage
        assert text[passage.start : passage.end] == passage.text
        assert one.rule
        assert one.sure or one.doubt
        for name in ("motion", "quote", "date_phrase", "role"):
            value = one.values.get(name)
            assert (
                not value
                or value == "signed"
                or value.replace("’", "'")
                in (text.translate(str.maketrans("’“”", '\'""')) + text)
                or ", " in value
            )


def test_the_same_text_gives_the_same_suggestions():
    sample = SAMPLES[0]
    first, again = (suggest(sample.article, gazetteer()) for _time in range(2))
    assert first == again
    assert [one.key for one in first] == [one.key for one in again]
    assert len({one.key for one in first}) == len(first)


def test_there_are_enough_articles_in_both_languages():
    languages = [sample.article.language for sample in SAMPLES]
    assert languages.count("en") >= 25
    assert languages.count("es") >= 5
