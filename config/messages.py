"""The messages of the site and their translations, from the code to the catalog.

`manage.py collect_messages` reads them into `config/locale`, where a translator finds
each with what the other language says, and compiles what pages look up.
docs/translating.md tells how they are written.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

METHODS = [
    ("templates/django/**.html", "config.messages:extract_django"),
    ("templates/**.html", "jinja2.ext:babel_extract"),
    *((f"{app}/**.py", "python") for app in ("config", "news", "policies")),
    ("jurisdictions/**.py", "python"),
]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
# Functions whose text is a message, and which of their arguments that is.
KEYWORDS = DEFAULT_KEYWORDS | {
    "_": None,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    # What a column means: config.listings.columns.
    "Column": (2,),
    "_ids_of": (2,),
    "attribute": (2,),
    "id_of": (3,),
    "label": (2,),
    "name_of": (3,),
}
NOTE = "Translators:"
HEADER = """\
# Spanish of The Local Record: every message of its pages, files and admin.
# docs/translating.md has the terms, and tells how the catalog is kept.
#"""
WIDTH = 88


def extract_django(file, keywords, comment_tags, options):
    """Yield each message of a Django template, as Babel's own extractors do."""
    source = templatize(file.read().decode())
    # What is left of the template is read as Python, where an indent means something.
    lines = (line.lstrip() for line in source.splitlines())
    yield from extract_python(
        BytesIO("\n".join(lines).encode()), keywords, comment_tags, options
    )


def catalog_path(language) -> Path:
    """Return where the catalog of a language is."""
    return settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po"


def written(language) -> Catalog:
    """Return the catalog of a language as it is on file."""
    path = catalog_path(language)
    if not path.exists():
        return Catalog(language)
    return read_po(BytesIO(path.read_bytes()))


def collected(language, known: Catalog) -> Catalog:
    """Return all messages of the code with the translations that are known."""
    found = Catalog(
        language, project="The Local Record", header_comment=HEADER, fuzzy=False
    )
    for name in ("creation_date", "revision_date", "last_translator", "language_team"):
        setattr(found, name, getattr(known, name))
    messages = extract_from_dir(
        settings.BASE_DIR,
        METHODS,
        OPTIONS,
        KEYWORDS,
        comment_tags=[NOTE],
        directory_filter=is_ours,
    )
    for file, _line, message, notes, context in messages:
        found.add(
            message,
            locations=[(file, None)],
            auto_comments=[note.removeprefix(NOTE).strip() for note in notes],
            context=context,
        )
    for message in found:
        before = known.get(message.id, message.context) if message.id else None
        if before is not None and before.pluralizable == message.pluralizable:
            message.string = before.string
        message.locations = sorted(set(message.locations))
    return found


def is_ours(folder) -> bool:
    """Return whether a folder can hold messages: none that is hidden, no test."""
    name = Path(folder).name
    return not name.startswith(".") and name not in {"tests", "var", "migrations"}


def missing(catalog: Catalog):
    """Return the messages that nobody has translated."""
    return [m for m in catalog if m.id and not all(forms(m.string))]


def forms(words):
    """Return the forms of a message or of its translation: one, or those by number."""
    return [*words] if isinstance(words, tuple | list) else [words or ""]


def as_po(catalog: Catalog) -> bytes:
    """Return a catalog as translators edit it."""
    out = BytesIO()
    write_po(out, catalog, width=WIDTH, sort_by_file=True, include_lineno=False)
    return out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return a catalog as pages look it up."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()
