"""Plain sentences built from the record: what stands, with the citations of each.

Templates print a sentence and its footnotes; nothing here reads a database, and
nothing is said that no event tells.
"""

from dataclasses import dataclass, field

from jurisdictions.enums import AgencyKind, Certainty, Precision
from policies.derive import status_after
from policies.enums import (
    Direction,
    EventKind,
    PolicyStatus,
    PredecessorRelation,
    VoteResult,
)
from policies.grammar import Telling, standing_words, vote_words


@dataclass
class Sentence:
    """One sentence and the citations it rests on."""

    words: str
    citations: list = field(default_factory=list)


class TermEnd:
    """The known end of a policy's term, for a page that tells of it like an event."""

    kind = EventKind.EXPIRED
    date_precision, date_certainty = Precision.DAY, Certainty.STATED
    date_phrase = phrase_language = ""

    def __init__(self, policy):
        """Take the day and its citations from the policy."""
        self.policy, self.date = policy, policy.expires_on
        self.counts_from = policy.expires_on

    @property
    def citations(self):
        """What says so, asked for as an event's citations are."""
        return self

    def all(self):
        """Return the citations of the end of the term."""
        return self.policy.citations_for("expires_on")


def deciding_event(policy, day):
    """Return what gave a policy its status on a day: an event in memory, or None.

    Of several events that lead to the same status it is the first in a row: a
    resolution adopted in May and reaffirmed in June is one adopted in May. A term
    that ran out without an event that says so is told by its known end.
    """
    found = _last_turn(policy, day)
    ran_out = policy.standing_on(day).status == PolicyStatus.EXPIRED
    if ran_out and (found is None or found.kind != EventKind.EXPIRED):
        return TermEnd(policy)
    return found


def _last_turn(policy, day):
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
    of_place = agency is None or bool(event and _is_act_of_place(event, agency))
    telling = Telling(policy, status, event, of_place, predecessor, after_predecessor)
    return Sentence(standing_words(telling), citations_of(policy, event))


def citations_of(policy, event):
    """Return what supports an event of a policy, else the policy as a whole."""
    citations = list(event.citations.all()) if event else []
    return citations or list(policy.citations.all())


def vote_sentence(vote, day):
    """Return the sentence that says how a vote went, or that it is to come."""
    words = vote_words(vote, vote.outcome(day))
    return Sentence(words, list(vote.citations.all()))


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
