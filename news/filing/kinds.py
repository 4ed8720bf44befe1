"""The kinds of cards: which record each makes, and the cells it has."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from jurisdictions.models import (
    Agency,
    Body,
    Jurisdiction,
    Official,
    Term,
)
from news.enums import SuggestionKind
from news.spreadsheets import kinds as sheets
from news.spreadsheets.columns import dated, of_field, text
from news.spreadsheets.kinds import SheetKind
from policies.models import CourtCase, Policy, Statement, Vote

# A record that a cell of another card names, by the card that makes it: “card:12”.
REFERENCE = "card:"


def _place(words, **more):
    return text("place", words, _("place"), **more)


PLACES = SheetKind(
    "places", Jurisdiction, _("Places"), (_place(_("Which place."), needed=True),)
)
AGENCIES = SheetKind(
    "agencies",
    Agency,
    _("Agencies"),
    (
        of_field(Agency, "name", needed=True),
        of_field(Agency, "abbreviation"),
        of_field(Agency, "kind", needed=True),
        _place(_("The place it belongs to."), needed=True),
    ),
)
BODIES = SheetKind(
    "bodies",
    Body,
    _("Bodies"),
    (
        of_field(Body, "name", needed=True),
        of_field(Body, "kind", needed=True),
        _place(_("The place it governs."), needed=True),
    ),
)
OFFICIALS = SheetKind(
    "officials",
    Official,
    _("Officials"),
    (
        of_field(Official, "given_name"),
        of_field(Official, "family_name", needed=True),
        of_field(Official, "suffix"),
        of_field(Term, "office", needed=True),
        of_field(Term, "title"),
        _place(_("Of which place.")),
        text("agency", _("Of which agency: its name or address.")),
        text("body", _("Of which body: its name or address.")),
        text("organization", _("Of which organization.")),
        of_field(Term, "former"),
    ),
)
CASES = SheetKind(
    "cases",
    CourtCase,
    _("Court cases"),
    (
        _place(_("The place it concerns."), needed=True),
        of_field(CourtCase, "title", needed=True),
        of_field(CourtCase, "caption"),
        of_field(CourtCase, "court"),
        of_field(CourtCase, "docket"),
        dated("filed_on", _("When it was filed.")),
        of_field(CourtCase, "claim"),
        of_field(CourtCase, "status"),
        of_field(CourtCase, "summary"),
        text("policy", _("The agreement, policy or law at issue.")),
    ),
)


def _of_sheet(sheet, names, *more):
    """Return a kind of card with some columns of a sheet, in this order."""
    columns = tuple(sheet.column(name) for name in names)
    return SheetKind(sheet.name, sheet.model, sheet.label, (*columns, *more))


def _phrase(model):
    """Return the column of the words in which the article gives a date."""
    return of_field(model, "date_phrase", _("The article's words for the date."))


_EVENTS = tuple(
    f"event_{number}{part}"
    for number in (1, 2, 3, 4)
    for part in ("", "_date", "_note")
)
POLICIES = _of_sheet(
    sheets.POLICIES,
    (
        *("place", "type", "model", "title", "direction", "agency", "counterparty"),
        *("instrument", "legal_effect", "authority_path", "detainer_practice"),
        *("summary", "scope", "exclusions", "conditions", "expires_on"),
        *_EVENTS,
    ),
    text("predecessor", _("The agreement or policy that it follows.")),
    of_field(Policy, "predecessor_relation"),
)
LAWS = _of_sheet(
    sheets.POLICIES,
    (
        *("place", "type", "title", "direction", "law_effect", "instrument"),
        *("legal_effect", "summary", *_EVENTS),
    ),
)
VOTES = _of_sheet(
    sheets.VOTES,
    (
        *("place", "body", "motion", "motion_kind", "policy", "result", "date"),
        *("yes_count", "no_count", "abstain_count", "absent_count"),
        *("described_as_unanimous", "yes_members", "no_members", "abstain_members"),
        *("absent_members", "mover", "seconder", "method", "requirement", "location"),
    ),
    _phrase(Vote),
)
STATEMENTS = _of_sheet(
    sheets.STATEMENTS,
    (
        *("place", "title", "kind", "stance", "summary", "quote"),
        *("official", "organization", "agency", "body", "speaking_place"),
        *("speaker_label", "date", "policy", "vote", "venue", "is_allegation"),
        *("signed_organizations", "signed_officials", "concerns"),
    ),
    _phrase(Statement),
)
ORGANIZATIONS = _of_sheet(
    sheets.ORGANIZATIONS,
    ("name", "kind", "place", "abbreviations", "other_names", "description"),
)


class CardKind(NamedTuple):
    """What a kind of card makes: the sheet it is a row of, and what an editor sees.

    `first` are the cells that are shown without being asked for; a cell in which
    something stands, or is wrong, is shown too.
    """

    sheet: SheetKind
    first: tuple[str, ...]
    # Whether it is somebody or something that other cards name.
    is_named: bool = False

    @property
    def model(self) -> Any:
        """The record's model."""
        return self.sheet.model


# In the order in which records are made: each after those it names.
CARDS = {
    SuggestionKind.PLACE: CardKind(PLACES, ("place",), is_named=True),
    SuggestionKind.AGENCY: CardKind(AGENCIES, ("name", "kind", "place"), is_named=True),
    SuggestionKind.BODY: CardKind(BODIES, ("name", "kind", "place"), is_named=True),
    SuggestionKind.ORGANIZATION: CardKind(
        ORGANIZATIONS, ("name", "kind", "place"), is_named=True
    ),
    SuggestionKind.OFFICIAL: CardKind(
        OFFICIALS,
        ("given_name", "family_name", "office", "place"),
        is_named=True,
    ),
    SuggestionKind.LAW: CardKind(
        LAWS, ("title", "place", "law_effect", "direction", "event_1")
    ),
    SuggestionKind.POLICY: CardKind(
        POLICIES, ("place", "type", "title", "direction", "event_1", "event_1_date")
    ),
    SuggestionKind.VOTE: CardKind(
        VOTES, ("place", "body", "motion", "policy", "result", "date")
    ),
    SuggestionKind.CASE: CardKind(CASES, ("place", "title", "status", "claim")),
    SuggestionKind.LETTER: CardKind(
        STATEMENTS,
        ("place", "title", "stance", "summary", "policy", "speaker_label"),
    ),
    SuggestionKind.STATEMENT: CardKind(
        STATEMENTS,
        ("place", "title", "kind", "stance", "summary", "date", "policy"),
    ),
}
# What cells of other cards name by its card: a policy has no name of its own.
REFERRING = {
    "policy": (SuggestionKind.POLICY, SuggestionKind.LAW),
    "predecessor": (SuggestionKind.POLICY,),
    "vote": (SuggestionKind.VOTE,),
}
