"""Take one of ICE's lists from a file."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Count

from policies.enums import RosterChangeKind, RosterKind
from policies.roster.reading.workbook import ListRefused
from policies.roster.taking.lists import take_list


class Command(BaseCommand):
    """Store a list and say what changed; an editor decides on each change."""

    help = (
        "Take one of ICE's lists of participating or pending agencies from the .xlsx "
        "as ICE published it. Lists are taken in order; one that cannot be what it "
        "claims is refused, and nothing of it is stored."
    )

    def add_arguments(self, parser):
        """Take the file, and what goes before its name."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--published",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day on which ICE published it, if the name does not say or lies",
        )
        parser.add_argument(
            "--kind",
            choices=RosterKind.values,
            help="which list it is, where the name says the other one",
        )
        parser.add_argument(
            "--date-checked",
            action="store_true",
            help="take a list with a few doubtful dates, or one sign of an older list: "
            "you have checked what ICE published on that day",
        )
        parser.add_argument("--url", default="", help="its address on ICE's site")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what changed and store nothing"
        )

    def handle(
        self, *, file, published, kind, date_checked, url, dry_run, verbosity, **options
    ):
        """Take the list, or say why not.

        :raises CommandError: if the file cannot be read, or the list is refused.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        try:
            with transaction.atomic():
                roster = take_list(
                    data,
                    file.name,
                    published=published,
                    kind=kind,
                    date_checked=date_checked,
                    url=url,
                )
                said = told(roster)
                transaction.set_rollback(dry_run)
        except ListRefused as refusal:
            raise CommandError(f"{file.name}: not taken. {refusal}") from refusal
        for line in said:
            self.stdout.write(line)
        self.stdout.write(
            "A dry run: nothing was stored."
            if dry_run
            else f"Decide on its changes in the admin: ICE lists, number {roster.pk}."
        )


def told(roster):
    """Return lines on what a list brought, its changes counted by kind."""
    counts = dict(
        roster.changes.order_by().values_list("kind").annotate(found=Count("pk"))
    )
    yielded = [f"{roster.source.title}: {roster.row_count} rows."]
    if not counts:
        return [*yielded, "  Nothing changed since the list before."]
    return yielded + [
        f"  {counts[kind]:>5} {RosterChangeKind(kind).label}"
        for kind in RosterChangeKind.values
        if kind in counts
    ]
