"""Bring the record's places to where the national registry is."""

import os
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.progress import progress
from jurisdictions.registry.files import FileRefused, look_at
from jurisdictions.registry.governments import read_aliases
from jurisdictions.registry.importing import import_file
from jurisdictions.registry.report import Report

WORDS = {
    "created": "entered",
    "updated": "updated",
    "renamed": "renamed",
    "restored": "active again",
    "deactivated": "deactivated",
    "united": "led to the city they are one government with",
    "left for an editor": "left for an editor",
    "unchanged": "as they were",
    "no government": "statistical areas, which nobody governs, left out",
    "bad": "rows not read",
}


class Command(BaseCommand):
    """Each file in a transaction of its own; run again, it changes nothing more."""

    help = (
        "Import places from Census Gazetteer files (states, counties, places, county "
        "subdivisions) or from the tidy CSV form. Nothing is ever deleted: what a "
        "whole file of a state no longer has is marked as ended."
    )

    def add_arguments(self, parser):
        """Take the files, and how to read them."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would change, all of it in the report, and write nothing",
        )
        parser.add_argument(
            "--report",
            type=Path,
            default=Path("import_places-report.csv"),
            help="where to write rows that cannot be read, and renames (%(default)s)",
        )
        parser.add_argument(
            "--partial",
            action="store_true",
            help="the files are parts: deactivate nothing that they do not have",
        )
        parser.add_argument(
            "--aliases",
            type=Path,
            help="Open Civic Data's aliases (id,sameAs), for consolidated governments",
        )

    def handle(self, *, files, dry_run, report, partial, aliases, **options):
        """Import the files in turn.

        :raises CommandError: if a file is refused, or rows of one could not be read.
        """
        try:
            same = read_aliases(aliases) if aliases else ()
        except FileRefused as refusal:
            raise CommandError(f"{aliases} is refused: {refusal}.") from refusal
        told = self.open_report(report, [*files, aliases], dry_run)
        try:
            # A dry run takes all files as if for good, and then takes them back.
            with transaction.atomic() if dry_run else nullcontext():
                for number, path in enumerate(files):
                    self.take(path, files[:number], told, partial, same)
                if dry_run:
                    transaction.set_rollback(True)
        finally:
            told.close()
        if dry_run:
            self.stdout.write("A dry run: nothing was written.")
        if told.lines:
            self.stdout.write(f"Row by row: {report}")
        if told.bad:
            raise CommandError(
                f"{told.bad} row{'s' * (told.bad > 1)} could not be read. {report} has "
                "each with its line and the reason; the other rows were taken."
            )

    def open_report(self, path, read, dry_run):
        """Return the report of the run.

        :raises CommandError: if it cannot be written, or would overwrite what is read.
        """
        if path.resolve() in [file.resolve() for file in read if file]:
            raise CommandError(f"{path} is to be read; give the report another name.")
        writable = path if path.exists() else path.resolve().parent
        if path.is_dir() or not os.access(writable, os.W_OK):
            raise CommandError(
                f"The report {path} cannot be written. --report names another file."
            )
        return Report(path, changes=dry_run)

    def take(self, path, before, report, partial, same):
        """Import one file and say what it changed.

        :raises CommandError: if it is refused; the files before it stay imported.
        """
        report.begin(path.name)
        try:
            file = look_at(path)
            with progress(path.name, file.rows, to=self.stdout) as advance:
                import_file(
                    file, report, partial=partial, aliases=same, advance=advance
                )
        except FileRefused as refusal:
            done = ", ".join(file.name for file in before)
            raise CommandError(
                f"{path} is refused, and nothing of it is written: {refusal}."
                + (f" Done before it: {done}." if done else "")
            ) from refusal
        for what, words in WORDS.items():
            if count := report.counts[what]:
                self.stdout.write(f"  {count:,} {words}")
                for line in report.first.get(what, ()):
                    self.stdout.write(f"      {line}")
                if count > len(report.first.get(what, ())) > 0:
                    self.stdout.write("      …")
