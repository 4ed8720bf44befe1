"""Footnotes of one page: facts carry numbers, numbers lead to sources."""

from dataclasses import dataclass, field

from news.claims import claims_of

# Sources beside a fact where there is little room; the record's page has all of them.
FEW_SOURCES = 2


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


def _public(citations):
    return [citation for citation in citations if citation.source.live]


class Footnotes:
    """Numbers sources in the order in which a page first cites them.

    Only published sources are numbered: a draft source shows nowhere. On a page as
    of a day, a fact leaves out what came later, unless nothing else tells it.
    Templates call `mark` while they print, so the notes belong at the page's end.
    """

    def __init__(self, as_of=None):
        self._as_of = as_of
        self._notes = {}

    def mark(self, citations):
        """Return the marks of a fact, one for each published source it rests on."""
        marks = {}
        for citation in self._told(citations):
            source = citation.source
            note = self._notes.setdefault(source.pk, Note(len(self._notes) + 1, source))
            if citation not in note.citations:
                note.citations.append(citation)
            if source.pk in marks and not citation.contradicts:
                continue
            anchor = f"ref-{note.number}-{len(note.marks) + 1}"
            mark = Mark(note.number, anchor, citation.contradicts, source.told_title())
            if source.pk not in marks:
                note.marks.append(mark)
            marks[source.pk] = mark
        return list(marks.values())

    def few(self, citations):
        """Return the citations of the first sources of a fact, one that disagrees too.

        For what has less room than the page, which has all of them.
        """
        sources = self.sources(citations)
        kept = sources[:FEW_SOURCES]
        disagree = [row.source for row in citations if row.contradicts]
        if disagree and not set(disagree) & set(kept):
            kept = [*kept[:-1], *(s for s in sources if s in disagree)][:FEW_SOURCES]
        return [row for row in citations if row.source in kept]

    def sources(self, citations):
        """Return the published sources of a fact, each once; a page numbers these."""
        return list(dict.fromkeys(row.source for row in self._told(citations)))

    def knows(self, citations):
        """Return whether a published source had told of a fact by the page's day."""
        return bool(self._by_then(_public(citations)))

    def _told(self, citations):
        """Return the citations of published sources, of the page's day if there are."""
        public = _public(citations)
        return self._by_then(public) or public

    def _by_then(self, citations):
        if self._as_of is None:
            return citations
        return [
            citation
            for citation in citations
            if citation.source.counts_from
            and citation.source.counts_from <= self._as_of
        ]

    @property
    def notes(self):
        """The notes so far, in order of their numbers."""
        return sorted(self._notes.values(), key=lambda note: note.number)

    def __len__(self):
        return len(self._notes)
