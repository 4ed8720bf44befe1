"""Plain sentences built from the record: what stands, with the citations of each.

Templates print a sentence and its footnotes; nothing here reads a database, and
nothing is said that no event tells.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from jurisdictions.enums import AgencyKind, Level
from policies.derive import status_after
from policies.enums import (
    Direction,
    EventKind,
    LegalEffect,
    PolicyStatus,
    PredecessorRelation,
    VoteResult,
)
from policies.phrases import day_words, since_words, tidy, what


@dataclass
class Sentence:
    """One sentence and the citations it rests on."""

    words: str
    citations: list = field(default_factory=list)


def deciding_event(policy, day):
    """Return the event in memory that gave a policy its status on a day, or None.

    Of several events that lead to the same status it is the first in a row: a
    resolution adopted in May and reaffirmed in June is one adopted in May.
    """
    counted = sorted(
        (e for e in policy.events.all() if e.counts_from and e.counts_from <= day),
        key=lambda event: (event.counts_from, event.sort_order),
    )
    found, status = None, PolicyStatus.UNKNOWN
    for event in counted:
        after = status_after(status, event.kind)
        if after != status:
            found, status = event, after
    return found


# What a council, mayor or legislature does, though an agency carries it out.
_ACTS_OF_THE_PLACE = (
    EventKind.ADOPTED,
    EventKind.APPROVED_BY_BODY,
    EventKind.EXECUTIVE_SIGNED,
    EventKind.REJECTED_BY_BODY,
    EventKind.RESCINDED,
)
_ACTS_OF_THE_CITY = (EventKind.LEA_SIGNED, EventKind.UNDER_CONSIDERATION)


def _government(place):
    if place.level == Level.FEDERAL:
        return _("The federal government")
    if place.level == Level.DISTRICT:
        return _("The %s") % place.name
    return place.name


def _is_act_of_place(event, agency):
    # A city signs for its police; a sheriff is elected and signs alone.
    return event.kind in _ACTS_OF_THE_PLACE or (
        agency.kind == AgencyKind.POLICE and event.kind in _ACTS_OF_THE_CITY
    )


def policy_sentence(policy, day, status, predecessor=None, after_predecessor=False):
    """Return the sentence that says where a policy stands on a day.

    `predecessor` is the published policy it follows, if any; `after_predecessor`
    says that the sentence before is about that one.
    """
    event = deciding_event(policy, day)
    agency = policy.shown("agency")
    by_place = agency is None or (event and _is_act_of_place(event, agency))
    words = {
        "who": _government(policy.jurisdiction) if by_place else agency.name,
        "what": what(policy),
        "when": day_words(event),
        "since": since_words(event),
        "before": what(predecessor) if predecessor else _("an earlier policy"),
    }
    text = _status_words(policy, status, event, after_predecessor) % words
    if policy.legal_effect == LegalEffect.SYMBOLIC and status == PolicyStatus.ACTIVE:
        text += " " + _("A source calls it symbolic.")
    return Sentence(tidy(text), citations_of(policy, event))


def citations_of(policy, event):
    """Return what supports an event of a policy, else the policy as a whole."""
    citations = list(event.citations.all()) if event else []
    return citations or list(policy.citations.all())


def _status_words(policy, status, event, after_predecessor):
    """Return the sentence pattern of a status; %(who)s, %(what)s, %(when)s."""
    kind = event.kind if event else None
    extends = policy.predecessor_relation == PredecessorRelation.EXTENSION
    if extends and status == PolicyStatus.PROPOSED:
        if after_predecessor:
            return _("An extension of it was proposed %(when)s.")
        return _("For %(who)s, an extension of %(what)s was proposed %(when)s.")
    restores = policy.predecessor_relation == PredecessorRelation.RESTORATION
    signed = (PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED)
    if restores and (status, kind) == signed:
        return _("%(who)s has had %(what)s, signed %(when)s; it restored %(before)s.")
    if words := _words_after(status, kind):
        return words
    if status == PolicyStatus.ACTIVE and event is not None and event.date:
        return _("%(who)s has %(what)s, as reported %(when)s.")
    if status == PolicyStatus.SIGNED and event.date is None:
        return _("%(who)s signed %(what)s; no source gives the day.")
    return {
        PolicyStatus.ACTIVE: _("%(who)s has %(what)s; no source says since when."),
        PolicyStatus.PROPOSED: _("For %(who)s, %(what)s was proposed %(when)s."),
        PolicyStatus.PENDING: _(
            "For %(who)s, %(what)s was approved %(when)s but is not signed."
        ),
        PolicyStatus.SIGNED: _("%(who)s signed %(what)s %(when)s."),
        PolicyStatus.SUSPENDED: _("%(who)s had %(what)s; it is suspended %(when)s."),
        PolicyStatus.EXPIRED: _("%(who)s had %(what)s; its term ended %(when)s."),
        PolicyStatus.TERMINATED: _("%(who)s had %(what)s; it ended %(when)s."),
        PolicyStatus.REJECTED: _("%(who)s rejected %(what)s %(when)s."),
        PolicyStatus.WITHDRAWN: _(
            "For %(who)s, %(what)s was proposed and withdrawn %(when)s."
        ),
        PolicyStatus.DELISTED: _(
            "%(who)s had %(what)s; ICE has not listed it any more %(when)s."
        ),
        PolicyStatus.UNKNOWN: _(
            "For %(who)s, we know of %(what)s, not where it stands."
        ),
    }[PolicyStatus(status)]


def _words_after(status, kind):
    """Return the pattern of a status where the event that led to it has its own."""
    active, pending = PolicyStatus.ACTIVE, PolicyStatus.PENDING
    listed = _("%(who)s has %(what)s, as listed by ICE %(when)s.")
    return {
        (active, EventKind.ADOPTED): _("%(who)s adopted %(what)s %(when)s."),
        (active, EventKind.EXECUTIVE_SIGNED): _(
            "%(who)s has had %(what)s, signed %(when)s."
        ),
        (active, EventKind.EFFECTIVE): _("%(who)s has had %(what)s %(since)s."),
        (active, EventKind.ICE_SIGNED): _(
            "%(who)s has %(what)s, signed by ICE %(when)s."
        ),
        (active, EventKind.LISTED_BY_ICE): listed,
        (active, EventKind.RELISTED): listed,
        (pending, EventKind.AGENCY_APPLIED): _(
            "%(who)s applied for %(what)s %(when)s; it is not signed."
        ),
        (pending, EventKind.ICE_PENDING_LISTED): _(
            "%(who)s has applied for %(what)s, as listed by ICE %(when)s; "
            "it is not signed."
        ),
        (PolicyStatus.PROPOSED, EventKind.UNDER_CONSIDERATION): _(
            "%(who)s has not signed %(what)s; it was weighing one when reported."
        ),
    }.get((status, kind))


def vote_sentence(vote, day):
    """Return the sentence that says how a vote went, or that it is to come."""
    outcome = vote.outcome(day)
    words = {
        "body": vote.body.name,
        "when": day_words(vote),
        "result": outcome.label.lower(),
    }
    if outcome == VoteResult.SCHEDULED:
        text = _("%(body)s is to vote %(when)s.")
    elif outcome == VoteResult.UNKNOWN and vote.result == VoteResult.SCHEDULED:
        text = _("%(body)s was to vote %(when)s; no source gives its result.")
    elif outcome == VoteResult.UNKNOWN:
        text = _("%(body)s voted %(when)s; no source gives the result.")
    elif outcome == VoteResult.PASSED and vote.described_as_unanimous:
        text = _("%(body)s voted for it %(when)s, unanimously.")
    elif outcome == VoteResult.PASSED:
        text = _("%(body)s voted for it %(when)s.")
    else:
        text = _("%(body)s voted %(when)s: %(result)s.")
    return Sentence(tidy(text % words), list(vote.citations.all()))


# What a frightened reader asks first stands first.
_ORDER = {Direction.ADDS: 0, Direction.LIMITS: 1, Direction.NEITHER: 2}


def place_sentences(standings, votes, day):
    """Return the opening sentences of a place page, the most telling first.

    `standings` are (policy, status) pairs of the place. A vote still open, or past
    without a result, follows the policy it is about.
    """
    found = []
    unsettled = (VoteResult.SCHEDULED, VoteResult.UNKNOWN)
    restored = restored_among(policy for policy, _status in standings)
    policies = {policy.pk: policy for policy, _status in standings}
    before = None
    for policy, status in sorted(standings, key=lambda pair: weight(*pair)):
        if policy.pk in restored:
            continue  # what restored it tells of it
        follows = before is not None and policy.predecessor_id == before
        predecessor = policies.get(policy.predecessor_id)
        found.append(policy_sentence(policy, day, status, predecessor, follows))
        before = policy.pk
        found += [
            vote_sentence(vote, day)
            for vote in votes
            if vote.policy_id == policy.pk and vote.outcome(day) in unsettled
        ]
    return found


def restored_among(policies):
    """Return the ids of what others restored: those others tell of it."""
    return {
        policy.predecessor_id
        for policy in policies
        if policy.predecessor_relation == PredecessorRelation.RESTORATION
    }


def weight(policy, status):
    """Return the key that puts a place's policies in the order readers ask."""
    chain = policy.predecessor_id or policy.pk
    settled = status in (PolicyStatus.TERMINATED, PolicyStatus.REJECTED)
    return (
        _ORDER[Direction(policy.direction)],
        settled,
        chain,
        policy.predecessor_id is not None,
        policy.pk,
    )
