"""Texts that know their language, and the reader's language: told apart on a page."""

from django.utils.html import escape, format_html
from django.utils.translation import get_language

ENGLISH, SPANISH = "en", "es"


def readers_language():
    """Return the language of the page that is being made: "es", else "en"."""
    return SPANISH if (get_language() or "").startswith(SPANISH) else ENGLISH


def twin_of(field):
    """Return the name of the column that has a text in Spanish."""
    return f"{field}_{SPANISH}"


class Told(str):
    """A text that knows its language, after words in the page's own if it has some.

    On a page in another language its HTML says which one it is in. Our own words that
    nobody has put into Spanish say so in `note`, and in plain text behind them too.
    """

    def __new__(cls, words, language, *, note="", before=""):
        """Return the text; empty stays empty."""
        words = str(words)
        note = note if words else ""
        made = super().__new__(
            cls, f"{before}{words} {note}" if note else before + words
        )
        made.words, made.language = words, language
        made.note, made.before = note, before
        return made

    def __reduce__(self):
        """Return how to make it again, for a cache or a copy."""
        return remade, (self.words, self.language, self.note, self.before)

    @property
    def plain(self):
        """The text for a title, an attribute, a file: no markup is made of it."""
        return str(self)

    def after(self, before):
        """Return the text with words of the page's language before it."""
        return Told(self.words, self.language, note=self.note, before=before)

    def __html__(self):
        """Return the escaped text, with its language where the page has another."""
        if not self.words or self.language == readers_language():
            return escape(self.plain)
        told = format_html(
            '{}<span lang="{}">{}</span>', self.before, self.language, self.words
        )
        if not self.note:
            return told
        return format_html('{} <span class="in-english">{}</span>', told, self.note)


def remade(words, language, note, before):
    """Return a text as it was before it was packed."""
    return Told(words, language, note=note, before=before)
