"""What follows from the published record and is worth keeping while it stands.

Kept in the process and known by the record's version, so that it is never older than
the record. A newer version drops what was kept of the one before.
"""

from collections import OrderedDict
from threading import Lock

# Things of today; the largest, of 40,000 places, takes some megabytes.
TODAYS = 200
# Things of past days, of which readers may ask any: a few are as good as many.
PASTS = 6


class Shelf:
    """The things kept last, up to a number, of the newest version asked for."""

    def __init__(self, most):
        self.most, self.version = most, -1
        self.kept, self.lock = OrderedDict(), Lock()

    def recall(self, version, key, make):
        """Return what is kept for a key, made now if nothing is.

        Two requests at once may both make it: neither waits for the other.
        """
        with self.lock:
            if version > self.version:
                self.kept.clear()
                self.version = version
            if (version, key) in self.kept:
                self.kept.move_to_end((version, key))
                return self.kept[version, key]
        made = make()
        with self.lock:
            self.kept[version, key] = made
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)
        return made

    def clear(self):
        """Forget everything."""
        with self.lock:
            self.kept.clear()
            self.version = -1


_todays, _pasts = Shelf(TODAYS), Shelf(PASTS)


def remembered(version, key, make, *, past=False):
    """Return what `make` made for a key of the record as it stands, or stood then."""
    return (_pasts if past else _todays).recall(version, key, make)


def forget():
    """Forget everything; for tests, in which a version can come twice."""
    _todays.clear()
    _pasts.clear()
