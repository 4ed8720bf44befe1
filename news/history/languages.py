"""Which language the texts in the log are in: ours, or that of the source."""

from typing import Any

from django.utils.html import format_html_join

from jurisdictions.bilingual import ENGLISH, SPANISH, Told
from news.enums import RecordType

# Texts of our own, which stand in English unless their column says otherwise.
OURS = {
    "amount_unit",
    "conditions",
    "description",
    "exclusions",
    "location",
    "medium",
    "motion",
    "scope",
    "stream",
    "summary",
    "title",
    "venue",
}
# Words as a source prints them.
PRINTED = {"date_phrase", "excerpt", "quote"}


class Line(str):
    """Some words in one line, each of which may know its language."""

    def __new__(cls, *pieces):
        """Return the pieces that say something, in their order."""
        said = [piece for piece in pieces if piece]
        made = super().__new__(cls, " · ".join(said))
        made.pieces = said
        return made

    def __html__(self):
        """Return the escaped line, with the language of what has another one."""
        return format_html_join(" · ", "{}", ((piece,) for piece in self.pieces))


def in_own_language(
    name: str, words: str, told: dict[str, Any], names: dict[tuple[str, int], str]
) -> str:
    """Return a text of a column that knows its language; names and addresses have none.

    `told` is all that the record said, `names` what its sources are called.
    """
    if name.endswith(f"_{SPANISH}"):
        return Told(words, SPANISH)
    if name in PRINTED:
        return Told(words, printed_in(name, told, names))
    if name == "title" and "language" in told:  # a source's own headline
        return Told(words, told["language"] or ENGLISH)
    return Told(words, ENGLISH) if name in OURS else words


def printed_in(
    name: str, told: dict[str, Any], names: dict[tuple[str, int], str]
) -> str:
    """Return the language of words as printed: that of the source they are from."""
    rows = told.get("citations") or ()
    bearing = [row for row in rows if row.get("field") == name]
    for row in bearing or [row for row in rows if not row.get("field")]:
        source = names.get((RecordType.SOURCE, row["source_id"]))
        if isinstance(source, Told):
            return source.language
    return ENGLISH
