"""Story 000: Birmingham, Alabama, and the extension of its agreement with HSI."""

import pytest

from jurisdictions.enums import Level
from policies.derive import outcome_on
from tests.news.told import (
    BIRMINGHAM_2021,
    UNDATED,
    agency,
    body,
    concerns,
    dated,
    day,
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

SIGNERS = [
    "Adelante Alabama Worker Center",
    "Alabama Coalition for Immigrant Justice",
    "Alabama NAACP",
    "Beloved Community Church",
    "Birmingham DSA",
    "Birmingham Mutual Aid",
    "Cell A65",
    "Dynamite Hill-Smithfield Community Land Trust",
    "GASP",
    "Glen Iris Neighborhood Association",
    "Greater Birmingham Ministries",
    "Saint Junia United Methodist Church",
    "SWEET Alabama",
]
NOVEMBER = inferred("2021-11-01", "in November", "2021-12-06", "month")
LAST_WEEK = inferred("2021-11-29", "last week’s", "2021-12-06", "week")
MONDAY = inferred("2021-12-06", "On Monday", "2021-12-07")
LETTER = "birmingham-letter-of-13-organizations"


@pytest.fixture
def birmingham():
    return place("AL", "birmingham")


# Places and agencies


def test_city_of_birmingham(birmingham):
    assert birmingham.legal_name == "City of Birmingham"
    assert birmingham.level == Level.MUNICIPALITY
    assert birmingham.state == place("AL")
    assert birmingham.geoid == "0107000"


def test_city_council_and_its_venue(birmingham):
    council = body(birmingham, "city-council")
    assert council.kind == "council"
    assert council.venue == "City Hall, third floor"
    assert told_by(council, "venue") == {BIRMINGHAM_2021}


def test_police_ice_and_its_division(birmingham):
    assert agency(birmingham, "police-department").kind == "police"
    hsi = agency(nation(), "homeland-security-investigations")
    assert hsi.parent == agency(nation(), "ice")
    assert hsi.parent.abbreviation == "ICE"


# The agreement and its extension


def test_agreement_designates_customs_officers():
    base = policy("birmingham-hsi-designation")
    assert base.type == "hsi_customs_designation"
    assert base.model == ""
    assert base.agency.name == "Birmingham Police Department"
    assert base.counterparty.name == "Homeland Security Investigations"
    assert "customs officers" in base.summary
    assert told_by(base, "type") == {BIRMINGHAM_2021}


def test_agreement_leaves_out_administrative_violations():
    base = policy("birmingham-hsi-designation")
    assert base.exclusions == "Administrative violations of immigration law."
    quote = base.citations.get(field="exclusions").quote
    assert quote == "excluding administrative violations of immigration law"


def test_agreement_exists_since_nobody_says_when():
    assert dated(event("birmingham-hsi-designation", "reported")) == UNDATED
    assert policy("birmingham-hsi-designation").status == "active"


def test_extension_follows_the_agreement():
    extension = policy("birmingham-hsi-extension")
    assert extension.predecessor == policy("birmingham-hsi-designation")
    assert extension.predecessor_relation == "extension"


def test_extension_is_a_proposed_ordinance_of_the_council():
    extension = policy("birmingham-hsi-extension")
    assert extension.instrument == "ordinance"
    assert extension.authority_path == "council_vote"
    assert extension.status == "proposed"


def test_extension_was_submitted_and_recommended():
    roles = policy("birmingham-hsi-extension").roles.order_by("pk")
    assert [(row.role, str(row.official)) for row in roles] == [
        ("submitted", "Randall Woodfin"),
        ("recommended", "Patrick Smith"),
    ]


def test_language_was_added_in_the_week_before():
    amended = event("birmingham-hsi-extension", "amended")
    assert dated(amended) == LAST_WEEK
    assert "deportations" in amended.note
    reading = statement("city-attorney-reads-hsi-language")
    assert reading.speaker_label == "A city attorney"
    assert reading.official is None
    assert dated(reading) == LAST_WEEK


# Meetings and votes


def test_november_meeting_is_known_by_its_month():
    first = event("birmingham-hsi-extension", "introduced")
    assert dated(first) == NOVEMBER
    assert "opposed" in first.note
    assert "no decision is told" in first.note


def test_committee_heard_it_without_a_vote(birmingham):
    review = event("birmingham-hsi-extension", "committee_review")
    assert dated(review) == LAST_WEEK
    assert review.vote is None
    committee = body(birmingham, "committee-of-the-whole")
    assert committee.parent == body(birmingham, "city-council")
    assert not committee.votes.exists()


def test_vote_is_scheduled_with_place_and_stream():
    scheduled = vote("birmingham-hsi-extension")
    assert dated(scheduled) == inferred("2021-12-07", "Tuesday, Dec. 7", None)
    assert scheduled.body.name == "Birmingham City Council"
    assert scheduled.policy == policy("birmingham-hsi-extension")
    assert scheduled.result == "scheduled"
    assert scheduled.location == "City Hall, third floor"
    assert scheduled.stream == "The council's Facebook page"
    assert {"date", "location", "stream", "result"} <= set(
        scheduled.citations.values_list("field", flat=True)
    )


def test_vote_has_neither_outcome_nor_roll_call():
    scheduled = vote("birmingham-hsi-extension")
    assert not scheduled.ballots.exists()
    assert set(scheduled.stated_counts().values()) == {None}
    assert (
        outcome_on(scheduled.result, scheduled.date, day("2021-12-06")) == "scheduled"
    )
    assert outcome_on(scheduled.result, scheduled.date, day("2021-12-08")) == "unknown"


# People


def test_mayor_and_police_chief(birmingham):
    assert term("randall-woodfin", "mayor").jurisdiction == birmingham
    chief = term("patrick-smith", "police_chief")
    assert chief.agency == agency(birmingham, "police-department")
    assert told_by(official("patrick-smith"), "terms") == {BIRMINGHAM_2021}


def test_tate_sits_on_the_council_and_chairs_a_committee(birmingham):
    assert term("latonya-tate", "legislator").body == body(birmingham, "city-council")
    assert term("latonya-tate", "chair").body.name == "Public safety committee"


def test_espino_has_only_a_surname():
    assert official("espino").given_name == ""
    assert official("espino").name == "Espino"
    coalition = organization("alabama-coalition-for-immigrant-justice")
    assert term("espino", "leader").organization == coalition


# Statements


def test_woodfin_supports_it_at_the_november_meeting():
    defense = statement("woodfin-defends-hsi-extension")
    assert defense.stance == "supports"
    assert str(defense.official) == "Randall Woodfin"
    assert dated(defense) == NOVEMBER
    assert "deportation" in defense.quote


def test_smith_supports_it():
    assert statement("smith-recommends-hsi-extension").stance == "supports"


def test_tate_declined_to_comment():
    silence = statement("tate-declines-to-comment")
    assert silence.stance == "declined_to_comment"
    assert str(silence.official) == "LaTonya Tate"


def test_other_members_did_not_respond_by_monday_night(birmingham):
    silence = statement("birmingham-council-members-do-not-respond")
    assert silence.stance == "did_not_respond"
    assert silence.body == body(birmingham, "city-council")
    assert dated(silence) == inferred("2021-12-06", "as of Monday night", "2021-12-07")


def test_espino_speaks_for_the_coalition_against_it():
    answer = statement("acij-says-changes-fall-short")
    assert answer.stance == "opposes"
    assert str(answer.official) == "Espino"
    assert answer.organization.name == "Alabama Coalition for Immigrant Justice"
    assert concerns(answer.slug) == {"criminalization", "targeting"}


def test_letter_argues_safety_accountability_and_policing():
    assert concerns(LETTER) == {"safety", "accountability", "policing"}


# The letter and the gathering


def test_letter_asks_for_a_no_vote():
    letter = statement(LETTER)
    assert letter.kind == "letter"
    assert letter.stance == "opposes"
    assert letter.vote == vote("birmingham-hsi-extension")


def test_letter_has_13_signatories_in_the_articles_order():
    signers = [row.organization.name for row in statement(LETTER).signatories.all()]
    assert signers == SIGNERS


def test_over_a_dozen_agrees_with_13():
    reported = statement(LETTER).citations.exclude(value_reported="").get()
    assert reported.value_reported == "over a dozen; the list names 13"
    assert statement(LETTER).signatories.count() == 13 > 12


def test_gathering_outside_city_hall():
    gathering = statement("birmingham-gathering-outside-city-hall")
    assert gathering.kind == "gathering"
    assert gathering.stance == "opposes"
    assert gathering.venue == "Outside Birmingham City Hall"
    assert dated(gathering) == MONDAY


def test_acij_is_the_coalitions_abbreviation():
    coalition = organization("alabama-coalition-for-immigrant-justice")
    assert coalition.aliases.get(is_abbreviation=True).name == "ACIJ"
    assert type(coalition).objects.named_like("ACIJ").get() == coalition
