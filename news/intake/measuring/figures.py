"""Precision and recall of suggestions over articles, and what they invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from news.enums import SuggestionKind
from news.intake.measuring import comparing
from news.intake.measuring.comparing import Values
from news.intake.suggestions import Suggestion
from policies.enums import VoteResult

FIELDS = ("places", "agreements", "votes", "officials", "organizations", "dates")


@dataclass
class Score:
    """How many facts were suggested, and how many suggestions are facts."""

    right: int = 0
    suggested: int = 0
    found: int = 0
    found_unsure: int = 0
    facts: int = 0

    @property
    def precision(self) -> float | None:
        """The share of sure suggestions that are facts; None if there are none."""
        return round(self.right / self.suggested, 4) if self.suggested else None

    @property
    def recall(self) -> float | None:
        """The share of facts that are suggested as sure; None if there are none."""
        return round(self.found / self.facts, 4) if self.facts else None


@dataclass
class Figures:
    """The scores of several articles, and what was suggested without being a fact."""

    scores: dict[str, Score] = field(
        default_factory=lambda: {name: Score() for name in FIELDS}
    )
    invented: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, name: str, suggestions: list[Suggestion], facts: Values) -> None:
        """Count what an article's suggestions have in common with its facts."""
        for kind, score in self.scores.items():
            _COUNT[kind](self, name, score, suggestions, facts)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as the command prints them for machines."""
        told: dict[str, Any] = {
            name: {"precision": score.precision, "recall": score.recall}
            for name, score in self.scores.items()
        }
        return {**told, "invented": self.invented}


def _of(suggestions: Iterable[Suggestion], kind: SuggestionKind) -> list[Suggestion]:
    return [one for one in suggestions if one.kind == kind]


def _pair(
    figures: Figures,
    score: Score,
    label: str,
    suggestions: Sequence[Suggestion],
    facts: Sequence[Values],
    same: Callable[[Values, Values], bool],
    told: Callable[[Values], str],
) -> None:
    """Count suggestions and facts that say the same, each at most once."""
    sure = [one for one in suggestions if one.sure]
    unsure = [one for one in suggestions if not one.sure]
    used: set[int] = set()
    for fact in facts:
        score.facts += 1
        hit = next(
            (one for one in sure if id(one) not in used and same(one.values, fact)),
            None,
        )
        if hit is not None:
            used.add(id(hit))
            score.found += 1
        elif any(same(one.values, fact) for one in (*unsure, *sure)):
            score.found_unsure += 1
            figures.missed.append(f"{label}, only as unsure: {_said(fact)}")
        else:
            figures.missed.append(f"{label}: {_said(fact)}")
    for one in sure:
        score.suggested += 1
        if id(one) in used or any(same(one.values, fact) for fact in facts):
            score.right += 1
        else:
            figures.invented.append(
                f"{label}: {told(one.values)} (¶{one.passage.paragraph}: "
                f"“{one.passage.text[:120]}”)"
            )


def _said(fact: Values) -> str:
    """Return a fact in short."""
    keys = (
        "name",
        "type",
        "status",
        "body",
        "result",
        "role",
        "stance",
        "jurisdiction",
    )
    return ", ".join(str(fact[key]) for key in keys if fact.get(key))


def _places(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    _pair(
        figures,
        score,
        f"{name}, place",
        _of(suggestions, SuggestionKind.PLACE),
        facts["jurisdictions"],
        comparing.same_place,
        lambda row: f"{row['name']}, {row['state']} ({row['standing']})",
    )


def _agreements(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    _pair(
        figures,
        score,
        f"{name}, agreement",
        _of(suggestions, SuggestionKind.POLICY),
        facts["agreements"],
        comparing.same_policy,
        lambda row: f"{row['type']} of {row['jurisdiction_name']}, {row['status']}",
    )


def _officials(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    rows = [
        one
        for one in _of(suggestions, SuggestionKind.OFFICIAL)
        if not one.values["organization"]  # a group's people are told with the group
    ]
    _pair(
        figures,
        score,
        f"{name}, official",
        rows,
        facts["officials"],
        comparing.same_official,
        lambda row: f"{row['name']}, {row['role']}",
    )


def _organizations(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    _pair(
        figures,
        score,
        f"{name}, organization",
        _of(suggestions, SuggestionKind.ORGANIZATION),
        facts["organizations"],
        comparing.same_organization,
        lambda row: f"{row['name']}, {row['stance']}",
    )


def _votes(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    """Count each vote's result, counts and ballots as facts of their own."""
    rows = [
        one
        for one in _of(suggestions, SuggestionKind.VOTE)
        if one.sure and not one.values["procedural"]
    ]
    left = list(facts["votes"])
    for row in rows:
        fact = _fact_of(row.values, left)
        if fact is not None:
            left.remove(fact)
        _count_vote(figures, name, score, row, fact)
    for fact in left:
        score.facts += len(_units(fact))
        figures.missed.append(f"{name}, vote: {_said(fact)}")


def _fact_of(values: Values, facts: list[Values]) -> Values | None:
    """Return the fact that a vote is: of the same body, at best with the same end."""
    same = [fact for fact in facts if comparing.same_body(values, fact)]
    same.sort(
        key=lambda fact: (
            not comparing.same_result(values, fact),
            not comparing.same_counts(values, fact),
        )
    )
    return same[0] if same and comparing.same_result(values, same[0]) else None


def _units(fact: Values) -> list[str]:
    """Return what a vote's fact tells: a result, counts, each ballot."""
    counts = ["counts"] if fact.get("yes") is not None else []
    return ["result", *counts, *("ballot" for _one in fact.get("roll_call") or ())]


def _count_vote(
    figures: Figures, name: str, score: Score, row: Suggestion, fact: Values | None
) -> None:
    """Count what a suggested vote tells, right or invented."""
    values = row.values
    counted = values["yes_count"] is not None
    ballots = values["ballots"]
    score.suggested += 1 + counted + len(ballots)
    label = f"{name}, vote of {values['body'] or 'a body'}"
    where = f"(¶{row.passage.paragraph}: “{row.passage.text[:120]}”)"
    if fact is None:
        figures.invented.append(f"{label}: result {values['result']} {where}")
        if counted:
            figures.invented.append(
                f"{label}: counts {values['yes_count']}-{values['no_count']} {where}"
            )
        for ballot in ballots:
            figures.invented.append(f"{label}: ballot {ballot[0]} {ballot[1]} {where}")
        return
    score.facts += len(_units(fact))
    score.right += 1
    score.found += 1
    _count_counts(figures, label, score, values, fact, where)
    told = list(fact.get("roll_call") or ())
    for ballot in ballots:
        hit = next((one for one in told if comparing.same_ballot(ballot, one)), None)
        if hit is None:
            figures.invented.append(f"{label}: ballot {ballot[0]} {ballot[1]} {where}")
        else:
            told.remove(hit)
            score.right += 1
            score.found += 1
    figures.missed.extend(f"{label}: ballot {one}" for one in told)


def _count_counts(
    figures: Figures, label: str, score: Score, values: Values, fact: Values, where: str
) -> None:
    counted, told = values["yes_count"] is not None, fact.get("yes") is not None
    if counted and comparing.same_counts(values, fact):
        score.right += 1
        score.found += 1
    elif counted:
        figures.invented.append(
            f"{label}: counts {values['yes_count']}-{values['no_count']} {where}"
        )
    if told and not (counted and comparing.same_counts(values, fact)):
        figures.missed.append(f"{label}: counts {fact['yes']}-{fact.get('no')}")


def _dates(
    figures: Figures,
    name: str,
    score: Score,
    suggestions: list[Suggestion],
    facts: Values,
) -> None:
    """Count the dates of facts that were found, and of suggestions that are facts'.

    Facts date what they tell of; so only the dates of suggested agreements and votes
    count as suggested, and not every day that an article mentions.
    """
    wanted = {
        (row.get("date"), row.get("date_text"))
        for key in ("agreements", "votes", "statements_or_actions")
        for row in facts.get(key) or ()
        if row.get("date") or row.get("date_text")
    }
    found = _of(suggestions, SuggestionKind.DATE)
    for day, words in sorted(wanted, key=str):
        score.facts += 1
        if any(comparing.same_date(one.values, day, words) for one in found):
            score.found += 1
        else:
            figures.missed.append(f"{name}, date: {day or ''} {words or ''}")
    for one in suggestions:
        dated = one.kind in (SuggestionKind.POLICY, SuggestionKind.VOTE)
        if not dated or not one.sure or not one.values["date_phrase"]:
            continue
        score.suggested += 1
        if any(comparing.same_date(one.values, day, words) for day, words in wanted):
            score.right += 1
        elif (
            one.values["result" if "result" in one.values else "status"]
            != VoteResult.SCHEDULED
        ):
            figures.invented.append(
                f"{name}, date of {one.kind.value}: {one.values['date_phrase']} "
                f"({one.values['date']})"
            )


_COUNT = {
    "places": _places,
    "agreements": _agreements,
    "votes": _votes,
    "officials": _officials,
    "organizations": _organizations,
    "dates": _dates,
}
