"""Enter the counties that come with the project."""

from django.core.management.base import BaseCommand, CommandError

from jurisdictions.registry.bundled import load_counties
from jurisdictions.registry.files import FileRefused


class Command(BaseCommand):
    """Those that exist stay as an import or an editor left them."""

    help = "Enter the country's counties and what stands for them, if missing."

    def handle(self, **options):
        """Enter what is missing and say how many that was.

        :raises CommandError: if the states are not there yet.
        """
        try:
            made = load_counties()
        except FileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Counties: {made or 'nothing new'}.")
