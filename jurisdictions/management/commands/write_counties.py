"""Write the counties that come with the project anew, from an imported registry."""

from pathlib import Path

from django.core.management.base import BaseCommand

from jurisdictions.registry.bundled import COUNTIES, write_counties


class Command(BaseCommand):
    """For whoever keeps the project: after an import of newer Gazetteer files."""

    help = "Write the record's counties to the file that load_counties reads."

    def add_arguments(self, parser):
        """Take another file to write to."""
        parser.add_argument("path", nargs="?", type=Path, default=COUNTIES)

    def handle(self, path, **options):
        """Write the file and say how many counties it has."""
        self.stdout.write(f"{path}: {write_counties(path):,} counties.")
