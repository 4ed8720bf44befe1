"""The rules of our own words, each a function from a text to what it finds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.style.reading import is_too_hard, sentences, words
from news.style.words import BANNED, Banned

LONGEST_TITLE = 90  # characters
LONGEST_TEXT, LONGEST_QUOTE = 120, 40  # words
# The limits that the guide to plain language sets for each language.
LONGEST_SENTENCE = {"en": 25, "es": 22}
TITLE, PROSE, QUOTE = "title", "prose", "quote"
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)‘[^’]*’(?!\w)")
SHOWN = 8  # words of a sentence by which it is known again


@dataclass(frozen=True)
class Text:
    """A text of a record: where it stands, and what it is held to."""

    place: str
    text: str
    kind: str = PROSE
    is_cited: bool = True
    # Whether it is the title of what calls itself by a word that is not ours.
    is_declared: bool = False
    language: str = "en"


@dataclass(frozen=True)
class Finding:
    """What to look at again, where it stands, and what to do."""

    place: str
    words: str


def findings(texts: Iterable[Text]) -> list[Finding]:
    """Return what the rules find in some texts, in the order of the texts."""
    return [
        Finding(text.place, found)
        for text in texts
        if text.text.strip()
        for rule in RULES[text.kind]
        for found in rule(text)
    ]


def without_quotations(text: str) -> str:
    """Return a text with what it quotes left out."""
    return QUOTED.sub(" … ", text)


def banned_words(text: Text) -> Iterator[str]:
    """Yield each word that is not ours, with what to write instead and why."""
    ours = without_quotations(text.text)
    for banned in BANNED.get(text.language, BANNED["en"]):
        if banned.in_a_title and text.is_declared:
            continue
        for found in occurrences(banned, ours):
            yield _("“%(word)s”: write %(instead)s. %(why)s") % {
                "word": found,
                "instead": banned.instead,
                "why": banned.why,
            }


def occurrences(banned: Banned, text: str) -> list[str]:
    """Return each way in which a text uses a banned word, once."""
    pattern = rf"(?<![\w-])(?:{banned.pattern})(?![\w-])"
    found = (match.group() for match in re.finditer(pattern, text, re.IGNORECASE))
    return list(dict.fromkeys(found))


def uncited(text: Text) -> Iterator[str]:
    """Yield that no citation supports a text."""
    if not text.is_cited:
        yield _("No citation supports it: cite a source for it, or leave it out.")


def long_title(text: Text) -> Iterator[str]:
    """Yield that a title is too long for a line of a list."""
    length = len(text.text.strip())
    if length > LONGEST_TITLE:
        yield ngettext(
            "%(length)d character; a title has %(most)d at most.",
            "%(length)d characters; a title has %(most)d at most.",
            length,
        ) % {"length": length, "most": LONGEST_TITLE}


def long_sentences(text: Text) -> Iterator[str]:
    """Yield each sentence that is too long to be read at once."""
    most = LONGEST_SENTENCE.get(text.language, LONGEST_SENTENCE["en"])
    for sentence in sentences(text.text):
        length = len(words(sentence))
        if length > most:
            start = " ".join(sentence.split()[:SHOWN])
            yield _(
                "The sentence “%(start)s …” has %(length)d words; make two of it "
                "(%(most)d at most)."
            ) % {"start": start, "length": length, "most": most}


def long_text(text: Text) -> Iterator[str]:
    """Yield that a text is longer than anybody reads on a telephone."""
    length = len(words(text.text))
    if length > LONGEST_TEXT:
        yield _("%(length)d words; %(most)d are enough.") % {
            "length": length,
            "most": LONGEST_TEXT,
        }


def hard_text(text: Text) -> Iterator[str]:
    """Yield that a text is hard to read, what it quotes left out."""
    if is_too_hard(without_quotations(text.text), text.language):
        yield _("Hard to read: use shorter sentences and shorter words.")


def long_quotation(text: Text) -> Iterator[str]:
    """Yield that a quotation is more than the few words that we may print."""
    length = len(words(text.text))
    if length > LONGEST_QUOTE:
        yield _("A quotation of %(length)d words; quote %(most)d at most.") % {
            "length": length,
            "most": LONGEST_QUOTE,
        }


def quotations_in(text: Text) -> Iterator[str]:
    """Yield what is too long of what a text of ours quotes."""
    for found in QUOTED.findall(text.text):
        yield from long_quotation(Text(text.place, found))


RULES: dict[str, tuple[Any, ...]] = {
    TITLE: (banned_words, uncited, long_title),
    PROSE: (
        banned_words,
        uncited,
        long_sentences,
        long_text,
        hard_text,
        quotations_in,
    ),
    QUOTE: (long_quotation,),
}
