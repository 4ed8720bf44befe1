"""What each row of a sheet would do, found out before anything is written."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from config.editing.labels import label_of
from news.spreadsheets.drafting import Change, Passage, put
from news.spreadsheets.names import RecordNames
from news.spreadsheets.rows import Fault, Row
from news.spreadsheets.sources import CitedSources
from news.spreadsheets.told import ALIKE, same_record, tell
from policies.enums import EventKind
from policies.models import Policy

SHOWN = 5


class Outcome(models.TextChoices):
    """What becomes of a row; the first two stop the whole sheet."""

    ERROR = "error", gettext_lazy("Error")
    LIKELY = "likely", gettext_lazy("Likely a duplicate: decide")
    CREATE = "create", gettext_lazy("Create")
    UPDATE = "update", gettext_lazy("Update")
    DUPLICATE = "duplicate", gettext_lazy("Duplicate: nothing to write")


STOPPING = (Outcome.ERROR, Outcome.LIKELY)


@dataclass
class Finding:
    """One row: what becomes of it, and the record with what the row tells put in."""

    number: int
    outcome: Outcome
    title: str
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    record: Any = None
    alike: list[Any] = field(default_factory=list)

    @property
    def existing(self):
        """The id of the record that is there already, or None."""
        return self.record and self.record.pk


@dataclass
class Preview:
    """A whole sheet as it would be entered."""

    findings: list[Finding]
    sources: CitedSources

    @cached_property
    def counts(self):
        """How many rows there are of each outcome, none left out."""
        found = [finding.outcome for finding in self.findings]
        return {outcome: found.count(outcome) for outcome in Outcome}

    @property
    def stopped(self):
        """Whether a row keeps the whole sheet from being entered."""
        return any(self.counts[outcome] for outcome in STOPPING)

    @property
    def writes(self):
        """How many records would be made or changed."""
        return self.counts[Outcome.CREATE] + self.counts[Outcome.UPDATE]

    @property
    def errors_first(self):
        """The rows in the order in which somebody has to look at them."""
        order = list(Outcome)
        return sorted(
            self.findings, key=lambda row: (order.index(row.outcome), row.number)
        )

    @property
    def digest(self):
        """A text that is another as soon as anything would be done otherwise."""
        told = [
            (
                row.number,
                row.outcome.value,
                row.existing,
                row.record and row.record.latest_revision_id,
                row.changes,
                row.faults,
            )
            for row in self.findings
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def examine(kind, rows, user=None):
    """Return what each row of a sheet would do; writes nothing.

    `rows` are (number, {column: text}); `user` is who would enter them.
    """
    return Examination(kind, user).of(rows)


class Examination:
    """One sheet while its rows are looked at, in their order."""

    def __init__(self, kind, user):
        self.kind = kind
        self.user = user
        self.names = RecordNames()
        self.sources = CitedSources()
        self.changed = {}
        self.made = {}

    def of(self, rows):
        """Return the preview of the rows."""
        found = [self.row(Row(self.kind, number, cells)) for number, cells in rows]
        return Preview(found, self.sources)

    def row(self, row):
        """Return what becomes of a row."""
        record = self.record_of(row)
        if "record" not in row.cells:
            row.need()
        told = tell(row, self.names, record)
        source = self.sources.cited_by(row)
        finding = None
        if not row.faults:
            look = self.update if record else self.create
            finding = look(row, told, source, record)
        if row.faults:
            finding = Finding(row.number, Outcome.ERROR, title_of(row, record))
        finding.faults, finding.notes = row.faults, row.notes
        return finding

    def record_of(self, row):
        """Return the latest version of the record that a row changes, or None."""
        number = row.value("record")
        record = number and row.told(
            "record", self.names.by_id, self.kind.model, number
        )
        if not record:
            return None
        lock = record.get_lock()
        if lock and (self.user is None or lock.for_user(self.user)):
            row.refuse("record", _("It is locked, or in review: change it there."))
        return record.get_latest_revision_as_object()

    def update(self, row, told, source, record):
        """Return what a row changes of a record that it names."""
        for kind in happened_otherwise(record, told):
            words = _("It adds another “%s”: one is on record with another date.")
            row.note(words % EventKind(kind).label)
        changes = put(record, told, [passage_of(row, source)])
        self.clean(record, row, told)
        first = self.changed.setdefault(record.pk, row.number)
        if first != row.number:
            row.refuse("record", _("Row %s changes the same record.") % first)
        if changes and record.live and record.has_unpublished_changes:
            row.note(_("Of this record changes wait to be published already."))
        outcome = Outcome.UPDATE if changes else Outcome.DUPLICATE
        return Finding(row.number, outcome, called(record), changes, record=record)

    def create(self, row, told, source, _record):
        """Return a new record, or the one on record that a row only repeats."""
        record = self.kind.model(live=False)
        changes = put(record, told, [passage_of(row, source)])
        alike = list(ALIKE[self.kind.model](record))
        # What cites a source that nobody has entered yet repeats no record.
        for other in alike if source.pk else ():
            latest = other.get_latest_revision_as_object()
            if not put(latest, told, [passage_of(row, source)]):
                row.note(_("It is on record already: #%s.") % other.pk)
                title = called(other)
                return Finding(row.number, Outcome.DUPLICATE, title, record=other)
        self.clean(record, row, told)
        outcome = self.newness(row, record, alike)
        finding = Finding(row.number, outcome, called(record), changes, record=record)
        finding.alike = alike if outcome == Outcome.LIKELY else []
        return finding

    def newness(self, row, record, alike):
        """Return whether a record is new, as far as the row decides that."""
        cells = {k: v for k, v in row.cells.items() if k != "is_new"}
        before = self.made.setdefault(same_record(record), [])
        again = [number for number, told in before if told == cells]
        first = next((number for number, _told in before), None)
        before.append((row.number, cells))
        if again:
            row.refuse("", _("It says the same as row %s.") % again[0])
            return Outcome.ERROR
        if row.value("is_new"):
            return Outcome.CREATE
        if first:
            words = _(
                "Row %s is likely the same record. If not, write “yes” under is_new."
            )
            row.note(words % first)
        if alike:
            row.note(likely(alike))
        return Outcome.LIKELY if alike or first else Outcome.CREATE

    def clean(self, record, row, told):
        """Note what the rules of the record, and of what is beneath it, refuse."""
        slug = record.slug
        try:
            record.full_clean()
        except ValidationError as refused:
            for name, messages in refused.message_dict.items():
                column = "" if name == NON_FIELD_ERRORS else name
                for words in messages:
                    row.refuse(column, words)
        for name in told.beneath:
            for child in getattr(record, name).all():
                clean_child(child, row)
        for doubt in record.snippet_viewset.doubts(record):
            row.note(doubt)
        record.slug = slug  # made when it is saved, after the rows before it


def passage_of(row, source):
    """Return the passage that a row cites."""
    return Passage(
        source=source,
        quote=row.value("source_quote") or "",
        paragraph=row.value("source_paragraph"),
        supports=row.value("source_supports") or "",
    )


def clean_child(child, row):
    """Note what the fields of a row beneath a record refuse, as too long a name."""
    links = [field.name for field in child._meta.fields if field.is_relation]
    try:
        child.clean_fields(exclude=links)
    except ValidationError as refused:
        for words in refused.messages:
            row.refuse("", f"{str(child)[:60]}: {words}")


def happened_otherwise(record, told):
    """Yield the kind of each event that a record has too, with another date only."""
    for entry in told.beneath.get("events", ()):
        dates = [
            (event.date, event.date_precision)
            for event in record.events.all()
            if event.kind == entry["kind"]
        ]
        if dates and (entry["date"], entry["date_precision"]) not in dates:
            yield entry["kind"]


def likely(alike):
    """Return which records a row likely repeats, and how to say whether it does."""
    named = "; ".join(f"#{row.pk} {called(row)}" for row in alike[:SHOWN])
    words = ngettext(
        "Likely on record already: %s. To change it write its number under record; "
        "if it is another one, write “yes” under is_new.",
        "Likely on record already, as one of these: %s. To change it write its number "
        "under record; if it is another one, write “yes” under is_new.",
        len(alike),
    )
    return words % named


def called(record):
    """Return what tells a record from its namesakes; a new one stands nowhere yet."""
    return str(record) if isinstance(record, Policy) else label_of(record)


def title_of(row, record):
    """Return what to call a row that is refused."""
    if record is not None:
        return called(record)
    names = ("title", "motion", "name")
    return next((row.cells[name] for name in names if row.cells.get(name)), "")
