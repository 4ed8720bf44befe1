"""Story 003: what seven cities said after the election of November 2016."""

import pytest

from jurisdictions.enums import Level
from policies.models import Policy, Statement, Vote
from tests.news.told import (
    SEVEN_CITIES,
    UNDATED,
    agency,
    concerns,
    dated,
    event,
    inferred,
    nation,
    official,
    place,
    policy,
    statement,
    term,
    told_by,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

ARTICLE = "2016-11-17"
CITIES = [
    ("CA", "los-angeles"),
    ("NY", "new-york-city"),
    ("PA", "philadelphia"),
    ("TN", "nashville"),
    ("IL", "chicago"),
    ("WA", "seattle"),
    ("DC", None),
]


# The country


def test_trump_is_president_elect():
    elect = term("donald-trump", "president_elect")
    assert elect.described_on.isoformat() == ARTICLE
    assert elect.jurisdiction == nation()


def test_two_to_three_million_deportations():
    plan = statement("trump-plans-two-to-three-million-deportations")
    assert (plan.amount_from, plan.amount_to) == (2_000_000, 3_000_000)
    assert plan.amount_is_approximate
    assert plan.medium == "60 Minutes"
    assert plan.via_outlet.name == "CBS"


def test_deportation_force_and_wall():
    promise = statement("trump-campaign-deportation-force-and-wall")
    assert promise.quote == "deportation force"
    assert promise.date_phrase == "On the campaign trail"


def test_obama_and_his_deportations():
    assert term("barack-obama", "president").jurisdiction == nation()
    assert "Barack Obama" in statement("most-deportations-under-obama").summary


def test_21_petitions():
    petitions = statement("petitions-for-sanctuary-since-election-day")
    assert (petitions.amount_from, petitions.amount_unit) == (21, "petitions")
    assert petitions.medium == "Change.org"
    assert "cities, universities or states" in petitions.summary


def test_general_claims_are_the_articles():
    for slug in (
        "many-cities-have-democratic-leadership",
        "refusal-could-cost-federal-funding",
        "what-sanctuary-city-generally-means",
    ):
        assert statement(slug).speaker_label == "The article"
    assert concerns("refusal-could-cost-federal-funding") == {"funding"}


def test_program_of_2015_asks_for_transfer_and_notice():
    program = policy("ice-program-2015")
    assert program.type == "federal_program"
    assert dated(event(program.slug, "effective")) == (
        "2015-01-01",
        "year",
        "stated",
        "In summer of 2015",
        None,
    )
    assert "transfer" in program.scope
    assert "notice of the day people are released" in program.scope


# City by city


def test_los_angeles_policy_since_1979():
    rule = policy("los-angeles-police-policy-1979")
    assert (rule.type, rule.instrument) == ("no_status_inquiry", "departmental_policy")
    since = event(rule.slug, "effective")
    assert dated(since) == ("1979-01-01", "year", "stated", "since 1979", None)
    assert rule.agency == agency(place("CA", "los-angeles"), "police-department")


def test_los_angeles_chief_beck():
    said = statement("beck-lapd-will-not-change")
    assert dated(said) == inferred("2016-11-14", "on Monday", ARTICLE)
    assert said.via_outlet.name == "Los Angeles Times"
    assert "no police work based only on immigration status" in said.summary
    assert "no joint work" in said.summary
    assert term("charlie-beck", "police_chief").agency.abbreviation == "LAPD"


def test_new_york_mayor_meets_the_president_elect():
    met = statement("de-blasio-meets-trump")
    assert met.kind == "meeting"
    assert dated(met) == inferred("2016-11-16", "on Wednesday", ARTICLE)
    assert term("bill-de-blasio", "mayor").jurisdiction == place("NY", "new-york-city")


def test_new_york_press_briefing_and_tweet():
    briefing = statement("de-blasio-press-briefing-on-trust")
    assert (briefing.kind, briefing.medium) == ("press_conference", "Press briefing")
    assert dated(briefing) == inferred(
        "2016-11-16", "after he met with the president-elect", ARTICLE
    )
    tweet = statement("de-blasio-tweet-on-city-of-immigrants")
    assert (tweet.kind, tweet.medium) == ("social_post", "Tweet")
    assert dated(tweet) == UNDATED
    assert tweet.citations.exclude(quote="").count() == 2


def test_new_york_pledges_to_protect_id_records():
    pledge = policy("new-york-city-id-records")
    assert pledge.type == "municipal_id_protection"
    assert pledge.instrument == "public_statement"
    assert pledge.status == "proposed"


def test_philadelphia_order_has_an_exception():
    order = policy("philadelphia-order-on-detainers-2016")
    assert order.instrument == "executive_order_mayor"
    assert order.detainer_practice == "honors_some_offenses"
    assert "first- or second-degree felony" in order.exclusions
    signed = event(order.slug, "executive_signed")
    assert dated(signed) == inferred("2016-01-01", "in January", ARTICLE, "month")
    assert str(order.roles.get(role="signed").official) == "Jim Kenney"


def test_philadelphia_order_restores_an_earlier_status():
    order = policy("philadelphia-order-on-detainers-2016")
    earlier = policy("philadelphia-earlier-sanctuary-status")
    assert order.predecessor == earlier
    assert order.predecessor_relation == "restoration"
    lapsed = event(earlier.slug, "lapsed")
    assert (lapsed.date, lapsed.date_certainty) == (None, "inferred")
    assert earlier.status == "terminated"


def test_philadelphia_order_was_reaffirmed_on_monday():
    reaffirmed = event("philadelphia-order-on-detainers-2016", "reaffirmed")
    assert dated(reaffirmed) == inferred("2016-11-14", "On Monday", ARTICLE)
    said = statement("kenney-on-the-fourth-amendment")
    assert said.via_outlet.name == "WPVI"
    assert concerns(said.slug) == {"constitution"}
    assert dated(said) == inferred("2016-11-14", "On Monday", ARTICLE)


def test_philadelphia_guidance_of_the_day():
    guidance = statement("philadelphia-guidance-on-diversity")
    assert guidance.kind == "guidance"
    assert guidance.speaker_label == "The mayor's office"
    assert dated(guidance) == inferred("2016-11-17", "today", ARTICLE)
    assert "resources" in guidance.summary


def test_nashville_claims_no_sanctuary():
    said = statement("barry-on-local-resources")
    assert dated(said) == inferred("2016-11-16", "Yesterday", ARTICLE)
    assert said.quote == "warm and welcoming city"
    practice = policy("nashville-no-status-questions")
    assert practice.type == "no_status_inquiry"
    types = Policy.objects.filter(jurisdiction=place("TN", "nashville")).values("type")
    assert [row["type"] for row in types] == ["no_status_inquiry"]


def test_chicago_stays_a_sanctuary():
    said = statement("emanuel-on-sanctuary")
    assert dated(said) == inferred("2016-11-14", "On Monday", ARTICLE)
    assert said.via_outlet.name == "WLS"
    past = term("rahm-emanuel", "staff")
    assert past.former
    assert past.title == "White House chief of staff"


def test_seattle_mayor_and_chief_speak_on_two_days():
    mayor = statement("murray-on-sanctuary")
    assert dated(mayor) == inferred("2016-11-16", "Wednesday night", ARTICLE)
    assert mayor.via_outlet.name == "The Seattle Times"
    chief = statement("otoole-police-policy-unchanged")
    assert dated(chief) == inferred("2016-11-15", "on Tuesday", ARTICLE)
    assert str(chief.official) == "Kathleen O’Toole"
    assert {mayor.jurisdiction, chief.jurisdiction} == {place("WA", "seattle")}


def test_washington_is_a_district_without_a_state():
    district = place("DC")
    assert (district.level, district.state) == (Level.DISTRICT, None)
    assert district.aliases.get().name == "Washington, D.C."
    tweet = statement("bowser-on-sanctuary")
    assert tweet.jurisdiction == district
    assert (tweet.kind, tweet.medium) == ("social_post", "Tweet")
    assert term("muriel-bowser", "mayor").jurisdiction == district


# All of it


def from_the_article(model):
    """Return the records that rest on the article."""
    return model.objects.published().filter(citations__source__slug=SEVEN_CITIES)


def test_every_statement_in_a_city_says_when_or_that_nobody_does():
    for said in from_the_article(Statement).exclude(jurisdiction=nation()).distinct():
        assert said.date is None or said.date_phrase, said
        assert said.date is None or said.date_anchor, said
        assert said.date is not None or said.medium in {"Tweet", ""}, said


@pytest.mark.parametrize(("code", "slug"), CITIES)
def test_each_city_has_its_own_claims_and_no_other(code, slug):
    city = place(code, slug)
    said = from_the_article(Statement).filter(jurisdiction=city).distinct()
    assert said
    assert {row.official.slug for row in said if row.official} <= set(
        city.terms.values_list("official__slug", flat=True)
    ) | set(city.agencies.values_list("terms__official__slug", flat=True))


def test_no_vote_and_no_agreement_was_invented():
    assert not from_the_article(Vote).exists()
    kinds = set(from_the_article(Policy).values_list("type", flat=True))
    assert kinds.isdisjoint(
        {"287g", "hsi_customs_designation", "detention_contract", "other_agreement"}
    )


def test_officials_rest_on_the_article():
    for slug in ("megan-barry", "ed-murray", "jim-kenney"):
        assert told_by(official(slug), "terms") == {SEVEN_CITIES}
