"""An article is filed whole: drafts of every accepted card with citations, or none."""

import pytest

from jurisdictions.models import Agency, Official, Organization
from news.enums import CardDecision, IntakeState
from news.filing.deciding import decide
from news.filing.entering import NotFiled, Outcome, file, rehearse
from news.models import Card, Citation, Distinction, Intake
from policies.models import Policy, Statement, Vote
from tests import factories
from tests.news.filing.articles import (
    GROUPS,
    RESULT,
    card_of,
    dealt,
    editor,
    ice,
    places,
)

pytestmark = pytest.mark.django_db
MODELS = (Agency, Official, Organization, Policy, Statement, Vote, Citation)


@pytest.fixture
def user():
    return editor()


def counts():
    return [model.objects.count() for model in MODELS]


def file_as_it_is(intake, user):
    return file(intake, user, seen=rehearse(intake, user).digest)


def fault_of(filed, card):
    (found,) = [f for f in filed.findings if f.card.pk == card.pk]
    return found


def test_a_rehearsal_writes_nothing_and_tells_what_the_public_will_read(user):
    places()
    intake = dealt(user=user)
    before = counts()
    filed = rehearse(intake, user)
    assert counts() == before
    assert not filed.stopped
    said = [line for told in filed.sentences for line in told.words]
    assert any("an extension of an agreement with ICE was proposed" in s for s in said)
    assert all(told.quotes for told in filed.sentences)
    assert not intake.source.__class__.objects.get(pk=intake.source_id).live


def test_filing_makes_what_was_rehearsed_as_cited_drafts(user):
    places()
    intake = dealt(user=user)
    filed = file_as_it_is(intake, user)
    assert {f.outcome for f in filed.findings} <= {Outcome.CREATE, Outcome.KNOWN}
    for record in filed.made:
        assert not record.live
        assert record.latest_revision is not None
        (citation, *_more) = record.citations.all()
        assert citation.source == intake.source
        assert citation.quote in intake.text
    extension = Policy.objects.get(predecessor__isnull=False)
    assert [e.kind for e in extension.events.all()] == ["proposed"]
    assert all(e.citations.all() for e in extension.events.all())
    vote = Vote.objects.get()
    assert vote.policy == extension
    assert vote.date_anchor is not None and vote.date_phrase
    letter = Statement.objects.get(kind="letter")
    assert [str(row.signer) for row in letter.signatories.all()] == list(GROUPS)
    intake.refresh_from_db()
    assert intake.state == IntakeState.FILED


def test_each_card_knows_what_was_made_of_it(user):
    places()
    intake = dealt(user=user)
    file_as_it_is(intake, user)
    assert card_of(intake, "vote").made == Vote.objects.get()


def test_what_is_rejected_is_not_made(user):
    places()
    intake = dealt(user=user)
    Card.objects.of(intake).filter(kind="organization").update(
        decision=CardDecision.REJECTED
    )
    Card.objects.of(intake).filter(kind="letter").update(decision="rejected")
    file_as_it_is(intake, user)
    assert not Organization.objects.exists()
    assert not Statement.objects.filter(kind="letter").exists()


def test_a_record_that_names_a_rejected_card_says_which(user):
    places()
    intake = dealt(user=user)
    card = card_of(intake, "organization", name=GROUPS[1])
    decide(card, user, card.edition, decision=CardDecision.REJECTED)
    filed = rehearse(intake, user)
    letter = fault_of(filed, card_of(intake, "letter"))
    assert letter.outcome == Outcome.ERROR
    assert GROUPS[1] in str(letter.faults[0])
    with pytest.raises(NotFiled):
        file(intake, user, seen=filed.digest)
    assert not Organization.objects.exists()


def test_a_card_without_words_of_the_article_stops_it(user):
    places()
    intake = dealt(user=user)
    card = card_of(intake, "vote")
    decide(card, user, card.edition, quote="")
    found = fault_of(rehearse(intake, user), card)
    assert "rests on no words" in str(found.faults[0])


def test_a_quotation_that_the_sources_text_lost_stops_it(user):
    places()
    intake = dealt(user=user)
    intake.source.text = "Another text altogether."
    intake.source.save()
    filed = rehearse(intake, user)
    assert "does not have the quoted words" in str(filed.blockers[0].faults[0])


def test_a_date_that_nobody_counted_stops_it(user):
    places()
    intake = dealt(user=user)
    card = card_of(intake, "vote")
    decide(card, user, card.edition, cells=card.cells | {"date": ""})
    assert "is no date yet" in str(fault_of(rehearse(intake, user), card).faults[0])


def test_a_place_that_could_be_several_stops_it(user):
    places()
    intake = dealt(user=user)
    card = card_of(intake, "vote")
    decide(card, user, card.edition, cells=card.cells | {"place": "Nowhere, AL"})
    assert "No place is called" in str(fault_of(rehearse(intake, user), card).faults[0])


def test_what_looks_like_a_record_we_have_is_asked_about(user):
    places()
    ours = factories.OrganizationFactory(name="Ferndale Neighbours Union")
    intake = dealt(user=user)
    card = card_of(intake, "organization", name=GROUPS[0])
    found = fault_of(rehearse(intake, user), card)
    assert (found.outcome, found.alike[0][0]) == (Outcome.LIKELY, ours)
    decide(card, user, card.edition, different_because="It is another town's.")
    file_as_it_is(intake, user)
    mine = Organization.objects.get(name=GROUPS[0])
    assert Distinction.objects.pairs("organization") == {
        (min(ours.pk, mine.pk), max(ours.pk, mine.pk))
    }


def test_what_is_the_same_is_used_and_not_made_again(user):
    places()
    ours = factories.OrganizationFactory(name="Ferndale Neighbours Union")
    intake = dealt(user=user)
    card = card_of(intake, "organization", name=GROUPS[0])
    decide(card, user, card.edition, existing=ours)
    file_as_it_is(intake, user)
    letter = Statement.objects.get(kind="letter")
    assert ours in [row.signer for row in letter.signatories.all()]
    assert not Organization.objects.filter(name=GROUPS[0]).exists()


def test_a_result_is_added_to_the_vote_that_was_scheduled(user):
    town = places()
    ice()
    council = factories.BodyFactory(jurisdiction=town, name="Ferndale City Council")
    vote = factories.VoteFactory(
        body=council, result="scheduled", date=None, date_precision="unknown"
    )
    intake = dealt(RESULT, user)
    card = card_of(intake, "vote")
    decide(card, user, card.edition, existing=vote)
    filed = file_as_it_is(intake, user)
    assert fault_of(filed, card).outcome == Outcome.UPDATE
    vote.refresh_from_db()
    assert vote.result == "scheduled"  # what is public stays until it is read
    latest = vote.get_latest_revision_as_object()
    assert (latest.result, latest.no_count) == ("failed", 3)
    assert intake.source in [c.source for c in latest.citations.all()]


def test_an_event_names_the_vote_that_led_to_it(user):
    places()
    intake = dealt(RESULT, user)
    file_as_it_is(intake, user)
    (event,) = [
        event
        for policy in Policy.objects.all()
        for event in policy.get_latest_revision_as_object().events.all()
        if event.kind == "rejected_by_body"
    ]
    assert event.vote == Vote.objects.get()


def test_it_is_filed_once(user):
    places()
    intake = dealt(user=user)
    seen = rehearse(intake, user).digest
    file(intake, user, seen=seen)
    before = counts()
    with pytest.raises(NotFiled, match="filed already"):
        file(intake, user, seen=seen)
    assert counts() == before


def test_what_changed_since_it_was_looked_at_is_not_filed(user):
    places()
    intake = dealt(user=user)
    seen = rehearse(intake, user).digest
    card = card_of(intake, "vote")
    decide(card, user, card.edition, decision=CardDecision.REJECTED)
    with pytest.raises(NotFiled, match="changed since"):
        file(intake, user, seen=seen)
    assert Intake.objects.get(pk=intake.pk).state == IntakeState.OPEN


def test_an_article_without_an_accepted_card_is_not_filed(user):
    places()
    intake = dealt(user=user)
    Card.objects.of(intake).update(decision=CardDecision.REJECTED)
    assert rehearse(intake, user).faults
    with pytest.raises(NotFiled):
        file_as_it_is(intake, user)


def test_who_may_not_be_named_is_no_speaker(user):
    places()
    intake = dealt(user=user)
    card = card_of(intake, "vote")
    card.speaker = "A Private Person"
    card.save()
    file_as_it_is(intake, user)
    assert not Citation.objects.filter(speaker__icontains="private").exists()
