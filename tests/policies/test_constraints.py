"""The database refuses what the record of acts cannot be."""

from datetime import date

import pytest
from django.utils import timezone

from policies.enums import (
    LawEffect,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RosterChangeKind,
    RosterDecision,
)
from tests.constraints import disagreeing_dates, flat, rules_broken_by, twice
from tests.factories import (
    BallotFactory,
    BodyFactory,
    CaseEventFactory,
    CasePartyFactory,
    ConcernFactory,
    CourtCaseFactory,
    OfficialFactory,
    OrganizationFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
    PolicyRoleFactory,
    RosterChangeFactory,
    RosterFactory,
    RosterRowFactory,
    RosterSpellingFactory,
    SignatoryFactory,
    StatementFactory,
    VoteFactory,
)

DAY = date(2026, 1, 5)


def of_one(factory, **parents):
    """Return the act of making two rows with the same parents."""
    return lambda: twice(factory, **{name: make() for name, make in parents.items()})()


def pointing_at_itself(factory, name, **values):
    """Return the act of making a row follow, or answer, itself."""

    def act():
        row = factory()
        setattr(row, f"{name}_id", row.pk)
        for field, value in values.items():
            setattr(row, field, value)
        row.save()

    return act


BREAKS = {
    "policy_slug_unique_in_place": [
        lambda: twice(PolicyFactory, slug="same", jurisdiction=PlaceFactory())()
    ],
    "model_only_with_287g": [
        lambda: PolicyFactory(model=ProgramModel.WSO),
        lambda: PolicyFactory(model=ProgramModel.NOT_STATED),
        lambda: PolicyFactory(type=PolicyType.PROGRAM_287G, model=""),
        lambda: PolicyFactory(type=PolicyType.PROGRAM_287G, model="wizard"),
    ],
    "law_effect_only_with_laws": [
        lambda: PolicyFactory(law_effect=LawEffect.BANS_287G)
    ],
    "predecessor_has_its_relation": [
        lambda: PolicyFactory(predecessor=PolicyFactory()),
        lambda: PolicyFactory(predecessor_relation=PredecessorRelation.EXTENSION),
    ],
    "policy_does_not_follow_itself": [
        pointing_at_itself(
            PolicyFactory,
            "predecessor",
            predecessor_relation=PredecessorRelation.EXTENSION,
        )
    ],
    "policy_role_once": [
        of_one(PolicyRoleFactory, policy=PolicyFactory, official=OfficialFactory)
    ],
    "policyevent_precision_agrees": disagreeing_dates(
        PolicyEventFactory, "date", "date_precision"
    ),
    "vote_precision_agrees": disagreeing_dates(VoteFactory, "date", "date_precision"),
    "vote_slug_unique_in_body": [
        lambda: twice(VoteFactory, slug="same", body=BodyFactory())()
    ],
    "ballot_once_per_official": [
        of_one(BallotFactory, vote=VoteFactory, official=OfficialFactory)
    ],
    "ballot_once_per_name": [
        lambda: twice(
            BallotFactory, vote=VoteFactory(), official=None, voter_name="Espino"
        )()
    ],
    "ballot_has_a_voter": [lambda: BallotFactory(official=None)],
    "statement_precision_agrees": disagreeing_dates(
        StatementFactory, "date", "date_precision"
    ),
    "statement_slug_unique": [twice(StatementFactory, slug="same")],
    "statement_has_a_speaker": [lambda: StatementFactory(official=None)],
    "statement_amount_in_order": [
        lambda: StatementFactory(amount_from=-1),
        lambda: StatementFactory(amount_to=5),
        lambda: StatementFactory(amount_from=5, amount_to=4),
    ],
    "statement_does_not_dispute_itself": [
        pointing_at_itself(StatementFactory, "disputes")
    ],
    "signatory_is_one": [
        lambda: SignatoryFactory(organization=None),
        lambda: SignatoryFactory(official=OfficialFactory()),
    ],
    "organization_signs_once": [
        of_one(
            SignatoryFactory,
            statement=StatementFactory,
            organization=OrganizationFactory,
        )
    ],
    "official_signs_once": [
        lambda: twice(
            SignatoryFactory,
            statement=StatementFactory(),
            organization=None,
            official=OfficialFactory(),
        )()
    ],
    "concern_once_per_statement": [of_one(ConcernFactory, statement=StatementFactory)],
    "case_slug_unique_in_place": [
        lambda: twice(CourtCaseFactory, slug="same", jurisdiction=PlaceFactory())()
    ],
    "case_filed_precision_agrees": disagreeing_dates(
        CourtCaseFactory, "filed_on", "filed_precision"
    ),
    "case_party_is_somebody": [lambda: CasePartyFactory(name="")],
    "caseevent_precision_agrees": disagreeing_dates(
        CaseEventFactory, "date", "date_precision"
    ),
    "roster_row_number_once": [
        lambda: twice(RosterRowFactory, roster=RosterFactory(), number=1)()
    ],
    "roster_row_number_from_one": [lambda: RosterRowFactory(number=0)],
    "roster_edition_once": [lambda: twice(RosterFactory, published_on=DAY)()],
    "roster_edition_from_one": [lambda: RosterFactory(edition=0)],
    "roster_change_decided_on_a_day": [
        lambda: RosterChangeFactory(decision=RosterDecision.ACCEPTED),
        lambda: RosterChangeFactory(decided_at=timezone.now()),
    ],
    "roster_change_is_about_an_entry": [
        lambda: RosterChangeFactory(entry=None),
        lambda: RosterChangeFactory(kind=RosterChangeKind.SYSTEMATIC),
    ],
    "roster_spelling_once": [
        lambda: twice(RosterSpellingFactory, printed="pennslyvania")()
    ],
}


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "act"), flat(BREAKS))
def test_database_refuses(rule, act):
    assert rule in rules_broken_by(act)


@pytest.mark.django_db
def test_two_members_of_one_name_vote_once_each_when_matched():
    vote = VoteFactory()
    BallotFactory(vote=vote, voter_name="Smith")
    BallotFactory(vote=vote, voter_name="Smith")
