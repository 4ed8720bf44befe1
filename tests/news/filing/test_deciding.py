"""Each decision is saved at once, on the edition that the editor looked at."""

import pytest
from django.core.exceptions import ValidationError

from news.enums import CardDecision, IntakeState
from news.filing.deciding import CardChanged, decide, decide_all, own_card
from news.filing.quoting import passage_of
from news.models import Card
from tests.news.filing.articles import card_of, dealt, editor, places

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return editor()


@pytest.fixture
def intake(user):
    places()
    return dealt(user=user)


def test_a_decision_is_kept_with_who_made_it(intake, user):
    card = decide(card_of(intake, "vote"), user, 1, decision=CardDecision.REJECTED)
    assert (card.decision, card.decided_by, card.edition) == ("rejected", user, 2)


def test_to_say_the_same_again_changes_nothing(intake, user):
    card = card_of(intake, "vote")
    assert decide(card, user, 1, decision=card.decision).edition == 1


def test_of_two_editors_the_second_is_told(intake, user):
    other = editor("kim")
    card = card_of(intake, "vote")
    decide(card, other, 1, decision=CardDecision.REJECTED)
    with pytest.raises(CardChanged, match="kim changed this card at") as told:
        decide(card, user, 1, cells=card.cells | {"motion": "Mine"})
    assert told.value.card.decision == CardDecision.REJECTED
    assert "Mine" not in Card.objects.get(pk=card.pk).cells.values()


def test_a_quotation_is_found_whatever_its_spaces(intake, user):
    words = "set for a   vote\nat the council"
    card = decide(card_of(intake, "vote"), user, 1, quote=words)
    assert card.quote == "set for a vote at the council"
    assert intake.text[card.start : card.end] == card.quote
    assert card.paragraph == 4


def test_words_that_are_not_in_the_article_are_refused(intake, user):
    with pytest.raises(ValidationError, match="does not have these words"):
        decide(card_of(intake, "vote"), user, 1, quote="It passed 9-0.")


def test_a_filed_article_is_not_decided_on(intake, user):
    intake.state = IntakeState.FILED
    intake.save()
    with pytest.raises(ValidationError, match="filed"):
        decide(card_of(intake, "vote"), user, 1, decision=CardDecision.REJECTED)
    assert not decide_all(intake, [card_of(intake, "vote").key], "rejected", user)


def test_a_list_takes_one_action(intake, user):
    keys = [c.key for c in Card.objects.of(intake).filter(kind="organization")]
    assert decide_all(intake, keys, CardDecision.REJECTED, user) == len(keys)
    left = Card.objects.of(intake).filter(kind="organization").accepted()
    assert not left.exists()


def test_a_card_of_ones_own_begins_with_words_of_the_article(intake, user):
    card = own_card(intake, user, "statement", "who did not say when")
    assert card.decision == CardDecision.ACCEPTED
    assert intake.text[card.start : card.end] == "who did not say when"
    with pytest.raises(ValidationError, match="does not have these words"):
        own_card(intake, user, "statement", "words of nobody")
    with pytest.raises(ValidationError, match="No card is of this kind"):
        own_card(intake, user, "date", "who did not say when")


def test_of_a_long_sentence_the_telling_clauses_are_quoted():
    text = (
        "After hours of testimony that filled the room and spilled into the corridor, "
        "with speakers old and young taking their turn at the lectern, the council of "
        "the town voted 4-3 to end its agreement, and the crowd went out into the rain."
    )
    start, end = passage_of(text, 0, len(text), ["council", "agreement"])
    assert "voted 4-3 to end its agreement" in text[start:end]
    assert len(text[start:end].split()) <= 40


def test_a_dateline_is_no_part_of_a_quotation():
    text = "FERNDALE, Ala. (Ledger) — The council voted."
    start, end = passage_of(text, 0, len(text), [])
    assert text[start:end] == "The council voted."
