"""Which of our own records an entry of ICE's lists is: its place, agency, agreement."""

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
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

# An application is not the agreement that is in force already.
APPLIED_FOR = (PolicyStatus.UNKNOWN, PolicyStatus.PROPOSED, PolicyStatus.PENDING)


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
        self.by_place = {}
        for policy in rows.order_by("pk"):
            self.by_place.setdefault(policy.jurisdiction_id, []).append(policy)

    def fitting(self, entry):
        """Return our policy that an entry shows, None for none; it is then taken.

        :raises Obstacle: if more than one may be it.
        """
        ours = self.by_place.get(place_of(entry).pk, [])
        ranked = {}
        for policy in ours:
            if policy.agency_id in (None, entry.agency.pk) and policy.model in (
                entry.model,
                ProgramModel.NOT_STATED,
            ):
                rank = policy.agency_id is None, policy.model != entry.model
                ranked.setdefault(rank, []).append(policy)
        if not ranked:
            return None
        best = ranked[min(ranked)]
        if len(best) > 1 or best[0].model != entry.model and shows_others(entry):
            raise Obstacle(
                _("Say first which agency and model this is: %s.")
                % "; ".join(f"“{policy}”" for policy in best)
            )
        ours.remove(best[0])
        return best[0]


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


def agencies_of(places):
    """Return {(place, folded name): agency} of the agencies of some places."""
    found = {}
    rows = Agency.objects.filter(jurisdiction__in=places).select_related(
        "jurisdiction__state"
    )
    for agency in rows.prefetch_related("aliases").order_by("-pk"):
        for name in (agency.name, *(alias.name for alias in agency.aliases.all())):
            found[agency.jurisdiction_id, fold_name(name)] = agency
    return found
