"""What the Census Bureau calls a place, told in the reader's language."""

from django.utils.translation import pgettext_lazy

from jurisdictions.bilingual import ENGLISH, Told

# What is left of a consolidated government without the older cities within it.
BALANCE = "(balance)"
WORDS = {
    "borough": pgettext_lazy("kind of place", "borough"),
    "census area": pgettext_lazy("kind of place", "census area"),
    "charter township": pgettext_lazy("kind of place", "charter township"),
    "city": pgettext_lazy("kind of place", "city"),
    "city and borough": pgettext_lazy("kind of place", "city and borough"),
    "consolidated government": pgettext_lazy(
        "kind of place", "consolidated government"
    ),
    "corporation": pgettext_lazy("kind of place", "corporation"),
    "county": pgettext_lazy("kind of place", "county"),
    "metro government": pgettext_lazy("kind of place", "metro government"),
    "metro township": pgettext_lazy("kind of place", "metro township"),
    "metropolitan government": pgettext_lazy(
        "kind of place", "metropolitan government"
    ),
    "metroship": pgettext_lazy("kind of place", "metroship"),
    "municipality": pgettext_lazy("kind of place", "municipality"),
    "municipio": pgettext_lazy("kind of place", "municipio"),
    "parish": pgettext_lazy("kind of place", "parish"),
    "planning region": pgettext_lazy("kind of place", "planning region"),
    "plantation": pgettext_lazy("kind of place", "plantation"),
    "town": pgettext_lazy("kind of place", "town"),
    "township": pgettext_lazy("kind of place", "township"),
    "unified government": pgettext_lazy("kind of place", "unified government"),
    "urban county": pgettext_lazy("kind of place", "urban county"),
    "village": pgettext_lazy("kind of place", "village"),
}


def told(designation):
    """Return a designation for a reader; one that an editor made up stays as it is."""
    words = designation.removesuffix(BALANCE).strip()
    known = WORDS.get(words)
    return str(known) if known else Told(words, ENGLISH)
