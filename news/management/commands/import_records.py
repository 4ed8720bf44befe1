"""Enter records from a spreadsheet, or say what it would do."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from news.spreadsheets.entering import NotEntered, enter
from news.spreadsheets.examination import examine
from news.spreadsheets.kinds import KINDS
from news.spreadsheets.reading import BYTES, SheetRefused, read_sheet
from news.spreadsheets.templates import FORMATS, template


class Command(BaseCommand):
    """All rows of a sheet become drafts, or none does."""

    help = "Enter policies, votes, organizations or statements from a CSV or XLSX file."

    def add_arguments(self, parser):
        """Take the kind of sheet, the file, and who enters it."""
        parser.add_argument("kind", choices=KINDS)
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="show the preview and write nothing"
        )
        parser.add_argument(
            "--template",
            dest="empty",
            action="store_true",
            help="write an empty sheet to the file, .csv or .xlsx, instead of reading",
        )
        parser.add_argument("--user", help="the account whose drafts they become")

    def handle(self, *, kind, file, dry_run, empty, user, **options):
        """Print what becomes of each row and, unless it is a trial, do it.

        :raises CommandError: with nothing written, if a row stops the sheet.
        """
        kind, account = KINDS[kind], account_of(user)
        if empty:
            return write_template(kind, file)
        try:
            with file.open("rb") as sheet:
                # One byte more than is taken tells a file that is too large.
                rows = read_sheet(sheet.read(BYTES + 1), kind).rows
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except SheetRefused as refusal:
            raise CommandError(f"{file}: {refusal}") from refusal
        if dry_run:
            preview = examine(kind, rows, account)
        else:
            try:
                preview = enter(kind, rows, account)
            except NotEntered as stopped:
                self.tell(stopped.preview)
                raise CommandError(str(stopped)) from stopped
        self.tell(preview)
        if dry_run and preview.stopped:
            raise CommandError("A trial: nothing is written. Some rows stop the sheet.")
        self.stdout.write(
            "A trial: nothing is written."
            if dry_run
            else f"Written as drafts: {preview.writes}. A second reader publishes them."
        )

    def tell(self, preview):
        """Print a line for each row, errors first, and the counts."""
        for row in preview.errors_first:
            named = f" #{row.existing}" if row.existing else ""
            self.stdout.write(
                f"row {row.number}: {row.outcome.label}{named}: {row.title}"
            )
            for change in row.changes:
                was = f"{change.was} → " if change.was else ""
                self.stdout.write(f"    {change.what}: {was}{change.now}")
            for words in (*row.faults, *row.notes):
                self.stdout.write(f"    {words}")
        counts = (f"{outcome.label}: {n}" for outcome, n in preview.counts.items() if n)
        self.stdout.write("; ".join(counts))


def write_template(kind, file):
    """Write an empty sheet to a file that is not there yet.

    :raises CommandError: if it is there, or is neither .csv nor .xlsx.
    """
    format = file.suffix.removeprefix(".")
    if format not in FORMATS:
        raise CommandError("A template ends in .csv or .xlsx.")
    try:
        with file.open("xb") as sheet:
            sheet.write(template(kind, format))
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from error


def account_of(name):
    """Return the account of a name, None for no name.

    :raises CommandError: if there is no such account, or it is closed.
    """
    if not name:
        return None
    users = get_user_model()
    account = users.objects.filter(
        **{users.USERNAME_FIELD: name}, is_active=True
    ).first()
    if account is None:
        raise CommandError(f"There is no account “{name}”.")
    return account
