"""The four sheets and their columns, each declared here and nowhere else."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from jurisdictions.models import Organization
from news.spreadsheets.columns import Column, dated, of_field, text
from news.spreadsheets.groups import MEMBERS, events, place, sources, which_record
from news.spreadsheets.values import record_id
from policies.enums import ConcernKind
from policies.models import Policy, Statement, Vote


@dataclass(frozen=True)
class SheetKind:
    """One kind of sheet: what it is called, and its columns in their order."""

    name: str
    model: Any
    label: Any
    columns: tuple[Column, ...]

    def column(self, name):
        """Return the column of a name."""
        return self.by_name[name]

    @property
    def by_name(self):
        """The columns by their names."""
        return {column.name: column for column in self.columns}


POLICIES = SheetKind(
    "policies",
    Policy,
    _("Agreements and policies"),
    (
        *which_record(),
        place(_("Whose agreement or policy it is."), needed=True),
        of_field(Policy, "type", _("What it is."), needed=True, example="287g"),
        of_field(
            Policy,
            "model",
            _("Only for a 287(g) agreement; `not_stated` if no source says."),
            example="tfm",
        ),
        of_field(
            Policy,
            "title",
            needed=True,
            example="287(g) agreement of the police",
        ),
        of_field(Policy, "title_es"),
        of_field(
            Policy,
            "direction",
            _("Whether it adds to cooperation with ICE."),
            needed=True,
            example="adds",
        ),
        text("agency", _("The local agency: its name or address, in the place.")),
        text(
            "counterparty", _("The federal agency: its name, abbreviation or address.")
        ),
        of_field(Policy, "instrument", _("Its legal form.")),
        of_field(Policy, "legal_effect", _("Whether it binds, per its sources.")),
        of_field(Policy, "authority_path", _("Who decides.")),
        of_field(Policy, "law_effect"),
        of_field(Policy, "detainer_practice"),
        of_field(Policy, "summary"),
        of_field(Policy, "summary_es"),
        of_field(Policy, "scope"),
        of_field(Policy, "scope_es"),
        of_field(Policy, "exclusions"),
        of_field(Policy, "exclusions_es"),
        of_field(Policy, "conditions"),
        of_field(Policy, "conditions_es"),
        of_field(Policy, "excerpt"),
        of_field(Policy, "expires_on", _("The known last day of its term.")),
        *events(),
        *sources(Policy),
    ),
)

VOTES = SheetKind(
    "votes",
    Vote,
    _("Votes"),
    (
        *which_record(),
        place(_("The place whose body voted."), needed=True),
        text(
            "body",
            _("The body: its name or address, in the place."),
            needed=True,
            example="City Council",
        ),
        of_field(Vote, "motion", needed=True, example="Approve the agreement"),
        of_field(Vote, "motion_es"),
        dated("date", _("When the vote was, or will be, held."), example="2025-03-04"),
        of_field(Vote, "motion_kind", _("What the motion asked for.")),
        of_field(Vote, "requirement", _("How many votes it needed.")),
        of_field(Vote, "method", _("How members voted.")),
        of_field(Vote, "result", _("How it ended."), example="passed"),
        of_field(Vote, "described_as_unanimous"),
        of_field(Vote, "yes_count", _("Total of yes, as the source gives it.")),
        of_field(Vote, "no_count", _("Total of no, as the source gives it.")),
        of_field(
            Vote, "abstain_count", _("Total of abstentions, as the source gives it.")
        ),
        of_field(
            Vote, "absent_count", _("Total of absent members, as the source gives it.")
        ),
        *(
            text(
                name,
                _("Members whom the source reports so by name, parted by semicolons."),
                _("names"),
            )
            for name in MEMBERS
        ),
        text("mover", _("Who moved it: an official of the place.")),
        text("seconder", _("Who seconded it: an official of the place.")),
        text("policy", _("The agreement or policy voted on: its id, or its address.")),
        of_field(Vote, "time", _("Time of the meeting.")),
        of_field(Vote, "location", _("Where the body met.")),
        of_field(Vote, "location_es"),
        of_field(Vote, "stream", _("Where it was streamed.")),
        of_field(Vote, "stream_es"),
        of_field(Vote, "agenda_url", _("Address of the agenda.")),
        *sources(Vote),
    ),
)

ORGANIZATIONS = SheetKind(
    "organizations",
    Organization,
    _("Organizations"),
    (
        *which_record(),
        of_field(
            Organization,
            "name",
            _("What it calls itself."),
            needed=True,
            example="Neighbors United",
        ),
        of_field(Organization, "kind", _("What it is, where a source says so.")),
        place(_("The place or state it works in, where a source says so.")),
        of_field(Organization, "description"),
        of_field(Organization, "description_es"),
        text(
            "abbreviations", _("Its abbreviations, parted by semicolons."), _("names")
        ),
        text("other_names", _("Its other names, parted by semicolons."), _("names")),
        *sources(Organization),
    ),
)

STATEMENTS = SheetKind(
    "statements",
    Statement,
    _("Statements"),
    (
        *which_record(),
        place(_("The place it is about."), needed=True),
        of_field(
            Statement, "title", needed=True, example="Mayor defends the agreement"
        ),
        of_field(Statement, "title_es"),
        of_field(
            Statement, "kind", _("How it was said."), needed=True, example="quote"
        ),
        of_field(Statement, "stance", _("The position it takes on the matter.")),
        of_field(
            Statement,
            "summary",
            _("What was said or done, in our own words."),
            needed=True,
            example="The mayor says that the agreement keeps residents safe.",
        ),
        of_field(Statement, "summary_es"),
        of_field(Statement, "quote"),
        text("official", _("Who speaks: an official's name in the place, or address.")),
        text("organization", _("Who speaks: an organization's name or address.")),
        text("agency", _("Who speaks: an agency of the place.")),
        text("body", _("Who speaks: a body of the place.")),
        text("speaking_place", _("A city or state that speaks as such."), _("place")),
        of_field(
            Statement,
            "speaker_label",
            _("The speaker whom the source does not name: “a resident”. Never a name."),
        ),
        of_field(Statement, "speaker_label_es"),
        dated("date", _("When it was said."), example="2025-03-04"),
        text(
            "policy", _("The agreement or policy it is about: its id, or its address.")
        ),
        Column("vote", _("Id of the vote it is about."), _("number"), read=record_id),
        of_field(Statement, "venue", _("Where it was said.")),
        of_field(Statement, "venue_es"),
        of_field(Statement, "medium"),
        of_field(Statement, "medium_es"),
        of_field(Statement, "is_allegation"),
        of_field(Statement, "amount_from", _("A number that it names.")),
        of_field(Statement, "amount_to", _("Its upper end, for a range.")),
        of_field(Statement, "amount_unit"),
        of_field(Statement, "amount_unit_es"),
        of_field(Statement, "amount_is_approximate", _("Whether the number is rough.")),
        text(
            "signed_organizations",
            _("Organizations that signed, parted by semicolons."),
            _("names"),
        ),
        text(
            "signed_officials",
            _("Officials that signed, parted by semicolons."),
            _("names"),
        ),
        text(
            "concerns",
            _("The concerns it raises, parted by semicolons."),
            _("choices"),
            choices=tuple(ConcernKind.choices),
        ),
        *sources(Statement),
    ),
)

KINDS = {kind.name: kind for kind in (POLICIES, VOTES, ORGANIZATIONS, STATEMENTS)}
