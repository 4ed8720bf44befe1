"""What stands on an article's page and is no part of its story."""

import pytest

from news.intake.articles import Article
from news.intake.paragraphs import ParagraphKind
from news.intake.reading import read
from tests.news.intake.articles import suggested

STORY = (
    "MOBILE, Ala. — Rain fell on the city.\n\nIt stopped on Monday, people said.\n\n"
)


def last_kind(line):
    """Return what the last line of a story's page is read as."""
    return read(Article(f"{STORY}{line}")).paragraphs[-1].kind


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Council signs ICE deal",
        "RELATED: Sheriff signs 287(g) agreement",
        "Lea también: El alguacil firmó un acuerdo con ICE",
        "Sign up for our newsletter to get local news every morning.",
        "Suscríbete a nuestro boletín.",
        "© 2025 Gulf Courier. All rights reserved.",
        "Follow us on Facebook and Instagram.",
        "By Dana Whitlock",
        "Published: June 3, 2025 at 5:00 PM",
        "Dana Whitlock is a staff writer at the Gulf Courier.",
        "Sheriff signs agreement with federal agents after long county debate",
        "Advertisement",
    ],
)
def test_furniture(line):
    assert last_kind(line) is ParagraphKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ann Lee speaks at a rally. (Photo by Bo Diaz)",
        "Deputies stand by a jail.Bo Diaz / AP, file",
        "In this 2016 photo, Mayor Ann Lee signs an agreement with ICE.",
        "Protesters outside City Hall. (AP Photo/Bo Diaz)",
    ],
)
def test_captions(line):
    assert last_kind(line) is ParagraphKind.CAPTION


def test_story_is_told():
    told = [sentence.plain for sentence in read(Article(STORY)).told]
    assert len(told) == 2


def test_nothing_below_the_comments_is_told():
    text = f"{STORY}Comments\n\nThe Mobile City Council voted 7-0 to sign with ICE.\n"
    assert [one for one in suggested(text) if one.kind in ("vote", "policy")] == []


def test_correction_tells_no_fact():
    text = f"{STORY}CORRECTION: The Mobile City Council voted 7-0 to sign with ICE.\n"
    assert [one for one in suggested(text) if one.kind in ("vote", "policy")] == []


def test_paragraphs_are_counted_between_blank_lines():
    numbers = [
        one.number for one in read(Article("One.\n\n\nTwo.\nTwo too.")).paragraphs
    ]
    assert numbers == [1, 2, 2]


def test_abbreviations_end_no_sentence():
    text = (
        "Gov. Ann Lee of Ala. met Sen. Bo Diaz Jr. on Jan. 3. He left at 5 p.m. "
        "It rained."
    )
    sentences = [one.plain for one in read(Article(text)).sentences]
    assert sentences[0].endswith("Jan. 3.")
    assert len(sentences) == 3
