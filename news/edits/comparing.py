"""The edits between two versions of a record, and what each changes in words."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from news.claims import part_words
from news.edits.values import (
    DATES,
    compared,
    has_spanish_names,
    is_twin,
    parts_of,
    row_apart,
    row_compared,
    row_name,
    row_words,
    rows_of,
    twins_in_words,
    words_of,
)
from news.history.differ import (
    Piece,
    both_in_one,
    line_difference,
    shortened,
    word_difference,
)

# What is about the entry and not about its matter.
ABOUT_THE_ENTRY = {"slug", "last_checked_on", "go_live_at", "expire_at"}
# What of a source is for editors only.
PRIVATE = {"text", "editorial_note"}
# The name of an edit that adds a row with citations of its own, or takes it away.
WHOLE = ""
ORDER = "order"
# Before the name of rows of which only the texts in Spanish differ.
IN_SPANISH = "es:"


@dataclass(frozen=True)
class Version:
    """A record, or one of its events, as it stands in one version of the record."""

    record: Any
    row: Any

    @property
    def own(self):
        """The citations of the row itself."""
        return list(self.row.citations.all()) if is_citable(type(self.row)) else []


@dataclass(frozen=True)
class Edit:
    """One part that says something else in a later version than in an earlier.

    `was` or `now` is None where the record, or the event, is only in the other.
    """

    part: str
    was: Version | None
    now: Version | None
    before: Any
    after: Any

    @property
    def row(self):
        """The record or the event that is edited, as it is now if it still is."""
        return (self.now or self.was).row

    @property
    def model(self):
        """The model of the record or event."""
        return type(self.row)

    @property
    def fields(self):
        """The fields of the part; none of rows below the record."""
        return parts_of(self.model).get(self.part, [])

    @property
    def is_below(self):
        """Whether it is an edit of an event and not of the record itself."""
        version = self.now or self.was
        return version.row is not version.record

    @property
    def is_twin(self):
        """Whether it is of our words in Spanish alone: the English stays as it was."""
        return self.part.startswith(IN_SPANISH) or is_twin(self.model, self.part)

    @property
    def is_text(self):
        """Whether the part is free text: neither choice, name, date nor number."""
        return bool(self.fields) and all(map(is_free_text, self.fields))

    @property
    def is_told_in_every_language(self):
        """Whether it is of choices, names, dates and numbers: of no words of ours."""
        if self.part in DATES:
            return True
        if not self.fields or any(map(is_free_text, self.fields)):
            return False
        versions = filter(None, (self.was, self.now))
        return all(has_spanish_names(told.row, self.fields) for told in versions)

    @property
    def is_fact(self):
        """Whether the public reads the part as a fact, an address being none."""
        if self.part in ABOUT_THE_ENTRY | PRIVATE:
            return False
        fields = self.fields
        return not fields or not all(isinstance(f, models.URLField) for f in fields)

    @property
    def label(self):
        """What is edited: “Result”, “Approved by the body · Dec 7, 2021: Date”."""
        return self.labels[1]

    @property
    def labels(self):
        """What is edited, as each of the two versions names it."""
        versions = (self.was or self.now, self.now or self.was)
        return tuple(self._label(version.row) for version in versions)

    def _label(self, row):
        if self.part == WHOLE:
            return capfirst(self.model._meta.verbose_name)
        if self.part == ORDER:
            return _("Order of what happened")
        words = capfirst(part_words(self.model, self.part.removeprefix(IN_SPANISH)))
        if self.part.startswith(IN_SPANISH):
            return _("%(part)s, in Spanish") % {"part": words}
        return f"{row_name(row)}: {words}" if self.is_below else words

    @property
    def key(self):
        """A short name of this very edit, by which an answer says what it is to."""
        where = getattr((self.was or self.now).row, "pk", None)
        told = (self.model.__name__, where, self.part, self.before, self.after)
        return sha256(repr(told).encode()).hexdigest()[:16]

    def lines(self, public=False):
        """Return what the part said and what it says, each in lines of words."""
        return self._lines(self.was, public), self._lines(self.now, public)

    def _lines(self, version, public):
        if version is None:
            return []
        if self.part == WHOLE:
            return [row_words(version.row, public)]
        if self.fields:
            return words_of(version.row, self.part, self.fields, public)
        if self.part.startswith(IN_SPANISH):
            rows = getattr(version.row, self.part.removeprefix(IN_SPANISH)).all()
            return list(filter(None, map(twins_in_words, rows)))
        rows = "events" if self.part == ORDER else self.part
        return [row_words(row, public) for row in getattr(version.row, rows).all()]

    def pieces(self, public=False):
        """Return what the part said and says in pieces, those marked that differ."""
        was, now = self.lines(public)
        if self.is_text and was and now:
            return word_difference(" ".join(was), " ".join(now))
        if self.part == ORDER:
            return tuple([Piece(line, True) for line in lines] for lines in (was, now))
        return line_difference(was, now)

    def in_one(self):
        """Return a text that was reworded, both versions in one; else nothing."""
        was, now = self.lines()
        if not (self.is_text and was and now):
            return []
        return shortened(both_in_one(" ".join(was), " ".join(now)))

    def sentence(self, public=False):
        """Return (what it said, what it says), each in one line."""
        if self.is_text:
            found = (" ".join(lines) for lines in self.lines(public))
        else:
            found = (
                "; ".join(piece.text for piece in pieces if piece.differs)
                for pieces in self.pieces(public)
            )
        return tuple(words or _("not recorded") for words in found)


def is_citable(model):
    """Return whether citations can support parts of a model."""
    return bool(getattr(model, "citable_fields", ()))


def is_free_text(field):
    """Return whether a field is of words that no list of choices gives."""
    kinds = (models.CharField, models.TextField)
    return isinstance(field, kinds) and not field.choices and not _is_address(field)


def _is_address(field):
    return isinstance(field, models.URLField | models.SlugField)


def edits_between(was, now):
    """Return the edits that lead from one version of a record to a later one.

    `was` is None for a record that nobody has seen yet: then all it says is new.
    """
    before = was and Version(was, was)
    after = Version(now, now)
    found = [*_edits(before, after)]
    for name in rows_of(type(now)):
        if is_citable(getattr(now, name).model):
            found += _edits_of_events(was, now, name)
        else:
            found += _edits_of_rows(before, after, name)
    return found


def _edits(was, now):
    """Yield the edits of the fields of one row."""
    for part, fields in parts_of(type(now.row)).items():
        before = was and compared(was.row, fields)
        after = compared(now.row, fields)
        if before != after and (was or words_of(now.row, part, fields)):
            yield Edit(part, was, now, before, after)


def _edits_of_rows(was, now, name):
    """Yield the edit of the rows below a record that have no citations of their own.

    Of rows of which only the texts in Spanish differ, it is an edit of those.
    """
    told = [
        sorted(map(row_apart, getattr(version.row, name).all()), key=repr)
        if version
        else []
        for version in (was, now)
    ]
    before, after = ([facts for facts, _twins in rows] for rows in told)
    if before != after:
        yield Edit(name, was, now, *told)
    elif told[0] != told[1]:
        yield Edit(f"{IN_SPANISH}{name}", was, now, *told)


def _edits_of_events(was, now, name):
    """Yield the edits of each event, of those added and taken away, of their order."""
    old = {row.pk: row for row in _in_order(was, name)} if was else {}
    new = _in_order(now, name)
    for row in new:
        if row.pk in old and row.pk is not None:
            yield from _edits(Version(was, old[row.pk]), Version(now, row))
        else:
            yield Edit(WHOLE, None, Version(now, row), None, row_compared(row))
    kept = [row.pk for row in new if row.pk in old]
    for pk, row in old.items():
        if pk not in kept:
            yield Edit(WHOLE, Version(was, row), None, row_compared(row), None)
    before = [pk for pk in old if pk in kept]
    if before != kept:
        yield Edit(ORDER, Version(was, was), Version(now, now), before, kept)


def _in_order(record, name):
    # As the form numbered them, whatever the order in memory.
    return sorted(getattr(record, name).all(), key=lambda row: row.sort_order)


def fingerprint(record):
    """Return a short name of all that the public reads in a version of a record.

    Two versions that say the same have the same, whatever their citations are.
    """
    told = [_facts(record)]
    for name in rows_of(type(record)):
        told.append(sorted(map(row_compared, getattr(record, name).all()), key=repr))
    return sha256(repr(told).encode()).hexdigest()[:16]


def _facts(record):
    version = Version(record, record)
    edits = (
        Edit(part, None, version, None, compared(record, fields))
        for part, fields in parts_of(type(record)).items()
    )
    return [(edit.part, edit.after) for edit in edits if edit.is_fact]
