"""What citations say, in words, and which of them share a passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext_lazy as _

# What citations can support beside plain fields, and relations whose own name
# would say less.
CLAIM_WORDS = {
    "": _("the record as a whole"),
    "aliases": _("other names"),
    "amount": _("number"),
    "ballots": _("members' votes"),
    "concerns": _("concerns"),
    "counts": _("totals"),
    "on_behalf_of": _("for whom"),
    "parties": _("parties"),
    "roles": _("who took part"),
    "roster_entries": _("when ICE lists it"),
    "signatories": _("who signed"),
    "terms": _("offices held"),
}


@dataclass
class Claim:
    """One passage of a source, and everything that rests on it."""

    citation: Any
    citations: list[Any] = field(default_factory=list)

    @property
    def uses(self) -> list[tuple[Any, str]]:
        """The records that rest on the passage, each with the part that does."""
        pairs = ((row.record, claim_words(row)) for row in self.citations)
        return list(dict.fromkeys(pairs))

    @property
    def words(self) -> list[str]:
        """What the passage bears on, each thing once."""
        return list(dict.fromkeys(map(claim_words, self.citations)))


def claims_of(citations: Iterable[Any]) -> list[Claim]:
    """Group citations of one source by passage, in the order of its paragraphs.

    One sentence of an article often carries several facts; it is quoted once.
    """
    claims: dict[tuple[Any, ...], Claim] = {}
    for citation in sorted(citations, key=lambda row: row.paragraph or 10_000):
        passage = passage_of(citation)
        claims.setdefault(passage, Claim(citation)).citations.append(citation)
    return list(claims.values())


def passage_of(citation: Any) -> tuple[Any, ...]:
    """Return what makes two citations of one source the same passage."""
    return (
        citation.quote or citation.value_reported,
        citation.paragraph,
        citation.speaker,
        citation.contradicts,
    )


def claim_words(citation: Any) -> str:
    """Return what a citation bears on: “vote: result”, “event: date”."""
    model = type(citation.target)
    return f"{model._meta.verbose_name}: {part_words(model, citation.field)}"


def part_words(model: Any, name: str) -> str:
    """Return the words for one citable part of a record, itself included."""
    if name in CLAIM_WORDS:
        return str(CLAIM_WORDS[name])
    try:
        return str(model._meta.get_field(name).verbose_name)
    except (AttributeError, FieldDoesNotExist):
        return name.replace("_", " ")
