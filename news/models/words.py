"""Which records the public search knows, from the top of them all."""

from django.apps import apps

from jurisdictions.models import Record, RecordWords
from jurisdictions.models.words import in_batches
from news.models.citation import Citation


def named_models():
    """Return every kind of record that is found by its names, by editors at least."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def searched_models():
    """Return every kind of record that the public search finds."""
    return [*(model for model in named_models() if model.is_searched), Citation]


def stale_words():
    """Yield each record whose stored names or words are not those that it has."""
    for model in searched_models():
        for batch in in_batches(model.objects.all()):
            stored = RecordWords.objects.by_record(batch)
            for record in batch:
                if hasattr(record, "fill_lookup"):
                    record.fill_lookup()
                row = RecordWords.of_record(record)
                if stored.get(record.pk) != (row.told if row else None):
                    yield record
