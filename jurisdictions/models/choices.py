"""The words for a choice, for models of which a page prints many."""

from functools import lru_cache

from django.db import models


class Worded(models.Model):
    """A model that looks its choices up, each time in the reader's language.

    Django's own lookup makes a dictionary of all the words for every one that is
    printed, and translates them all to do so: a quarter of the time of a page.
    """

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field):
        value = getattr(self, field.attname)
        words = _words(field).get(value, value)
        return words if words is None else str(words)


@lru_cache(maxsize=1_000)
def _words(field):
    """Return {value: its words, not translated yet} of a field."""
    return dict(field.flatchoices)
