"""Store the status that today, or another day, gives every policy."""

from datetime import date

from django.core.management.base import BaseCommand

from news.changes.writing import note, together
from policies.models import Policy


class Command(BaseCommand):
    """Run nightly: a status can change because time passes, at the end of a term."""

    help = "Store the status of every agreement and policy anew, and say what changed."

    def add_arguments(self, parser):
        """Take the day to fold the events for."""
        parser.add_argument(
            "--on",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="another day than today",
        )

    def handle(self, *, on, **options):
        """Write what changed and name it."""
        policies = Policy.objects.select_related("jurisdiction__state")
        with together():
            changed = policies.refresh_status(on)
            note(Policy, [policy.pk for policy in changed])
        for policy in changed:
            self.stdout.write(f"{policy}: {policy.get_status_display()}")
        self.stdout.write(f"{len(changed)} changed.")
