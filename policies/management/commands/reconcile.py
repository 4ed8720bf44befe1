"""Print where ICE's newest list and our record say different things."""

import csv
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from jurisdictions.models import Jurisdiction
from policies.enums import FindingKind
from policies.roster.reconciling import reconcile
from policies.roster.reporting import HEADINGS, row_of


class Command(BaseCommand):
    """Run after each list: what differs is for an editor to look into."""

    help = (
        "Compare ICE's newest list of participating agencies with our record: listed "
        "without a local vote, decided and not listed, dates apart, barred by state "
        "law, gone without announcement."
    )

    def add_arguments(self, parser):
        """Take what to narrow the differences to, and the file to write them to."""
        parser.add_argument("--kind", choices=FindingKind.values, action="append")
        parser.add_argument(
            "--state", type=str.upper, metavar="XX", action="append", help="as “AL”"
        )
        parser.add_argument(
            "--csv", dest="file", type=Path, metavar="FILE", help="write them there"
        )

    def handle(self, *, kind, state, file, **options):
        """Print a line for each difference, or write them to a file.

        :raises CommandError: for a state we do not know, or a file we cannot write.
        """
        known = Jurisdiction.objects.states().values_list("usps", flat=True)
        if unknown := sorted({*(state or ())} - {*known}):
            raise CommandError(f"No such state: {', '.join(unknown)}.")
        found = [
            row
            for row in reconcile()
            if (not kind or row.kind in kind) and (not state or row.state in state)
        ]
        if file:
            try:
                write(found, file)
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror}.") from error
        else:
            for row in found:
                self.stdout.write(line(row))
        for label, count in Counter(row.kind.label for row in found).items():
            self.stdout.write(f"{label}: {count}")
        self.stdout.write(f"{len(found)} differences.")


def write(found, path):
    """Write differences to a file of comma-separated values."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, fieldnames=HEADINGS)
        table.writerow({name: str(label) for name, label in HEADINGS.items()})
        table.writerows(map(row_of, found))


def line(found):
    """Return a difference as a line: what, where, what we say and what ICE says."""
    where = ", ".join(filter(None, [found.agency, found.place, found.state]))
    record = f" #{found.policy.pk}" if found.policy else ""
    return f"{found.kind.label}: {where}{record} | {found.ours} | {found.ices}"
