"""What differs between two versions of a record, and what is a small fix."""

import pytest

from news.edits.comparing import edits_between, fingerprint
from news.edits.small import MOST, is_small_fix, keeps_its_facts, weighty
from news.edits.standing import same_citations, standing
from news.models.edits import public_version
from tests.factories import (
    BallotFactory,
    CitationFactory,
    PolicyFactory,
    SourceFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db


def versions(record):
    """Return a record twice: as it is, and to be changed in memory."""
    return public_version(record), public_version(record)


def told(was, now):
    """Return {label: (was, now)} of the edits between two versions."""
    return {edit.label: edit.sentence() for edit in edits_between(was, now)}


def test_versions_that_say_the_same_have_no_edits():
    was, now = versions(
        PolicyFactory(summary="One.\nTwo.", events=[("proposed", None)])
    )
    now.summary = "One.\r\nTwo.  "  # as a browser sends it
    assert edits_between(was, now) == []
    assert fingerprint(was) == fingerprint(now)


def test_edits_are_told_in_words():
    was, now = versions(VoteFactory(result="passed", yes_count=5, date=None))
    now.result, now.yes_count, now.motion = "failed", 6, "To end it"
    assert told(was, now) == {
        "Motion": (was.motion, "To end it"),
        "Result": ("Passed", "Failed"),
        "Totals": ("yes: 5", "yes: 6"),
    }
    assert fingerprint(was) != fingerprint(now)


def test_a_members_vote_that_differs_is_told_alone():
    vote = VoteFactory()
    first = BallotFactory(vote=vote, option="yes")
    BallotFactory(vote=vote, option="yes")
    was, now = versions(vote)
    next(row for row in now.ballots.all() if row.pk == first.pk).option = "no"
    [(was_said, now_said)] = told(was, now).values()
    assert was_said == f"{first.name}: Yes"
    assert now_said == f"{first.name}: No"


def test_events_are_edited_added_taken_away_and_put_in_order():
    days = [("proposed", "2021-12-06"), ("effective", "2021-12-06")]
    was, now = versions(PolicyFactory(events=days))
    first, second = now.events.all()
    first.note = "In a letter"
    assert list(told(was, now).values()) == [("not recorded", "In a letter")]
    first.sort_order, second.sort_order = 1, 0
    assert "Order of what happened" in told(was, now)
    now.events.set([second])
    assert [said for _was, said in told(was, now).values()] == ["not recorded"]


def test_a_citation_that_contradicts_never_stood_for_anything():
    vote = VoteFactory(result="passed", citation=None)
    CitationFactory(vote=vote, field="result", bearing="contradicts")
    was, now = versions(vote)
    now.result = "failed"
    assert [standing(edit) for edit in edits_between(was, now)] == [[]]


def test_a_citation_of_the_status_stands_for_the_events_that_decide_it():
    policy = PolicyFactory(citation=None, events=[("effective", "2021-12-06")])
    cited = CitationFactory(policy=policy, field="status", quote="in force")
    was, now = versions(policy)
    now.events.all()[0].kind = "suspended"
    [edit] = edits_between(was, now)
    assert cited in standing(edit)


def fixed(record, **values):
    """Return whether it is a small fix to give a record other values."""
    was, now = versions(record)
    for name, value in values.items():
        setattr(now, name, value)
    return is_small_fix(was, now, edits_between(was, now))


@pytest.mark.parametrize(
    "summary",
    [
        "The city lets officers hold people for the agency in its jail.",
        "The city let oficers hold people for the agency in its jail.",
        "The city lets its officers hold people, for the agency, in its jail.",
        "This city lets officers keep people for the agency in its jail.",
    ],
)
def test_wording_is_a_small_fix(summary):
    before = "The city lets oficers hold people for the agency in its jail."
    policy = PolicyFactory(summary=before)
    assert fixed(policy, summary=summary)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("It holds people.", "It does not hold people."),
        ("It holds people.", "It doesn’t hold people."),
        ("It holds people 48 hours.", "It holds people 72 hours."),
        ("It holds people.", "It holds people for 48 hours."),
        ("Mobile holds people.", "Hoover holds people."),
        ("He told Ada Rivers.", "He told Ada Rivas."),
        ("Ada told Bob.", "Bob told Ada."),
        ("The council approved it.", "The council rejected it."),
        ("The sheriff supports it.", "The sheriff opposes it."),
        ("It may hold people.", "It must hold people."),
        ("It holds all people.", "It holds some people."),
        ("It began in May 2017.", "It began in May 2018."),
        ("It was signed.", "It was ended."),
        ("It was signed.", "It was unsigned."),
        ("It has two deputies.", "It has twelve deputies."),
        ("It told Inés Álvarez.", "It told Inés Álvarado."),
        ("It is a legal duty.", "It is an illegal duty."),
        ("It allegedly holds people.", "It holds people."),
        ("It holds people.", "It holds no people."),
        ("It holds people.", ""),
        ("", "It holds people."),
        ("a " * 150, "b " * 150),
    ],
)
def test_a_fact_is_no_small_fix_however_few_its_letters(was, now):
    assert not fixed(PolicyFactory(summary=was), summary=now)


def test_a_fix_is_small_up_to_so_many_characters():
    policy = PolicyFactory(summary="x")
    assert fixed(policy, summary="x " + "y" * MOST)
    assert not fixed(policy, summary="x " + "y" * (MOST + 1))
    half = "y" * (MOST // 2 + 1)
    policy = PolicyFactory(title="x", summary="x")
    assert not fixed(policy, title=f"x {half}", summary=f"x {half}")


@pytest.mark.parametrize(
    "values",
    [
        {"type": "detention_contract"},
        {"direction": "limits"},
        {"slug": "elsewhere"},
        {"last_checked_on": "2022-01-01"},
        {"excerpt": "It lets them"},
        {"scope": "All of them"},
        {"expires_on": "2030-01-01"},
        {"agency_id": 1},
    ],
)
def test_all_but_our_own_words_is_more_than_a_small_fix(values):
    policy = PolicyFactory(summary="It lets", excerpt="It let them", scope="All")
    assert not fixed(policy, summary="It let", **values)
    assert fixed(policy, summary="It let")


def test_a_headline_is_not_ours():
    source = SourceFactory(title="A headline", description="A storry")
    assert not fixed(source, title="A headlines")
    assert fixed(source, description="A story")


def test_a_note_on_an_event_is_ours_and_its_date_is_not():
    policy = PolicyFactory(events=[("effective", "2021-12-06")])
    policy.events.update(note="in a leter")
    was, now = versions(policy)
    event = now.events.all()[0]
    event.note = "in a letter"
    assert is_small_fix(was, now, edits_between(was, now))
    event.date = None
    assert not is_small_fix(was, now, edits_between(was, now))


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "as the council herd"},
        {"paragraph": 9},
        {"field": "title"},
        {"bearing": "contradicts"},
        {"source_id": 0},
        {"speaker": "a clerk"},
        {"value_reported": "seven"},
    ],
)
def test_citations_stay_as_they_are_in_a_small_fix(change):
    policy = PolicyFactory(summary="It lets", events=[("effective", "2021-12-06")])
    for owner in (lambda row: row, lambda row: row.events.all()[0]):
        was, now = versions(policy)
        now.summary = "It let"
        assert is_small_fix(was, now, edits_between(was, now))
        for name, value in change.items():
            setattr(owner(now).citations.all()[0], name, value)
        assert not same_citations(was, now)
        assert not is_small_fix(was, now, edits_between(was, now))


def test_nothing_changed_is_nothing_to_publish():
    assert not fixed(PolicyFactory())


def test_words_that_weigh_are_found_in_their_order():
    text = "On May 2 the Council did not approve it, so Ada Rivers refused."
    assert weighty(text) == [
        "may",
        "2",
        "council",
        "not",
        "approv",
        "ada",
        "rivers",
    ] + ["refus"]
    assert keeps_its_facts(["She signed."], ["She signs."])
