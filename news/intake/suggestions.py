"""A suggestion: what an editor could record, and the sentence that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise

from news.enums import SuggestionKind


@dataclass(frozen=True)
class Passage:
    """Exact words of the article: where they stand, and in which paragraph."""

    text: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Suggestion:
    """Values for one record, and why they are suggested.

    `values` has the names of the record's fields, and of choices their stored values.
    What is unsure is never preselected, and `doubt` says why. `speaker` is who says
    so in the article, when the article does not say it in its own voice.
    """

    kind: SuggestionKind
    values: Mapping[str, Any]
    passage: Passage
    rule: str | Promise
    sure: bool = True
    doubt: str | Promise = ""
    speaker: str = ""
    more: tuple[Passage, ...] = field(default=())

    @property
    def key(self) -> str:
        """A name that stays while text and rules do, to keep an editor's decision."""
        told = repr((self.passage.start, sorted(self.values.items(), key=str)))
        digest = hashlib.sha256(told.encode()).hexdigest()[:12]
        return f"{self.kind.value}-{digest}"

    def doubted(self, why: str | Promise) -> Suggestion:
        """Return the suggestion as unsure, with the reason; an older doubt stays."""
        return replace(self, sure=False, doubt=self.doubt or why)
