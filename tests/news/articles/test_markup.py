"""Bytes become signs in the charset they were written in, if anybody can tell."""

import pytest

from news.articles.markup import decoded

WORDS = "“El concejo votó”, dijo — ñandú €"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode(), "utf-8"),
        (WORDS.encode(), "iso-8859-1"),
        (WORDS.encode("utf-8-sig"), "windows-1252"),
        (WORDS.encode("cp1252"), ""),
        (WORDS.encode("cp1252"), "utf-8"),
        (WORDS.encode("cp1252"), "latin-1"),
        (WORDS.encode("cp1252"), "us-ascii"),
        (WORDS.encode("cp1252"), "nonsense"),
        (WORDS.encode("cp1252"), "utf-7"),
        (WORDS.encode("cp1252"), "zlib"),
        (WORDS.encode("cp1252"), "idna"),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("utf-16-be"), "utf-16be"),
    ],
)
def test_words_are_read_whatever_is_claimed(data, charset):
    assert decoded(data, charset) == WORDS


@pytest.mark.parametrize(
    "tag",
    [
        "<meta charset=iso-8859-2>",
        "<meta charset='ISO-8859-2'>",
        '<meta http-equiv="content-type" content="text/html; charset=iso8859-2">',
    ],
)
def test_page_says_its_charset_itself(tag):
    assert decoded(f"{tag}Łódź".encode("iso-8859-2")) == f"{tag}Łódź"


@pytest.mark.parametrize(
    "charset", ["", "utf-8", "utf-16", "shift_jis", "\0", "x" * 999]
)
def test_any_bytes_stand_for_something(charset):
    data = bytes(range(256)) * 3
    assert isinstance(decoded(data, charset), str)
    assert isinstance(decoded(data[1:], charset), str)
