"""Files that a command made for readers to take whole: which there are, and each.

They lie in one folder, set beside set. A set is there when its manifest is: that is
put in place last, so what a killed command left has none and is not offered.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404

MANIFEST = ".manifest.json"
SUMS = ".sha256"
NAME = re.compile(r"[a-z0-9][a-z0-9.-]*", re.ASCII)


@dataclass(frozen=True)
class Download:
    """One file of a set."""

    name: str
    kind: str  # how its name ends
    bytes: int
    sha256: str


@dataclass(frozen=True)
class DownloadSet:
    """The same contents as files of several kinds, made together."""

    name: str
    day: date  # as of which it tells
    version: int  # of the record
    counts: dict[str, int]  # rows by table
    files: tuple[Download, ...]

    @property
    def rows(self):
        """How many rows its tables have together."""
        return sum(self.counts.values())

    @property
    def sums(self):
        """The name of the file with the checksums of the others."""
        return f"{self.name}{SUMS}"

    @property
    def names(self):
        """Every file that belongs to the set, the manifest last."""
        files = (file.name for file in self.files)
        return (*files, self.sums, f"{self.name}{MANIFEST}")

    def as_json(self):
        """Return what the manifest says."""
        about = {"name": self.name, "as_of": self.day.isoformat()}
        about |= {"record_version": self.version, "tables": self.counts}
        return about | {"files": [vars(file) for file in self.files]}


def folder() -> Path:
    """Return where the files lie."""
    return Path(settings.DOWNLOADS_ROOT)


def sets_held() -> list[DownloadSet]:
    """Return the sets there are, the newest first."""
    found = [read(path) for path in folder().glob(f"*{MANIFEST}")]
    return sorted(found, key=lambda held: (held.day, held.version), reverse=True)


def read(path) -> DownloadSet:
    """Return the set that a manifest tells of."""
    told = json.loads(path.read_text())
    return DownloadSet(
        name=told["name"],
        day=date.fromisoformat(told["as_of"]),
        version=told["record_version"],
        counts=told["tables"],
        files=tuple(Download(**file) for file in told["files"]),
    )


def path_of(name):
    """Return the path of a file by its name, None unless it belongs to a set."""
    if not NAME.fullmatch(name):
        return None
    held = (known for found in sets_held() for known in found.names)
    return folder() / name if name in held else None


def download(request, name):
    """Answer with one file, where no web server in front of us does.

    :raises Http404: if no set has it.
    """
    path = path_of(name) if settings.SERVE_DOWNLOADS else None
    if path is None or not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    # A name is never given to other contents.
    response["Cache-Control"] = "public, max-age=2592000, immutable"
    response["X-Robots-Tag"] = "noindex"
    return response
