"""The paragraphs of an article on a parsed page, without what stands around them."""

from collections.abc import Iterator

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement

from news.articles.characters import paragraph, plain, plain_lines

BLOCKS = {"p", "head", "quote", "list", "item", "table", "row", "div", "code"}


def paragraphs_of(tree: HtmlElement) -> list[str]:
    """Return the paragraphs of the article on a page, none if there is none.

    An item of a list is a paragraph that begins with "• ".
    """
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    return [] if body is None else list(blocks(body))


def blocks(element: _Element, mark: str = "") -> Iterator[str]:
    """Yield the paragraphs within an element, words between two as one of their own."""
    words = element.text or ""
    for child in element:
        if child.tag == "lb":
            words += "\n"
        elif child.tag not in BLOCKS:
            words += "".join(child.itertext())
        else:
            yield from lines(words, mark)
            words = ""
            if child.tag == "row":
                cells = (plain("".join(cell.itertext())) for cell in child)
                yield from lines(" | ".join(filter(None, cells)), mark)
            else:
                yield from blocks(child, "• " if child.tag == "item" else mark)
        words += child.tail or ""
    yield from lines(words, mark)


def lines(words: str, mark: str) -> Iterator[str]:
    """Yield lines of words; the first of an item has its mark."""
    for line in plain_lines(words):
        yield paragraph(f"{mark}{line}")
