"""Each language tells of votes by its grammar, and claims none that was not held."""

import pytest
from django.utils import translation

from jurisdictions.enums import Precision
from policies.enums import BallotOption, VoteResult
from policies.grammar import ballot_words, vote_question, vote_words
from policies.grammar.spanish.names import said
from tests.policies.fakes import vote


@pytest.mark.parametrize(
    ("outcome", "english", "spanish"),
    [
        (
            VoteResult.SCHEDULED,
            "is to vote on December 7, 2021.",
            "va a votar el 7 de diciembre de 2021.",
        ),
        (
            VoteResult.UNKNOWN,
            "voted on December 7, 2021; no source gives the result.",
            "votó el 7 de diciembre de 2021; ninguna fuente da el resultado.",
        ),
        (
            VoteResult.PASSED,
            "voted for the motion on December 7, 2021.",
            "votó a favor de la moción el 7 de diciembre de 2021.",
        ),
        (
            VoteResult.FAILED,
            "voted on December 7, 2021; the motion failed.",
            "votó el 7 de diciembre de 2021; la moción no se aprobó.",
        ),
        (
            VoteResult.TIED_FAILED,
            "voted on December 7, 2021; the motion failed on a tie.",
            "votó el 7 de diciembre de 2021; hubo empate y la moción no se aprobó.",
        ),
        (
            VoteResult.CONTINUED,
            "reached no decision on December 7, 2021: the matter was put off.",
            "no tomó ninguna decisión el 7 de diciembre de 2021: el asunto se pospuso.",
        ),
        (
            VoteResult.WITHDRAWN,
            "reached no decision on December 7, 2021: the matter was taken off the "
            "agenda.",
            "no tomó ninguna decisión el 7 de diciembre de 2021: el asunto se retiró "
            "del orden del día.",
        ),
        (
            VoteResult.NO_ACTION,
            "took no action on December 7, 2021.",
            "no tomó ninguna medida el 7 de diciembre de 2021.",
        ),
    ],
)
def test_a_vote_is_said_to_be_held_only_where_it_was(outcome, english, spanish):
    body, its_spanish = "Birmingham City Council", "El concejo municipal de Birmingham"
    assert vote_words(vote(outcome), outcome) == f"{body} {english}"
    with translation.override("es"):
        assert vote_words(vote(outcome), outcome) == f"{its_spanish} {spanish}"


@pytest.mark.parametrize(
    ("told", "outcome", "english", "spanish"),
    [
        (
            vote(VoteResult.SCHEDULED),
            VoteResult.UNKNOWN,
            "was to vote on December 7, 2021; no source gives its result.",
            "iba a votar el 7 de diciembre de 2021; ninguna fuente da el resultado.",
        ),
        (
            vote(unanimous=True),
            VoteResult.PASSED,
            "voted for the motion on December 7, 2021, unanimously.",
            "votó a favor de la moción el 7 de diciembre de 2021, por unanimidad.",
        ),
        (
            vote(day=None),
            VoteResult.FAILED,
            "voted; the motion failed.",
            "votó; la moción no se aprobó.",
        ),
    ],
)
def test_vote_is_told_as_far_as_sources_tell_it(told, outcome, english, spanish):
    assert vote_words(told, outcome).endswith(f"Council {english}")
    with translation.override("es"):
        assert vote_words(told, outcome).endswith(f"de Birmingham {spanish}")


@pytest.mark.parametrize(
    ("asked", "english", "spanish"),
    [
        (
            "result",
            "The result of the vote on December 7, 2021: Customs designation.",
            "El resultado de la votación del 7 de diciembre de 2021: Customs "
            "designation.",
        ),
        (
            "members",
            "How each member of the Birmingham City Council voted on December 7, 2021.",
            "Cómo votó cada miembro del concejo municipal de Birmingham el 7 de "
            "diciembre de 2021.",
        ),
    ],
)
def test_what_no_source_tells_of_a_vote(asked, english, spanish):
    assert vote_question(vote(), asked) == english
    with translation.override("es"):
        assert vote_question(vote(), asked) == spanish


def test_question_without_a_day_has_no_gap():
    assert vote_question(vote(day=None), "result") == (
        "The result of the vote: Customs designation."
    )
    with translation.override("es"):
        assert vote_question(vote(precision=Precision.MONTH), "result").startswith(
            "El resultado de la votación de diciembre de 2021:"
        )


@pytest.mark.parametrize(
    ("option", "count", "english", "spanish"),
    [
        (BallotOption.YES, 6, "6 yes", "6 votos a favor"),
        (BallotOption.YES, 1, "1 yes", "1 voto a favor"),
        (BallotOption.NO, 2, "2 no", "2 en contra"),
        (BallotOption.ABSTAIN, 1, "1 abstained", "1 abstención"),
        (BallotOption.ABSENT, 1, "1 absent", "1 ausencia"),
        (BallotOption.ABSENT, 3, "3 absent", "3 ausencias"),
        (BallotOption.EXCUSED, 2, "2 excused", "2 ausencias justificadas"),
    ],
)
def test_members_are_counted_in_words_that_agree(option, count, english, spanish):
    assert ballot_words(option, count) == english
    with translation.override("es"):
        assert ballot_words(option, count) == spanish


@pytest.mark.parametrize(
    ("name", "place", "words"),
    [
        ("Mobile City Council", "Mobile", "el concejo municipal de Mobile"),
        (
            "Oklahoma City Council",
            "Oklahoma City",
            "el concejo municipal de Oklahoma City",
        ),
        (
            "Panama City Commission",
            "Panama City",
            "la comisión municipal de Panama City",
        ),
        (
            "Clay County Police Department",
            "Clay County",
            "la policía del condado de Clay",
        ),
        ("Board of Aldermen", "St. Louis", "Board of Aldermen"),
    ],
)
def test_spanish_says_whose_body_it_is(name, place, words):
    assert said(name, place) == words
