"""What becomes of the rows of lists when an editor says what a spelling means."""

from jurisdictions.derive import fold_name
from policies.enums import (
    MatchReason,
    RosterChangeKind,
    RosterDoubt,
    SpellingOf,
)
from policies.models import RosterChange, RosterEntry, RosterRow

# Where a list prints what an editor decides on, and the doubt about it.
PRINTED = {
    SpellingOf.STATE: ("STATE", RosterDoubt.STATE_UNKNOWN),
    SpellingOf.MODEL: ("SUPPORT TYPE", RosterDoubt.MODEL_UNKNOWN),
}
BATCH = 500


def decisions_on(of, printed):
    """Return the open decisions on one spelling, list by list."""
    waiting = RosterChange.objects.waiting().filter(kind=RosterChangeKind.SYSTEMATIC)
    return [
        change
        for change in waiting.select_related("roster").order_by(
            "roster__published_on", "roster__edition"
        )
        if change.details["of"] == of
        and fold_name(change.details["printed"]) == fold_name(printed)
    ]


def rows_spelt(roster, of, printed):
    """Return the rows of a list that print a spelling, with their entries."""
    heading, _doubt = PRINTED[of]
    rows = roster.rows.select_related("entry").order_by("number")
    spelling = fold_name(printed)
    return [r for r in rows if fold_name(r.printed.get(heading, "")) == spelling]


def confirm(rows, of):
    """Let rows be read as they are without a doubt: the spelling means just that."""
    _heading, doubt = PRINTED[of]
    for row in rows:
        row.doubts = [other for other in row.doubts if other != doubt]
    RosterRow.objects.bulk_update(rows, ["doubts"], batch_size=BATCH)
    plain = [
        row.pk for row in rows if not row.doubts and row.entry and not row.entry.doubts
    ]
    RosterChange.objects.waiting().filter(
        row__in=plain, kind=RosterChangeKind.NEW
    ).update(certain=True)


def part(roster, rows, of):
    """Read rows of a list as of no state, or no model, that we know.

    They then continue no agreement of the list before: that one is not on the list,
    and theirs is new. What was decided on a row before stays decided.
    """
    apart = [row for row in rows if getattr(row, of) and row.entry]
    decided = RosterChange.objects.exclude(pk__in=RosterChange.objects.waiting())
    held = set(decided.filter(row__in=apart).values_list("row", flat=True))
    apart = [row for row in apart if row.pk not in held]
    was = {row.pk: row.entry for row in apart}
    for row in apart:
        setattr(row, of, "")
        row.entry = entry_apart(row, roster)
    RosterEntry.objects.bulk_create([row.entry for row in apart], batch_size=BATCH)
    for row in apart:
        row.entry_id = row.entry.pk
    RosterRow.objects.bulk_update(apart, [str(of), "entry"], batch_size=BATCH)
    roster.changes.filter(row__in=apart).delete()
    RosterChange.objects.bulk_create(
        [
            RosterChange(
                roster=roster,
                kind=RosterChangeKind.NEW,
                entry=row.entry,
                row=row,
                state=row.state,
            )
            for row in apart
        ],
        batch_size=BATCH,
    )
    leave_behind(roster, {entry.pk: entry for entry in was.values()})


def entry_apart(row, roster):
    """Return an entry of its own for a row, unsaved, which matches nothing."""
    return RosterEntry(
        kind=roster.kind,
        state=row.state,
        agency_name=row.agency_name,
        county_name=row.county_name,
        place_type=row.place_type,
        model=row.model,
        signed_on=row.signed_on,
        moa_url=row.moa_url,
        addendum_url=row.addendum_url,
        first_roster=roster,
        last_roster=roster,
        matched_by=MatchReason.NONE,
        doubts=[RosterDoubt.PLACE_UNKNOWN],
    )


def leave_behind(roster, entries):
    """Tell of entries that a list is without them; those of no list are removed."""
    last = {}
    rows = RosterRow.objects.filter(entry__in=entries).select_related("roster")
    for row in rows.order_by("roster__published_on", "roster__edition", "-number"):
        last[row.entry_id] = row
    for pk, entry in entries.items():
        if pk not in last:
            entry.delete()
        elif last[pk].roster_id != roster.pk:
            entry.last_roster = last[pk].roster
            entry.save(update_fields=["last_roster"])
            RosterChange.objects.create(
                roster=roster,
                kind=RosterChangeKind.GONE,
                entry=entry,
                before=last[pk],
                state=entry.state,
            )
