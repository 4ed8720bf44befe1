"""What stands in the way of taking a change over, in words for an editor."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from policies.enums import RosterChangeKind
from policies.models import RosterChange

# After these a row stands for an agreement of its own.
BEGINNING = {
    RosterChangeKind.NEW,
    RosterChangeKind.RETURNED,
    RosterChangeKind.RENEWED,
    RosterChangeKind.SWITCHED,
}
# Cells that our record repeats; a change of another is only taken note of.
RECORDED = {"state", "agency_name", "model", "signed_on", "moa_url"}


class Obstacle(Exception):
    """Why a change cannot be taken over, in words for an editor."""


class Undecided:
    """What nobody has decided on, of a list and of those before it."""

    def __init__(self, roster, changes):
        self.spellings = undecided_spellings(roster)
        self.beginnings = undecided_before(changes, roster, BEGINNING)
        self.delistings = undecided_before(changes, roster, {RosterChangeKind.DELISTED})

    def check(self, change):
        """Refuse a change that rests on what nobody has decided.

        :raises Obstacle: saying on what.
        """
        if change.kind == RosterChangeKind.SYSTEMATIC:
            raise Obstacle(_("Say whether the spelling means the same or not."))
        if change.row is not None:
            self.check_spellings(change.row)
        earlier = [self.beginnings.get(pk) for pk in entries_of(change)]
        if any(earlier) and needs_beginning(change):
            raise Obstacle(
                _("Decide first on its row on the list of %s.")
                % date_format(max(filter(None, earlier)), "DATE_FORMAT")
            )
        if change.kind == RosterChangeKind.RETURNED:
            self.check_delisted(change)

    def check_delisted(self, change):
        """Refuse what is listed again before it is said that it was not.

        :raises Obstacle: naming the list that was without it.
        """
        if day := self.delistings.get(change.entry_id):
            raise Obstacle(
                _("Decide first whether it was no longer listed on %s.")
                % date_format(day, "DATE_FORMAT")
            )

    def check_spellings(self, row):
        """Refuse a row with a spelling that waits for a decision.

        :raises Obstacle: naming it.
        """
        for heading in ("STATE", "SUPPORT TYPE"):
            printed = row.printed.get(heading, "")
            if fold_name(printed) in self.spellings:
                raise Obstacle(
                    _("Decide first what the spelling “%s” means.") % printed.strip()
                )


def needs_beginning(change):
    """Return whether a change waits until the beginning of its row is decided."""
    if change.kind == RosterChangeKind.EDITED:
        return bool(RECORDED & change.details.keys())
    return change.kind not in (RosterChangeKind.NEW, RosterChangeKind.GONE)


def refuse_locked(record, user):
    """Leave alone what somebody holds for themselves.

    :raises Obstacle: naming the record.
    """
    lock = record.get_lock()
    if lock and lock.for_user(user):
        raise Obstacle(_("“%s” is locked by somebody.") % record)


def undecided_spellings(roster):
    """Return the folded spellings of a list on which nobody has decided."""
    waiting = roster.changes.waiting().filter(kind=RosterChangeKind.SYSTEMATIC)
    return {fold_name(change.details.get("printed", "")) for change in waiting}


def entries_of(change):
    """Return the keys of the entries a change is about, that of the row before too."""
    keys = {change.entry_id, change.before and change.before.entry_id}
    return keys - {None}


def undecided_before(changes, roster, kinds):
    """Return {entry: day of the list} of what earlier lists left open."""
    earlier = Q(roster__published_on__lt=roster.published_on) | Q(
        roster__published_on=roster.published_on, roster__edition__lt=roster.edition
    )
    waiting = RosterChange.objects.waiting().filter(
        earlier,
        entry__in={pk for change in changes for pk in entries_of(change)},
        kind__in=kinds,
    )
    return dict(waiting.values_list("entry_id", "roster__published_on"))
