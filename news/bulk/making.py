"""Make a set of files of the whole record, and put it where readers find it.

Nothing that is offered is ever written to: a set is made in a folder of its own and
moved into place under names that no other had, its manifest last. Killed at any
moment, the command leaves the earlier sets whole and nothing half made on offer.
"""

import fcntl
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from config.downloads import MANIFEST, Download, DownloadSet, sets_held
from jurisdictions.models import RecordVersion
from news.bulk.package import NAME, about, pack, sha256
from news.bulk.reading import entries, one_state
from news.bulk.writing import Database, OneObject, Tables

UNFINISHED = ".making-"


class AlreadyMaking(Exception):
    """Another command is making a set in the same folder."""


def make(root: Path, day: date, keep: int, tell=lambda entry: None):
    """Make the set of a day; return it, and whether it is new.

    It is not when the day's last set has the same contents. `tell` hears of records.

    :raises AlreadyMaking: if another command is at it.
    """
    root.mkdir(parents=True, exist_ok=True)
    with alone(root):
        clear(root)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=root) as made:
            folder = Path(made)
            version, counts = write(folder, day, tell)
            held = sets_held()
            files = files_in(folder)
            for other in held:
                if other.day == day and sums_of(other.files) == sums_of(files):
                    return other, False
            named = DownloadSet(
                free_name(day, held), day, version, counts, renamed(files, day, held)
            )
            place(root, folder, named)
        prune(root, keep)
    # Pages tell of the set: those that readers hold are old.
    RecordVersion.bump()
    return named, True


@contextmanager
def alone(root):
    """Keep every other command out of the folder."""
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as held:
            raise AlreadyMaking from held
        yield


def write(folder, day, tell):
    """Write the files of a set; return the record's version and the rows by table."""
    path = folder / "tables"
    path.mkdir()
    with one_state():
        version = RecordVersion.current()
        with (
            Tables(path) as tables,
            OneObject(folder / f"{NAME}.json", about(day)) as whole,
            Database(folder / f"{NAME}.sqlite3", about(day)) as database,
        ):
            for entry in entries(day):
                tables.add(entry)
                whole.add(entry)
                database.add(entry)
                tell(entry)
    pack(folder / f"{NAME}.zip", path, tables.counts, day)
    shutil.rmtree(path)
    return version, tables.counts


def files_in(folder):
    """Return what was made, the kinds in the order in which they are offered."""
    paths = (folder / f"{NAME}.{kind}" for kind in ("zip", "json", "sqlite3"))
    return tuple(
        Download(p.name, p.suffix[1:], p.stat().st_size, sha256(p)) for p in paths
    )


def sums_of(files):
    """Return the checksum of each kind of file."""
    return {file.kind: file.sha256 for file in files}


def free_name(day, held):
    """Return the name of the day's next set: a second one is `…-2`."""
    stem = f"{NAME}-{day.isoformat()}"
    taken = {other.name for other in held}
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name


def renamed(files, day, held):
    """Return the files under the names by which they are offered."""
    name = free_name(day, held)
    return tuple(
        Download(f"{name}.{file.kind}", file.kind, file.bytes, file.sha256)
        for file in files
    )


def place(root, folder, made):
    """Move a set into place; with its manifest it is there."""
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in made.files)
    (folder / "sums").write_text(sums)
    (folder / "manifest").write_text(json.dumps(made.as_json(), indent=2))
    moves = [(f"{NAME}.{file.kind}", file.name) for file in made.files]
    moves += [("sums", made.sums), ("manifest", f"{made.name}{MANIFEST}")]
    for before, after in moves:
        path = folder / before
        path.chmod(0o644)  # the web server reads them as another user
        with path.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(path, root / after)


def clear(root):
    """Take away what killed commands left: folders, and files without a manifest."""
    known = {name for held in sets_held() for name in held.names}
    for path in root.iterdir():
        if path.name.startswith(UNFINISHED):
            shutil.rmtree(path)
        elif path.name.startswith(f"{NAME}-") and path.name not in known:
            path.unlink()


def prune(root, keep):
    """Take the oldest sets away, manifest first, so that so many are left."""
    for held in sets_held()[keep:]:
        for name in reversed(held.names):
            (root / name).unlink(missing_ok=True)
