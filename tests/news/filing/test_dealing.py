"""What an article tells becomes cards: honest, with their passages, never invented."""

import pytest

from jurisdictions.models import Organization
from news.enums import CardDecision
from news.filing.dealing import deal
from news.models import Card, Merge
from policies.models import Policy
from tests import factories
from tests.news.filing.articles import (
    GROUPS,
    RESULT,
    TEXT,
    card_of,
    dealt,
    ice,
    places,
    taken_in,
)

pytestmark = pytest.mark.django_db


def test_each_thing_the_article_tells_is_a_card_with_its_words():
    places()
    intake = dealt()
    for card in Card.objects.of(intake):
        assert card.quote and card.quote == intake.text[card.start : card.end]
        assert card.rule
    names = {c.name for c in Card.objects.of(intake).filter(kind="organization")}
    assert set(GROUPS) <= names


def test_a_proposed_extension_presupposes_the_agreement_it_would_extend():
    places()
    intake = dealt()
    earlier, extension = Card.objects.of(intake).filter(kind="policy")
    assert earlier.cells["event_1"] == "reported"
    assert extension.cells["event_1"] == "proposed"
    assert extension.cells["predecessor"] == f"card:{earlier.key}"
    assert extension.cells["title"] == "Extension of the agreement with ICE"


def test_a_vote_that_is_to_come_has_a_day_and_no_result():
    places()
    vote = card_of(dealt(), "vote")
    assert vote.cells["result"] == "scheduled"
    assert vote.cells["date"] == "2024-04-09"
    assert vote.told["date"]["phrase"].startswith("Tuesday")
    assert not {"yes_count", "no_count", "yes_members"} & vote.cells.keys()


def test_members_are_on_a_vote_only_where_the_article_names_them():
    places()
    vote = card_of(dealt(RESULT), "vote")
    assert vote.cells["result"] == "failed"
    assert (vote.cells["yes_count"], vote.cells["no_count"]) == ("2", "3")
    assert vote.cells["yes_members"] == "Rita Alvarado; Jo Simms"
    assert "no_members" not in vote.cells


def test_what_needs_an_editors_words_is_not_accepted():
    places()
    intake = dealt()
    said = card_of(intake, "statement", official="Owen Barr")
    assert said.decision == CardDecision.OPEN
    assert "in our own words" in said.doubt


def test_a_silence_is_told_in_our_words_and_accepted():
    places()
    silent = card_of(dealt(), "statement", stance="declined_to_comment")
    assert silent.decision == CardDecision.ACCEPTED
    assert silent.cells["summary"].startswith("Asked about the extension")


def test_no_sentence_of_the_article_is_a_title_or_a_summary():
    places()
    intake = dealt()
    for card in Card.objects.of(intake):
        for name in ("title", "summary", "motion"):
            said = card.cells.get(name, "")
            assert not said or said not in intake.text


def test_what_is_only_mentioned_waits():
    places()
    factories.StateFactory(usps="TX", geoid="48")
    text = TEXT + "\n\nGov. Luz Ortega of Texas said little about the matter."
    card = card_of(dealt(text), "official", family_name="Ortega")
    assert card.decision == CardDecision.OPEN
    assert "Only mentioned" in card.doubt


def test_the_federal_side_is_named_where_the_article_names_it():
    places()
    agency = ice()
    intake = dealt()
    assert card_of(intake, "agency", kind="federal").existing == agency


def test_what_is_on_record_is_named_on_its_card():
    town = places()
    group = factories.OrganizationFactory(name="Lakeside First Church")
    factories.OrganizationAliasFactory(organization=group, name="First Lakeside Church")
    mayor = factories.OfficialFactory(given_name="Dana", family_name="Whitcomb")
    factories.TermFactory(official=mayor, office="mayor", jurisdiction=town)
    council = factories.BodyFactory(jurisdiction=town, name="City Council")
    police = factories.AgencyFactory(jurisdiction=town, name="Ferndale Police")
    intake = dealt()
    assert card_of(intake, "place").existing == town
    assert card_of(intake, "organization", name=GROUPS[2]).existing == group
    assert card_of(intake, "official", family_name="Whitcomb").existing == mayor
    assert card_of(intake, "body").existing == council
    assert card_of(intake, "agency", kind="police").existing == police


def test_two_of_one_name_are_left_to_the_editor():
    places()
    for _number in range(2):
        factories.OrganizationFactory(name=GROUPS[0])
    assert card_of(dealt(), "organization", name=GROUPS[0]).existing is None


def test_what_was_folded_into_another_leads_to_that():
    places()
    kept = factories.OrganizationFactory(name="Neighbors of Ferndale")
    gone = factories.OrganizationFactory(name=GROUPS[0])
    factories.MergeFactory(
        kind=Organization._meta.model_name, kept_id=kept.pk, folded_id=gone.pk
    )
    assert Merge.objects.kept_for(gone) == kept
    assert card_of(dealt(), "organization", name=GROUPS[0]).existing == kept


def test_dealing_writes_no_record_and_deals_once():
    places()
    intake = taken_in()
    first = [card.pk for card in deal(intake)]
    assert [card.pk for card in deal(intake)] == first
    assert not Policy.objects.exists()
