"""Which places a whole registry file no longer has.

The GEOIDs a file had are kept in a temporary table of the database: a list in memory
would grow with the file.
"""

from collections import Counter

from django.db import connection
from django.db.models import Count
from django.db.models.expressions import RawSQL

from jurisdictions.models import Jurisdiction
from jurisdictions.registry.names import Kind

# More of a state's counties, or places, than this cannot have ended at once.
SHARE = 0.1


class Seen:
    """The GEOIDs of a file so far, and the states and kinds that it covers."""

    def __init__(self):
        self.covered = Counter()
        self._run(
            "CREATE TEMPORARY TABLE registry_seen (geoid varchar(12) PRIMARY KEY)"
        )

    def forget(self):
        """Drop the table: a connection may import another file."""
        self._run("DROP TABLE registry_seen")

    def before(self, geoids):
        """Return those of some GEOIDs that the file has had already."""
        geoids = list(geoids)
        marks = ", ".join(["%s"] * len(geoids))
        found = f"SELECT geoid FROM registry_seen WHERE geoid IN ({marks})"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(found, geoids)
            return {geoid for (geoid,) in cursor.fetchall()}

    def add(self, geoids):
        """Remember GEOIDs that the file has not had before."""
        if geoids:
            marks = ", ".join(["(%s)"] * len(geoids))
            self._run(f"INSERT INTO registry_seen VALUES {marks}", list(geoids))  # noqa: S608

    def missing(self):
        """Return the active places of what the file covers that it does not have.

        :returns: (kind, rows of that kind by state, how many of each are known).
        """
        absent = Jurisdiction.objects.active().exclude(
            # Nothing of this comes from outside.
            geoid__in=RawSQL("SELECT geoid FROM registry_seen", ())
        )
        for kind in sorted({kind for kind, _ in self.covered} - {Kind.STATE}):
            states = [state for covered, state in self.covered if covered == kind]
            rows = absent.registered_as(kind).filter(state_id__in=states)
            yield kind, rows, _by_state(rows)

    def known(self, kind):
        """Return how many active places of a kind each state has."""
        return _by_state(Jurisdiction.objects.active().registered_as(kind))

    def _run(self, statement, values=()):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)


def _by_state(rows):
    """Return the number of some places by their state."""
    counted = rows.order_by().values_list("state_id").annotate(Count("pk"))
    return dict(counted)


def too_many(missing, known):
    """Return (state, missing, known) where more are missing than can have ended."""
    return [
        (state, count, known[state])
        for state, count in sorted(missing.items())
        if count > max(1, SHARE * known[state])
    ]
