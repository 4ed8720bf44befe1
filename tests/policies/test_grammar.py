"""Each language tells the record by a grammar of its own, and both tell the same."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from jurisdictions.enums import Certainty, Level, Precision
from policies.enums import (
    EventKind,
    Instrument,
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
    vote_words,
)

DAY = date(2021, 12, 7)
OTHER_LEVELS = {"name": "Birmingham", "level": Level.MUNICIPALITY}


def dated(precision=Precision.DAY, day=DAY, kind=None, certainty=Certainty.STATED):
    return SimpleNamespace(
        date=day, date_precision=precision, date_certainty=certainty, kind=kind
    )


def policy(type=PolicyType.PROGRAM_287G, agency=None, place=None, **more):
    told = {
        "type": type,
        "law_effect": "",
        "instrument": Instrument.UNKNOWN,
        "legal_effect": LegalEffect.NOT_STATED,
        "predecessor_relation": PredecessorRelation.NONE,
        "jurisdiction": SimpleNamespace(**(OTHER_LEVELS | (place or {}))),
        "shown": lambda name: SimpleNamespace(name=agency) if agency else None,
    }
    return SimpleNamespace(**(told | more))


def in_spanish(telling):
    with translation.override("es"):
        return standing_words(telling)


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS)
def test_grammar_has_words_for_every_choice(grammar):
    assert set(grammar.PHRASES) == set(PolicyType)
    assert set(grammar.LAWS) == {effect for effect in LawEffect if effect}
    assert set(grammar.STATUSES) == set(PolicyStatus)


def test_grammars_know_the_same_events():
    english, spanish = GRAMMARS["en"], GRAMMARS["es"]
    assert set(english.SENTENCES) == set(spanish.SENTENCES)
    assert set(english.CERTAINTIES) == set(spanish.CERTAINTIES)


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
            "Para el condado de Jefferson se propuso un acuerdo 287(g) con ICE en "
            "noviembre de 2021.",
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
            "Birmingham adoptó una declaración de santuario el 7 de diciembre de "
            "2021. Una fuente dice que es simbólica.",
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
            "Colusa Constables firmó un acuerdo 287(g) con ICE; ninguna fuente da "
            "el día.",
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
    ("stored", "outcome", "unanimous", "words"),
    [
        (
            VoteResult.SCHEDULED,
            VoteResult.UNKNOWN,
            False,
            "El concejo municipal de Birmingham iba a votar el 7 de diciembre de 2021; "
            "ninguna fuente da el resultado.",
        ),
        (
            VoteResult.PASSED,
            VoteResult.PASSED,
            True,
            "El concejo municipal de Birmingham votó a favor el 7 de diciembre de "
            "2021, por unanimidad.",
        ),
    ],
)
def test_spanish_says_how_a_vote_went(stored, outcome, unanimous, words):
    vote = SimpleNamespace(
        **vars(dated()),
        body=SimpleNamespace(
            name="Birmingham City Council",
            jurisdiction=SimpleNamespace(name="Birmingham"),
        ),
        result=stored,
        described_as_unanimous=unanimous,
    )
    with translation.override("es"):
        assert vote_words(vote, outcome) == words


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
    assert GRAMMARS["es"].said(name, place) == words


def test_braces_in_a_name_are_only_a_name():
    hostile = policy(place={"name": "{what}{0.__class__}"})
    for code in GRAMMARS:
        with translation.override(code):
            assert "{what}{0.__class__}" in standing_words(
                Telling(hostile, PolicyStatus.REJECTED)
            )
