"""Delete the e-mail addresses of readers that nobody needs any more."""

from django.core.management.base import BaseCommand

from news.models import ErrorReport


class Command(BaseCommand):
    """Run nightly: ninety days after a decision its report has no address any more."""

    help = "Delete the e-mail addresses of reports that were decided 90 days ago."

    def handle(self, **options):
        """Delete them and say how many there were."""
        count = ErrorReport.objects.past_answering().forget_addresses()
        self.stdout.write(f"Addresses of readers: {count} deleted.")
