"""In words: what changed in a row, what it matched and why, what accepting it does."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.editing.filters import state_choices
from jurisdictions.derive import fold_name
from policies.enums import (
    MatchReason,
    ProgramModel,
    RosterChangeKind,
    RosterDecision,
    RosterDoubt,
    RosterKind,
    SpellingOf,
)
from policies.models import RosterChange, RosterEntry

SHOWN_NAMES = 5

# What accepting does, by the kind of change: a line for each section.
EFFECTS = {
    RosterChangeKind.NEW: gettext_lazy(
        "Accepting drafts an agreement with its signature and its first list; an "
        "agreement we already have is updated instead."
    ),
    RosterChangeKind.RETURNED: gettext_lazy(
        "Accepting says that ICE lists it again, where our record says that ICE no "
        "longer did; else it records that it is on this list."
    ),
    RosterChangeKind.RENEWED: gettext_lazy(
        "Accepting drafts a new agreement that renews the one before."
    ),
    RosterChangeKind.SWITCHED: gettext_lazy(
        "Accepting drafts a new agreement that replaces the one before."
    ),
    RosterChangeKind.RENAMED: gettext_lazy(
        "Accepting keeps the new spelling with the agency; the agreement stays."
    ),
    RosterChangeKind.EDITED: gettext_lazy(
        "Accepting takes a day, a state or a first link as now printed into the "
        "agreement's draft; other cells stay with the list."
    ),
    RosterChangeKind.GONE: gettext_lazy(
        "Accepting records that it is not on this list; never that it ended."
    ),
    RosterChangeKind.DELISTED: gettext_lazy(
        "Accepting adds that ICE's lists no longer show it, from the first list "
        "without it; never that it ended."
    ),
}
EFFECTS_PENDING = EFFECTS | {
    RosterChangeKind.NEW: gettext_lazy(
        "Accepting drafts an agreement that is pending; one we already have is "
        "updated instead."
    ),
}
LINKS = {
    "moa_url": gettext_lazy("Link to the agreement"),
    "addendum_url": gettext_lazy("Link to the addendum"),
}
# The column a spelling stands in.
HEADINGS = {SpellingOf.STATE: "STATE", SpellingOf.MODEL: "SUPPORT TYPE"}


@dataclass(frozen=True)
class Fact:
    """A cell that changed: what it is called, what it said, what it says."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Told:
    """A change as the screen shows it."""

    change: RosterChange
    waits: bool  # for a decision on a spelling
    state_name: str

    @property
    def row(self):
        """The row of this list, or of the one before where this has none."""
        return self.change.row or self.change.before

    @property
    def may_be_decided(self):
        """Whether nothing is in the way of a decision."""
        return self.change.decision == RosterDecision.OPEN and not self.waits

    @property
    def may_be_ticked(self):
        """Whether there is a box to tick: to decide, or to put back."""
        left_out = self.change.decision == RosterDecision.REFUSED
        return self.may_be_decided or left_out

    @property
    def name(self):
        """The agency as printed."""
        return self.row.agency_name or _("No agency printed")

    @property
    def place_url(self):
        """The address of the form of the place it matched."""
        return edit_url(self.change.entry.jurisdiction)

    @property
    def agency_url(self):
        """The address of the form of the agency it matched."""
        return edit_url(self.change.entry.agency)

    @property
    def policy_url(self):
        """The address of the form of our record of it."""
        return edit_url(self.change.entry.policy)

    @property
    def facts(self):
        """What each cell that changed said, and says now."""
        pairs = self.change.details.items()
        return [
            Fact(cell_label(name), cell_words(name, was), cell_words(name, now))
            for name, (was, now) in pairs
        ]

    @property
    def model(self):
        """The model, in words."""
        return self.row.get_model_display()

    @property
    def reason(self):
        """Why the row is taken to be about the place or the agency."""
        return MatchReason(self.change.entry.matched_by)

    @property
    def doubts(self):
        """What to look at before accepting: of the row, and of what it matched.

        What an entry matched does not matter to a change that is certain as it is.
        """
        of_match = [] if self.change.certain else self.change.entry.doubts
        found = dict.fromkeys([*self.row.doubts, *of_match])
        known = [name for name in found if name in RosterDoubt.values]
        return [RosterDoubt(name) for name in known]

    @property
    def printed(self):
        """The cells as the list prints them, where a look at them may help."""
        return self.row.printed.items() if self.doubts else ()


@dataclass(frozen=True)
class Spelling:
    """A systematic change as the screen shows it."""

    change: RosterChange

    @property
    def printed(self):
        """The spelling as printed."""
        return self.change.details["printed"]

    @property
    def is_open(self):
        """Whether nobody has decided what it means."""
        return self.change.decision == RosterDecision.OPEN

    @property
    def printed_as(self):
        """The heading it stands under, and the spelling as it is compared."""
        return HEADINGS[self.change.details["of"]], fold_name(self.printed)

    @property
    def rows(self):
        """How many rows print it."""
        return self.change.details["rows"]

    @property
    def of(self):
        """What it is a spelling of."""
        return SpellingOf(self.change.details["of"]).label

    @property
    def meaning(self):
        """What it seems to mean, in words; empty where nothing is clear."""
        meaning = self.change.details["meaning"]
        if self.change.details["of"] == SpellingOf.MODEL:
            return ProgramModel(meaning).label if meaning else ""
        return dict(state_choices()).get(meaning, meaning)

    def answer(self, answer):
        """Return what was decided, in words."""
        words = _("“%(printed)s” means %(meaning)s, on every list.")
        if answer == "different":
            words = _("“%(printed)s” does not mean %(meaning)s.")
        return words % {"printed": self.printed, "meaning": self.meaning}


def told(changes, spellings=(), states=None):
    """Return changes, by id, as the screen shows them.

    While a spelling waits for its decision, so do the rows that print it.
    """
    states = dict(state_choices()) if states is None else states
    undecided = [one.printed_as for one in spellings if one.is_open]
    return {
        change.pk: Told(
            change,
            waits=any(prints(change, *spelling) for spelling in undecided),
            state_name=states.get(change.state, _("State not recognized")),
        )
        for change in changes
    }


def prints(change, heading, spelling):
    """Return whether the row of a change prints a spelling under a heading."""
    cell = change.row.printed.get(heading, "") if change.row else ""
    return fold_name(cell) == spelling


def edit_url(record):
    """Return the address of a record's form."""
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


def cell_label(name):
    """Return what a cell of a row is called."""
    if name in LINKS:
        return str(LINKS[name])
    return str(capfirst(RosterEntry._meta.get_field(name).verbose_name))


def group_label(kind, group, states):
    """Return the heading of a group: its state, or the cells that changed."""
    if kind == RosterChangeKind.EDITED:
        return " + ".join(map(cell_label, group.split("+")))
    return states.get(group) or _("State not recognized")


def cell_words(name, text):
    """Return what a cell said, in words; an empty one says so."""
    if not text:
        return _("empty")
    if name == "signed_on" and (day := parse_date(text)):
        return day_words(day)
    if name == "model" and text in ProgramModel.values:
        return ProgramModel(text).label
    if name in LINKS:
        return text.rstrip("/").rpartition("/")[2]
    return text


def day_words(day: date):
    """Return a day as the admin writes one."""
    return date_format(day, "SHORT_DATE_FORMAT")


def effects(kind):
    """Return what accepting does on a list of participating or of pending agencies."""
    return EFFECTS_PENDING if kind == RosterKind.PENDING else EFFECTS


def reasons(left):
    """Return why some were left, a sentence for each reason: (thing, why) pairs."""
    by_reason = defaultdict(list)
    for thing, why in left:
        by_reason[str(why)].append(str(thing))
    return [
        _("%(why)s (%(count)d: %(names)s)")
        % {"why": why, "count": len(names), "names": some_of(names)}
        for why, names in by_reason.items()
    ]


def some_of(names):
    """Return the first few names, and that there are more."""
    shown = ", ".join(names[:SHOWN_NAMES])
    return f"{shown}, …" if len(names) > SHOWN_NAMES else shown
