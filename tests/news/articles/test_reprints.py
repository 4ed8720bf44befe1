"""Reprints are told from other articles on the same matter, by sentences."""

import pytest

from news.articles.reprints import (
    Fingerprint,
    Match,
    Sameness,
    compare,
    fingerprint,
    judged,
    reprints,
    sentences_of,
    whole_hash,
)
from tests.factories import SourceFactory
from tests.news.articles import stories

TEXT, STORY, DIFFERENT = Sameness

REPORT = fingerprint(stories.REPORT)
OTHERS = {
    "the next week's article": stories.FOLLOW_UP,
    "another outlet's own": stories.RIVAL,
    "another matter": stories.ANOTHER,
    "another language": stories.SPANISH,
    "an agency's release": stories.release(0),
}
REPRINTS = {
    "headline, dateline, byline, a paragraph": (stories.reprinted(), 17, 0.94),
    "the first half": (stories.cut(), 6, 1.0),
    "words changed": (stories.edited(), 11, 0.61),
    "all of it": (stories.cut(stories.edited(stories.reprinted())), 4, 0.67),
}


@pytest.mark.parametrize(("text", "common", "share"), REPRINTS.values(), ids=REPRINTS)
def test_reprint_is_the_same_story(text, common, share):
    match = compare(REPORT, fingerprint(text))
    assert match == compare(fingerprint(text), REPORT)
    assert match.sameness == STORY
    assert (match.common, round(match.share, 2)) == (common, share)


def test_two_reprints_of_one_story_are_the_same_story():
    letter = stories.wrapped(stories.edited())
    match = compare(fingerprint(stories.reprinted()), fingerprint(letter))
    assert (match.sameness, round(match.share, 2)) == (STORY, 0.56)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_article_is_different(text):
    match = compare(REPORT, fingerprint(text))
    assert match.sameness == DIFFERENT
    assert match.share <= 0.32


def test_texts_of_one_template_are_different():
    one, other = (fingerprint(stories.release(place)) for place in (0, 1))
    assert compare(one, other) == Match(DIFFERENT, 3, 0.25)


@pytest.mark.parametrize(
    "text",
    [
        stories.REPORT.upper(),
        stories.wrapped(),
        stories.REPORT.replace("\n\n", "\n"),
        stories.REPORT.replace(" ", "\u00a0"),
    ],
)
def test_same_words_are_the_same_text(text):
    assert compare(REPORT, fingerprint(text)).sameness == TEXT


@pytest.mark.django_db
def test_fingerprint_is_that_of_a_source():
    source = SourceFactory(text=stories.REPORT)
    assert whole_hash(stories.REPORT) == source.fingerprint


def test_fingerprint_is_the_same_in_every_run():
    """Else what is stored would be found no more."""
    text = "The council met on Monday to vote. He declined to comment."
    assert fingerprint(text) == Fingerprint(
        "8c24d4e5921ef00d26d7c5a4ff9dc086c8d83ba2fd59597645c2436dd54117f5",
        frozenset({-8230787284965323148}),
    )


def test_no_words_are_like_nothing():
    nothing = fingerprint(" \n— …")
    assert nothing == Fingerprint("", frozenset())
    assert compare(nothing, nothing) == Match(DIFFERENT, 0, 0.0)


@pytest.mark.parametrize(
    ("common", "own", "others", "sameness"),
    [
        (3, 6, 40, STORY),
        (3, 7, 40, DIFFERENT),
        (2, 2, 2, DIFFERENT),
        (20, 40, 40, STORY),
        (19, 40, 40, DIFFERENT),
        (0, 0, 9, DIFFERENT),
    ],
)
def test_half_of_the_shorter_and_three_sentences_are_a_story(
    common, own, others, sameness
):
    assert judged(common, own, others).sameness == sameness


def test_sentences_are_folded_and_have_no_dateline():
    text = (
        "SMALLVILLE, Ala. (WXYZ) — The council’s vote on 287(g) is on Monday. “No!”"
        "\n“We — all of us — will be there,” said Núñez. Is he the last to say so?"
    )
    assert sentences_of(text) == [
        "the councils vote on 287g is on monday",
        "we all of us will be there said nunez",
        "is he the last to say so",
    ]


def test_likeliest_of_many_comes_first():
    stored = {
        1: fingerprint(stories.edited()),
        2: fingerprint(stories.RIVAL),
        3: REPORT,
        4: fingerprint(stories.reprinted()),
        5: fingerprint(""),
    }
    stored |= {n: Fingerprint(str(n), frozenset({n})) for n in range(10, 2_000)}
    found = reprints(REPORT, stored.items())
    assert [key for key, _match in found] == [3, 4, 1]
