"""Story 001: Clarkston, Georgia, limits its help to ICE; Texas and Washington too."""

import pytest

from tests.news.told import (
    CLARKSTON_2017,
    UNDATED,
    agency,
    body,
    concerns,
    dated,
    event,
    inferred,
    nation,
    official,
    organization,
    place,
    policy,
    statement,
    term,
    told_by,
    vote,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

RESOLUTION = "clarkston-resolution-on-ice-requests"
TUESDAY = inferred("2017-05-02", "Tuesday", "2017-05-04")


def amount(slug):
    """Return a statement's number, unit and whether it is approximate."""
    row = statement(slug)
    return row.amount_from, row.amount_unit, row.amount_is_approximate


# Places, bodies, agencies


def test_clarkston_has_about_7000_residents_and_a_motto():
    assert place("GA", "clarkston").legal_name == "City of Clarkston"
    assert place("GA", "clarkston").population is None
    assert amount("clarkston-size-and-motto") == (7000, "residents", True)
    told = statement("clarkston-size-and-motto")
    assert told.quote == "Where Opportunity Can Grow"
    assert "just outside Atlanta" in told.summary


def test_half_of_the_residents_were_born_abroad_says_the_mayor():
    claim = statement("terry-on-residents-born-abroad")
    assert amount(claim.slug) == (50, "percent of residents", True)
    assert str(claim.official) == "Ted Terry"


def test_documentary_of_2014_is_mentioned():
    film = statement("clarkston-documentary-2014")
    assert dated(film) == ("2014-01-01", "year", "stated", "2014", None)
    assert film.medium == "PBS documentary"


def test_council_police_and_ice():
    clarkston = place("GA", "clarkston")
    assert body(clarkston, "city-council").name == "Clarkston City Council"
    assert agency(clarkston, "police-department").kind == "police"
    region = agency(nation(), "ice-southern-region")
    assert region.parent == agency(nation(), "ice")
    assert place("GA").name == "Georgia"


# The resolution


def test_resolution_limits_arrests_at_ices_request():
    resolution = policy(RESOLUTION)
    assert resolution.type == "detainer_policy"
    assert resolution.instrument == "resolution"
    assert resolution.direction == "limits"
    assert resolution.detainer_practice == "not_on_request_alone"
    assert resolution.scope == "Clarkston police officers."
    assert told_by(resolution, "scope") == {CLARKSTON_2017}


def test_excerpt_keeps_the_repeated_word():
    excerpt = policy(RESOLUTION).excerpt
    assert "may not arrest, detain, extend, detain, or transport" in excerpt


def test_resolution_was_adopted_on_tuesday_and_signed_by_the_mayor():
    assert dated(event(RESOLUTION, "adopted")) == TUESDAY
    assert event(RESOLUTION, "adopted").vote == vote(RESOLUTION)
    role = policy(RESOLUTION).roles.get()
    assert (role.role, str(role.official)) == ("signed", "Ted Terry")
    assert dated(event(RESOLUTION, "executive_signed")) == UNDATED
    assert policy(RESOLUTION).status == "active"


def test_vote_passed_unanimously_and_names_nobody():
    passed = vote(RESOLUTION)
    assert (passed.result, passed.described_as_unanimous) == ("passed", True)
    assert dated(passed) == TUESDAY
    assert not passed.ballots.exists()
    assert set(passed.stated_counts().values()) == {None}


def test_first_in_georgia_is_the_articles_claim():
    assert statement("clarkston-first-in-georgia").speaker_label == "The article"


def test_terry_supports_it():
    assert term("ted-terry", "mayor").jurisdiction == place("GA", "clarkston")
    for slug in ("terry-on-ice-and-small-cities", "terry-on-trust-in-police"):
        assert statement(slug).stance == "supports"
    assert concerns("terry-on-trust-in-police") == {"trust"}
    assert "betrayed" in statement("terry-on-trust-in-police").summary


def test_vote_followed_raids_of_unknown_day():
    raids = statement("ice-raids-in-clarkston")
    assert raids.kind == "enforcement"
    assert raids.agency.abbreviation == "ICE"
    assert dated(raids) == UNDATED


def test_shahshahani_says_whom_ice_targeted():
    claim = statement("shahshahani-on-somali-immigrants")
    assert claim.is_allegation
    assert claim.organization == organization("project-south")
    assert term("azadeh-shahshahani", "attorney").organization == claim.organization


def test_shahshahani_backs_places_that_end_cooperation():
    assert statement("shahshahani-against-cooperation").stance == "opposes"


def test_ice_met_three_unnamed_members_hours_before():
    meeting = statement("ice-meets-clarkston-council-members")
    assert meeting.kind == "meeting"
    assert amount(meeting.slug)[:2] == (3, "council members, not named")
    assert dated(meeting) == inferred(
        "2017-05-02", "Hours before Tuesday's", "2017-05-04"
    )
    assert meeting.citations.filter(speaker="Ted Terry").exists()


def test_terrys_claim_and_coxs_denial_are_tied():
    claim = statement("terry-on-list-and-funding")
    denial = statement("cox-denies-threat-to-funding")
    assert claim.is_allegation
    assert concerns(claim.slug) == {"funding"}
    assert denial.disputes == claim
    assert list(claim.disputed_by.all()) == [denial]
    assert term("bryan-cox", "spokesperson").agency.name == "ICE southern region"


def test_cox_says_what_ice_will_do():
    assert "headquarters" in statement("cox-denies-threat-to-funding").summary
    assert "consequences" in statement("cox-warns-of-consequences").summary


def test_city_expected_six_million_dollars():
    assert amount("clarkston-expected-grants") == (6_000_000, "US dollars", False)


# Washington, Texas, Arizona


def test_order_of_january_threatens_funding():
    order = policy("order-on-federal-funding-2017")
    assert order.law_effect == "threatens_funding"
    assert CLARKSTON_2017 in told_by(order, "summary")
    month = event(order.slug, "executive_signed").citations.get(
        source__slug=CLARKSTON_2017
    )
    assert month.value_reported == "in January"


def test_sessions_wrote_to_nine_jurisdictions_says_the_post():
    letters = statement("sessions-letters-to-nine-jurisdictions")
    assert letters.kind == "letter"
    assert amount(letters.slug)[:2] == (9, "jurisdictions, not named")
    assert letters.via_outlet.name == "The Washington Post"
    assert letters.policy == policy("order-on-federal-funding-2017")
    assert term("jeff-sessions", "cabinet").title == "Attorney General"


def test_texas_bill_was_passed_and_awaits_the_governor():
    bill = policy("texas-bill-2017")
    assert bill.jurisdiction == place("TX")
    assert (bill.type, bill.status) == ("state_law", "pending")
    assert bill.law_effect == "bans_sanctuary_policy"
    assert bill.conditions == "The governor's decision."
    assert "police chief" in bill.summary
    assert dated(event(bill.slug, "approved_by_body")) == inferred(
        "2017-05-03", "Wednesday", "2017-05-04"
    )


def test_ice_employs_20000():
    assert amount("ice-staff-and-local-help") == (20_000, "ICE employees", True)
    assert "half as many" in statement("ice-staff-and-local-help").summary


def test_some_agencies_find_policing_harder():
    slug = "agencies-say-cooperation-hampers-police"
    assert concerns(slug) == {"policing", "trust"}
    assert statement(slug).speaker_label == "Some law enforcement agencies"


def test_civil_rights_groups_on_287g():
    claim = statement("civil-rights-groups-on-287g")
    assert concerns(claim.slug) == {"profiling"}
    assert claim.policy == policy("287g-program")


def test_arpaio_is_a_former_sheriff_of_arizona():
    past = term("joe-arpaio", "sheriff")
    assert past.former
    assert past.jurisdiction == place("AZ")
    assert (past.start, past.end, past.described_on) == (None, None, None)


# Georgia and Atlanta


def test_nicholls_leads_glahr():
    alliance = organization("georgia-latino-alliance-for-human-rights")
    assert alliance.aliases.get(is_abbreviation=True).name == "GLAHR"
    assert term("adelina-nicholls", "leader").organization == alliance
    assert term("adelina-nicholls", "leader").title == "Executive director"


def test_four_counties_are_not_named():
    assert amount("nicholls-on-four-counties")[:2] == (4, "counties, not named")


def test_nicholls_turns_to_atlanta_and_opposes_cooperation():
    assert statement("nicholls-on-atlanta").jurisdiction == place("GA", "atlanta")
    for slug in ("nicholls-against-cooperation", "nicholls-on-closing-ice"):
        assert statement(slug).stance == "opposes"


def test_glahr_counts_48000_children_in_six_years():
    count = statement("glahr-on-separated-children")
    assert amount(count.slug) == (
        48_000,
        "children who are US citizens, in six years",
        True,
    )
    assert count.organization.name == "Georgia Latino Alliance for Human Rights"
    assert concerns(count.slug) == {"families"}


def test_protest_in_atlanta_is_dated_by_a_caption():
    protest = statement("protest-at-ice-building-in-atlanta")
    assert dated(protest) == ("2017-05-04", "day", "stated", "May 4, 2017", None)
    assert protest.jurisdiction == place("GA", "atlanta")
    assert protest.medium == "Photo caption"


def test_those_named_without_a_stance():
    assert term("donald-trump", "president").jurisdiction == nation()
    assert told_by(official("donald-trump"), "terms") >= {CLARKSTON_2017}
    for there in (place("NY", "new-york-city"), place("CA", "san-francisco")):
        assert CLARKSTON_2017 in told_by(there, "name")
