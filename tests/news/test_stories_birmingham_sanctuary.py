"""Story 004: Birmingham, Alabama, calls itself a sanctuary in January 2017."""

import pytest

from tests.news.told import (
    BIRMINGHAM_2017,
    UNDATED,
    dated,
    event,
    inferred,
    official,
    place,
    policy,
    source,
    statement,
    term,
    told_by,
    vote,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

RESOLUTION = "birmingham-sanctuary-resolution"
TUESDAY = inferred("2017-01-31", "on Tuesday", "2017-02-01")


def test_same_birmingham_as_in_2021():
    assert policy(RESOLUTION).jurisdiction == place("AL", "birmingham")
    assert policy("birmingham-hsi-extension").jurisdiction == place("AL", "birmingham")


def test_resolution_was_adopted_on_tuesday():
    resolution = policy(RESOLUTION)
    assert resolution.type == "sanctuary_declaration"
    assert resolution.instrument == "resolution"
    assert dated(event(RESOLUTION, "adopted")) == TUESDAY
    assert event(RESOLUTION, "adopted").vote == vote(RESOLUTION)
    assert resolution.status == "active"


def test_vote_was_unanimous_without_a_roll_call():
    passed = vote(RESOLUTION)
    assert (passed.result, passed.described_as_unanimous) == ("passed", True)
    assert dated(passed) == TUESDAY
    assert not passed.ballots.exists()


def test_resolution_answers_the_federal_order():
    assert policy(RESOLUTION).responds_to.get().slug == "order-on-federal-funding-2017"


def test_resolution_declares_a_sanctuary_city():
    assert policy(RESOLUTION).excerpt == "is a ‘Sanctuary City’"


def test_mayor_is_named_as_concurring():
    role = policy(RESOLUTION).roles.get()
    assert (role.role, str(role.official)) == ("concurred", "William Bell Sr.")
    assert told_by(policy(RESOLUTION), "roles") == {BIRMINGHAM_2017}


def test_task_force_is_called_for():
    force = policy("birmingham-sanctuary-city-task-force")
    assert force.type == "task_force_creation"
    assert force.status == "proposed"
    assert "safe and welcoming" in force.summary


def test_resolution_is_called_symbolic():
    assert policy(RESOLUTION).legal_effect == "symbolic"
    assert told_by(policy(RESOLUTION), "legal_effect") == {BIRMINGHAM_2017}


def test_resolution_conflicts_with_a_state_law():
    law = policy(RESOLUTION).conflicts_with.get()
    assert law.jurisdiction == place("AL")
    assert (law.type, law.law_effect) == ("state_law", "bans_sanctuary_policy")
    assert law.status == "active"


def test_city_lawyers_told_the_council_so():
    told = statement("city-lawyers-on-alabama-law")
    assert told.speaker_label == "City lawyers"
    assert dated(told) == inferred(
        "2017-01-31", "During the council meeting", "2017-02-01"
    )


def test_mayor_prefers_another_word():
    preference = statement("bell-prefers-welcoming-city")
    assert preference.quote == "welcoming city"
    assert preference.stance == "mixed"
    assert "concurring" in preference.summary
    assert policy("birmingham-welcoming-city").type == "welcoming_declaration"


def test_mayor_at_a_press_conference():
    said = statement("bell-on-no-fear-of-city-government")
    assert said.kind == "press_conference"
    assert "need not fear" in said.summary
    assert "policies friendly to immigrants" in said.summary
    assert dated(said) == UNDATED


@pytest.mark.parametrize(("slug", "code"), [("atlanta", "GA"), ("baltimore", "MD")])
def test_other_welcoming_cities_are_named(slug, code):
    named = statement(f"{slug}-called-welcoming")
    assert named.jurisdiction == place(code, slug)
    assert named.speaker_label == "The article"


def test_governor_opposes_it():
    said = statement("bentley-alabama-will-not-support-sanctuary-cities")
    assert said.stance == "opposes"
    assert dated(said) == inferred("2017-02-01", "on Wednesday", "2017-02-01")
    assert term("robert-bentley", "governor").jurisdiction == place("AL")


def test_federal_order_was_signed_on_january_25():
    order = event("order-on-federal-funding-2017", "executive_signed")
    assert dated(order) == ("2017-01-25", "day", "stated", "January 25th", None)
    assert BIRMINGHAM_2017 in told_by(order, "date")
    assert policy("order-on-federal-funding-2017").roles.get().official == official(
        "donald-trump"
    )


def test_meeting_is_described_and_nothing_more():
    meeting = statement("birmingham-council-meeting-described")
    assert meeting.quote == "sometimes uproarious"
    assert meeting.vote == vote(RESOLUTION)


def test_articles_loaded_words_are_not_ours():
    assert source(BIRMINGHAM_2017).outlet is None
    for said in type(statement("bell-prefers-welcoming-city")).objects.all():
        assert "illegal immigrant" not in said.summary.lower()
        assert "balk against" not in said.summary.lower()
