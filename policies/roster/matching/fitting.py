"""Which of our own records an entry of ICE's lists is: its place, agency, agreement."""

from collections import defaultdict

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.matching import same_body
from jurisdictions.models import Agency
from policies.enums import (
    ENDED,
    PolicyStatus,
    PolicyType,
    ProgramModel,
    RosterDoubt,
    RosterKind,
)
from policies.models import Policy, RosterEntry
from policies.roster.deciding.obstacles import Obstacle
from policies.roster.matching.kinds import kind_of

# An application is not the agreement that is in force already; one that the local side
# has signed waits for ICE.
APPLIED_FOR = (
    PolicyStatus.UNKNOWN,
    PolicyStatus.PROPOSED,
    PolicyStatus.PENDING,
    PolicyStatus.SIGNED,
)
# What was in force and is no more.
OVER = (PolicyStatus.TERMINATED, PolicyStatus.EXPIRED)


class Candidates:
    """Our own 287(g) agreements of some places, of which a row may be one."""

    def __init__(self, roster, places):
        rows = (
            Policy.objects.filter(jurisdiction__in=places, type=PolicyType.PROGRAM_287G)
            .exclude(status__in=[*ENDED, PolicyStatus.EXPIRED])
            .exclude(successors__isnull=False)
            .exclude(roster_entries__kind=roster.kind)
            .select_related("jurisdiction__state", "agency")
        )
        if roster.kind == RosterKind.PENDING:
            rows = rows.filter(status__in=APPLIED_FOR)
        over = (
            Policy.objects.filter(jurisdiction__in=places, type=PolicyType.PROGRAM_287G)
            .filter(status__in=OVER, status_since__isnull=False)
            .exclude(roster_entries__kind=roster.kind)
            .select_related("jurisdiction__state")
        )
        self.by_place, self.over = defaultdict(list), defaultdict(list)
        for policy in rows.order_by("pk"):
            self.by_place[policy.jurisdiction_id].append(policy)
        for policy in over.order_by("pk"):
            self.over[policy.jurisdiction_id].append(policy)

    def fitting(self, entry):
        """Return our policy that an entry shows, None for none; it is then taken.

        :raises Obstacle: if more than one may be it, or one that is over.
        """
        ours = self.by_place[place_of(entry).pk]
        ranked = {}
        for policy in ours:
            if may_be(policy, entry):
                rank = policy.agency_id is None, policy.model != entry.model
                ranked.setdefault(rank, []).append(policy)
        if not ranked:
            self.refuse_ended(entry)
            return None
        best = ranked[min(ranked)]
        if len(best) > 1 or best[0].model != entry.model and shows_others(entry):
            raise Obstacle(
                _("Say first which agency and model this is: %s.")
                % "; ".join(f"“{policy}”" for policy in best)
            )
        ours.remove(best[0])
        return best[0]

    def refuse_ended(self, entry):
        """Refuse to begin anew what our record says has ended since it was signed.

        :raises Obstacle: naming the record; lists show what a city has voided.
        """
        for policy in self.over[place_of(entry).pk]:
            signed_on = entry.signed_on
            if signed_on and signed_on < policy.status_since and may_be(policy, entry):
                raise Obstacle(
                    _(
                        "“%s” ended after the day of this signature: if it is that "
                        "agreement, leave the row out."
                    )
                    % policy
                )


def may_be(policy, entry):
    """Return whether an agreement of ours names no other agency and no other model."""
    models = (entry.model, ProgramModel.NOT_STATED)
    return policy.agency_id in (None, entry.agency.pk) and policy.model in models


def check_matched(entry, doubts):
    """Refuse a row of which we cannot tell the place, agency or model.

    :raises Obstacle: saying which.
    """
    if RosterDoubt.STATE_UNKNOWN in doubts:
        raise Obstacle(_("Its state is not recognized."))
    if RosterDoubt.MODEL_UNKNOWN in doubts or not entry.model:
        raise Obstacle(_("Its model is not recognized."))
    if RosterDoubt.AGENCY_MISSING in doubts or not entry.agency_name:
        raise Obstacle(_("The row names no agency."))
    place = place_of(entry)
    if place is None:
        raise Obstacle(_("Choose its place first."))
    if place.state_code != entry.state:
        raise Obstacle(_("The place chosen lies in another state than the row."))
    if entry.agency is None and RosterDoubt.AGENCY_AMBIGUOUS in doubts:
        raise Obstacle(_("Several agencies fit: choose one first."))


def shows_others(entry):
    """Return whether the lists show other models of an entry's place."""
    return (
        RosterEntry.objects.filter(kind=entry.kind, jurisdiction=place_of(entry))
        .exclude(model=entry.model)
        .exists()
    )


def place_of(entry):
    """Return the place of an entry, which may be known by its agency alone."""
    if entry is None:
        return None
    if entry.jurisdiction is None and entry.agency is not None:
        return entry.agency.jurisdiction
    return entry.jurisdiction


class Agencies:
    """Our agencies of some places: by name, and by what tells them apart there."""

    def __init__(self, places):
        self.by_name, self.bodies = {}, defaultdict(list)
        rows = Agency.objects.filter(jurisdiction__in=places).select_related(
            "jurisdiction__state"
        )
        for agency in rows.prefetch_related("aliases").order_by("-pk"):
            self.add(agency, *(alias.name for alias in agency.aliases.all()))

    def add(self, agency, *names):
        """Know an agency by its name and others."""
        place = agency.jurisdiction.pk
        for name in (agency.name, *names):
            self.by_name[place, fold_name(name)] = agency
        self.bodies[place, agency.kind].append(agency)

    def of(self, entry):
        """Return the agency that an entry names at its place, None for none.

        A sheriff's department is the sheriff's office on the next row; of two that
        may be it neither is.
        """
        place = place_of(entry).pk
        if known := self.by_name.get((place, fold_name(entry.agency_name))):
            return known
        kind = kind_of(entry.agency_name, entry.place_type)
        same = [
            agency
            for agency in self.bodies[place, kind]
            if same_body(agency.name, entry.agency_name)
        ]
        return same[0] if len(same) == 1 else None
