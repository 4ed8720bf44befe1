"""Bring a site on one's own machine to where it can be shown."""

import socket
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Make the database, the five stories and the accounts, each if missing.

    One process for all of it, because each command by itself would spend more time
    on starting than on its work.
    """

    help = "Prepare the database, the stories and the accounts of a local site."

    def add_arguments(self, parser):
        """Take the address that the site will be served at."""
        parser.add_argument("address", help="HOST:PORT, which must be free")

    def handle(self, address, **options):
        """Prepare everything, and say so as it goes.

        :raises CommandError: if the address is taken or is none.
        """
        require_free(address)
        settings.VAR_DIR.mkdir(exist_ok=True)
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        self.stdout.write("Database …")
        call_command("migrate", verbosity=0)
        self.stdout.write("Pages and stories …")
        call_command("load_pages", stdout=self.stdout)
        call_command("load_stories", if_empty=True, stdout=self.stdout)
        call_command("load_states", stdout=self.stdout)
        call_command("load_counties", stdout=self.stdout)
        self.stdout.write("Accounts")
        call_command("create_local_accounts", stdout=self.stdout)
        self.stdout.write(
            f"\nThe record: http://{address}/\nThe admin:  http://{address}/admin/\n"
        )


def require_free(address):
    """Check that a server can listen at an address.

    :raises CommandError: in words that say what to do.
    """
    host, _, port = address.rpartition(":")
    try:
        place = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM)[0]
        with socket.socket(place[0], place[1]) as probe:
            # As the server itself does: a socket that is closing is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((place[4][0], int(port)))
    except (OSError, OverflowError, ValueError) as refusal:
        raise CommandError(
            f"{address} cannot be listened at ({refusal}). "
            "Another address: make run PORT=8001, or HOST=…"
        ) from refusal
