"""Invented articles for the tests of cards, and the places that they name."""

from datetime import date

from django.contrib.auth import get_user_model

from jurisdictions.enums import AgencyKind, Level
from news.articles.pasted import read_text
from news.filing.dealing import deal
from news.models import Card
from news.receiving import begin, make_source
from tests import factories

PUBLISHED = date(2024, 4, 8)
GROUPS = (
    "Ferndale Neighbors Union",
    "Alabama Welcome Project",
    "First Lakeside Church",
    "Old Mill Tenants League",
)
TEXT = """Groups ask Ferndale council to drop pact

FERNDALE, Ala. (Ledger) — Four community groups have signed a letter asking the Ferndale City Council to vote against a proposal that would extend an agreement between the Ferndale Police Department and Immigration and Customs Enforcement, known as ICE.

The proposal was submitted to the council by Mayor Dana Whitcomb.

On Monday, members of the groups gathered outside City Hall to protest the proposal, which is set for a vote at the council meeting Tuesday, April 9.

The following organizations signed the letter opposing the ICE agreement:

  • Ferndale Neighbors Union
  • Alabama Welcome Project
  • First Lakeside Church
  • Old Mill Tenants League

Council member Rita Alvarado declined to comment on the proposal.

“We know our streets best,” said Police Chief Owen Barr, who did not say when the agreement began."""  # noqa: E501

# Those who signed the letter below, as it lists them.
SIGNERS = (
    "Alabama Welcome Project",
    "Brookside Workers Center",
    "Center for Fair Housing of Ferndale",
    "Dogwood Legal Aid",
    "Ferndale Neighbors Union",
    "Ferndale Teachers Association",
    "First Lakeside Church",
    "Grace Street Mission",
    "Hand in Hand Alabama",
    "Interfaith Council of Ferndale",
    "Old Mill Tenants League",
    "Rights for All Coalition",
    "Women of the River Counties",
)
LISTED = "\n".join(f"  • {name}" for name in SIGNERS)
LETTER = f"""Thirteen groups urge Ferndale council to let ICE agreement lapse

By Ada Rivers

Posted April 8, 2024

FERNDALE, Ala. (Ledger) — Thirteen community organizations have sent a letter to the Ferndale City Council asking it to vote against a proposal that would extend an agreement between the Ferndale Police Department and Immigration and Customs Enforcement, known as ICE.

The proposal was submitted to the council by Mayor Dana Whitcomb.

The proposal is set for a vote at the council meeting Tuesday, April 9.

“Our officers know our streets best,” said Police Chief Owen Barr, who did not say when the agreement began.

Council member Rita Alvarado declined to comment on the proposal.

The following organizations signed the letter opposing the ICE agreement:

{LISTED}"""  # noqa: E501

RESULT = """Ferndale council rejects pact

FERNDALE, Ala. (Ledger) — The Ferndale City Council voted 3-2 on Tuesday against extending its agreement with Immigration and Customs Enforcement, known as ICE.

Council members Rita Alvarado and Jo Simms voted yes."""  # noqa: E501


def places():
    """Make Alabama and Ferndale, and return the town."""
    factories.NationFactory()
    state = factories.StateFactory(usps="AL", name="Alabama", geoid="01")
    return factories.PlaceFactory(
        name="Ferndale", state=state, geoid="0125840", level=Level.MUNICIPALITY
    )


def editor(name="editor"):
    """Return a superuser, who may publish alone."""
    return get_user_model().objects.create_superuser(name)


def taken_in(text=TEXT, user=None, published=PUBLISHED):
    """Return an article that is confirmed: with its source, and no cards yet."""
    user = user or editor()
    intake = begin(read_text(text), user)
    intake.outlet_name, intake.published = "The Ledger", published
    intake.save()
    make_source(intake, user)
    intake.refresh_from_db()
    return intake


def dealt(text=TEXT, user=None, **about):
    """Return an article with its cards."""
    intake = taken_in(text, user, **about)
    deal(intake)
    return intake


def card_of(intake, kind, /, **cells):
    """Return the one card of a kind with these cells."""
    cards = Card.objects.of(intake).filter(kind=kind)
    (found,) = [
        card
        for card in cards
        if all(card.cells.get(name) == text for name, text in cells.items())
    ]
    return found


def ice():
    """Make ICE, published, as an agency of the nation."""
    return factories.AgencyFactory(
        name="Immigration and Customs Enforcement",
        abbreviation="ICE",
        kind=AgencyKind.FEDERAL,
        jurisdiction=factories.NationFactory(),
    )
