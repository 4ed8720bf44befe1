"""Enter the five stories the record began with."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from news.models import Source
from news.stories.loader import load


class Command(BaseCommand):
    """Publish what the stories tell; run again, it makes only what is missing."""

    help = "Enter the five stories as published, cited records."

    def add_arguments(self, parser):
        """Take the option for sites that may have a record of their own."""
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when any source exists",
        )

    def handle(self, *, if_empty, **options):
        """Load the states, then the stories, and say what was made."""
        if if_empty and Source.objects.exists():
            self.stdout.write("Stories: left alone, the record has sources.")
            return
        call_command("load_states", stdout=self.stdout)
        made = load()
        told = ", ".join(
            f"{count} {model._meta.verbose_name_plural}"
            for model, count in made.items()
        )
        self.stdout.write(f"Stories: {told or 'nothing new'}.")
