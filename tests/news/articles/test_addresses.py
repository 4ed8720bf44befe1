"""Two addresses of one article have one key; two articles never have."""

from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from news.articles.addresses import address_key

KEY = "https://news.example/2021/12/council-votes"
# Every way of writing the address of one article.
SAME = [
    KEY,
    "HTTP://NEWS.Example/2021/12/council-votes",
    "http://www.news.example/2021/12/council-votes/",
    "https://m.news.example/2021/12/council-votes",
    "https://mobile.news.example:443/2021/12/council-votes",
    "http://amp.news.example:80/2021/12/council-votes",
    "https://www.m.news.example./2021/12/council-votes#comments",
    f"  {KEY}\n",
    f"{KEY}?utm_source=x&utm_medium=y",
    f"{KEY}?fbclid=1&gclid=2&mc_cid=3&ref=home",
    f"{KEY}?UTM_Source=x&amp=1&",
    *(
        f"{KEY}/?amp",
        f"{KEY}/amp",
        f"{KEY}/amp/",
        f"{KEY}.amp",
        f"{KEY}?outputType=amp",
    ),
    *(f"{KEY}//", f"{KEY}?&&", f"{KEY}?#", f"{KEY}#:~:text=vote"),
    "https://news.example/2021/12/council%2Dvotes",
    "https://news.example/2021/./11/../12/council-votes",
    "https://user@news.example/2021/12/council-votes",
    "https://www.google.com/amp/s/www.news.example/2021/12/council-votes/amp/",
    "http://google.com/amp/news.example/2021/12/council-votes",
    "https://a-b.cdn.ampproject.org/c/s/news.example/2021/12/council-votes?amp=1",
    "https://a-b.cdn.ampproject.org/v/www.news.example/2021/12/council-votes",
    "https://news.exa\nmple/2021/12/council-votes",
]
# Pairs that have something in common and are two articles, or may be.
APART = [
    ("https://a.example/story?id=1", "https://a.example/story?id=2"),
    ("https://a.example/?p=1", "https://a.example/?p=11"),
    ("https://a.example/story?id=1", "https://a.example/story"),
    ("https://a.example/story?id=1&page=2", "https://a.example/story?id=1"),
    ("https://a.example/story?id=1&id=2", "https://a.example/story?id=1"),
    ("https://a.example/story?id=a%26b=c", "https://a.example/story?id=a&b=c"),
    ("https://a.example/story?id=a%3Db", "https://a.example/story?id%3Da=b"),
    ("https://a.example/story?id=%FF", "https://a.example/story?id=%FE"),
    ("https://a.example/story?id=a+b", "https://a.example/story?id=a%2Bb"),
    ("https://a.example/a%2Fb", "https://a.example/a/b"),
    ("https://a.example/a%3Fb", "https://a.example/a?b"),
    ("https://a.example/A", "https://a.example/a"),
    ("https://a.example/a", "https://b.example/a"),
    ("https://local.a.example/a", "https://a.example/a"),
    ("https://a.example:8080/a", "https://a.example/a"),
    ("https://a.example/amp", "https://a.example/"),
    ("https://a.example/a/amplifiers", "https://a.example/alifiers"),
    ("https://a.example/a.amplified", "https://a.example/alified"),
    ("https://a.example/a/amp/b", "https://a.example/a/b"),
    ("https://a.example/camp", "https://a.example/c"),
    ("https://a.example/a?reference=1", "https://a.example/a?reference=2"),
    ("https://a.example/a?amp=5", "https://a.example/a?amp=6"),
    ("https://a.example/#!/story/1", "https://a.example/#!/story/2"),
    ("https://a.example/#/story/1", "https://a.example/#/story/2"),
    ("https://m.co.uk/a", "https://www.co.uk/a"),
    ("https://www.com/a", "https://com/a"),
    (
        "https://www.google.com/amp/s/a.example/1",
        "https://www.google.com/amp/s/a.example/2",
    ),
    ("http://[2606:2800::1]/a", "http://[2606:2800::2]/a"),
]
NO_PAGE = [
    *("", " ", "news.example/a", "/a", "//news.example/a", "ftp://news.example/a"),
    *(
        "javascript:alert(1)",
        "mailto:a@b.example",
        "https://",
        "https:///a",
        "https://[",
    ),
    *("https://news.example:x/a", "https://news.example:99999/a", "https://?a", "http"),
    "https://exa%mple。.\u2100example/",
]

words = st.text(st.characters(codec="utf-8"), max_size=12)
segments = st.lists(
    words.filter(lambda word: word not in {"", ".", "..", "amp"})
    .filter(lambda word: not word.endswith(".amp"))
    .filter(lambda word: ".amp.htm" not in word)
    .filter(lambda word: word == "".join(word.split())),
    min_size=1,
    max_size=4,
)


def address_of(path, story):
    """Return the address of an article by its path and its number."""
    return (
        f"https://news.example/{'/'.join(quote(s, safe='') for s in path)}?id={story}"
    )


class TestAddressKey:
    """Keys of written addresses."""

    @pytest.mark.parametrize("address", SAME)
    def test_address_of_one_article_has_its_key(self, address):
        assert address_key(address) == KEY

    @pytest.mark.parametrize(("one", "other"), APART)
    def test_two_articles_stay_apart(self, one, other):
        assert address_key(one) != address_key(other) != ""

    @pytest.mark.parametrize("address", NO_PAGE)
    def test_what_is_no_page_has_no_key(self, address):
        assert address_key(address) == ""

    @pytest.mark.parametrize(
        ("address", "key"),
        [
            ("http://a.example", "https://a.example/"),
            ("https://a.example/s?b=2&a=1&a=0", "https://a.example/s?a=0&a=1&b=2"),
            ("https://a.example/s?b", "https://a.example/s?b="),
            ("https://a.example/s.amp.html", "https://a.example/s.html"),
            ("https://a.example/s.html/amp/", "https://a.example/s.html"),
            ("https://diario.example/ñ?q=ñ", "https://diario.example/%C3%B1?q=%C3%B1"),
            ("https://Ñandú.example/", "https://xn--and-6ma2c.example/"),
            ("https://a.example/100%", "https://a.example/100%25"),
            ("https://a.example:8443/s/", "https://a.example:8443/s"),
            ("http://[2606:2800::1]:80/s", "https://[2606:2800::1]/s"),
            ("https://a.example/#!/story/1", "https://a.example/#!/story/1"),
        ],
    )
    def test_key_is_an_address(self, address, key):
        assert address_key(address) == key


class TestProperties:
    """Keys of any address."""

    @settings(deadline=None)
    @given(st.text(max_size=80) | st.builds("https://a.example/{}".format, words))
    def test_key_of_a_key_is_the_key(self, address):
        key = address_key(address)
        assert address_key(key) == key

    @settings(deadline=None)
    @given(st.sampled_from(SAME + [one for pair in APART for one in pair]), words)
    def test_key_of_a_longer_one_too(self, address, more):
        key = address_key(address + more)
        assert address_key(key) == key

    @settings(deadline=None)
    @given(segments, segments, st.integers(0, 99), st.integers(0, 99))
    def test_articles_of_two_paths_or_numbers_stay_apart(self, one, other, i, j):
        assume((one, i) != (other, j))
        assert address_key(address_of(one, i)) != address_key(address_of(other, j))

    @settings(deadline=None)
    @given(
        segments,
        st.integers(0, 99),
        st.lists(
            st.sampled_from(["utm_source=a", "fbclid=b", "gclid=c", "amp=1", "ref=d"])
        ),
        st.sampled_from(["https://", "http://www.", "HTTP://m.", "https://amp."]),
        st.booleans(),
    )
    def test_what_is_added_on_the_way_makes_no_other_article(
        self, path, story, added, begin, slash
    ):
        plain = address_of(path, story)
        where, query = plain.removeprefix("https://").split("?")
        longer = f"{begin}{where}{'/' * slash}?{'&'.join([*added, query])}#top"
        assert address_key(longer) == address_key(plain)
