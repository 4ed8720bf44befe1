"""What follows from the published record and is worth keeping while it stands.

Kept in the process and known by the record's version, so that it is never older than
the record. A newer version drops what was kept of the one before.
"""

from collections import OrderedDict
from threading import Lock

LARGEST = 48  # things; the largest takes some hundred kilobytes

_kept = OrderedDict()
_lock = Lock()


def remembered(version, key, make):
    """Return what `make` made for a key of the record as it stands.

    Two requests at once may both make it: neither waits for the other.
    """
    known = (version, key)
    with _lock:
        if _kept and version > next(reversed(_kept))[0]:
            _kept.clear()
        if known in _kept:
            _kept.move_to_end(known)
            return _kept[known]
    made = make()
    with _lock:
        _kept[known] = made
        while len(_kept) > LARGEST:
            _kept.popitem(last=False)
    return made


def forget():
    """Forget everything; for tests, in which a version can come twice."""
    with _lock:
        _kept.clear()
