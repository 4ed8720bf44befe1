"""Footnotes of one page: facts carry numbers, numbers lead to sources."""

from dataclasses import dataclass, field

from news.claims import claims_of


@dataclass
class Note:
    """One source of the page, with what the page takes from it."""

    number: int
    source: object
    citations: list = field(default_factory=list)
    marks: list = field(default_factory=list)

    @property
    def claims(self):
        """The passages the page takes from the source, in the source's order."""
        return claims_of(self.citations)


@dataclass(frozen=True)
class Mark:
    """One footnote number beside a fact; `anchor` is where the note leads back."""

    number: int
    anchor: str
    contradicts: bool
    title: str


class Footnotes:
    """Numbers sources in the order in which a page first cites them.

    Only published sources are numbered: a draft source shows nowhere. Templates
    call `mark` while they print, so the list of notes belongs at the page's end.
    """

    def __init__(self):
        self._notes = {}

    def mark(self, citations):
        """Return the marks of a fact, one for each published source it rests on."""
        marks = {}
        for citation in citations:
            source = citation.source
            if not source.live:
                continue
            note = self._notes.setdefault(source.pk, Note(len(self._notes) + 1, source))
            if citation not in note.citations:
                note.citations.append(citation)
            if source.pk in marks and not citation.contradicts:
                continue
            anchor = f"ref-{note.number}-{len(note.marks) + 1}"
            mark = Mark(note.number, anchor, citation.contradicts, source.label)
            if source.pk not in marks:
                note.marks.append(mark)
            marks[source.pk] = mark
        return list(marks.values())

    @property
    def notes(self):
        """The notes so far, in order of their numbers."""
        return sorted(self._notes.values(), key=lambda note: note.number)

    def __len__(self):
        return len(self._notes)
