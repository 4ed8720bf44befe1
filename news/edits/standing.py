"""Which citations stood for what an edit changes, and whether they still do."""

from news.edits.comparing import ORDER, WHOLE

# What a citation calls a part that the form calls otherwise.
ALSO = {"organization": ("on_behalf_of",)}
# Where a policy stands follows from these of its events.
DECIDES_STATUS = {"kind", "date"}


def standing(edit):
    """Return the citations that stood for the old value and were left as they are.

    None where there is nothing to ask: the part said nothing before or says nothing
    now, or a citation of it was added or edited in the same version.
    """
    if edit.part in (WHOLE, ORDER) or edit.was is None or edit.now is None:
        return []
    if not all(edit.lines()):
        return []
    now = naming(edit, edit.now)
    were = {said(row) for row in naming(edit, edit.was)}
    if any(said(row) not in were for row in now):
        return []
    there = {said(row) for row in now}
    return [row for row in supporting(edit, edit.was) if said(row) in there]


def supporting(edit, version):
    """Return the citations that support a part in one version, at least as a whole.

    Those that name it; where none does, those of the record as a whole, which stand
    for every fact but not for words that are ours.
    """
    rows = [row for row in naming(edit, version) if not row.contradicts]
    named = [row for row in rows if row.field]
    return named or ([] if edit.is_text else rows)


def naming(edit, version):
    """Return the citations of a version that name a part, or the record as a whole."""
    if edit.part == WHOLE:
        return version.own
    names = {edit.part, *ALSO.get(edit.part, ()), ""}
    found = [row for row in version.own if row.field in names]
    if edit.is_below and edit.part in DECIDES_STATUS:
        of_record = version.record.citations.all()
        found += [row for row in of_record if row.field == "status"]
    return found


def said(citation):
    """Return all that an editor fills in of a citation."""
    return (
        citation.source_id,
        citation.field,
        citation.bearing,
        " ".join(citation.quote.split()),
        citation.paragraph,
        citation.speaker,
        citation.value_reported,
    )


def same_citations(was, now):
    """Return whether two versions of a record cite alike, their events too."""
    return _all_said(was) == _all_said(now)


def _all_said(record):
    rows = list(record.citations.all()) if record.citable_fields else []
    found = sorted((said(row) for row in rows), key=repr)
    if hasattr(record, "events"):
        for event in record.events.all():
            if hasattr(event, "citations"):
                told = sorted(map(said, event.citations.all()), key=repr)
                found.append((event.pk, told))
    return found
