"""No page breaks the reading, reaches out, or takes longer than it may."""

import time

import pytest

from news.articles import reading
from news.articles.article import Article
from news.articles.fetching import BYTES, Page
from news.articles.reading import read_page
from news.articles.refusal import ArticleRefused
from tests.news.articles.pages import SENTENCES, html, paragraphs, read

ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LARGE = 300_000  # characters: enough to show a program that does not end
HOSTILE = {
    "nothing": "",
    "spaces": " " * LARGE,
    "no markup": "hello",
    "NULs": "\0" * LARGE,
    "deep": "<div>" * LARGE,
    "deep with words": "<ul><li>item " * (LARGE // 10),
    "deep and bold": "<b>" * LARGE + "x",
    "brackets": "<" * LARGE,
    "comments": "<!--x-->" * (LARGE // 8),
    "open comment": "<!--" + "x" * LARGE,
    "attributes": "<p " + "".join(f"a{n} " for n in range(3_000)) + ">x",
    "JSON-LD, deep": f"<script type='application/ld+json'>{'[' * LARGE}</script>",
    "JSON-LD, spaces": f"<script type='application/ld+json'>{' ' * LARGE}x</script>",
    "JSON-LD, number": f"<script type='application/ld+json'>{'1' * LARGE}</script>",
    "labels": "<span class='date byline'>Dec. 6, 2021" * (LARGE // 40),
    "entities": f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>' + html("<p>&i;"),
    "includes": html("<xi:include href='file:///etc/passwd' parse='text'/>"),
    "frames": "<frameset><frame src='http://127.0.0.1/'></frameset>",
    "another charset": "<?xml version='1.0' encoding='utf-16'?>" + html(),
    "too long": html("<p>A sentence of the article.</p>" * 8_000),
    "half signs": html("<p>&#xD800;&#x0;&#x110000;&#xFFFF;</p>"),
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE)
def test_hostile_page_is_read_or_refused(markup):
    begun = time.monotonic()
    try:
        assert isinstance(read(markup), Article)
    except ArticleRefused as refusal:
        assert str(refusal).endswith("paste the text instead.")
    assert time.monotonic() - begun < reading.SECONDS + 1


def test_entities_of_a_pages_own_stay_unread():
    found = read(HOSTILE["entities"].replace("<p>&i;", paragraphs() + "<p>&i;"))
    assert "aaaa" not in found.text


def test_file_that_a_page_names_stays_unread():
    found = read(HOSTILE["includes"].replace("<article>", "<article>" + paragraphs()))
    assert "root:" not in found.text


def test_words_come_without_signs_that_nobody_reads():
    sign = "\x00\x07\u200b\u202e\ufeff\u00ad\ufffe"
    found = read(html(f"<p>The{sign} council\u00a0 voted&nbsp;&shy;on it.</p>" * 5))
    assert found.paragraphs[0] == "The council voted on it."


def test_markup_in_words_stays_words():
    found = read(html(f"<p>&lt;script&gt;alert(1)&lt;/script&gt; {SENTENCES[0]}</p>"))
    assert found.paragraphs[0].startswith("<script>alert(1)</script> SMALLVILLE")


def test_file_larger_than_a_page_is_refused():
    with pytest.raises(ArticleRefused, match="larger than 2 MB"):
        read_page(Page(b" " * (BYTES + 1)))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 " + html().encode(), "no web page"),
        (b"PK\x03\x04" + html().encode(), "no web page"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\n\r\n" + html().encode(), "HTML only"),
    ],
)
def test_other_file_is_refused_as_what_it_is(data, why):
    with pytest.raises(ArticleRefused, match=why):
        read_page(Page(data))


def test_reading_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(ArticleRefused, match="cannot be read"):
        read(html())


@pytest.mark.parametrize("seed", range(6))
def test_damaged_page_is_read_or_refused(seed):
    """Pages of which bytes were lost, doubled or changed on the way."""
    data = bytearray(html().encode() * 3)
    for step in range(seed * 40, seed * 40 + 200):
        data[(step * 7919) % len(data)] = (step * 104_729) % 256
    try:
        read(bytes(data))
    except ArticleRefused as refusal:
        assert "paste the text" in str(refusal)
