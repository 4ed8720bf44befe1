"""A suggestion: what an editor could record, and the sentence that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class SuggestionKind(DefinedChoices):
    """The kind of record a suggestion is for."""

    PLACE = "place", _("A place the article is about or names."), _("Place")
    AGENCY = "agency", _("A police force, a jail, an office."), _("Agency")
    BODY = "body", _("A body that votes."), _("Body")
    OFFICIAL = "official", _("A person in a public role."), _("Official")
    ORGANIZATION = "organization", _("A group with a position."), _("Organization")
    POLICY = "policy", _("An agreement or policy."), _("Agreement or policy")
    VOTE = "vote", _("A motion before one body."), _("Vote")
    STATEMENT = "statement", _("What somebody said or did."), _("Statement")
    LETTER = "letter", _("A letter with those who signed it."), _("Letter")
    CASE = "case", _("A court case."), _("Court case")
    LAW = "law", _("A law, or a bill before a legislature."), _("State law")
    DATE = "date", _("A date as the article gives it."), _("Date")


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
