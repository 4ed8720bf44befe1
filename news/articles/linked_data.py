"""What a page says of its article in JSON-LD, as search engines ask outlets to."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeGuard

from lxml.html import HtmlElement

NODES = 5_000  # objects that are looked at
ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
# Some wrap it in a comment for browsers of the last century.
BEFORE = ("//", "<!--", "<![CDATA[")
AFTER = ("-->", "]]>", "//")

Node = dict[str, Any]


class LinkedData:
    """The objects of a page's JSON-LD that tell of the article, and those they name."""

    def __init__(self, tree: HtmlElement) -> None:
        nodes = list(islice(nodes_of(tree), NODES))
        self.by_id = {node["@id"]: node for node in nodes if is_text(node.get("@id"))}
        articles = [node for node in nodes if any(map(ARTICLE.search, kinds(node)))]
        # Others that a page tells of have headlines of their own: “Read more”.
        titles = [node.get("headline") for node in articles if node.get("headline")]
        self.articles = [
            node for node in articles if node.get("headline") in (titles[:1] or [None])
        ]

    def texts(self, *names: str) -> Iterator[str]:
        """Yield what the article's objects say by some names, in words."""
        for value in self._values(names):
            text = value.get("@id") if isinstance(value, dict) else value
            if is_text(text):
                yield html.unescape(text)

    def named(self, *names: str) -> Iterator[str]:
        """Yield the names of whom the article's objects point to: writers, outlets."""
        for value in self._values(names):
            if isinstance(value, dict):
                name = value.get("@id")
                known = self.by_id.get(name, {}) if is_text(name) else {}
                value = value.get("name") or known.get("name")
            for text in value if isinstance(value, list) else [value]:
                if is_text(text):
                    yield html.unescape(text)

    def _values(self, names: tuple[str, ...]) -> Iterator[Any]:
        """Yield the values by some names, those of a list one by one."""
        for name in names:
            for node in self.articles:
                value = node.get(name)
                yield from value if isinstance(value, list) else [value]


def nodes_of(tree: HtmlElement) -> Iterator[Node]:
    """Yield every object of a page's JSON-LD, outer ones first."""
    for script in tree.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = deque([json.loads(bare(script.text or ""), strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, dict):
                yield value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def bare(text: str) -> str:
    """Return a script without the marks of a comment around it."""
    text = text.strip()
    for mark in BEFORE:
        text = text.removeprefix(mark).lstrip()
    for mark in AFTER:
        text = text.removesuffix(mark).rstrip()
    return text


def kinds(node: Node) -> list[str]:
    """Return what kinds of thing an object is."""
    kind = node.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if is_text(one)]


def is_text(value: object) -> TypeGuard[str]:
    """Return whether a value is text."""
    return isinstance(value, str)
