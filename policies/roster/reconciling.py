"""Where ICE's newest list and our record say different things, in words.

Nothing here decides who is right: a list shows agreements that a city has voided,
and drops some that nobody has ended.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policies.enums import (
    ENDED,
    IN_FORCE,
    EventKind,
    FindingKind,
    MotionKind,
    PolicyStatus,
    PredecessorRelation,
    ProgramModel,
    RosterKind,
    VoteResult,
)
from policies.grammar import day_words
from policies.models import Policy, Roster, RosterEntry


@dataclass(frozen=True)
class Finding:
    """One difference: where, between which record and which row, what each says."""

    kind: FindingKind
    state: str
    place: str
    agency: str
    policy: Policy | None
    entry: RosterEntry | None
    ours: str
    ices: str


# What a body decided, and what somebody signed for the local side.
VOTED = (
    EventKind.APPROVED_BY_BODY,
    EventKind.ADOPTED,
    EventKind.REJECTED_BY_BODY,
)
DECIDED = (EventKind.APPROVED_BY_BODY, EventKind.ADOPTED, EventKind.LEA_SIGNED)
COMPARED = (*DECIDED, EventKind.ICE_SIGNED)
# Motions by which an agreement is approved; a passed motion can also end one.
APPROVING = (MotionKind.ADOPT, MotionKind.UNKNOWN)
OVER = (*ENDED, PolicyStatus.EXPIRED)
# Of an agreement signed anew, or for another model, ICE lists the later one.
FOLLOWING = (PredecessorRelation.RENEWAL, PredecessorRelation.REPLACEMENT)


class OurAgreements:
    """Our 287(g) agreements, drafts too, found by what ICE lists."""

    def __init__(self, policies):
        self.all = list(policies)
        self._by_id = {policy.pk: policy for policy in self.all}
        self._by_place = defaultdict(list)
        for policy in self.all:
            self._by_place[policy.jurisdiction_id].append(policy)
        self.followed = {
            policy.predecessor_id
            for policy in self.all
            if policy.predecessor_relation in FOLLOWING
        }

    def of(self, entry):
        """Return the record an entry is matched to, else those that may be of it.

        Those are of its place, of its agency or none, of its model or none stated.
        """
        if matched := self._by_id.get(entry.policy_id):
            return [matched]
        return self.beside(entry)

    def beside(self, entry):
        """Return the records of an entry's place that do not name another agency."""
        if entry.jurisdiction_id is None:
            return []
        return [
            policy
            for policy in self._by_place[entry.jurisdiction_id]
            if policy.agency_id in (None, entry.agency_id)
            and policy.model in (entry.model, ProgramModel.NOT_STATED)
        ]


def reconcile(today=None, days=None):
    """Return every difference, by kind and then by state; none without a list.

    The kind that nearly every agreement on the list is of comes last.

    `days` is how far days may lie apart, the setting RECONCILE_DAYS unless told.
    The number of queries does not grow with the list.
    """
    newest = Roster.objects.newest(RosterKind.PARTICIPATING)
    if newest is None:
        return []
    today = today or timezone.localdate()
    days = settings.RECONCILE_DAYS if days is None else days
    ours = OurAgreements(Policy.objects.agreements_287g().for_reconciling())
    laws = list(Policy.objects.published().laws_barring_287g().for_reconciling())
    listed = list(RosterEntry.objects.listed_on(newest).for_reconciling())
    gone = list(RosterEntry.objects.gone_by(newest).for_reconciling())
    return [
        *gone_unannounced(gone, ours, newest, today),
        *barred_by_law(listed, ours, laws, newest),
        *decided_not_listed(ours, listed, newest, days),
        *dates_apart(listed, ours, days),
        *listed_without_vote(listed, ours),
    ]


def listed_without_vote(listed, ours):
    """Find what ICE lists and of which we know no vote and no body's decision."""
    for entry in listed:
        policies = [*ours.of(entry), *ours.beside(entry)]
        if not any(voted_on(policy) for policy in policies):
            words = _("No vote on record.") if policies else no_record(entry)
            policy = policies[0] if policies else None
            yield finding(FindingKind.NO_VOTE, entry, policy, words)


def decided_not_listed(ours, listed, newest, days):
    """Find what was decided locally and is not on a list so many days later."""
    known = ours.followed | {
        policy.pk
        for entry in listed
        for policy in [*ours.of(entry), *ours.beside(entry)]
    }
    for policy in ours.all:
        if policy.pk in known:
            continue
        if policy.standing_on(newest.published_on).status in OVER:
            continue
        decisions = decisions_on(policy)
        dated = [row.date for _words, row in decisions if row.date]
        if dated and (newest.published_on - min(dated)).days >= days:
            yield Finding(
                FindingKind.NOT_LISTED,
                policy.jurisdiction.state_code or "",
                policy.jurisdiction.name,
                policy.agency.name if policy.agency else "",
                policy,
                None,
                said(decisions),
                _("Not on the list of %s.") % day_of(newest.published_on),
            )


def dates_apart(listed, ours, days):
    """Find days of ours that are more than so many from ICE's day of signature."""
    for entry in listed:
        if entry.signed_on is None:
            continue
        for policy in ours.of(entry):
            apart = [
                (event, gap)
                for event in policy.events.all()
                if event.kind in COMPARED and event.date
                if (gap := event.days_from(entry.signed_on)) > days
            ]
            if apart:
                words = "; ".join(
                    ngettext(
                        "%(what)s %(when)s, %(days)d day apart",
                        "%(what)s %(when)s, %(days)d days apart",
                        gap,
                    )
                    % {
                        "what": event.get_kind_display(),
                        "when": day_words(event),
                        "days": gap,
                    }
                    for event, gap in apart
                )
                yield finding(FindingKind.DATES_APART, entry, policy, f"{words}.")


def barred_by_law(listed, ours, laws, newest):
    """Find what is listed where a state law in force on the list's day bars it."""
    barring = {}
    for law in laws:
        standing = law.standing_on(newest.published_on)
        if standing.status in IN_FORCE:
            barring[law.jurisdiction.state_code] = (law, standing.since)
    for entry in listed:
        if entry.state in barring:
            law, since = barring[entry.state]
            words = _("%(law)s, in force since %(day)s.") % {
                "law": law.title,
                "day": day_of(since),
            }
            policy = next(iter(ours.of(entry)), None)
            yield finding(FindingKind.BARRED, entry, policy, words)


def gone_unannounced(gone, ours, newest, today):
    """Find what ICE listed once, lists no more, and of which we know no end."""
    for entry in gone:
        policies = ours.of(entry)
        if any(policy.standing_on(today).status in OVER for policy in policies):
            continue
        policy = policies[0] if policies else None
        status = PolicyStatus(policy.standing_on(today).status) if policy else None
        words = (
            _("No end on record; stands at “%s”.") % status.label
            if status
            else no_record(entry)
        )
        found = finding(FindingKind.GONE, entry, policy, words)
        missing = _("Not on the list of %s.") % day_of(newest.published_on)
        yield replace(found, ices=f"{found.ices} {missing}")


def finding(kind, entry, policy, words):
    """Return a difference about an entry, with what ICE's last list of it says."""
    place = entry.jurisdiction or (policy.jurisdiction if policy else None)
    return Finding(
        kind,
        entry.state,
        place.name if place else "",
        entry.agency_name,
        policy,
        entry,
        words,
        listed_words(entry),
    )


def listed_words(entry):
    """Return what the last list with an entry says of it."""
    words = {
        "model": entry.get_model_display() or _("no model given"),
        "signed": day_of(entry.signed_on) if entry.signed_on else _("no day given"),
        "list": day_of(entry.last_roster.published_on),
    }
    return _("%(model)s, signed: %(signed)s; on the list of %(list)s.") % words


def no_record(entry):
    """Return why we have nothing to set beside an entry."""
    if entry.jurisdiction_id is None:
        return _("Not matched to a place.")
    return _("No record of ours.")


def voted_on(policy):
    """Return whether a vote or a body's decision on a policy is on record."""
    return bool(policy.votes.all()) or any(
        event.kind in VOTED for event in policy.events.all()
    )


def decisions_on(policy):
    """Return (words, dated row) for each local approval and signature on record."""
    events = [event for event in policy.events.all() if event.kind in DECIDED]
    told = {event.vote_id for event in events}
    found = [(event.get_kind_display(), event) for event in events]
    for vote in policy.votes.all():
        passed = vote.result == VoteResult.PASSED and vote.motion_kind in APPROVING
        if passed and vote.pk not in told:
            found.append((_("Vote passed"), vote))
    return found


def said(decisions):
    """Return local decisions with their days as one line."""
    pieces = (f"{words} {day_words(row)}".strip() for words, row in decisions)
    return "; ".join(pieces) + "."


def day_of(day: date) -> str:
    """Return a day as reports print it."""
    return date_format(day, "SHORT_DATE_FORMAT")
