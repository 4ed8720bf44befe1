"""Policies, votes and dates that no database has, for what is told of any."""

from datetime import date
from types import SimpleNamespace

from jurisdictions.enums import Certainty, Level, Precision
from policies.enums import (
    Instrument,
    LegalEffect,
    PolicyType,
    PredecessorRelation,
    VoteResult,
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


def vote(result=VoteResult.PASSED, unanimous=False, **more):
    council = SimpleNamespace(
        name="Birmingham City Council",
        jurisdiction=SimpleNamespace(name="Birmingham"),
    )
    return SimpleNamespace(
        **vars(dated(**more)),
        body=council,
        result=result,
        described_as_unanimous=unanimous,
        told_title=lambda: "Customs designation",
    )
