"""Opening a registry file: of which form it is, and what is no such file."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jurisdictions.registry.entries import (
    Entry,
    from_bundled,
    from_gazetteer,
    from_tidy,
)


class FileRefused(Exception):
    """A file that is no registry; nothing of it has been written."""


@dataclass(frozen=True)
class Form:
    """One form of registry files: its columns and how a row of it is read."""

    read: Callable[[Mapping[str, str]], Entry]
    needed: frozenset[str]
    possible: frozenset[str]
    # The Bureau's word is the latest; ours only fills in what is missing.
    latest: bool

    def fits(self, columns: list[str]) -> bool:
        """Tell whether a file with these columns is of the form."""
        return self.needed <= set(columns) <= self.needed | self.possible


def form(read, needed: str, possible: str = "", *, latest: bool = True) -> Form:
    """Return a form by its columns, parted by spaces."""
    return Form(read, frozenset(needed.split()), frozenset(possible.split()), latest)


GAZETTEER = form(
    from_gazetteer,
    "USPS GEOID ANSICODE NAME INTPTLAT INTPTLONG",
    "GEOIDFQ OCDID OCD_ID LSAD FUNCSTAT POP10 HU10 ALAND AWATER ALAND_SQMI AWATER_SQMI",
)
TIDY = form(
    from_tidy,
    "geoid level ocd_id name lsad state county_geoid lat lon population "
    "population_year active note",
    "type short_name coord_source",
)
BUNDLED = form(
    from_bundled,
    "geoid state registry_name designation ocd_id latitude longitude population "
    "population_year",
    latest=False,
)
FORMS = (GAZETTEER, TIDY, BUNDLED)
# How ZIP files, which workbooks are too, and gzip files begin.
PACKED = (b"PK", b"\x1f\x8b")


@dataclass(frozen=True)
class RegistryFile:
    """A file that has been read through once and found to be of a form."""

    path: Path
    form: Form
    columns: tuple[str, ...]
    rows: int

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Return (line, cells) of every row, as often as asked."""
        lines = _lines(self.path)
        next(lines)
        return lines


def look_at(path: Path) -> RegistryFile:
    """Read a file through and return of which form it is, and how many rows it has.

    :raises FileRefused: if it is no registry file, in words.
    """
    try:
        lines = _lines(path)
        _, heading = next(lines, (0, []))
        columns = tuple(_without_blanks(heading))
        form = next((form for form in FORMS if form.fits(list(columns))), None)
        if not heading:
            raise FileRefused("it is empty")
        if form is None or len(set(columns)) < len(columns):
            raise FileRefused(_not_its_columns(columns))
        rows = sum(1 for _ in lines)
    except UnicodeDecodeError as refusal:
        raise FileRefused(_not_its_text(path)) from refusal
    except IsADirectoryError as refusal:
        raise FileRefused("it is a folder, not a file") from refusal
    except OSError as refusal:
        raise FileRefused(refusal.strerror or str(refusal)) from refusal
    except csv.Error as refusal:
        raise FileRefused(f"it is no CSV: {refusal}") from refusal
    if not rows:
        raise FileRefused("it has a heading and no rows")
    return RegistryFile(path, form, columns, rows)


def _not_its_text(path):
    """Return why a file that is no UTF-8 is refused."""
    with path.open("rb") as file:
        begins = file.read(2)
    if begins in PACKED:
        return "it is packed, as a ZIP file or a workbook is: unpack it first"
    return (
        "it is not text in UTF-8; older Gazetteer files are in Latin-1 and can be "
        "turned with: iconv -f latin1 -t utf-8"
    )


def _not_its_columns(columns):
    """Return why a file with other columns is refused."""
    told = ", ".join(columns[:8]) + (" …" if len(columns) > 8 else "")
    return (
        f"its columns are of no form we know ({told[:200]}). A Gazetteer file of "
        "states, counties, places or county subdivisions has USPS, GEOID, ANSICODE, "
        "NAME … INTPTLAT, INTPTLONG; the tidy form geoid, level, ocd_id, name …"
    )


def cells_of(cells: list[str], columns: tuple[str, ...]) -> dict[str, str] | None:
    """Return a row by its columns, None if it has more or fewer."""
    stripped = [cell.strip() for cell in cells]
    if any(stripped[len(columns) :]) or len(stripped) < len(columns):
        return None
    return dict(zip(columns, stripped, strict=False))


def _without_blanks(heading):
    """Return the columns of a heading that ends in blanks, as the Bureau's do."""
    columns = [column.strip() for column in heading]
    while columns and not columns[-1]:
        columns.pop()
    return columns


def _lines(path):
    """Yield (line, cells) of a file, its heading first; empty lines are no rows."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        heading = text.readline()
        text.seek(0)
        sign = next((sign for sign in "\t|" if sign in heading), ",")
        if sign == ",":
            reader = csv.reader(text, strict=True)
        else:  # the Bureau quotes nothing
            reader = csv.reader(text, delimiter=sign, quoting=csv.QUOTE_NONE)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
