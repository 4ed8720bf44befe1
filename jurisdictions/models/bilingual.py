"""The record's own words in the reader's language, as far as editors wrote them."""

from django.db import models
from django.utils.translation import gettext as _

from jurisdictions.bilingual import ENGLISH, SPANISH, Told, readers_language, twin_of


class Bilingual(models.Model):
    """A model with texts of our own in English, each with a twin in Spanish.

    The twin of `title` is `title_es`; it is empty for as long as nobody wrote it.
    """

    # The texts that have a twin.
    bilingual = ()

    class Meta:
        abstract = True

    def told(self, name):
        """Return one of the bilingual texts in the reader's language.

        Where its twin is empty a reader of Spanish gets the English, marked as such.
        """
        if readers_language() == ENGLISH:
            return Told(getattr(self, name), ENGLISH)
        if twin := getattr(self, twin_of(name)):
            return Told(twin, SPANISH)
        return Told(getattr(self, name), ENGLISH, note=_("(text in English)"))

    def twins(self):
        """Return what there is of the texts in Spanish."""
        return list(filter(None, (getattr(self, twin_of(n)) for n in self.bilingual)))
