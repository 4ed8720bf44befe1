"""Where a policy stands, and the events that say so."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurisdictions.enums import DefinedChoices


class PolicyStatus(DefinedChoices):
    """Where a policy stands on a day: always folded from its events."""

    PROPOSED = (
        "proposed",
        _("Proposed or under consideration; nothing is decided."),
        _("Proposed"),
    )
    PENDING = (
        "pending",
        _("Approved or applied for, but not signed."),
        _("Pending, not signed"),
    )
    SIGNED = (
        "signed",
        _("Signed by the local side; no source says that it has begun."),
        _("Signed"),
    )
    ACTIVE = "active", _("In force."), _("In force")
    SUSPENDED = "suspended", _("Paused, by a court or by its parties."), _("Suspended")
    EXPIRED = "expired", _("Its term ended."), _("Expired")
    TERMINATED = "terminated", _("Ended by a decision."), _("Ended")
    REJECTED = "rejected", _("Voted down or refused."), _("Rejected")
    WITHDRAWN = "withdrawn", _("Taken back before a decision."), _("Withdrawn")
    DELISTED = (
        "delisted_unconfirmed",
        _("ICE's list no longer shows it; that does not prove that it ended."),
        _("No longer listed by ICE"),
    )
    UNKNOWN = "unknown", _("No source tells where it stands."), _("Not recorded")


class EventKind(DefinedChoices):
    """A dated thing that happens to a policy."""

    REPORTED = (
        "reported",
        _("A source describes it as existing, without saying since when."),
        _("Reported to exist"),
    )
    PROPOSED = (
        "proposed",
        _("Somebody put it forward."),
        pgettext_lazy("event", "Proposed"),
    )
    UNDER_CONSIDERATION = (
        "under_consideration",
        _("Those who decide say that they are weighing it."),
        _("Under consideration"),
    )
    INTRODUCED = "introduced", _("Brought before a body."), _("Introduced")
    CONSIDERED = (
        "considered",
        _("A body took it up; no decision is reported."),
        _("Considered"),
    )
    COMMITTEE_REVIEW = (
        "committee_review",
        _("A committee looked at it."),
        _("Reviewed in committee"),
    )
    CONTINUED = "continued", _("Put off to a later meeting."), _("Put off")
    AMENDED = "amended", _("Its text was changed."), _("Amended")
    APPROVED_BY_BODY = (
        "approved_by_body",
        _("A body approved it; a signature is still needed."),
        _("Approved"),
    )
    ADOPTED = (
        "adopted",
        _("A body adopted it and no other act is needed."),
        _("Adopted"),
    )
    REJECTED_BY_BODY = "rejected_by_body", _("A body voted it down."), _("Rejected")
    WITHDRAWN = "withdrawn", _("Its proposers took it back."), _("Withdrawn")
    EXECUTIVE_SIGNED = (
        "executive_signed",
        _("A mayor, governor or president signed it."),
        _("Signed by the executive"),
    )
    AGENCY_APPLIED = (
        "agency_applied",
        _("An agency asked ICE for an agreement."),
        _("Applied for"),
    )
    ICE_PENDING_LISTED = (
        "ice_pending_listed",
        _("ICE's list of pending agreements shows it."),
        _("Listed as pending by ICE"),
    )
    LEA_SIGNED = (
        "lea_signed",
        _("The city, county or agency signed it."),
        _("Signed by the local side"),
    )
    ICE_SIGNED = "ice_signed", _("ICE signed it."), _("Signed by ICE")
    MOA_POSTED = (
        "moa_posted",
        _("The signed paper was published."),
        _("Agreement published"),
    )
    EFFECTIVE = (
        "effective",
        _("It came into force."),
        pgettext_lazy("event", "In force"),
    )
    LISTED_BY_ICE = (
        "listed_by_ice",
        _("ICE's list of participating agencies shows it."),
        _("Listed by ICE"),
    )
    TRAINING_COMPLETED = (
        "training_completed",
        _("Its officers finished their training."),
        _("Training completed"),
    )
    RENEWAL_PROPOSED = (
        "renewal_proposed",
        _("Somebody put forward to renew or extend it."),
        _("Renewal proposed"),
    )
    EXTENDED = "extended", _("Its term was extended."), _("Extended")
    SUSPENDED = "suspended", _("It was paused."), pgettext_lazy("event", "Suspended")
    RESUMED = "resumed", _("It began again."), _("Resumed")
    COURT_CHALLENGED = (
        "court_challenged",
        _("Somebody went to court about it."),
        _("Challenged in court"),
    )
    CLARIFICATION_SOUGHT = (
        "clarification_sought",
        _("A government wants a court to say what the law requires."),
        _("Court to clarify"),
    )
    ENJOINED = "enjoined", _("A court stopped it."), _("Stopped by a court")
    EXPIRED = "expired", _("Its term ended."), _("Expired")
    TERMINATED_BY_LEA = (
        "terminated_by_lea",
        _("The local side ended it."),
        _("Ended by the local side"),
    )
    TERMINATED_BY_ICE = "terminated_by_ice", _("ICE ended it."), _("Ended by ICE")
    RESCINDED = "rescinded_by_vote", _("A body took it back."), _("Rescinded")
    SUPERSEDED = "superseded", _("Another policy took its place."), _("Superseded")
    LAPSED = (
        "lapsed",
        _("It no longer applied; no source says by what act."),
        _("Lapsed"),
    )
    REAFFIRMED = (
        "reaffirmed",
        _("Officials said that it stays."),
        _("Reaffirmed"),
    )
    DELISTED_BY_ICE = (
        "delisted_by_ice",
        _("ICE's list no longer shows it."),
        _("No longer listed by ICE"),
    )
    RELISTED = "relisted", _("ICE's list shows it again."), _("Listed again by ICE")
    STATUS_DISPUTED = (
        "status_disputed",
        _("Sources disagree about where it stands."),
        _("Status disputed"),
    )


# The status each event leads to; an event that is not here leaves the status.
# ICE's lists have rules of their own in `derive`: `DELISTED_BY_ICE` touches active ones
# only, `ICE_PENDING_LISTED` those on which nothing is decided yet.
STATUS_AFTER = {
    EventKind.REPORTED: PolicyStatus.ACTIVE,
    EventKind.PROPOSED: PolicyStatus.PROPOSED,
    EventKind.UNDER_CONSIDERATION: PolicyStatus.PROPOSED,
    EventKind.INTRODUCED: PolicyStatus.PROPOSED,
    EventKind.APPROVED_BY_BODY: PolicyStatus.PENDING,
    EventKind.ADOPTED: PolicyStatus.ACTIVE,
    EventKind.REJECTED_BY_BODY: PolicyStatus.REJECTED,
    EventKind.WITHDRAWN: PolicyStatus.WITHDRAWN,
    EventKind.EXECUTIVE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.AGENCY_APPLIED: PolicyStatus.PENDING,
    EventKind.LEA_SIGNED: PolicyStatus.SIGNED,
    EventKind.ICE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.EFFECTIVE: PolicyStatus.ACTIVE,
    EventKind.LISTED_BY_ICE: PolicyStatus.ACTIVE,
    EventKind.EXTENDED: PolicyStatus.ACTIVE,
    EventKind.SUSPENDED: PolicyStatus.SUSPENDED,
    EventKind.RESUMED: PolicyStatus.ACTIVE,
    EventKind.ENJOINED: PolicyStatus.SUSPENDED,
    EventKind.EXPIRED: PolicyStatus.EXPIRED,
    EventKind.TERMINATED_BY_LEA: PolicyStatus.TERMINATED,
    EventKind.TERMINATED_BY_ICE: PolicyStatus.TERMINATED,
    EventKind.RESCINDED: PolicyStatus.TERMINATED,
    EventKind.SUPERSEDED: PolicyStatus.TERMINATED,
    EventKind.LAPSED: PolicyStatus.TERMINATED,
    EventKind.REAFFIRMED: PolicyStatus.ACTIVE,
    EventKind.RELISTED: PolicyStatus.ACTIVE,
}


# Statuses in which a list of pending agreements tells something new: it still shows
# some for weeks after their signature.
UNDECIDED = (PolicyStatus.UNKNOWN, PolicyStatus.PROPOSED)


# Statuses of a policy that is over for another reason than the end of its term.
ENDED = (PolicyStatus.TERMINATED, PolicyStatus.REJECTED, PolicyStatus.WITHDRAWN)


# Statuses under which a policy applies to people today, as far as is known.
IN_FORCE = (PolicyStatus.ACTIVE, PolicyStatus.DELISTED)
