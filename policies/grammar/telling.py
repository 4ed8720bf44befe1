"""What a sentence about a policy tells, before any language says it."""

from dataclasses import dataclass
from typing import Any

from policies.enums import PolicyStatus


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
