"""What points to a record: found by walking the models, so that none is forgotten."""

from collections import Counter

from django.apps import apps
from django.utils.text import capfirst

# What stays with a record: what it said, under which id, its own sentences, and what
# was found at its own address.
OWN_PAST = {
    "news.Change",
    "news.LinkCheck",
    "news.Sentence",
    "wagtailcore.ReferenceIndex",
}


def references(model):
    """Return every foreign key to a kind of record, of relations between many too.

    Hidden ones among them: the rows of a relation between many are rows with two
    keys.
    """
    return [
        field
        for other in apps.get_models(include_auto_created=True)
        if other._meta.label not in OWN_PAST and not other._meta.proxy
        for field in other._meta.local_fields
        if field.remote_field and field.related_model is model
    ]


def rows_of(field, record):
    """Return the rows whose foreign key points to a record."""
    rows = field.model._base_manager.order_by("pk")
    return rows.filter(**{field.attname: _key(field, record)})


def counted(record):
    """Return how many rows of which kind point to a record, by the kind in words."""
    found = Counter()
    for field in references(type(record)):
        number = rows_of(field, record).count()
        if number:
            found[in_words(field)] += number
    return dict(found)


def in_words(field):
    """Return what the rows of a foreign key are, and as what they name the record."""
    model = field.model
    if model._meta.auto_created:
        return capfirst(model._meta.verbose_name)
    return f"{capfirst(model._meta.verbose_name_plural)} ({field.verbose_name})"


def _key(field, record):
    return getattr(record, field.target_field.attname)
