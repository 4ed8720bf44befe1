"""Enter the law-enforcement agencies of the FBI's list."""

import csv
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.cells import plain_cell
from config.progress import progress
from jurisdictions.matching import PlaceNames
from jurisdictions.models import RecordVersion
from jurisdictions.registry.agencies import (
    RowError,
    Unplaced,
    placed,
    read_file,
    read_row,
)
from jurisdictions.registry.agency_records import AgencyRecords, source_of
from jurisdictions.registry.files import FileRefused

HEADINGS = ("what", "line", "ori", "name", "reason", "row as it stands")
BAD, LEFT = "not read", "not entered"


class Command(BaseCommand):
    """Read all, enter what is certain, and report the rest row by row."""

    help = (
        "Enter agencies from the FBI's list as CSV (ori, fbi_pub_name, type, state, "
        "county_names, data_year). A row whose place is not certain is not entered but "
        "written to the report: that is usual and no failure. Exit status 1 means that "
        "some rows could not be read; the others are entered all the same."
    )

    def add_arguments(self, parser):
        """Take the file, and where to report."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would be done, and write nothing",
        )
        parser.add_argument(
            "--report",
            type=Path,
            default=Path("import_agencies-report.csv"),
            help="where rows that are not entered are written, and why (%(default)s)",
        )

    def handle(self, *, file, dry_run, report, **options):
        """Enter what is certain in one transaction, then say what was done.

        :raises CommandError: if the file is no list, or some rows cannot be read.
        """
        try:
            rows = list(read_file(file))
        except FileRefused as refusal:
            raise CommandError(f"{file}: {refusal}. Nothing was entered.") from refusal
        if not rows:
            raise CommandError(f"{file}: it has no rows. Nothing was entered.")
        if report.resolve() == file.resolve():
            raise CommandError(f"{file} is to be read; give the report another name.")
        records, left = self.decide(rows)
        self.write_report(report, left)
        if not dry_run:
            self.write(records)
        self.tell(records, left, report, dry_run)
        bad = sum(what == BAD for what, *_ in left)
        if bad:
            raise CommandError(f"{bad} rows could not be read: see {report}.")

    def decide(self, rows):
        """Return what the rows make of the record, and the rows left with a reason."""
        names, records, left, seen = PlaceNames(), AgencyRecords(), [], set()

        def leave(line, cells, printed, reason):
            what = BAD if isinstance(reason, RowError) else LEFT
            left.append((what, line, *_told_by(cells), str(reason), printed))

        found = []
        for line, cells, printed in rows:
            try:
                row = read_row(line, cells)
                if row.ori in seen:
                    raise RowError("the ORI stands in an earlier row")
                seen.add(row.ori)
                found.append((row, placed(row, names), cells, printed))
            except (RowError, Unplaced) as reason:
                leave(line, cells, printed, reason)
        alike = Counter(at.key for _, at, _, _ in found)
        for row, at, cells, printed in found:
            try:
                records.take(row, at, alone=alike[at.key] == 1)
            except Unplaced as reason:
                leave(row.line, cells, printed, reason)
        return records, sorted(left, key=lambda row: row[1])

    @transaction.atomic
    def write(self, records):
        """Write what was decided, with the source it rests on."""
        if not records.year:
            return
        with progress("agencies", len(records), to=self.stdout) as advance:
            if records.write(source_of(records.year), advance):
                RecordVersion.bump()

    def write_report(self, path, left):
        """Write the rows that were left, whole, each with its line and the reason.

        :raises CommandError: if it cannot be written there.
        """
        try:
            with path.open("w", encoding="utf-8", newline="") as text:
                out = csv.writer(text)
                out.writerow(HEADINGS)
                for *cells, printed in left:
                    out.writerow(map(plain_cell, (*cells, *printed)))
        except OSError as refusal:
            raise CommandError(
                f"{path}: {refusal.strerror}. Nothing was entered."
            ) from refusal

    def tell(self, records, left, report, dry_run):
        """Say in a few lines what was, or would be, done."""
        done = ", ".join(f"{n} {what}" for what, n in sorted(records.counts.items()))
        self.stdout.write(f"Agencies{' (dry run)' * dry_run}: {done or 'none'}.")
        reasons = Counter(reason.partition(":")[0] for *_, reason, _ in left)
        for reason, number in reasons.most_common(12):
            self.stdout.write(f"  {number} not entered: {reason}")
        self.stdout.write(f"{len(left)} rows in {report}.")


def _told_by(cells):
    """Return the ORI and the name of a row, for the report, however it was read."""
    return (cells["ori"], cells["fbi_pub_name"]) if cells else ("", "")
