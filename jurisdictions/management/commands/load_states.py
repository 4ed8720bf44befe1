"""Enter the United States, its states, territories and the District."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.log_actions import log

from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction, JurisdictionAlias

# Census FIPS codes and Open Civic Data ids, both free of rights.
STATES = Path(__file__).parents[2] / "gazetteer" / "states.csv"
NATION = {
    "slug": "united-states",
    "name": "United States",
    "level": Level.FEDERAL,
    "ocd_id": "ocd-division/country:us",
}


class Command(BaseCommand):
    """Publish the states; those that exist stay as an editor left them."""

    help = "Enter the United States, 50 states, 5 territories and the District."

    @transaction.atomic
    def handle(self, **options):
        """Enter what is missing and say how many that was."""
        made = 0
        if not Jurisdiction.objects.filter(level=Level.FEDERAL).exists():
            enter(Jurisdiction(**NATION))
            made += 1
        known = set(Jurisdiction.objects.states().values_list("usps", flat=True))
        with STATES.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row["usps"] not in known:
                    alias = row.pop("also_called")
                    enter(Jurisdiction(**row), alias)
                    made += 1
        self.stdout.write(f"States: {made or 'nothing new'}.")


def enter(place, alias=""):
    """Publish a new place with a first revision for its history."""
    if alias:
        place.aliases = [JurisdictionAlias(name=alias)]
    place.live = False
    place.full_clean()
    place.save()
    log(instance=place, action="wagtail.create")
    place.save_revision(clean=False).publish()
