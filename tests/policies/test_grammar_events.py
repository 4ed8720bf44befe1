"""What happened, and where a policy stands beside its type, in either language."""

import pytest
from django.utils import translation

from jurisdictions.enums import Precision
from policies.enums import EventKind, PolicyStatus, PolicyType
from policies.grammar import event_words, kind_words
from tests.policies.fakes import dated


@pytest.mark.parametrize(
    ("told", "english", "spanish"),
    [
        (
            dated(kind=EventKind.ICE_SIGNED),
            "Pact: signed by ICE on December 7, 2021.",
            "Pact: firma de ICE el 7 de diciembre de 2021.",
        ),
        (
            dated(kind=EventKind.REAFFIRMED, day=None),
            "Pact: reaffirmed; no source gives the day.",
            "Pact: se reafirmó; ninguna fuente indica el día.",
        ),
        (
            dated(Precision.MONTH, kind=EventKind.LISTED_BY_ICE),
            "Pact: listed by ICE in December 2021.",
            "Pact: en la lista de ICE de diciembre de 2021.",
        ),
    ],
)
def test_event_is_told_within_a_sentence(told, english, spanish):
    assert event_words(told, "Pact") == english
    with translation.override("es"):
        assert event_words(told, "Pact") == spanish


@pytest.mark.parametrize("status", PolicyStatus)
def test_status_beside_a_type_agrees_with_any(status):
    """No word of it ends as one said of a masculine or feminine noun does."""
    with translation.override("es"):
        of_agreement = kind_words(PolicyType.PROGRAM_287G, status)
        of_rule = kind_words(PolicyType.NO_ASSISTANCE, status)
        beside = of_agreement.partition(": ")[2]
        assert of_rule.endswith(f": {beside}")
        assert not beside.endswith(("ado", "ada", "ido", "ida"))


def test_names_keep_their_capitals_beside_a_type():
    assert kind_words(PolicyType.PROGRAM_287G, PolicyStatus.DELISTED) == (
        "287(g) agreement: no longer listed by ICE"
    )
