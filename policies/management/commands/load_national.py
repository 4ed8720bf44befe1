"""Fill a database of one's own with the country, to try things out."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from policies.models import Roster, RosterChange
from policies.roster.deciding.decisions import accept
from policies.roster.publishing import publish
from policies.roster.reading.file_names import order_of
from policies.roster.reading.workbook import ListRefused
from policies.roster.taking.lists import take_list

BATCH = 500


class Command(BaseCommand):
    """Import places, agencies and lists; accept and publish what is certain.

    Nobody reviews here, so this is no way to fill a public site: it is for seeing
    the site at the country's size.
    """

    help = (
        "Import places, agencies and ICE's lists from files, then accept and publish "
        "every certain change without anybody's review. For trying things out only."
    )

    def add_arguments(self, parser):
        """Take the files and folders, as the single commands do."""
        parser.add_argument("--places", nargs="+", required=True, metavar="FILE")
        parser.add_argument("--agencies", metavar="FILE")
        parser.add_argument(
            "--lists",
            nargs="+",
            default=[],
            metavar="FOLDER",
            help="searched for workbooks, taken in the order their names tell",
        )

    def handle(self, places, agencies, lists, **options):
        """Load what is not there yet, and say what every list became.

        :raises CommandError: if a folder or file is missing, or nobody is there to
            decide.
        """
        editor = get_user_model().objects.filter(is_superuser=True).first()
        if editor is None:
            raise CommandError("No superuser to decide; create_local_accounts first.")
        call_command("import_places", *places, stdout=self.stdout)
        if agencies:
            call_command("import_agencies", agencies, stdout=self.stdout)
        for path in workbooks(lists):
            self.take(path)
        self.decide(editor)

    def take(self, path):
        """Take one list, or say why not; a refused one is no failure of the rest."""
        try:
            roster = take_list(path.read_bytes(), path.name)
        except ListRefused as refusal:
            self.stdout.write(f"{path.name}: not taken. {refusal}")
        else:
            self.stdout.write(f"{path.name}: {roster}, {roster.row_count} rows.")

    def decide(self, editor):
        """Accept all certain changes, list by list, and publish their drafts."""
        for roster in Roster.objects.order_by("published_on", "edition", "kind"):
            waiting = RosterChange.objects.waiting().filter(roster=roster, certain=True)
            outcome = accept(waiting, editor)
            shown = publish(roster, editor, limit=BATCH)
            while shown.remaining and shown.count:
                shown = publish(roster, editor, limit=BATCH)
            self.stdout.write(f"{roster}: {outcome.accepted} accepted.")


def workbooks(folders):
    """Return the workbooks under some folders, in the order of their days.

    :raises CommandError: if a folder holds none.
    """
    found = []
    for folder in folders:
        inside = sorted(Path(folder).rglob("*.xlsx"))
        if not inside:
            raise CommandError(f"No workbook (.xlsx) under {folder}.")
        found += inside
    return sorted(found, key=lambda path: order_of(path.name))
