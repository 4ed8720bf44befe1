"""An import that is killed leaves the record as it was before, never between."""

import json
import os
import shutil
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.jurisdictions.registry_files import tidy

KILLS = 20


@pytest.fixture
def registry(tmp_path):
    """A small state: counties, towns, townships and a city that is a county too."""
    rows = []
    for number in range(1, 150):
        county = f"01{number:03}"
        rows += [
            {"geoid": county, "level": "county", "name": f"Number {number} County"},
            {"geoid": f"01{number:05}", "level": "place", "name": f"No. {number} city"},
            {
                **{"geoid": f"{county}{number:05}", "level": "cousub"},
                **{"name": f"No. {number} township", "county_geoid": county},
            },
        ]
    rows += [
        {"geoid": "01999", "level": "county", "name": "Carson city"},
        {"geoid": "0199999", "level": "place", "name": "Carson city"},
        {"geoid": "0199998", "level": "place", "name": "A-B County"},
    ]
    return tidy(tmp_path / "small.csv", [row | {"state": "AL"} for row in rows])


def left_by_kills(file, url):
    """Kill imports into a database of its own and return what they left."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.jurisdictions.killing", file, str(KILLS)],
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,  # what it complains of is pytest's to show
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


def check(told):
    """Check that every kill hit, and left the database as it was."""
    assert {kill["ended"] for kill in told["killed"]} == {-signal.SIGKILL}
    assert all(kill["left"] == told["before"] for kill in told["killed"])
    assert told["before"]["places"] == 0
    assert told["before"].get("damage") in (None, "ok")
    after = told["after"]
    assert told["ended"] == 0
    assert (after["places"], after["united"], after["within"]) == (450, 1, 149)
    assert after["version"] == told["before"]["version"] + 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own test")
def test_killed_import_leaves_an_sqlite_file_whole(
    django_db_setup, migrated_before, registry, tmp_path
):
    file = tmp_path / "killed.sqlite3"
    shutil.copy(migrated_before, file)
    check(left_by_kills(registry, f"sqlite:///{file}"))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own test")
@pytest.mark.django_db(transaction=True)
def test_killed_import_leaves_postgresql_whole(registry):
    server = urlsplit(os.environ["DATABASE_URL"])
    url = server._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    check(left_by_kills(registry, url))
