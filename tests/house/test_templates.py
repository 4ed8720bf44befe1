"""Pages ask no other host, and every word on them can be translated."""

import re

import pytest

from tests.house.tree import ROOT, files, lines_matching

OTHER_HOST = r"[\"']?\s*(https?:)?//"
# What a browser fetches unasked. A link out, which a reader follows, may go anywhere.
FETCHED_ELSEWHERE = re.compile(
    rf"\b(src|srcset|poster|action|formaction)\s*=\s*{OTHER_HOST}"
    rf"|<(link|script|use|image|object|base)\b[^>]*=\s*{OTHER_HOST}"
    rf"|url\(\s*{OTHER_HOST}"
    rf"|@import\b",
    re.IGNORECASE,
)
INLINE = re.compile(r"\bstyle\s*=|<style\b|\bon[a-z]+\s*=\s*[\"']|javascript:", re.I)
SPOKEN_ATTRIBUTE = re.compile(
    r"\b(?:alt|title|placeholder|aria-label|aria-description)\s*=\s*\"([^\"]*)\""
)


def untranslatable(text):
    """Return the words of a Jinja2 template that no translator will ever see."""
    text = re.sub(r"{#.*?#}|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"{%-?\s*trans\b.*?endtrans\s*-?%}", "", text, flags=re.DOTALL)
    text = re.sub(r"{{.*?}}|{%.*?%}", "", text, flags=re.DOTALL)
    spoken = SPOKEN_ATTRIBUTE.findall(text)
    spoken += re.sub(r"<[^>]*>", "\n", text, flags=re.DOTALL).splitlines()
    return [words.strip() for words in spoken if re.search(r"[^\W\d_]{2}", words)]


def public_templates():
    """Return the Jinja2 templates that make pages."""
    everything = files("*.html", under="templates")
    return [
        path for path in everything if ROOT / "templates/django" not in path.parents
    ]


def test_nothing_is_fetched_from_another_host():
    paths = files("*.html", "*.css", "*.js", "*.svg", under="templates")
    paths += files("*.html", "*.css", "*.js", "*.svg", under="static")
    assert lines_matching(FETCHED_ELSEWHERE, paths) == []


@pytest.mark.parametrize(
    "broken",
    [
        '<img src="https://example.org/a.png">',
        '<link rel="stylesheet" href="//example.org/a.css">',
        "background: url(https://example.org/a.png)",
        '@import "print.css"',
    ],
)
def test_fetch_from_another_host_is_found(broken):
    assert FETCHED_ELSEWHERE.search(broken)


def test_link_out_is_allowed():
    assert not FETCHED_ELSEWHERE.search('<a href="https://example.org/">')


def test_public_pages_have_no_inline_style_or_script():
    assert lines_matching(INLINE, public_templates()) == []


@pytest.mark.parametrize("broken", ['<p style="x">', '<a onclick="x()">', "<style>"])
def test_inline_style_or_script_is_found(broken):
    assert INLINE.search(broken)


@pytest.mark.parametrize("path", public_templates(), ids=lambda path: path.name)
def test_every_word_can_be_translated(path):
    assert untranslatable(path.read_text()) == []


def test_untranslatable_words_are_found():
    text = (
        '<p title="Two">{% trans %}Fine{% endtrans %} {{ _("Fine") }} 5<b>One</b></p>'
    )
    assert untranslatable(text) == ["Two", "One"]
