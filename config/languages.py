"""The language of a page is that of its address, and of nothing else.

English has no prefix of its own; every other language stands below one, `/es/…`. So a
page can be sent, kept by any cache and found in both languages, and no reader is told
apart by what a browser says of its owner.
"""

from dataclasses import dataclass

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import QueryDict
from django.utils.translation import get_language

from config.listings.addresses import canonical

# What an address can ask that makes no other page of it for a search engine.
OF_ONE_READER = ("as_of", "about")


@dataclass(frozen=True)
class Twin:
    """A page in one language: its code, its own name for it, its address here."""

    code: str
    name: str
    address: str

    @property
    def is_spoken(self):
        """Whether it is in the language of the page that tells of it."""
        return self.code == get_language()


@dataclass(frozen=True)
class Addresses:
    """Where a page is: its lasting address, and its twins, its own among them."""

    canonical: str
    twins: tuple[Twin, ...]


def language_of(path: str) -> str:
    """Return the language of a path: “es” of “/es/votes/”, “en” of “/votes/”."""
    code = path.split("/", 2)[1] if path.count("/") > 1 else ""
    return code if code in prefixed() else settings.LANGUAGE_CODE


def bare(path: str) -> str:
    """Return a path without its language: “/votes/” of “/es/votes/”."""
    code = language_of(path)
    # One slash: an address that begins with two would be of another site.
    return f"/{path.split('/', 2)[2].lstrip('/')}" if code in prefixed() else path


def in_language(path: str, code: str) -> str:
    """Return a path in a language: “/es/votes/” of “/votes/” in “es”."""
    own = bare(path)
    return f"/{code}{own}" if code in prefixed() else own


def addresses_of(path: str, params: QueryDict) -> Addresses:
    """Return where a page is, asked for by a path and a query."""
    lasting = params.copy()
    for name in OF_ONE_READER:
        lasting.pop(name, None)
    twins = (
        Twin(
            code,
            LANG_INFO[code]["name_local"].capitalize(),
            asked(in_language(path, code), params),
        )
        for code, _name in settings.LANGUAGES
    )
    return Addresses(asked(path, lasting), tuple(twins))


def asked(path, params):
    """Return a path with its query, if it has one."""
    query = canonical(params)
    return f"{path}?{query}" if query else path


def prefixed():
    """Return the languages that an address names."""
    return {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
