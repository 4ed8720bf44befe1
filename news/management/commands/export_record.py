"""Make the files of the whole record that `/data/` offers."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from config.downloads import folder
from config.progress import progress
from news.bulk.making import AlreadyMaking, make
from news.bulk.tables import RECORDS


class Command(BaseCommand):
    """Run nightly, as the editors' deployment."""

    help = "Write the whole record as a zip of CSV files, as JSON and as SQLite."

    def add_arguments(self, parser):
        """Declare how many sets stay."""
        parser.add_argument(
            "--keep",
            type=int,
            default=settings.DOWNLOADS_KEPT,
            help="So many sets stay, the new one with them (%(default)s).",
        )

    def handle(self, *, keep, verbosity, **options):
        """Make today's set, unless it is there, and take old ones away.

        :raises CommandError: if none would stay, or another command is at it.
        """
        if keep < 1:
            raise CommandError("--keep: at least one set stays.")
        day = timezone.localdate()
        with translation.override("en"):
            try:
                made, is_new = self.make(day, keep, verbosity)
            except AlreadyMaking as error:
                raise CommandError("Another command is making a set.") from error
        if not is_new:
            self.stdout.write(f"{made.name} is there already; nothing changed since.")
            return
        for file in made.files:
            self.stdout.write(f"{folder() / file.name}: {file.bytes:,} bytes")
        self.stdout.write(f"{made.name}: {made.rows:,} rows, as of {made.day}.")

    def make(self, day, keep, verbosity):
        """Make the set, saying how far it is.

        Which rows of the registries are read, at the end, only the records tell; they
        are not among those counted.
        """
        if not verbosity:
            return make(folder(), day, keep)
        records = sum(kind.model.objects.published().count() for kind in RECORDS)
        names = {kind.table.name for kind in RECORDS}
        with progress("Records", records, to=self.stdout) as done:
            return make(folder(), day, keep, lambda e: done(int(e.name in names)))
