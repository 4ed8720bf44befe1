"""What goes wrong from dealing to publishing is told in words, and loses nothing."""

import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from jurisdictions.models import Organization
from news.duplicates.merging import merge
from news.enums import CardDecision, IntakeState
from news.filing import entering
from news.filing.deciding import decide, decide_all, own_card
from news.filing.entering import file, rehearse
from news.filing.publishing import NotPublished, drafts_of, hand_on, publish
from news.filing.quoting import passage_of
from news.models import Card, Citation, Source
from policies.models import Policy, PolicyEvent
from tests import factories
from tests.news.filing.articles import (
    card_of,
    dealt,
    editor,
    places,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return editor()


@pytest.fixture
def intake(user):
    places()
    return dealt(user=user)


def found_of(filed, card):
    (found,) = [found for found in filed.findings if found.card.pk == card.pk]
    return found


def filed_as_it_is(intake, user):
    filed = file(intake, user, seen=rehearse(intake, user).digest)
    intake.refresh_from_db()
    return filed


def test_a_record_that_was_deleted_since_is_asked_about_and_not_made_anew(intake, user):
    group = factories.OrganizationFactory(name="Ferndale Neighbors Union")
    card = card_of(intake, "organization", name="Ferndale Neighbors Union")
    card = decide(card, user, card.edition, existing=group)
    group.delete()
    (fault, *_more) = found_of(rehearse(intake, user), card).faults
    assert "deleted" in fault.words
    decide(card, user, card.edition, existing=None, different_because="It is new.")
    assert not rehearse(intake, user).stopped


def test_a_record_that_was_folded_since_leads_to_the_one_that_was_kept(intake, user):
    kept, folded = (factories.OrganizationFactory(name=n) for n in ("Union", "Unions"))
    card = card_of(intake, "organization", name="Ferndale Neighbors Union")
    decide(card, user, card.edition, existing=folded)
    merge(kept, folded, user=user)
    assert found_of(rehearse(intake, user), card).record == kept


def test_a_card_is_no_record_of_another_kind(intake, user):
    card = card_of(intake, "vote")
    with pytest.raises(ValidationError, match="of this kind"):
        decide(card, user, card.edition, existing=factories.OrganizationFactory())


def test_a_filed_article_takes_no_further_card(intake, user):
    filed_as_it_is(intake, user)
    with pytest.raises(ValidationError, match="filed"):
        own_card(intake, user, "vote", "a vote at the council meeting")


def test_a_list_on_a_page_from_before_the_filing_is_not_decided_on(intake, user):
    before = type(intake).objects.get(pk=intake.pk)
    keys = [card.key for card in Card.objects.of(intake)]
    filed_as_it_is(intake, user)
    assert decide_all(before, keys, CardDecision.REJECTED, user) == 0


def test_words_that_the_source_lost_are_no_quotation_of_an_event(intake, user):
    card = card_of(intake, "policy", event_1="proposed")
    Card.objects.of(intake).filter(kind="policy").exclude(pk=card.pk).delete()
    Card.objects.of(intake).exclude(kind__in=("policy", "place")).delete()
    kept = ("place", "type", "title", "direction", "event_1")
    card.cells = {name: card.cells[name] for name in kept}
    card.save()
    decide(card, user, card.edition, quote="members of the groups gathered")
    left = "On Monday, members of the groups gathered."
    Source.objects.filter(pk=intake.source_id).update(text=left)
    filed_as_it_is(intake, user)
    event = PolicyEvent.objects.get()
    assert all(row.quote in left for row in event.citations.all())
    assert event.citations.exists()


def test_of_two_who_enter_the_same_the_second_is_told_in_a_rehearsal_too(
    intake, user, monkeypatch
):
    def clash(*args):
        raise IntegrityError

    monkeypatch.setattr(entering, "draft", clash)
    filed = rehearse(intake, user)
    assert filed.stopped
    assert "just now" in " ".join(filed.faults)


def test_a_surname_that_two_share_names_nobody(intake, user):
    for given in ("Ann", "Bea"):
        own = own_card(
            intake,
            user,
            "official",
            "Council member Rita Alvarado",
            cells={
                "given_name": given,
                "family_name": "Twin",
                "office": "legislator",
                "place": "Ferndale, AL",
            },
        )
        assert own.is_accepted
    Card.objects.filter(pk=card_of(intake, "vote").pk).update(speaker="Twin")
    filed_as_it_is(intake, user)
    assert not Citation.objects.filter(speaker__contains="Twin").exists()


def test_a_place_says_nothing(intake, user):
    Card.objects.filter(pk=card_of(intake, "vote").pk).update(speaker="Ferndale, AL")
    filed_as_it_is(intake, user)
    assert not Citation.objects.filter(speaker__contains="Ferndale, A").exists()


def test_cards_that_follow_one_another_are_made_from_the_first_on(intake, user):
    earlier = card_of(intake, "policy", event_1="reported")
    later = card_of(intake, "policy", event_1="proposed")
    own = own_card(
        intake,
        user,
        "policy",
        "an agreement between the Ferndale Police Department and Immigration",
        cells={**earlier.cells, "title": "First of all"},
    )
    Card.objects.filter(pk=own.pk).update(different_because="An older one.")
    follows = {"predecessor": f"card:{own.key}", "predecessor_relation": "renewal"}
    earlier.cells |= follows
    earlier.sort_order = later.sort_order + 1
    earlier.save()
    assert not found_of(rehearse(intake, user), later).faults


def test_cards_that_go_round_in_a_circle_are_refused(intake, user):
    earlier = card_of(intake, "policy", event_1="reported")
    later = card_of(intake, "policy", event_1="proposed")
    earlier.cells |= {
        "predecessor": f"card:{later.key}",
        "predecessor_relation": "renewal",
    }
    earlier.save()
    filed = rehearse(intake, user)
    assert all(found_of(filed, card).faults for card in (earlier, later))


@pytest.mark.parametrize("words", ["card:another-article", "no-such-page", "#0"])
def test_a_reference_that_leads_nowhere_is_told_in_words(intake, user, words):
    card = card_of(intake, "policy", event_1="proposed")
    card.cells["predecessor"] = words
    card.save()
    faults = found_of(rehearse(intake, user), card).faults
    assert faults
    assert not any("None" in fault.words for fault in faults)


@pytest.mark.parametrize(
    "words",
    ["x" * 100_000, "\ufffe", "'; DROP TABLE x; --", "<b>", "; ;", "2025-02-30"],
)
def test_no_cell_breaks_a_rehearsal(intake, user, words):
    for card in Card.objects.of(intake):
        card.cells = dict.fromkeys(card.cells, words)
        card.save()
    assert rehearse(intake, user).stopped
    assert not Policy.objects.exists()


def test_an_article_that_is_not_filed_is_not_published(intake, user):
    with pytest.raises(NotPublished, match="not filed"):
        publish(intake, user)
    assert hand_on(intake, user) == []
    intake.refresh_from_db()
    assert intake.state == IntakeState.OPEN
    assert not Source.objects.get(pk=intake.source_id).live


def test_what_was_folded_into_another_is_not_published_again(intake, user):
    filed_as_it_is(intake, user)
    folded = Organization.objects.get(name="Ferndale Neighbors Union")
    kept = factories.OrganizationFactory(name="Neighbors of Ferndale")
    merge(kept, folded, user=user)
    assert folded not in drafts_of(intake)
    publish(intake, user)
    assert not Organization.objects.get(pk=folded.pk).live


def test_of_an_endless_sentence_a_passage_is_found_at_once():
    text = "The council met, " * 2_000 + "and voted to reject the pact."
    began = time.monotonic()
    start, end = passage_of(text, 0, len(text), ["reject", "pact"])
    assert time.monotonic() - began < 5
    assert "reject the pact" in text[start:end]
    assert len(text[start:end].split()) <= 40


def test_a_side_that_somebody_is_said_to_take_waits_for_an_editor(user):
    places()
    text = (
        "Ferndale council weighs pact\n\n"
        "FERNDALE, Ala. (Ledger) — The Ferndale City Council voted 3-2 on Tuesday to "
        "approve a 287(g) agreement with Immigration and Customs Enforcement.\n\n"
        "Mayor Dana Whitcomb said she understood the fear in the community."
    )
    intake = dealt(text, user)
    sides = Card.objects.of(intake).filter(cells__stance__in=("supports", "opposes"))
    assert not [card for card in sides if card.is_accepted]


def test_what_is_said_of_a_day_to_come_was_not_said_on_it(user):
    places()
    text = (
        "Ferndale council to vote on pact\n\n"
        "FERNDALE, Ala. (Ledger) — The Ferndale City Council is considering a 287(g) "
        "agreement with Immigration and Customs Enforcement.\n\n"
        "Mayor Dana Whitcomb said people should come to the meeting on April 16, when "
        "the council is scheduled to vote on it."
    )
    intake = dealt(text, user)
    statements = Card.objects.of(intake).filter(kind="statement")
    assert all(not c.cells.get("date") for c in statements)


def test_a_dateline_is_no_part_of_a_bodys_name(user):
    places()
    text = (
        "Ferndale rescinds\n\n"
        "FERNDALE, Ala. (AP) — City councilors in Ferndale voted 7-2 Monday to rescind "
        "a 2017 resolution that called the city a sanctuary city."
    )
    intake = dealt(text, user)
    (body,) = Card.objects.of(intake).filter(kind="body")
    assert body.cells["name"] == "City councilors"
    assert card_of(intake, "vote").cells["body"] == "City councilors"
    assert not rehearse(intake, user).stopped


def test_the_day_of_a_rejection_is_no_day_of_a_proposal(user):
    places()
    text = (
        "Ferndale council rejects pact\n\n"
        "FERNDALE, Ala. (Ledger) — The Ferndale City Council on Monday voted down a "
        "proposed 287(g) agreement with Immigration and Customs Enforcement.\n\n"
        "Ferndale Police Chief Owen Barr had asked for the agreement in September."
    )
    intake = dealt(text, user)
    card = card_of(intake, "policy")
    events = [card.cells.get(f"event_{number}") for number in (1, 2, 3)]
    assert events == ["rejected_by_body", None, None]
