"""Each language tells the record by a grammar of its own, and both tell the same."""

from datetime import date

import pytest
from django.utils import translation

from jurisdictions.enums import Certainty, Level, Precision
from policies.enums import (
    BallotOption,
    EventKind,
    LawEffect,
    LegalEffect,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    VoteResult,
)
from policies.grammar import (
    GRAMMARS,
    Telling,
    day_words,
    marked,
    since_words,
    standing_words,
)
from tests.policies.fakes import DAY, dated, policy


def in_spanish(telling):
    with translation.override("es"):
        return standing_words(telling)


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS)
def test_grammar_has_words_for_every_choice(grammar):
    assert set(grammar.PHRASES) == set(PolicyType)
    assert set(grammar.LAWS) == {effect for effect in LawEffect if effect}
    assert set(grammar.STATUSES) == set(PolicyStatus)
    assert set(grammar.STANDS) == set(PolicyStatus)
    assert set(grammar.EVENTS) == set(EventKind)
    assert set(grammar.BALLOTS) == set(BallotOption)
    assert set(grammar.VOTES) >= set(VoteResult)


@pytest.mark.parametrize(
    "name", ["SENTENCES", "CERTAINTIES", "VOTES", "QUESTIONS", "EVENTS"]
)
def test_grammars_know_the_same_cases(name):
    assert set(getattr(GRAMMARS["en"], name)) == set(getattr(GRAMMARS["es"], name))


@pytest.mark.parametrize("code", GRAMMARS)
@pytest.mark.parametrize("status", PolicyStatus)
def test_sentence_without_a_date_has_no_gap(code, status):
    with translation.override(code):
        said = standing_words(Telling(policy(), status))
    assert said.endswith(".")
    assert "{" not in said
    assert "  " not in said
    assert " ." not in said


@pytest.mark.parametrize(
    ("telling", "words"),
    [
        (
            Telling(policy(), PolicyStatus.ACTIVE, dated(kind=EventKind.ICE_SIGNED)),
            "Birmingham tiene un acuerdo 287(g) con ICE, firmado por ICE "
            "el 7 de diciembre de 2021.",
        ),
        (
            Telling(
                policy(PolicyType.DETAINER_POLICY),
                PolicyStatus.ACTIVE,
                dated(kind=EventKind.EXECUTIVE_SIGNED),
            ),
            "Birmingham tiene una política sobre las solicitudes de retención "
            "(detainers) de ICE, firmada el 7 de diciembre de 2021.",
        ),
        (
            Telling(
                policy(agency="Birmingham Police Department"),
                PolicyStatus.DELISTED,
                dated(kind=EventKind.DELISTED_BY_ICE),
                of_place=False,
            ),
            "La policía de Birmingham figuraba en la lista de ICE con un acuerdo "
            "287(g) con ICE; ya no figura desde el 7 de diciembre de 2021.",
        ),
        (
            Telling(
                policy(agency="Etowah County Sheriff's Office"),
                PolicyStatus.ACTIVE,
                dated(kind=EventKind.LISTED_BY_ICE),
                of_place=False,
            ),
            "La oficina del alguacil (sheriff) del condado de Etowah tiene un acuerdo "
            "287(g) con ICE, según la lista de ICE del 7 de diciembre de 2021.",
        ),
        (
            Telling(
                policy(place={"name": "Jefferson County", "level": Level.COUNTY}),
                PolicyStatus.PROPOSED,
                dated(Precision.MONTH, date(2021, 11, 1)),
            ),
            "Para el condado de Jefferson se propuso en noviembre de 2021 un acuerdo "
            "287(g) con ICE.",
        ),
        (
            Telling(
                policy(
                    PolicyType.SANCTUARY_DECLARATION,
                    legal_effect=LegalEffect.SYMBOLIC,
                ),
                PolicyStatus.ACTIVE,
                dated(kind=EventKind.ADOPTED),
            ),
            "Birmingham adoptó el 7 de diciembre de 2021 una declaración de "
            "santuario. Una fuente dice que es simbólica.",
        ),
        (
            Telling(
                policy(
                    PolicyType.DETAINER_POLICY,
                    predecessor_relation=PredecessorRelation.EXTENSION,
                ),
                PolicyStatus.PROPOSED,
                dated(),
                after_predecessor=True,
            ),
            "Se propuso prorrogarla el 7 de diciembre de 2021.",
        ),
        (
            Telling(
                policy(
                    PolicyType.FEDERAL_ORDER,
                    law_effect=LawEffect.THREATENS_FUNDING,
                    place={"name": "United States", "level": Level.FEDERAL},
                ),
                PolicyStatus.ACTIVE,
                dated(Precision.YEAR, date(2017, 1, 1), EventKind.EXECUTIVE_SIGNED),
            ),
            "El gobierno federal tiene una orden federal que amenaza con negar fondos "
            "a los lugares que limitan la cooperación, firmada en 2017.",
        ),
        (
            Telling(
                policy(agency="Colusa Constables"),
                PolicyStatus.SIGNED,
                of_place=False,
            ),
            "Colusa Constables firmó un acuerdo 287(g) con ICE; ninguna fuente "
            "indica el día.",
        ),
    ],
)
def test_spanish_sentence_agrees_with_its_noun(telling, words):
    assert in_spanish(telling) == words


@pytest.mark.parametrize(
    ("precision", "day", "on", "since"),
    [
        (Precision.DAY, DAY, "el 7 de diciembre de 2021", "desde el 7 de diciembre"),
        (Precision.WEEK, date(2021, 12, 6), "en la semana del 6 de", "desde la semana"),
        (Precision.MONTH, DAY, "en diciembre de 2021", "desde diciembre de 2021"),
        (Precision.YEAR, DAY, "en 2021", "desde 2021"),
    ],
)
def test_spanish_says_as_much_of_a_date_as_is_known(precision, day, on, since):
    with translation.override("es"):
        assert day_words(dated(precision, day)).startswith(on)
        assert since_words(dated(precision, day)).startswith(since)


def test_unknown_date_says_nothing():
    for code in GRAMMARS:
        with translation.override(code):
            assert day_words(None) == ""
            assert since_words(dated(day=None)) == ""


def test_doubt_of_a_date_is_said_in_the_language_of_the_page():
    inferred = dated(certainty=Certainty.INFERRED)
    with translation.override("es"):
        assert marked("el martes", inferred) == "el martes (fecha deducida)"
    assert marked("on Tuesday", inferred) == "on Tuesday (inferred)"
    assert marked("on Tuesday", dated()) == "on Tuesday"
    assert marked("", inferred) == ""


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (
            PolicyStatus.DELISTED,
            EventKind.DELISTED_BY_ICE,
            "Birmingham was on ICE's list with a 287(g) agreement with ICE; ICE no "
            "longer lists it, as of December 7, 2021.",
        ),
        (
            PolicyStatus.WITHDRAWN,
            EventKind.WITHDRAWN,
            "For Birmingham, a 287(g) agreement with ICE was proposed; the proposal "
            "was withdrawn on December 7, 2021.",
        ),
        (
            PolicyStatus.SUSPENDED,
            EventKind.SUSPENDED,
            "Birmingham has a 287(g) agreement with ICE, suspended since December 7, "
            "2021.",
        ),
        (
            PolicyStatus.SUSPENDED,
            EventKind.ENJOINED,
            "Birmingham has a 287(g) agreement with ICE; a court stopped it on "
            "December 7, 2021.",
        ),
        (
            PolicyStatus.ACTIVE,
            EventKind.RESUMED,
            "Birmingham has a 287(g) agreement with ICE; it was suspended, and "
            "resumed on December 7, 2021.",
        ),
    ],
)
def test_english_says_no_more_than_the_event(status, kind, words):
    assert standing_words(Telling(policy(), status, dated(kind=kind))) == words


def test_federal_government_is_no_capital_within_a_sentence():
    federal = {"name": "United States", "level": Level.FEDERAL}
    order = policy(PolicyType.FEDERAL_ORDER, place=federal)
    assert standing_words(Telling(order, PolicyStatus.PROPOSED)).startswith(
        "For the federal government, a federal order"
    )
    assert standing_words(Telling(order, PolicyStatus.ACTIVE)).startswith(
        "The federal government has"
    )


def test_braces_in_a_name_are_only_a_name():
    hostile = policy(place={"name": "{what}{0.__class__}"})
    for code in GRAMMARS:
        with translation.override(code):
            assert "{what}{0.__class__}" in standing_words(
                Telling(hostile, PolicyStatus.REJECTED)
            )
