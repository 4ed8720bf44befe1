"""Take a list in a process that is killed half way, again and again.

Run as a module of its own with a migrated SQLite file in DATABASE_URL. Statements are
counted, so that the kills are spread over the whole work on any machine.
"""

import os
import signal
import sys

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()

from django.apps import apps
from django.db import connection, transaction

from tests.workbooks import signed, take

KILLS = 20
ROWS = [signed(f"Town {n} Police Department") for n in range(40)]


def main():
    """Kill, look, and at last take the list."""
    statements = counted()
    before = held()
    for kill in range(1, KILLS + 1):
        # The last one dies with all written and nothing committed.
        killed_before(statements * kill // KILLS if kill < KILLS else None)
        if held() != before:
            sys.exit(f"killed at {kill} of {KILLS}: {held()}, not {before}")
    take(*ROWS)
    if held() == before:
        sys.exit("nothing was taken")
    sys.stdout.write(f"killed {KILLS} times, whole each time; then taken\n")


def counted():
    """Return how many statements taking the list needs."""
    count = 0

    def counting(execute, *args):
        nonlocal count
        count += 1
        return execute(*args)

    with transaction.atomic(), connection.execute_wrapper(counting):
        take(*ROWS)
        transaction.set_rollback(True)
    return count


def killed_before(statement):
    """Take the list in a process that dies before a statement, or the commit."""
    connection.close()  # a connection is not shared with another process
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        if not os.WIFSIGNALED(status):
            sys.exit(f"the process was not killed before statement {statement}")
        return
    left = statement

    def dying(execute, *args):
        nonlocal left
        if left is not None:
            left -= 1
            if left == 0:
                die()
        return execute(*args)

    connection._commit = die
    with connection.execute_wrapper(dying):
        take(*ROWS)
    os._exit(0)


def die():
    """End this process as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def held():
    """Return the rows of every table."""
    return {
        model._meta.label: model._default_manager.count() for model in apps.get_models()
    }


if __name__ == "__main__":
    main()
