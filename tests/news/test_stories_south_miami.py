"""Story 002: South Miami asks whether it must sign; its neighbors have signed."""

import pytest
from django.utils import timezone

from jurisdictions.derive import holders_on
from jurisdictions.models import Term
from tests.news.told import (
    SOUTH_MIAMI,
    agency,
    body,
    case,
    concerns,
    dated,
    day,
    event,
    nation,
    place,
    policy,
    source,
    statement,
    term,
    told_by,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

LAST_MONTH = (None, "unknown", "stated", "Last month", None)


@pytest.fixture
def south_miami():
    return place("FL", "south-miami")


def test_city_commission_police_and_state(south_miami):
    assert south_miami.legal_name == "City of South Miami"
    assert south_miami.state == place("FL")
    assert body(south_miami, "city-commission").kind == "commission"
    assert agency(south_miami, "police-department").kind == "police"


@pytest.mark.parametrize("city", ["hialeah", "coral-gables"])
def test_neighbor_signed_last_month_whenever_that_was(city):
    agreement = policy(f"{city}-287g")
    assert agreement.type == "287g"
    assert agreement.model == "not_stated"
    assert agreement.agency == agency(place("FL", city), "police-department")
    assert agreement.counterparty == agency(nation(), "ice")
    assert dated(event(agreement.slug, "lea_signed")) == LAST_MONTH
    assert agreement.status == "signed"


def test_south_miami_has_not_signed_and_considers_it():
    agreement = policy("south-miami-287g")
    assert (agreement.type, agreement.model) == ("287g", "not_stated")
    assert agreement.status == "proposed"
    kinds = agreement.events.values_list("kind", flat=True)
    assert list(kinds) == ["under_consideration", "clarification_sought"]
    assert "if the court finds" in agreement.conditions
    assert told_by(agreement, "conditions") == {SOUTH_MIAMI}


def test_what_no_source_dates_counts_from_the_day_it_was_entered():
    entered = source(SOUTH_MIAMI).entered_on
    assert entered == timezone.localdate(source(SOUTH_MIAMI).created_at)
    signed = event("hialeah-287g", "lea_signed")
    assert (signed.date, signed.counts_from) == (None, entered)
    assert policy("hialeah-287g").standing_on(day("2025-06-01")).status == "unknown"
    assert policy("hialeah-287g").standing_on(entered).status == "signed"


def test_several_cities_are_not_named():
    told = statement("several-south-florida-cities-signed")
    assert told.jurisdiction == place("FL")
    assert told.amount_from is None


def test_court_is_asked_and_no_filing_is_told(south_miami):
    asked = case("south-miami-287g-duty")
    assert asked.status == "sought"
    assert asked.claim == "declaratory_judgment"
    assert (asked.caption, asked.court, asked.docket) == ("", "", "")
    assert (asked.filed_on, asked.filed_precision) == (None, "unknown")
    assert asked.policy == policy("south-miami-287g")
    party = asked.parties.get()
    assert (party.role, party.jurisdiction) == ("plaintiff", south_miami)
    assert asked.events.get().status == "sought"


def test_fernandez_is_mayor_of_today_and_of_no_known_day(south_miami):
    mayor = term("javier-fernandez", "mayor")
    assert (mayor.start, mayor.described_on) == (None, None)
    terms = Term.objects.of_place(south_miami)
    assert holders_on(terms, source(SOUTH_MIAMI).entered_on) == [mayor]
    assert holders_on(terms, day("2025-06-01")) == []


def test_fernandez_will_sign_if_a_court_says_so():
    assert statement("fernandez-will-sign-if-required").stance == "conditional"
    cooperates = statement("fernandez-city-already-cooperates")
    assert "already cooperates" in cooperates.summary


def test_city_itself_states_its_question(south_miami):
    stated = statement("south-miami-city-statement")
    assert stated.kind == "written_statement"
    assert stated.speaking_place == south_miami
    assert concerns(stated.slug) == {"legal_duty"}


def test_four_questions():
    questions = statement("fernandez-four-questions")
    assert concerns(questions.slug) == {
        "civil_rights_liability",
        "insurance",
        "scope",
        "labor_agreement",
    }
    assert questions.citations.filter(field="concerns").count() == 5


def test_mayor_and_commissioners_ask_together(south_miami):
    asked = statement("south-miami-questions-on-duty")
    assert str(asked.official) == "Javier Fernandez"
    assert asked.body == body(south_miami, "city-commission")
    assert concerns(asked.slug) == {"legal_duty"}


def test_carrier_and_police_contract_stand_in_the_concerns():
    details = {
        row.kind: row.detail
        for row in statement("fernandez-four-questions").concerns.all()
    }
    assert "carrier has not answered" in details["insurance"]
    assert "bargained with the police" in details["labor_agreement"]


def test_effect_is_what_trained_officers_may_do():
    for slug in ("hialeah-287g", "coral-gables-287g", "south-miami-287g"):
        assert policy(slug).scope.startswith("Trained officers")


def test_earlier_article_is_linked():
    assert source(SOUTH_MIAMI).related.get().slug == "nbc6-hialeah-coral-gables"
