"""Read the messages of the code into the catalogs of translations."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.messages import as_mo, as_po, catalog_path, collected, missing, written


class Command(BaseCommand):
    """Write each catalog anew with what is translated already, and compile it."""

    help = "Collect the site's messages, keep their translations, name what lacks one."

    def handle(self, **options):
        """Write the catalogs.

        :raises CommandError: if a message has no translation; all else is written.
        """
        lacking = []
        for code, _name in settings.LANGUAGES:
            if code == settings.LANGUAGE_CODE:
                continue
            catalog = collected(code, written(code))
            path = catalog_path(code)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_po(catalog))
            path.with_suffix(".mo").write_bytes(as_mo(catalog))
            lacking += [f"{code}: {message.id}" for message in missing(catalog)]
            self.stdout.write(f"{code}: {len(catalog)} messages.")
        if lacking:
            words = "\n".join(lacking)
            raise CommandError(f"{len(lacking)} without a translation:\n{words}")
