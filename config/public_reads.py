"""What the public deployment's database role may read: these tables, no others.

An allow-list, so that a table made later is closed until somebody opens it. Drafts
waiting in revisions, accounts, sessions, logs and article texts are never on it. One
table more takes what readers hand in, and the role cannot read it.
"""

from collections.abc import Iterator

from django.apps import apps

RECORD_APPS = ("jurisdictions", "policies", "news")
# Who decided what about ICE's lists or on the cards of an article, told two records
# apart, made them one or looks after them is between editors; so are uploads, what
# readers report and what was found at addresses.
PRIVATE_MODELS = {
    "news.Assignment",
    "news.Card",
    "news.Distinction",
    "news.ErrorReport",
    "news.Intake",
    "news.LinkCheck",
    "news.Merge",
    "news.RecordSheet",
    "news.SecondReading",
    "news.Sentence",
    "policies.RosterChange",
    "policies.RosterSpelling",
}
# The text of an article belongs to its outlet; a note is between editors.
PRIVATE_FIELDS = {"text", "editorial_note"}
# What Wagtail reads to serve a page, an image, a document or a redirect.
WAGTAIL_MODELS = (
    "contenttypes.ContentType",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Site",
    "wagtaildocs.Document",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailredirects.Redirect",
)
OTHER_TABLES = ("django_migrations",)  # for /readyz
# What a reader may hand in. A row is put in and never read, changed or removed: its
# key is no number of a sequence, and nothing is asked back.
HANDED_IN = ("news.ErrorReport",)


def public_columns() -> Iterator[tuple[str, list[str]]]:
    """Yield each readable table with its readable columns, none meaning all."""
    for model in public_models():
        names = [field.column for field in model._meta.concrete_fields]
        closed = PRIVATE_FIELDS & set(names)
        yield (
            model._meta.db_table,
            [name for name in names if name not in closed] if closed else [],
        )
    for table in OTHER_TABLES:
        yield table, []


def public_models() -> list[type]:
    """Return every model that public pages may be made of."""
    records = [
        model
        for app in RECORD_APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if model._meta.label not in PRIVATE_MODELS
    ]
    return records + [apps.get_model(label) for label in WAGTAIL_MODELS]


def open_tables() -> list[str]:
    """Return the tables into which the public role may put rows."""
    return [apps.get_model(label)._meta.db_table for label in HANDED_IN]
