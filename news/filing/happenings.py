"""What an article says happened to a policy, each kind once: pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.templating import partial_iso
from news.intake.suggestions import Passage, Suggestion
from policies.enums import (
    STATUS_AFTER,
    EventKind,
    PolicyStatus,
    PredecessorRelation,
)

# As many as a card has room for.
MOST = 4
# Relations in which to propose the renewal is to propose the policy itself.
RENEWING = (PredecessorRelation.EXTENSION, PredecessorRelation.RENEWAL)


@dataclass
class Act:
    """One kind of event of a policy: when, and where the article says so."""

    kind: str
    passages: list[Passage]
    date: Mapping[str, Any]

    def told(self) -> dict[str, Any]:
        """Return what a card keeps of it beside its cells."""
        return {
            "kind": self.kind,
            "at": [[one.start, one.end, one.paragraph] for one in self.passages],
            "date": worded(self.date) if self.date else None,
        }


def acts_of(suggestion: Suggestion, published: date | None) -> list[Act]:
    """Return what happened to a policy, in the order of the article.

    What is told twice is one act, with the date that the article gives it once. An
    act without a date that would lead to another status than the article tells of is
    left out: its words are of something that might be. So is the day of a proposal
    that is still to come, or on which the same words tell of another act: on it
    something else is decided. What is only reported is where things stand, or nothing.
    """
    values, found = suggestion.values, {}
    status = PolicyStatus(values["status"])
    extends = values["predecessor_relation"] in RENEWING
    decided = {
        (passage.start, when.date)
        for kind, passage, when in values["events"]
        if when
        and STATUS_AFTER.get(kind) not in (PolicyStatus.PROPOSED, None)
        and kind != EventKind.REPORTED
    }
    for kind, passage, when in values["events"]:
        if extends and kind == EventKind.RENEWAL_PROPOSED:
            kind = EventKind.PROPOSED
        after = STATUS_AFTER.get(kind)
        dated = when.values() if when and when.date else {}
        proposed = after == PolicyStatus.PROPOSED
        if proposed and dated:
            ahead = published and dated["date"] > published
            if ahead or (passage.start, when.date) in decided:
                dated = {}
        certain = dated and kind != EventKind.REPORTED
        if not certain and after not in (None, status):
            continue
        act = found.setdefault(kind, Act(EventKind(kind).value, [], {}))
        act.passages.append(passage)
        act.date = act.date or dated
    return list(found.values())[:MOST]


def worded(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a date is known: its words, the day they are counted from."""
    anchor = values["date_anchor"]
    return {
        "phrase": values["date_phrase"],
        "certainty": str(values["date_certainty"]),
        "anchor": anchor.isoformat() if anchor else None,
        "text": written(values),
    }


def written(values: Mapping[str, Any]) -> str:
    """Return a date as a cell has it: 2025-03-04, 2025-W10, 2025-03, 2025 or ""."""
    day = values.get("date")
    return partial_iso(day, values["date_precision"]) if day else ""
