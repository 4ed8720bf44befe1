"""What a place page says first is true to the event it rests on."""

from datetime import date

import pytest

from policies.enums import EventKind, PolicyType, ProgramModel
from policies.sentences import policy_sentence
from tests.factories import (
    AgencyFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
)

TODAY = date(2026, 3, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EventKind.ICE_SIGNED, "has {what}, signed by ICE on February 3, 2026."),
        (EventKind.LISTED_BY_ICE, "has {what}, as listed by ICE on February 3, 2026."),
        (
            EventKind.ICE_PENDING_LISTED,
            "has applied for {what}, as listed by ICE on February 3, 2026; "
            "it is not signed.",
        ),
        (
            EventKind.AGENCY_APPLIED,
            "applied for {what} on February 3, 2026; it is not signed.",
        ),
        (EventKind.REPORTED, "has {what}, as reported on February 3, 2026."),
    ],
)
def test_sentence_says_how_it_is_known(kind, words):
    place = PlaceFactory()
    policy = PolicyFactory(
        jurisdiction=place,
        type=PolicyType.PROGRAM_287G,
        model=ProgramModel.TFM,
        agency=AgencyFactory(jurisdiction=place, name="Springfield Police Department"),
    )
    PolicyEventFactory(policy=policy, kind=kind, date=date(2026, 2, 3))
    policy.save()
    sentence = policy_sentence(policy, TODAY, policy.standing_on(TODAY).status)
    told = words.format(what="a 287(g) agreement with ICE")
    assert sentence.words == f"Springfield Police Department {told}"
