"""What a page says: its words, each in the language that the page gives it."""

from lxml import html

# Attributes that are read out or shown.
SPOKEN = ("alt", "aria-label", "placeholder", "title")


def texts_of(page: str, language: str) -> set[str]:
    """Return the texts of a page that stand in a language, by their `lang`."""
    found: set[str] = set()
    _gather(html.document_fromstring(page), "", language, found)
    return {text for text in found if any(map(str.isalpha, text))}


def _gather(element, inherited, language, found):
    spoken = element.get("lang") or inherited
    if element.tag in ("script", "style"):
        return
    if spoken == language:
        told = [element.text, *(element.get(name) for name in SPOKEN)]
        if element.tag == "meta" and element.get("name") == "description":
            told.append(element.get("content"))
        found |= {" ".join(text.split()) for text in told if text}
    for child in element:
        if isinstance(child.tag, str):  # no comment
            _gather(child, spoken, language, found)
        if child.tail and spoken == language:
            found.add(" ".join(child.tail.split()))
