"""A page becomes paragraphs and unconfirmed metadata, each with its origin."""

from datetime import date, time

import pytest

from news.articles.article import Found, Origin, Published
from news.articles.fetching import Page
from news.articles.reading import read_page
from news.articles.refusal import ArticleRefused
from tests.news.articles.pages import (
    ADDRESS,
    SENTENCES,
    html,
    linked,
    paragraphs,
    read,
)

JSON_LD, META, PAGE = Origin.JSON_LD, Origin.META, Origin.PAGE


def test_page_with_everything_is_read():
    markup = html(
        "<h1>Council votes next week</h1><p class='byline'>By Jan Roe</p>"
        + paragraphs(),
        head=linked(
            headline="Council votes next week",
            datePublished="2021-12-06T17:04:00-06:00",
            dateModified="2021-12-09T08:00:00-06:00",
            author=[{"@type": "Person", "name": "Jan Roe"}, {"name": "Lee Doe"}],
            publisher={"@type": "Organization", "name": "WXYZ"},
            inLanguage="en-US",
        )
        + "<link rel='canonical' href='/news/council-votes?id=3'>",
    )
    found = read(markup)
    assert found.paragraphs == SENTENCES
    assert found.text == "\n\n".join(SENTENCES)
    assert found.headline == Found("Council votes next week", JSON_LD)
    assert found.outlet == Found("WXYZ", JSON_LD)
    assert found.byline == Found("Jan Roe and Lee Doe", JSON_LD)
    assert found.language == Found("en", Origin.TEXT)
    assert found.address == Found(f"{ADDRESS}?id=3", Origin.LINK)
    assert found.published == (
        Published(date(2021, 12, 6), time(17, 4), "-06:00", JSON_LD),
    )


def test_page_with_nothing_but_text_has_no_metadata():
    found = read(html(), address="")
    assert found.paragraphs == SENTENCES
    assert (found.headline, found.outlet, found.byline, found.address) == (None,) * 4
    assert found.published == ()


def test_blocks_keep_their_order_and_lists_their_items():
    found = read(
        html(
            f"<p>{SENTENCES[0]}</p><h2>Who signed</h2>"
            "<ul><li>First <b>group</b></li>"
            "<li>Second group<ul><li>Its part</li></ul></li>"
            f"</ul><blockquote><p>{SENTENCES[1]}</p></blockquote>"
            f"<p>One line<br>another line</p><p>{SENTENCES[2]}</p>"
            "<table><tr><th>Member</th><th>Vote</th></tr>"
            "<tr><td>Roe</td><td>Yes</td></tr></table>"
            f"<ol><li>One</li></ol><p>{SENTENCES[3]}</p>"
        )
    )
    assert found.paragraphs == (
        SENTENCES[0],
        "Who signed",
        *("• First group", "• Second group", "• Its part"),
        SENTENCES[1],
        *("One line", "another line"),
        SENTENCES[2],
        *("Member | Vote", "Roe | Yes"),
        "• One",
        SENTENCES[3],
    )


def test_what_stands_around_the_article_is_left():
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(20))
    around = f"<nav><ul>{menu}</ul></nav>{{}}<footer>All rights reserved 2021</footer>"
    markup = html().replace("<article>", "<main><article>")
    found = read(markup.replace("<body>", f"<body>{around}"))
    assert found.paragraphs == SENTENCES


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (linked(headline="A &amp; B’s vote"), "", Found("A & B’s vote", JSON_LD)),
        (
            "<meta property='og:title' content='From meta'>",
            "",
            Found("From meta", META),
        ),
        ("<title>Window</title>", "<h1>On <i>page</i></h1>", Found("On page", PAGE)),
        ("<title>Window</title>", "", Found("Window", PAGE)),
        (
            "<title>A vote - here | WXYZ</title>"
            "<meta property='og:site_name' content='WXYZ'>",
            "",
            Found("A vote - here", PAGE),
        ),
        ("<title>A vote | Here</title>", "", Found("A vote | Here", PAGE)),
        (linked(headline="x" * 301) + "<title>Short</title>", "", Found("Short", PAGE)),
        (linked(headline=["List", 1]), "", Found("List", JSON_LD)),
        (linked(headline={"a": 1}), "", None),
        (linked(headline="\ud800\x00 \u202eA vote"), "", Found("A vote", JSON_LD)),
        (
            linked(headline="Ours")
            + linked(headline="Another’s", author={"name": "Another"}),
            "",
            Found("Ours", JSON_LD),
        ),
        (linked(**{"@type": "Recipe"}, headline="Soup"), "", None),
        ("<script type='application/ld+json'>{broken</script>", "", None),
        (
            "<script type='application/ld+json'>//<![CDATA[\n"
            '{"@graph": [{"@type": ["Thing", "NewsArticle"], "headline": "Deep"}]}'
            "\n//]]></script>",
            "",
            Found("Deep", JSON_LD),
        ),
    ],
)
def test_headline_comes_from_where_it_is_said_best(head, body, found):
    assert read(html(body + paragraphs(), head)).headline == found


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (linked(author="By Jan Roe"), "", Found("Jan Roe", JSON_LD)),
        (linked(author="Byron Roe"), "", Found("Byron Roe", JSON_LD)),
        ("", "<p class='byline'>By<a>Jan Roe</a></p>", Found("Jan Roe", PAGE)),
        (
            linked(author=["A", "B", "A", {"name": "C"}]),
            "",
            Found("A, B and C", JSON_LD),
        ),
        (linked(author={"name": ["Jan Roe"]}), "", Found("Jan Roe", JSON_LD)),
        (linked(author={"url": "https://x.example"}), "", None),
        (linked(author=[[], 1, None, {"name": {}}]), "", None),
        ("<meta name='author' content='Jan Roe'>", "", Found("Jan Roe", META)),
        (
            "<meta property='article:author' content='https://x.example/jan'>"
            "<meta name='byl' content='Por Jan Roe'>",
            "",
            Found("Jan Roe", META),
        ),
        (
            "",
            "<p class='byline'>by <a rel='author'>Jan Roe</a></p>",
            Found("Jan Roe", PAGE),
        ),
        (
            linked(headline="A", author={"@id": "#jan"})
            + linked(**{"@type": "Person", "@id": "#jan"}, name="Jan"),
            "",
            Found("Jan", JSON_LD),
        ),
        (
            linked(headline="A") + linked(headline="B", author={"name": "Another"}),
            "",
            None,
        ),
    ],
)
def test_byline_comes_from_where_it_is_said_best(head, body, found):
    assert read(html(body + paragraphs(), head)).byline == found


@pytest.mark.parametrize(
    ("head", "body", "days"),
    [
        (linked(datePublished="2021-12-06"), "", [(6, None, "", JSON_LD)]),
        (linked(datePublished="not long ago"), "", []),
        (linked(dateModified="2021-12-06"), "", []),
        (
            "<meta property='article:published_time' content='2021-12-07T01:04:00Z'>",
            "<div class='post-date'>Posted: Dec 6, 2021 / 07:04 PM CST"
            " Updated: Dec 8, 2021 / 09:00 AM CST</div>",
            [(7, time(1, 4), "UTC", META), (6, time(19, 4), "CST", PAGE)],
        ),
        ("", "<time datetime='2021-12-06'>Monday</time>", [(6, None, "", Origin.TIME)]),
        (
            "",
            "<p>Updated <time datetime='2021-12-08'>Dec. 8</time></p>"
            "<time class='modified' datetime='2021-12-09'></time>"
            "<time>Dec. 6, 2021</time>",
            [(6, None, "", Origin.TIME)],
        ),
        (
            linked(datePublished="2021-12-06T17:04:00-06:00"),
            "<time datetime='2021-12-06T17:04-06:00'>Dec. 6, 2021</time>",
            [(6, time(17, 4), "-06:00", JSON_LD)],
        ),
    ],
)
def test_published_day_is_never_that_of_a_change(head, body, days):
    found = read(html(body + paragraphs(), head)).published
    assert [(p.day.day, p.at, p.zone, p.origin) for p in found] == days


@pytest.mark.parametrize(
    ("canonical", "address", "found"),
    [
        (
            "https://wxyz.example/a",
            ADDRESS,
            Found("https://wxyz.example/a", Origin.LINK),
        ),
        ("/a", ADDRESS, Found("https://www.wxyz.example/a", Origin.LINK)),
        ("https://other.example/a", ADDRESS, Found(ADDRESS, Origin.ADDRESS)),
        ("javascript:alert(1)", ADDRESS, Found(ADDRESS, Origin.ADDRESS)),
        ("http://[", ADDRESS, Found(ADDRESS, Origin.ADDRESS)),
        ("https://other.example/a", "", Found("https://other.example/a", Origin.LINK)),
        ("/a", "", None),
    ],
)
def test_address_is_of_the_site_that_was_asked(canonical, address, found):
    head = f"<link rel='canonical' href='{canonical}'>"
    assert read(html(head=head), address).address == found


@pytest.mark.parametrize(
    ("attributes", "body", "found"),
    [
        ("lang='es'", paragraphs(), Found("en", Origin.TEXT)),
        ("lang='ES-mx'", "<p>Voto 1</p>" * 3, Found("es", Origin.PAGE)),
        ("lang='<b>'", "<p>Voto 1</p>" * 3, None),
    ],
)
def test_language_is_that_of_the_words_if_they_tell(attributes, body, found):
    assert read(html(body, attributes=attributes)).language == found


def test_file_of_text_is_read_as_text():
    found = read_page(Page(b"One line\r\n\r\nand another", ADDRESS, kind="text/plain"))
    assert found.paragraphs == ("One line", "and another")
    assert found.address == Found(ADDRESS, Origin.ADDRESS)


def test_page_without_an_article_is_refused():
    with pytest.raises(ArticleRefused, match="paste the text instead"):
        read("<html><body><script>document.write('x')</script></body></html>")
