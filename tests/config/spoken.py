"""What a page says: its words, each in the language that the page gives it."""

import re

from lxml import etree, html

# Attributes that are read out or shown; `data-label` heads a cell on a narrow screen.
SPOKEN = (
    *("alt", "aria-description", "aria-label", "aria-valuetext", "data-label"),
    *("label", "placeholder", "title"),
)
# What of a page's head is shown elsewhere: in results of a search, in a message.
HEAD = re.compile(
    r"(?:og|twitter):(?:title|description|image:alt|site_name)|description"
)
ATOM = "{http://www.w3.org/2005/Atom}"
READ = ("title", "subtitle", "summary", "content", "rights")
SHOWN = {"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME"}
BUTTONS = {"button", "reset", "submit"}


def texts_of(page: str, language: str, part: str = "html") -> set[str]:
    """Return the texts of a page that stand in a language, by their `lang`.

    `part` names an element to which they are narrowed.
    """
    found: set[str] = set()
    root = html.document_fromstring(page)
    (element,) = root.iter(part)
    _gather(element, root.get("lang", ""), language, found)
    return {text for text in found if any(map(str.isalpha, text))}


def texts_of_feed(feed: bytes) -> set[str]:
    """Return what the titles, summaries and contents of an Atom feed say."""
    found: set[str] = set()
    for element in etree.fromstring(feed).iter(*(f"{ATOM}{name}" for name in READ)):
        text = element.text or ""
        if element.get("type") == "html" and text.strip():
            spoken = html.fragment_fromstring(text, create_parent=True)
            _gather(spoken, "", "", found)
        else:
            found.add(" ".join(text.split()))
    return found


def texts_of_calendar(calendar: str) -> set[str]:
    """Return what an iCalendar says to who reads it, line by line."""
    lines = calendar.replace("\r\n ", "").splitlines()
    pairs = (line.partition(":") for line in lines)
    told = (value for name, _sign, value in pairs if name in SHOWN)
    signs = (value.replace("\\,", ",").replace("\\;", ";") for value in told)
    return {line for value in signs for line in value.split("\\n")}


def _gather(element, inherited, language, found):
    spoken = element.get("lang") or inherited
    if element.tag in ("script", "style"):
        return
    if spoken == language:
        told = [element.text, *(element.get(name) for name in SPOKEN)]
        if HEAD.fullmatch(element.get("property") or element.get("name") or ""):
            told.append(element.get("content"))
        if element.tag == "input" and element.get("type") in BUTTONS:
            told.append(element.get("value"))
        found |= {" ".join(text.split()) for text in told if text}
    for child in element:
        if isinstance(child.tag, str):  # no comment
            _gather(child, spoken, language, found)
        if child.tail and spoken == language:
            found.add(" ".join(child.tail.split()))
