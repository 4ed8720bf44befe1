"""Write down what changed in the public record since the log was last written."""

from collections import Counter

from django.core.management.base import BaseCommand

from news.changes.writing import record_all


class Command(BaseCommand):
    """Run nightly, and after bulk writes: whatever moved without an editor is logged.

    A day that passes turns a status or leaves a vote without a result; a name
    printed elsewhere changes. A database from before the log gets its first entries,
    each dated by the day its record was first published.
    """

    help = "Log what differs between the public record and the log of changes."

    def handle(self, **options):
        """Write what differs and say how much of what."""
        found = record_all()
        counts = Counter(str(change.get_kind_display()).lower() for change in found)
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        self.stdout.write(f"Changes: {told or 'none'}.")
