"""What a page says of its article: in JSON-LD, meta tags, time tags, on the page.

Reads a parsed page and nothing else. Programs write the first two, people read the
last; all are unconfirmed, so each value comes with its origin.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from news.articles.article import (
    ADDRESS,
    BYLINE,
    HEADLINE,
    OUTLET,
    Found,
    Origin,
    Published,
)
from news.articles.bylines import is_address, listed
from news.articles.characters import plain
from news.articles.linked_data import LinkedData
from news.articles.moments import CHANGED, Moment, coded_moment, printed_moment

MOMENTS = 5
SHORT = 120  # signs; what is longer is a paragraph
PARTS = 10  # pieces of text in a label
LABELS = 200  # that are looked at
# The names of meta tags, most trusted first.
HEADLINES = (
    "og:title",
    "twitter:title",
    "citation_title",
    "dc.title",
    "headline",
    "title",
)
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
WRITTEN_BY = ("author", "article:author", "parsely-author", "sailthru.author", "byl")
PUBLISHED = (
    *("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("article.published", "publish-date", "pubdate", "publication_date", "dc.date"),
    *("dc.date.issued", "dcterms.created", "date"),
)
LANGUAGES = ("og:locale", "content-language", "dc.language")
# Elements in which the page itself prints who wrote it and when.
BYLINES = (
    "//*[@itemprop='author' or @rel='author']"
    "|//*[contains(@class, 'byline') or contains(@class, 'author-name')]"
)
DAYS = (
    "//*[contains(@class, 'date') or contains(@class, 'time')"
    " or contains(@class, 'publish') or contains(@class, 'posted')]"
)
CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
# Between a headline and the outlet in the title of a window.
BEFORE_OUTLET = re.compile(r"\s+[|–—-]\s+")

Values = Iterable[tuple[str, Origin]]


class Metadata:
    """The values of one page."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.linked = LinkedData(tree)
        self.metas: dict[str, list[str]] = {}
        for tag in tree.iterfind(".//meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            name = name or tag.get("http-equiv") or ""
            self.metas.setdefault(name.lower(), []).append(tag.get("content") or "")

    def headline(self) -> Found | None:
        """Return the headline, without the outlet that a window's title ends with."""
        outlet = self.outlet()
        name = outlet.value if outlet else ""
        values = ((without_outlet(text, name), o) for text, o in self._headlines())
        return fitting(values, HEADLINE)

    def _headlines(self) -> Values:
        yield from coded(self.linked.texts("headline", "name"))
        yield from self._metas(HEADLINES)
        for path in (".//h1", ".//head/title"):
            for element in self.tree.iterfind(path):
                yield "".join(islice(element.itertext(), PARTS)), Origin.PAGE

    def outlet(self) -> Found | None:
        """Return the name of the site."""
        values = coded(self.linked.named("publisher", "sourceOrganization"))
        every = [*values, *self._metas(OUTLETS)]
        return fitting(((v, o) for v, o in every if not is_address(v)), OUTLET)

    def byline(self) -> Found | None:
        """Return who wrote it, several with commas and "and", without "By"."""
        return fitting(self._bylines(), BYLINE)

    def _bylines(self) -> Values:
        yield listed(self.linked.named("author", "creator")), Origin.JSON_LD
        for name in WRITTEN_BY:
            yield listed(self.metas.get(name, [])), Origin.META
        for element in self._labels(BYLINES):
            yield listed([element.text_content()]), Origin.PAGE

    def published(self) -> tuple[Published, ...]:
        """Return when it was published, as each place says, most trusted first.

        When it was changed is never returned, nor a day alone that came with its time.
        """
        found: dict[Moment, Origin] = {}
        for moment, origin in self._moments():
            if moment and (moment.at or moment.day not in {m.day for m in found}):
                found.setdefault(moment, origin)
            if len(found) == MOMENTS:
                break
        return tuple(Published(*moment, origin) for moment, origin in found.items())

    def _moments(self) -> Iterator[tuple[Moment | None, Origin]]:
        for text, origin in coded(self.linked.texts("datePublished", "dateCreated")):
            yield coded_moment(text), origin
        for text, origin in self._metas(PUBLISHED):
            yield coded_moment(text), origin
        for tag in islice(self.tree.iterfind(".//time"), LABELS):
            words = plain("".join(islice(tag.itertext(), PARTS)))[:SHORT]
            about = f"{tag.get('class')} {tag.get('itemprop')} {before(tag)} {words}"
            if not CHANGED.search(about):
                yield coded_moment(tag.get("datetime") or ""), Origin.TIME
                yield printed_moment(words), Origin.TIME
        for element in self._labels(DAYS):
            words = plain(element.text_content())
            if len(words) <= SHORT and not CHANGED.search(element.get("class") or ""):
                yield printed_moment(CHANGED.split(words, maxsplit=1)[0]), Origin.PAGE

    def language(self) -> Found | None:
        """Return the code of the language that the page declares, as "en"."""
        declared = [
            *coded(self.linked.texts("inLanguage")),
            (self.tree.get("lang") or "", Origin.PAGE),
            *self._metas(LANGUAGES),
        ]
        codes = ((CODE.fullmatch(plain(text)), origin) for text, origin in declared)
        return fitting(((c[1].lower(), origin) for c, origin in codes if c), 3)

    def address(self) -> Found | None:
        """Return the address that the page gives itself, perhaps a relative one."""
        links = [
            (tag.get("href") or "", Origin.LINK)
            for tag in self.tree.iterfind(".//link")
            if "canonical" in (tag.get("rel") or "").lower().split()
        ]
        values = coded(self.linked.texts("mainEntityOfPage", "url"))
        return fitting([*links, *self._metas(("og:url",)), *values], ADDRESS)

    def _metas(self, names: Iterable[str]) -> Values:
        """Return the contents of meta tags by their names."""
        return [(text, Origin.META) for n in names for text in self.metas.get(n, [])]

    def _labels(self, path: str) -> Iterator[HtmlElement]:
        """Yield elements that a path finds and that are short enough for a label."""
        for element in islice(self.tree.xpath(path), LABELS):
            # Of a great part of the page no more is read than tells that it is one.
            parts = [*islice(element.itertext(), PARTS + 1)]
            if len(parts) <= PARTS and sum(map(len, parts)) <= 3 * SHORT:
                yield element


def coded(texts: Iterable[str]) -> Values:
    """Return texts of JSON-LD with their origin."""
    return ((text, Origin.JSON_LD) for text in texts)


def fitting(values: Values, length: int) -> Found | None:
    """Return the first value with any words that is no longer than a field."""
    for value, origin in values:
        text = plain(value[: 4 * length])
        if text and len(text) <= length:
            return Found(text, origin)
    return None


def without_outlet(text: str, outlet: str) -> str:
    """Return a headline without the outlet after it."""
    line = plain(text[: 4 * HEADLINE])
    *_marks, last = [None, *BEFORE_OUTLET.finditer(line)]
    return line[: last.start()] if last and line[last.end() :] == outlet else line


def before(tag: HtmlElement) -> str:
    """Return the words right before an element: "Updated"."""
    previous, parent = tag.getprevious(), tag.getparent()
    words = (previous.tail if previous is not None else parent.text) or ""
    return words[-SHORT:]
