"""Make the index of the public search anew, from the records as they are."""

from django.core.management.base import BaseCommand
from django.db import transaction

from jurisdictions.models import NearSpelling, RecordVersion, RecordWords
from jurisdictions.models.words import in_batches, name_anew
from news.models.words import named_models, searched_models


class Command(BaseCommand):
    """Run after an upgrade and after rows were written past the site's own code."""

    help = "Make what the public search finds records by anew."

    @transaction.atomic
    def handle(self, **options):
        """Empty the index and fill it; readers see the old one until it is done."""
        RecordWords.objects.all().delete()
        NearSpelling.objects.all().delete()
        for model in named_models():
            name_anew(model.objects.all())
        for model in searched_models():
            for batch in in_batches(model.objects.all()):
                RecordWords.objects.keep(batch)
        RecordVersion.bump()
        count = RecordWords.objects.count()
        self.stdout.write(f"The search knows the words of {count:,} records.")
