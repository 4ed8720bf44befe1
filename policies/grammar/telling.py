"""What a sentence about a policy tells, before any language says it."""

from dataclasses import dataclass
from typing import Any

from policies.enums import EventKind, PolicyStatus, PredecessorRelation, VoteResult


@dataclass(frozen=True)
class Telling:
    """A policy on a day, and the event that gave it the status it has then.

    `of_place` says that the place acted, rather than its agency; `predecessor` is the
    policy it follows, if the record has one; `after_predecessor` says that the
    sentence before is about that one.
    """

    policy: Any
    status: PolicyStatus
    event: Any = None
    of_place: bool = True
    predecessor: Any = None
    after_predecessor: bool = False

    @property
    def kind(self):
        """The kind of the event, or None."""
        return self.event.kind if self.event else None

    @property
    def is_dated(self):
        """Whether a source dates the event."""
        return self.event is not None and self.event.date is not None

    def cases(self):
        """Yield what may tell it, the most particular first: keys of `SENTENCES`."""
        relation = self.policy.predecessor_relation
        extends = relation == PredecessorRelation.EXTENSION
        if extends and self.status == PolicyStatus.PROPOSED:
            yield "extension of it" if self.after_predecessor else "extension"
        if relation == PredecessorRelation.RESTORATION:
            yield "restoration", self.status, self.kind
        # “Since when” without a day says nothing: the plain sentence tells that.
        if self.is_dated or self.kind != EventKind.EFFECTIVE:
            yield self.status, self.kind
        if self.status == PolicyStatus.ACTIVE and self.is_dated:
            yield "reported"
        if self.status == PolicyStatus.SIGNED and not self.is_dated:
            yield "signed some day"
        yield self.status


RESTORED = ("restoration", PolicyStatus.ACTIVE, EventKind.EXECUTIVE_SIGNED)


def vote_case(vote, outcome):
    """Return what tells how a vote went: a key of `VOTES`."""
    if outcome == VoteResult.UNKNOWN and vote.result == VoteResult.SCHEDULED:
        return "scheduled before"
    if outcome == VoteResult.PASSED and vote.described_as_unanimous:
        return "unanimous"
    return outcome
