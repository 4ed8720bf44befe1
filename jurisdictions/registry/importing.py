"""Importing one registry file: all of it, or nothing."""

from itertools import islice

from django.db import transaction

from jurisdictions.models import Jurisdiction, RecordVersion
from jurisdictions.registry import writing
from jurisdictions.registry.absence import Seen, too_many
from jurisdictions.registry.chunks import Chunk
from jurisdictions.registry.entries import NoGovernment, RowError
from jurisdictions.registry.files import FileRefused, cells_of
from jurisdictions.registry.governments import unite
from jurisdictions.registry.names import Kind

# Rows taken at a time; more would need memory and no less time.
CHUNK = 1000


def import_file(file, report, *, partial=False, aliases=(), advance=lambda rows: None):
    """Bring the record to where a registry file is, in one transaction.

    `partial` says that the file leaves places out which are still there; `aliases`
    are pairs of Open Civic Data ids; `advance` hears of rows that are done.

    :raises FileRefused: with nothing written, if too much would be deactivated.
    """
    with transaction.atomic():
        Import(file, report, set(aliases)).run(partial, advance)


class Import:
    """One file on its way into the record."""

    def __init__(self, file, report, aliases):
        self.file, self.report, self.aliases = file, report, aliases
        self.states = {row.usps: row for row in Jurisdiction.objects.states()}
        if not self.states:
            raise FileRefused(
                "the states are not entered yet; run first: manage.py load_states"
            )
        self.seen = Seen()
        self.unreadable = False

    def run(self, partial, advance):
        """Take every row, then what follows from the whole of them."""
        rows = iter(self.file)
        while lines := list(islice(rows, CHUNK)):
            self.take(lines)
            advance(len(lines))
        if not self.seen.covered and self.report.counts["bad"]:
            raise FileRefused(
                f"not one of its rows can be read ({self.report.first['bad'][0]})"
            )
        unite(self.aliases, self.report)
        if self.file.form.latest and not partial:
            self.deactivate()
        self.seen.forget()
        if self.report.changed:
            RecordVersion.bump()

    def take(self, lines):
        """Read some rows, put the bad ones aside and write the others."""
        read = []
        for line, cells in lines:
            try:
                read.append((line, cells, self.entry(cells)))
            except NoGovernment:
                self.report.count("no government")
            except RowError as reason:
                # Which place it is about is not sure, so none can be said to be gone.
                self.unreadable = True
                self.report.refuse(line, reason, cells)
        entries = self.without_strays(read)
        within = [entry for entry in entries if entry.county]
        # A county's subdivisions come after it, even if they are on the next line.
        for part in ([entry for entry in entries if not entry.county], within):
            if part:
                chunk = Chunk(part, self.states)
                chunk.write(self.report, update=self.file.form.latest)

    def entry(self, cells):
        """Return what a row says.

        :raises RowError: if it cannot be read, or its state is another than its code's.
        :raises NoGovernment: if it is about a statistical area.
        """
        row = cells_of(cells, self.file.columns)
        if row is None:
            raise RowError(f"it has not {len(self.file.columns)} cells")
        entry = self.file.form.read(row)
        state = self.states.get(entry.state)
        if state is None:
            raise RowError(f"“{entry.state}” is no state we have")
        if state.geoid and not entry.geoid.startswith(state.geoid):
            raise RowError(f"the GEOID {entry.geoid} is not in {state.name}")
        return entry

    def without_strays(self, read):
        """Return the entries of rows, save those that come twice or lie nowhere."""
        geoids = {entry.geoid for _, _, entry in read}
        before = self.seen.before(geoids) if geoids else set()
        counties = self.counties_of(entry for _, _, entry in read)
        kept = {}
        for line, cells, entry in read:
            if entry.geoid in before or entry.geoid in kept:
                reason = f"the GEOID {entry.geoid} is on an earlier line too"
            elif entry.county and entry.county not in counties | geoids:
                reason = f"its county {entry.county} is not entered; import that first"
                before.add(entry.geoid)
                self.seen.add([entry.geoid])
            else:
                kept[entry.geoid] = entry
                continue
            self.report.refuse(line, reason, cells)
        self.seen.add(kept)
        for entry in kept.values():
            self.seen.covered[entry.kind, entry.state] += 1
            if entry.same_as and entry.ocd_id:
                self.aliases.add((entry.ocd_id, entry.same_as))
        return list(kept.values())

    def counties_of(self, entries):
        """Return those of the entries' counties that the record has."""
        named = {entry.county for entry in entries if entry.county}
        rows = Jurisdiction.objects.filter(geoid__in=named) if named else ()
        return {row.geoid for row in rows}

    def deactivate(self):
        """Deactivate what a whole file does not have any more.

        :raises FileRefused: if that is more of a state than can have ended.
        """
        if self.unreadable:
            self.report.count("not looked for what is gone")
            return
        refused = []
        for kind, rows, missing in self.seen.missing():
            if not missing:
                continue
            for state, count, known in too_many(missing, self.seen.known(kind)):
                refused.append(f"{count} of {known} {PLURALS[kind]} of {state}")
            if refused:
                continue
            for chunk in _chunks(rows.for_registry()):
                writing.change((place, {"active": False}, ()) for place in chunk)
                for place in chunk:
                    self.report.change(
                        "deactivated", place, "not in the file", always=True
                    )
        if refused:
            raise FileRefused(
                f"it has not {', '.join(refused[:5])}{' …' if refused[5:] else ''}. So "
                "many cannot have ended: the file may be cut off, or a part of one. "
                "If it is a part, run again with --partial, which deactivates nothing"
            )


PLURALS = {
    Kind.COUNTY: "counties",
    Kind.PLACE: "cities and towns",
    Kind.SUBDIVISION: "county subdivisions",
}


def _chunks(rows):
    """Yield rows some hundred at a time, whole lists of them."""
    rows = rows.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
