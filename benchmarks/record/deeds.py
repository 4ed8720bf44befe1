"""Policies with their events, and the votes about them with every ballot."""

from collections import defaultdict
from datetime import timedelta

from benchmarks.record.days import LAST, as_known
from benchmarks.record.ledger import BATCH
from benchmarks.record.words import phrase, text
from jurisdictions.enums import Precision
from policies.enums import (
    AuthorityPath,
    BallotOption,
    DetainerPractice,
    EventKind,
    Instrument,
    LawEffect,
    LegalEffect,
    MotionKind,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RoleKind,
    VoteMethod,
    VoteResult,
)
from policies.models import Ballot, Policy, PolicyEvent, PolicyRole, Vote

MODELS = {ProgramModel.TFM: 55, ProgramModel.WSO: 30, ProgramModel.JEM: 14}
LAWS = (PolicyType.STATE_LAW, PolicyType.FEDERAL_ORDER)
FEDERAL_PARTY = (PolicyType.PROGRAM_287G, PolicyType.DETENTION_CONTRACT)
HEAVY_VOTES = 40
BY_VOTE = (EventKind.APPROVED_BY_BODY, EventKind.ADOPTED, EventKind.REJECTED_BY_BODY)
OPTIONS = {BallotOption.YES: 70, BallotOption.NO: 20, BallotOption.ABSTAIN: 4}
OPTIONS |= {BallotOption.ABSENT: 5, BallotOption.NOT_REPORTED: 1}


def enter_policies(chance, ledger, citing, plans, agencies, federal, leaders):
    """Enter the planned policies; some follow the one before of the same place."""
    rows = []
    for plan in plans:
        row = policy(chance, plan)
        row.agency = agencies.get(plan.place.pk)
        if plan.type in FEDERAL_PARTY:
            row.counterparty = federal
        row.events = [
            event(chance, citing, plan, number) for number in range(len(plan.story))
        ]
        row.citations = citing.of(
            plan.place, chance.randint(1, 5), Policy.citable_fields
        )
        if leader := leaders.get(plan.place.pk):
            row.roles = [PolicyRole(role=RoleKind.SIGNED, official=leader)]
        rows.append(row)
    ledger.enter(rows, "events", "events.citations", "citations", "roles")
    follow(chance, rows)
    return rows


def policy(chance, plan):
    """Return a policy as planned, without what hangs on it."""
    of_287g = plan.type == PolicyType.PROGRAM_287G
    detains = plan.type == PolicyType.DETAINER_POLICY
    ends = chance.random() < 0.1
    return Policy(
        jurisdiction=plan.place,
        type=plan.type,
        direction=plan.direction,
        model=chance.choices(list(MODELS), list(MODELS.values()))[0] if of_287g else "",
        title=phrase(chance, chance.randint(3, 7)),
        instrument=chance.choice([*Instrument]),
        legal_effect=chance.choice([*LegalEffect]),
        authority_path=chance.choice([*AuthorityPath]),
        law_effect=chance.choice([*LawEffect]) if plan.type in LAWS else "",
        detainer_practice=chance.choice([*DetainerPractice]) if detains else "",
        summary=text(chance, 2),
        scope=text(chance, 1) if chance.random() < 0.3 else "",
        expires_on=plan.days[-1] + timedelta(days=730) if ends else None,
    )


def event(chance, citing, plan, number):
    """Return one step of a policy's story, with its citations."""
    row = PolicyEvent(
        kind=plan.story[number],
        note=phrase(chance, 9) if chance.random() < 0.3 else "",
        sort_order=number,
        **as_known(chance, plan.days[number]),
    )
    count = 2 if chance.random() < 0.45 else 1
    row.citations = citing.of(plan.place, count, PolicyEvent.citable_fields)
    return row


def follow(chance, rows):
    """Let one policy in twelve follow the one before of the same place."""
    before, following = {}, []
    for row in rows:
        earlier = before.get(row.jurisdiction_id)
        if earlier and chance.random() < 0.08:
            row.predecessor = earlier
            row.predecessor_relation = PredecessorRelation.RENEWAL
            following.append(row)
        before[row.jurisdiction_id] = row
    Policy.objects.bulk_update(following, ["predecessor", "predecessor_relation"])


def enter_votes(chance, ledger, citing, policies, bodies, members, count):
    """Enter votes of the bodies, each about a policy of the place, with ballots.

    The first body, that of the place with most on record, has more than its share.
    """
    about = defaultdict(list)
    for policy in policies:
        about[policy.jurisdiction_id].append(policy)
    places, rows = list(bodies), []
    for number in range(count):
        first = number < min(HEAVY_VOTES, count // 4)
        place = places[0] if first else places[number % len(places)]
        policy = about[place][number // len(places) % len(about[place])]
        row = vote(chance, bodies[place], policy, members[place])
        cited = chance.randint(1, 3)
        row.citations = citing.of(row.body.jurisdiction, cited, Vote.citable_fields)
        rows.append(row)
    ledger.enter(rows, "ballots", "citations")
    decide(rows)
    return rows


def decide(votes):
    """Let the event of a policy that a body approved name the vote."""
    decided = {}
    for row in votes:
        for step in row.policy.events.all():
            if step.kind in BY_VOTE and step.pk not in decided:
                step.vote = row
                decided[step.pk] = step
    PolicyEvent.objects.bulk_update(decided.values(), ["vote"], batch_size=BATCH)


def vote(chance, body, policy, members):
    """Return a vote of a body about a policy: held, or in a few cases to come."""
    ahead = chance.random() < 0.02
    day = LAST + timedelta(days=chance.randint(200, 400)) if ahead else None
    dated = {"date": day, "date_precision": Precision.DAY}
    row = Vote(
        body=body,
        policy=policy,
        motion=phrase(chance, chance.randint(4, 9)),
        motion_kind=chance.choice([*MotionKind]),
        method=chance.choice([*VoteMethod]),
        **(dated if ahead else as_known(chance, policy.status_since or LAST)),
    )
    if ahead:
        row.result = VoteResult.SCHEDULED
        return row
    options = chance.choices(list(OPTIONS), list(OPTIONS.values()), k=len(members))
    row.ballots = [
        Ballot(official=member, option=option, sort_order=number)
        for number, (member, option) in enumerate(zip(members, options, strict=True))
    ]
    row.yes_count = options.count(BallotOption.YES)
    row.no_count = options.count(BallotOption.NO)
    carried = row.yes_count > row.no_count
    row.result = VoteResult.PASSED if carried else VoteResult.FAILED
    if chance.random() < 0.05:
        row.result = VoteResult.UNKNOWN
    return row
