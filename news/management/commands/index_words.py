"""Make the index of the public search anew, from the records as they are."""

from django.core.management.base import BaseCommand
from django.db import transaction

from jurisdictions.models import NearSpelling, RecordVersion, RecordWords
from jurisdictions.models.words import fold_anew, in_batches
from news.models.words import searched_models


class Command(BaseCommand):
    """Run after an upgrade and after rows were written past the site's own code."""

    help = "Make what the public search finds records by anew."

    @transaction.atomic
    def handle(self, **options):
        """Empty the index and fill it; readers see the old one until it is done."""
        RecordWords.objects.all().delete()
        NearSpelling.objects.all().delete()
        for model in searched_models():
            for batch in in_batches(model.objects.all()):
                fold_anew(batch)
                RecordWords.objects.keep(batch)
        RecordVersion.bump()
        count = RecordWords.objects.count()
        self.stdout.write(f"The search knows the words of {count:,} records.")
