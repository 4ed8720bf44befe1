"""A rule that no page calls for is only weight."""

import re

from tests.house.tree import files

CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
ATTRIBUTE = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"')
# Made by Django's forms, so in no template.
MADE_BY_FORMS = {"errorlist"}


def styled(text):
    """Return the classes that a stylesheet has rules for."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return set(CLASS.findall(re.sub(r"\{[^{}]*\}", "{}", text)))


def called_for(text):
    """Return the classes that a template gives its elements."""
    return {
        name
        for value in ATTRIBUTE.findall(text)
        for name in re.split(r"[^\w-]+", value)
    }


def test_every_styled_class_is_on_some_page():
    rules = styled("".join(p.read_text() for p in files("*.css", under="static/css")))
    pages = called_for(
        "".join(p.read_text() for p in files("*.html", under="templates"))
    )
    assert rules - pages - MADE_BY_FORMS == set()


def test_class_on_no_page_is_found():
    rules = styled("/* .a */ .b { width: 1.5rem } .c-d, .e:hover > p { margin: 0 }")
    assert rules == {"b", "c-d", "e"}
    assert called_for('<p class="b{% if x == "y" %} c-d{% endif %}">') >= {"b", "c-d"}
