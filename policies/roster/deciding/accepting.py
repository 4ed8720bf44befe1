"""Taking changes of one list over: agencies and agreements, drafted or updated."""

from django.utils.translation import gettext as _

from jurisdictions.models import Agency
from policies.enums import (
    EventKind,
    Instrument,
    PredecessorRelation,
    RosterChangeKind,
    RosterKind,
)
from policies.models import RosterChange, RosterEntry
from policies.roster.deciding import evidence
from policies.roster.deciding.drafts import BATCH, latest_of, make_drafts, revise
from policies.roster.deciding.names import remember_name
from policies.roster.deciding.obstacles import (
    BEGINNING,
    Obstacle,
    Undecided,
    refuse_locked,
)
from policies.roster.matching.fitting import (
    Agencies,
    Candidates,
    check_matched,
    place_of,
)
from policies.roster.matching.kinds import kind_of

FOLLOWING = {
    RosterChangeKind.RENEWED: PredecessorRelation.RENEWAL,
    RosterChangeKind.SWITCHED: PredecessorRelation.REPLACEMENT,
}
# Cells whose correction our record follows.
CORRECTED = {"signed_on", "state"}
LISTINGS = (EventKind.LISTED_BY_ICE, EventKind.DELISTED_BY_ICE, EventKind.RELISTED)


class Accepting:
    """Some open changes of one list, taken over together by one person."""

    def __init__(self, changes, hand):
        self.hand, self.roster = hand, hand.roster
        self.accepted, self.left = [], []
        self.changes = changes
        self.undecided = Undecided(self.roster, changes)
        places = {place.pk for c in changes if (place := place_of(c.entry))}
        self.agencies = Agencies(places)
        self.candidates = Candidates(self.roster, places)
        self.ice = (
            Agency.objects.federal().filter(abbreviation="ICE", live=True).first()
        )

    def run(self):
        """Take over what can be; the rest is in `left`, each with the reason."""
        ready = [change for change in self.changes if self.tried(self.check, change)]
        named = [change for change in ready if self.needs_agency(change)]
        self.draft_agencies(named)
        fresh = {change for change in named if self.begins(change)}
        drafted = self.draft_policies([c for c in named if c in fresh])
        for change in ready:
            if change in drafted:
                self.supersede(change)
                self.accepted.append(change)
            elif change not in fresh and self.tried(self.apply, change):
                self.accepted.append(change)
        done = set(self.accepted)
        entries = [change.entry for change in named if change in done]
        RosterEntry.objects.bulk_update(
            entries, ["jurisdiction", "agency", "policy"], batch_size=BATCH
        )

    def tried(self, step, change):
        """Return whether a step could be taken for a change; if not, it is left."""
        try:
            step(change)
        except Obstacle as obstacle:
            self.left.append((change, str(obstacle)))
            return False
        return True

    def begins(self, change):
        """Return whether a change makes its row stand for an agreement of its own."""
        if change.kind == RosterChangeKind.RETURNED:
            return change.entry.policy is None
        return change.kind in BEGINNING

    def needs_agency(self, change):
        """Return whether a change needs an agency that may not be there yet."""
        moved = "state" in change.details and change.entry.policy is not None
        return self.begins(change) or moved

    def check(self, change):
        """Refuse a change that an editor has to say something about first.

        :raises Obstacle: saying what.
        """
        self.undecided.check(change)
        if self.needs_agency(change):
            check_matched(change.entry, {*change.row.doubts, *change.entry.doubts})

    # Agencies and agreements, drafted together

    def draft_agencies(self, changes):
        """Give the entries of changes their agency, drafting those we do not have.

        It bears the name that the newest list prints; an older one is remembered when
        the change that put it right is taken over.
        """
        drafts, missing = [], {}
        for change in changes:
            entry, place = change.entry, place_of(change.entry)
            entry.jurisdiction = place
            if entry.agency and entry.agency.jurisdiction.state_code == entry.state:
                continue
            missing[change] = self.agencies.of(entry)
            if missing[change] is None:
                missing[change] = agency_of(entry, change.row)
                drafts.append(missing[change])
                self.agencies.add(missing[change])
        make_drafts(drafts, self.hand)
        for change, agency in missing.items():
            change.entry.agency = agency

    def draft_policies(self, changes):
        """Draft the agreements that changes begin, or add to ours.

        Returns the changes; those that cannot be taken over are left.
        """
        drafts = []
        done = {
            change
            for change in changes
            if self.tried(lambda change: self.enter(change, drafts), change)
        }
        make_drafts(drafts, self.hand)
        return done

    def enter(self, change, drafts):
        """Find the agreement of ours that a row shows and add to it, or draft it.

        :raises Obstacle: if it cannot be told, or somebody holds it.
        """
        entry, follows = change.entry, followed_by(change)
        if follows:
            refuse_locked(follows, self.hand.user)
        how = FOLLOWING[change.kind] if follows else PredecessorRelation.NONE
        if ours := entry.policy or self.candidates.fitting(entry):
            refuse_locked(ours, self.hand.user)
            latest = latest_of(ours)
            evidence.add_to(latest, change.row, entry.agency)
            if follows and latest.predecessor_id is None:
                latest.predecessor, latest.predecessor_relation = follows, how
            revise(latest, self.hand)
            entry.policy = ours
        else:
            entry.policy = evidence.agreement_of(
                change.row, place_of(entry), entry.agency, self.ice, follows, how
            )
            drafts.append(entry.policy)

    def supersede(self, change):
        """Let the agreement before end by the one that took its place."""
        follows = followed_by(change)
        if follows is None:
            return
        latest = latest_of(follows)
        day = evidence.signature_of(change.row) or self.roster.published_on
        event = evidence.happened(EventKind.SUPERSEDED, day, evidence.cite(change.row))
        evidence.place_event(latest, event)
        revise(latest, self.hand)

    # Changes of what we have

    def apply(self, change):
        """Let our record follow a change of its row.

        :raises Obstacle: if it cannot, saying why.
        """
        entry = change.entry
        if change.kind == RosterChangeKind.RENAMED:
            self.remember(change)
        if change.kind == RosterChangeKind.GONE:
            return
        if entry.policy is None:
            refuse_without_record(change)
            return
        if change.kind in (RosterChangeKind.EDITED, RosterChangeKind.RENAMED):
            self.edit(change)
        elif self.roster.kind == RosterKind.PARTICIPATING:
            if change.kind == RosterChangeKind.RETURNED:
                day = self.roster.published_on
                cited = evidence.cite(change.row)
                self.turn(entry.policy, EventKind.RELISTED, day, cited)
            elif change.kind == RosterChangeKind.DELISTED:
                list_without = first_without(entry, self.roster)
                cited = evidence.Citation(source=list_without.source)
                day = list_without.published_on
                self.turn(entry.policy, EventKind.DELISTED_BY_ICE, day, cited)

    def remember(self, change):
        """Remember a new name of an agency, and the one before."""
        agency = change.entry.agency
        if agency is None:
            return
        last = change.before.roster.published_on
        remember_name(agency, change.before.agency_name, None, last)
        remember_name(agency, change.row.agency_name, self.roster.published_on)

    def edit(self, change):
        """Correct what our record took from the row as it was.

        :raises Obstacle: if somebody holds it, or it says something else already.
        """
        policy, row = change.entry.policy, change.row
        needed = CORRECTED & change.details.keys()
        if not needed and not lacks_instrument(policy, row):
            return
        latest = latest_of(policy)
        if not needed and not lacks_instrument(latest, row):
            return
        refuse_locked(policy, self.hand.user)
        if "signed_on" in needed:
            was = change.details["signed_on"][0]
            if not evidence.correct_signature(latest, was, row):
                raise Obstacle(_("Our record dates the signature otherwise."))
        if "state" in needed:
            # An address is unique within its place: the other one makes its own.
            latest.jurisdiction, latest.slug = place_of(change.entry), ""
            latest.agency = change.entry.agency
        evidence.add_instrument(latest, row)
        revise(latest, self.hand)

    def turn(self, policy, kind, day, citation):
        """Say that a policy is off the list, or on it again, where that is news.

        :raises Obstacle: if somebody holds it.
        """
        latest = latest_of(policy)
        listed = [e for e in latest.events.all() if e.kind in LISTINGS]
        gone = bool(listed) and listed[-1].kind == EventKind.DELISTED_BY_ICE
        if gone == (kind == EventKind.DELISTED_BY_ICE):
            return
        refuse_locked(policy, self.hand.user)
        evidence.place_event(latest, evidence.happened(kind, day, citation))
        revise(latest, self.hand)


def refuse_without_record(change):
    """Keep open what would be lost to a record that is made later.

    :raises Obstacle: if the change says what such a record repeats.
    """
    delisted = change.kind == RosterChangeKind.DELISTED
    if delisted or CORRECTED & change.details.keys():
        raise Obstacle(
            _("We have no record of it: its row was left out, or our record is gone.")
        )


def agency_of(entry, row):
    """Return the agency of an entry, unsaved, for which a row speaks."""
    agency = Agency(
        jurisdiction=entry.jurisdiction,
        name=entry.agency_name,
        kind=kind_of(entry.agency_name, entry.place_type),
    )
    agency.citations = [evidence.cite(row)]
    return agency


def lacks_instrument(policy, row):
    """Return whether a row links the paper of a policy whose form nobody knows."""
    return bool(row.moa_url) and policy.instrument == Instrument.UNKNOWN


def followed_by(change):
    """Return our record of the agreement whose place a row's has taken, or None."""
    if change.kind not in FOLLOWING or change.before is None:
        return None
    return change.before.entry and change.before.entry.policy


def first_without(entry, roster):
    """Return the first of the lists in a row that are without an entry."""
    gone = (
        RosterChange.objects.filter(entry=entry, kind=RosterChangeKind.GONE)
        .select_related("roster__source")
        .order_by("roster__published_on", "roster__edition")
        .last()
    )
    return gone.roster if gone else roster
