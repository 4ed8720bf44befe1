"""The glossary: every choice of the record, with the definition it is used by."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import Certainty, Level, Precision
from policies.enums import (
    AuthorityPath,
    CaseStatus,
    DetainerPractice,
    Direction,
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    ProgramModel,
    Stance,
    StatementKind,
    VoteMethod,
    VoteResult,
)

GROUPS = (
    ("type", _("Types of agreement and policy"), PolicyType),
    ("model", _("287(g) models"), ProgramModel),
    ("direction", _("Direction"), Direction),
    ("status", _("Where an agreement or policy stands"), PolicyStatus),
    ("event", _("What happens to one"), EventKind),
    ("instrument", _("Legal instruments"), Instrument),
    ("legal-effect", _("Legal effect"), LegalEffect),
    ("authority", _("Who decides"), AuthorityPath),
    ("law-effect", _("What a state law or federal order does"), LawEffect),
    ("detainer", _("Answers to ICE's requests to hold somebody"), DetainerPractice),
    ("result", _("Results of votes"), VoteResult),
    ("method", _("Ways of voting"), VoteMethod),
    ("stance", _("Positions"), Stance),
    ("statement", _("Kinds of statement"), StatementKind),
    ("case", _("Court cases"), CaseStatus),
    ("level", _("Levels of government"), Level),
    ("precision", _("How much of a date is known"), Precision),
    ("certainty", _("How a date is known"), Certainty),
)


@dataclass(frozen=True)
class TermGroup:
    """Terms of one kind; `key` is the anchor, `terms` (label, definition) pairs."""

    key: str
    heading: str
    terms: list


def glossary():
    """Return every term in its group, in the order of the record's enums."""
    return [
        TermGroup(
            key, heading, [(m.label, m.definition) for m in choices if m.definition]
        )
        for key, heading, choices in GROUPS
    ]
