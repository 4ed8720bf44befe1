"""Kill an import again and again: `python -m tests.jurisdictions.killing FILE KILLS`.

Each import runs in a process of its own, which dies by SIGKILL at one of its
statements, the next time at a later one. What is then in the database is printed as
JSON, and last what is there when an import was left alone.
"""

import json
import os
import signal
import sys
from pathlib import Path

import django
from django.db import connection, transaction


def contents():
    """Return what the database has: places, other names, GEOIDs, the version."""
    from jurisdictions.models import Jurisdiction, JurisdictionAlias, RecordVersion

    places = Jurisdiction.objects.filter(state="AL")
    found = {
        "places": places.count(),
        "united": places.filter(one_with__isnull=False).count(),
        "within": places.filter(counties__isnull=False).count(),
        "names": JurisdictionAlias.objects.count(),
        "version": RecordVersion.current(),
    }
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found["damage"] = cursor.execute("PRAGMA integrity_check").fetchone()[0]
    return found


def run(path, die_at=None):
    """Import a file, or as much of it as there is time for; count the statements."""
    from jurisdictions.registry.files import look_at
    from jurisdictions.registry.importing import import_file
    from jurisdictions.registry.report import Counts

    count = 0

    def statement(execute, *args):
        nonlocal count
        count += 1
        if count == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*args)

    with connection.execute_wrapper(statement):
        import_file(look_at(path), Counts())
    return count


def killed(path, die_at):
    """Return how a process ended that was to die at a statement."""
    connection.close()
    child = os.fork()
    if child == 0:
        run(path, die_at)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(path, kills):
    """Kill so many imports, then let one finish, and print what each left."""
    from jurisdictions.models import Jurisdiction

    Jurisdiction.objects.create(name="Alabama", usps="AL", level="state", geoid="01")
    before = contents()
    with transaction.atomic():
        total = run(path)
        transaction.set_rollback(True)
    left = []
    for number in range(kills):
        ended = killed(path, 1 + number * total // kills)
        left.append({"ended": ended, "left": contents()})
    ended = killed(path, None)
    told = {"before": before, "killed": left, "ended": ended, "after": contents()}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]))
