"""Votes: results, counts and ballots, and what is no vote."""

import pytest

from policies.enums import MotionKind, VoteResult
from tests.news.intake.articles import policies_in, suggested, votes_in

OPENING = "BIRMINGHAM, Ala. — "


def result(words):
    """Return (result, yes, no) of the only vote that a sentence tells."""
    (vote,) = votes_in(f"{OPENING}{words}")
    return vote["result"], vote["yes_count"], vote["no_count"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The City Council voted 4-3 to approve an ICE agreement.",
            (VoteResult.PASSED, 4, 3),
        ),
        (
            "The City Council voted 4-3 against an ICE agreement.",
            (VoteResult.FAILED, 3, 4),
        ),
        (
            "An ICE agreement before the City Council failed 3-2.",
            (VoteResult.FAILED, 2, 3),
        ),
        (
            "The City Council voted 5-2 to reject an agreement with ICE.",
            (VoteResult.FAILED, 2, 5),
        ),
        (
            "The City Council voted unanimously to end its agreement with ICE.",
            (VoteResult.PASSED, None, None),
        ),
        (
            "The City Council tabled an ICE agreement on a 6-1 vote.",
            (VoteResult.CONTINUED, 6, 1),
        ),
        (
            "By a vote of five to four, the City Council adopted a sanctuary policy.",
            (VoteResult.PASSED, 5, 4),
        ),
        (
            "A sanctuary resolution failed 4-3 in the City Council, short of the "
            "two-thirds it needed.",
            (VoteResult.FAILED, 4, 3),
        ),
    ],
)
def test_result_and_counts(words, expected):
    assert result(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "If the City Council voted 5-2 to approve an ICE agreement, it would pass.",
        "The City Council has not voted on the ICE agreement.",
        "“The City Council voted 7-0 to approve the ICE agreement,” Dan Roe said.",
        "Residents asked the City Council to vote against the ICE agreement.",
        "The City Council could approve the ICE agreement if the mayor agrees.",
        "The game ended 4-3, and ICE agents watched the City Council play.",
        "Sheriff Dan Roe approved an agreement with ICE.",
    ],
)
def test_what_is_no_vote(words):
    assert votes_in(f"{OPENING}{words}") == []


def test_scheduled_vote_has_no_result_and_no_counts():
    (vote,) = votes_in(
        f"{OPENING}The City Council will vote on an ICE agreement on June 17."
    )
    assert vote["result"] == VoteResult.SCHEDULED
    assert (vote["yes_count"], vote["no_count"], vote["ballots"]) == (None, None, ())
    assert vote["date"].isoformat() == "2025-06-17"


def test_unanimous_makes_no_counts_and_no_ballots():
    (vote,) = votes_in(
        f"{OPENING}The City Council unanimously approved an ICE agreement. "
        "Councilman Dan Roe and Councilwoman Ann Lee were there."
    )
    assert vote["described_as_unanimous"]
    assert (vote["yes_count"], vote["ballots"]) == (None, ())


def test_dissent_from_a_rejection_is_left_open():
    """Who dissents from “to reject” may have wanted the agreement."""
    (vote,) = votes_in(
        f"{OPENING}The City Council voted 4-1 to reject an ICE agreement, with "
        "Councilman Dan Roe dissenting."
    )
    assert vote["ballots"] == ()
    assert vote["doubtful_ballots"] == (("Dan Roe", "no"),)


def test_mover_and_seconder():
    (vote,) = votes_in(
        f"{OPENING}The City Council voted 5-0 to approve an ICE agreement. "
        "Councilman Dan Roe made the motion. It was seconded by Councilwoman Ann Lee."
    )
    assert (vote["mover"], vote["seconder"]) == ("Dan Roe", "Ann Lee")


def test_abstention_in_the_counts():
    (vote,) = votes_in(
        f"{OPENING}The City Council voted 6-0-1 to approve an ICE agreement."
    )
    assert vote["abstain_count"] == 1


def test_first_reading_adopts_nothing():
    text = (
        f"{OPENING}The Birmingham City Council voted 5-2 to approve a sanctuary city "
        "ordinance on first reading."
    )
    (vote,) = votes_in(text)
    assert vote["first_reading"]
    ((_type, _place, status),) = policies_in(text)
    assert status == "proposed"


def test_procedure_decides_nothing():
    text = (
        f"{OPENING}The Birmingham City Council voted 5-2 to suspend its rules before "
        "it heard a sanctuary city ordinance."
    )
    (vote,) = votes_in(text)
    assert vote["procedural"]
    assert vote["motion_kind"] == MotionKind.UNKNOWN
    assert policies_in(text) == []


def test_other_matters_are_unsure():
    found = suggested(f"{OPENING}The City Council voted 7-0 to buy a fire truck.")
    votes = [one for one in found if one.kind == "vote"]
    assert [one.sure for one in votes] == [False]


def test_words_in_spanish():
    (vote,) = votes_in(
        "El Concejo Municipal de Laredo, Texas, votó 4-3 en contra de un acuerdo con "
        "ICE, con los concejales Ana Ruiz y Luis Paz a favor.",
        language="es",
    )
    assert (vote["result"], vote["yes_count"], vote["no_count"]) == ("failed", 3, 4)
    assert vote["ballots"] == (("Ana Ruiz", "yes"), ("Luis Paz", "yes"))
