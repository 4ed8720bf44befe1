"""Enter a sheet in a process that is killed half way, again and again.

Run as a module of its own with a migrated SQLite file in DATABASE_URL.
"""

import os

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()

from tests import factories
from tests.news.sheets import POLICY, entered
from tests.policies import killing

ROWS = [POLICY | {"title": f"Agreement {n}", "is_new": "yes"} for n in range(4)]


def main():
    """Kill, look, and at last enter the sheet."""
    factories.PlaceFactory(name="Mobile", geoid="0150000")
    killing.KILLS = 5
    killing.take = enter
    killing.main()


def enter(*_rows):
    """Enter the sheet."""
    entered("policies", *ROWS)


if __name__ == "__main__":
    main()
